"""If you go on like this: a policy in many fresh games of a scenario, beside the patient bot and what was in reach.

Both sides of a comparison meet the same people by the same chance (common random numbers), so their difference is one
of habits. An interval is one of chance alone, since the habits are taken as they were fitted.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Bot
from game.bots.courted.ready_from import ready_from
from game.bots.play import bot_day
from game.bots.registry import bots
from game.coach.forward.forward_values import SidesCompared, WentOn
from game.coach.forward.player_policy import PlayerPolicy, policy_bot
from game.engine.batch import Batch
from game.engine.days import begin
from game.engine.epilogue import a_month_later
from game.engine.position import Position
from game.intervals import interval_of
from game.model import outcome, readiness
from game.model.arrays import Array
from game.model.readings import is_ready
from game.scenario.compiling.compile import Compiled

FIRST_EPISODE = 1 << 22
"""The number of the first of these games; no game that anybody plays comes near, so the people are new."""
GAMES = 200
YARDSTICK = "patient"
TRIED, HALVINGS, MOST_EAGER = 16, 6, 30.0  # games, steps, times the odds
PUSHED_FROM = 0.02  # trust, 0..1, that your acts have cost somebody who left


@dataclass(frozen=True, eq=False)
class PlayedForward:
    """G games by one policy."""

    score: Array  # (G,) 0..100, a month after the last day
    won: Array  # (G,) customers
    pushed: Array  # (G,) who left, and whom something that was done had cost trust
    missed: Array  # (G,) who were ready on some morning, not asked on any such, and never bought


def compared_sides(one: PlayedForward, other: PlayedForward) -> SidesCompared:
    """The figures of one side, and its lead over the other in the same games."""
    return SidesCompared(
        interval_of(one.score),
        interval_of(one.won),
        interval_of(one.pushed),
        interval_of(one.missed),
        interval_of(one.score - other.score),
    )


def play_forward(compiled: Compiled, bot: Bot, seed: int, games: int) -> PlayedForward:
    """Plays fresh games.

    Args:
        compiled: the scenario.
        bot: who plays.
        seed: of people and chance, 0..2**32 − 1.
        games: how many, 2 or more.
    """
    position = begin(compiled, seed, FIRST_EPISODE + np.arange(games))
    batch = Batch(position)
    ready, met = np.zeros(position.shape, dtype=bool), np.zeros(position.shape, dtype=bool)
    while not position.finished:
        morning, plan = bot_day(position, bot)
        now = _ready(morning)
        ready, met = ready | now, met | (now & compiled.rules.moves.for_sale[plan.move])
        position = batch.play_day(morning, plan)
    later = a_month_later(position)
    end = outcome(later.state, later.ledger, later.people, compiled.rules.params)
    bought, human = later.ledger.bought > 0.5, later.people.human > 0.5
    came = later.people.arrives <= compiled.days
    gone = human & came & (later.ledger.present < 0.5)
    return PlayedForward(
        end.score, end.bought, (gone & (later.state.harm >= PUSHED_FROM)).sum(axis=1).astype(float),
        (ready & ~met & ~bought & human).sum(axis=1).astype(float),
    )  # fmt: skip


def as_active(policy: PlayerPolicy, compiled: Compiled, seed: int) -> PlayerPolicy:
    """The policy, as eager as it takes to do as much in a scenario as the player did.

    What was seen was already cut by the hours of each day, and the policy's wishes are cut once more; so the odds of
    writing are raised until, over `TRIED` games, as much is done (bisection on the logarithm of the odds).

    Args:
        policy: of a player.
        compiled: the scenario.
        seed: of people and chance.
    """
    low, high, tried = 0.0, float(np.log(MOST_EAGER)), FIRST_EPISODE - TRIED + np.arange(TRIED)
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        bot = policy_bot(replace(policy, eager=float(np.exp(middle))), compiled.rules)
        less = share_done(compiled, bot, seed, tried) < policy.active
        low, high = (middle, high) if less else (low, middle)
    return replace(policy, eager=float(np.exp(low)))


def share_done(compiled: Compiled, bot: Bot, seed: int, episodes: Array) -> float:
    """Share of occasions on which a bot does anything, 0..1, over some games.

    Args:
        compiled: the scenario.
        bot: that plays.
        seed: of people and chance.
        episodes: of the games.
    """
    position = begin(compiled, seed, episodes)
    batch, done, occasions = Batch(position), 0.0, 0.0
    while not position.finished:
        morning, plan = bot_day(position, bot)
        here = morning.ledger.present > 0.5
        done, occasions = done + float(((plan.move > 0) & here).sum()), occasions + float(here.sum())
        position = batch.play_day(morning, plan)
    return done / max(1.0, occasions)


def _ready(morning: Position) -> Array:
    likely = readiness(morning.state, morning.ledger, morning.people, morning.compiled.rules.params)
    bar = ready_from(morning.compiled)[morning.day]
    return is_ready(likely, bar, morning.ledger, morning.people) & (morning.ledger.bought < 0.5)


def went_on(
    compiled: Compiled, bot: Bot, seed: int, games: int = GAMES, done: Callable[[int], None] = lambda _: None
) -> WentOn:
    """Where a policy leads.

    Args:
        compiled: the scenario.
        bot: who plays by the policy.
        seed: of people and chance.
        games: how many, 2 or more.
        done: told how many more of `steps` have been taken.
    """
    you = play_forward(compiled, bot, seed, games)
    done(1)
    best, patient = you.score, you
    for name, other in bots().items():
        played = play_forward(compiled, other, seed, games)
        best = np.maximum(best, played.score)
        patient = played if name == YARDSTICK else patient
        done(1)
    return WentOn(games, compared_sides(you, patient), compared_sides(patient, you), interval_of(best))


def steps() -> int:
    """How many steps `went_on` takes."""
    return 1 + len(bots())
