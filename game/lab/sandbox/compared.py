"""The same people played by the shipped rules and by changed ones, with the same chance."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.bots.bot import Bot
from game.bots.play import play
from game.bots.registry import bots
from game.engine.days import begin, outcome_of
from game.engine.position import DayPlan, Position
from game.lab.playing.stopping import heeding_interrupts
from game.lab.reports.statistics import Difference, difference
from game.lab.sandbox.sliders import Positions, params_at
from game.model import trust
from game.model.arrays import Array
from game.scenario import Loaded, load_text
from game.scenario.compiling.compile import Compiled, compile_scenario

PLAYERS = ("patient", "pushy", "never_asks")
FIGURES = ("score", "bought", "gone")
TITLES = {"score": "score", "bought": "sales", "gone": "gone"}
AT_ONCE = 64  # games that are played together
PEOPLE = 30

THIRTY = f"""\
scenario_format: 1
title: Thirty people
days: 28
business: {{name: The Sandbox, trade: small business, hours_per_day: 3}}
crowd: {{count: {PEOPLE}, ties: some, seed: 7}}
debrief: [{{title: Sandbox, text: These rules are none of the game.}}]
"""
"""Who is played where no scenario is named: thirty people, the same in every game."""


@dataclass(frozen=True, eq=False)
class PlayedByRules:
    """Games of one bot by one set of rules."""

    figures: dict[str, Array]  # by `FIGURES`: (G,)
    trust: Array  # (days + 1, 3) 0..100, over the people of all games: 10 of a hundred lie below, half, 90


@dataclass(frozen=True, eq=False)
class Compared:
    """One bot by shipped and by changed rules."""

    player: str
    shipped: PlayedByRules
    changed: PlayedByRules

    def moved(self, figure: str) -> Difference:
        """How a figure moves, game by game."""
        return difference(self.changed.figures[figure], self.shipped.figures[figure])


def thirty_people() -> Loaded:
    """The scenario that is played where none is named."""
    return load_text(THIRTY, "thirty_people.yaml")


def total(games: int) -> int:
    """How many games a comparison plays."""
    return 2 * len(PLAYERS) * games


def compare(
    loaded: Loaded, positions: Positions, seed: int, games: int, done: Callable[[int], object] = bool
) -> tuple[Compared, ...]:
    """Three bots by shipped and by changed rules.

    Args:
        loaded: the scenario.
        positions: of the sliders.
        seed: 0..2**32 − 1.
        games: of each bot by each set of rules, two or more.
        done: told how many games have just been played; `total` in all.

    Raises:
        CannotPlay: the scenario has errors, or a slider is not where it can be.
    """
    scenario = loaded.playable()
    plain, moved = compile_scenario(scenario), compile_scenario(scenario, params_at(positions))
    return tuple(
        Compared(name, *(play_all(rules, bots()[name], seed, games, done) for rules in (plain, moved)))
        for name in PLAYERS
    )


def play_all(
    compiled: Compiled, bot: Bot, seed: int, games: int, done: Callable[[int], object] = bool
) -> PlayedByRules:
    """Games of one bot by the rules of a compiled scenario."""
    blocks = []
    with heeding_interrupts() as heed:
        for first in range(0, games, AT_ONCE):
            episodes = np.arange(first, min(games, first + AT_ONCE))
            blocks.append(_block(compiled, bot, seed, episodes))
            heed()
            done(len(episodes))
    trusts = np.concatenate([days for _, days in blocks], axis=1)
    figures = {name: np.concatenate([found[name] for found, _ in blocks]) for name in FIGURES}
    return PlayedByRules(figures, np.quantile(trusts, (0.1, 0.5, 0.9), axis=1).T)


def _block(compiled: Compiled, bot: Bot, seed: int, episodes: Array) -> tuple[dict[str, Array], Array]:
    """Figures by name (B,), and trust of everybody (days + 1, all of them), 0..100."""
    days: list[Array] = []
    first = begin(compiled, seed, episodes)
    human = first.people.human > 0.5

    def note(position: Position) -> None:
        days.append(100.0 * trust(position.state, position.people, compiled.rules.params)[human])

    def watch(_morning: Position, _plan: DayPlan, after: Position) -> None:
        note(after)

    note(first)
    final = play(compiled, bot, seed, episodes, watch, lasting=False, first=first)
    result = outcome_of(final)
    gone = human.sum(axis=1) * (1.0 - result.following)
    return {"score": result.score, "bought": result.bought, "gone": gone}, np.stack(days)
