"""From which likelihood of a yes waiting longer gains nothing, day by day: what *ready* means, computed for a scenario.

Somebody is asked once in good time or not at all, so it is a matter of optimal stopping (Longstaff, Schwartz 2001):
people are courted in many games and never asked, and from the last day back it is looked, of all who stand as high,
whether a yes or a no now is worth more than what the best later day brings. Those who leave, tire or buy elsewhere
meanwhile bring nothing.
"""

from functools import lru_cache

import numpy as np

from game.bots.play import BLOCK, play
from game.bots.registry import bots
from game.engine.days import begin
from game.engine.position import DayPlan, Position
from game.kernel.kernels import kernel_of_one
from game.model import readiness
from game.model.arrays import Array
from game.model.readings import RATHER_YES
from game.scenario.compiling.compile import Compiled

COURTING = "never_asks"
"""The bot that courts: it listens and gives, and leaves the question out, so that no answer disturbs what follows."""
SEED = 20_261
FIRST_COURTED = 1 << 22  # none that anybody plays
COURTED = 130_000  # people times days: some 250 games of four weeks
GAMES = (32, 384)  # at least and at most
STEPS = np.arange(RATHER_YES, 0.995, 0.01)
FEWEST_TO_TELL = 20  # people who would rather say yes on a day; with fewer, its bar is that of the day after
ROUNDS = 5  # until what a no costs has settled


@lru_cache(maxsize=32)
def ready_from(compiled: Compiled) -> Array:
    """The likelihood of a yes to a proposal from which somebody is ready, on each day (days + 2,), one half or more.

    The first is of no day, the last of the day after the game. Where nobody ever wants what is sold, it is one half.

    Args:
        compiled: the scenario.
    """
    found = np.full(compiled.days + 2, RATHER_YES)
    likely = _courted(compiled)
    if likely.shape[1]:
        cost = RATHER_YES
        for _ in range(ROUNDS):
            bars, cost = stopping(likely, cost)
        padded = np.pad(bars, 1, mode="edge")
        found[2:-2] = ((padded[:-2] + bars + padded[2:]) / 3.0)[:-1]  # neighbours differ by chance alone
        found[1] = found[2]
    found.flags.writeable = False
    return found


def stopping(likely: Array, cost: float) -> tuple[Array, float]:
    """The bars of some days (D,), and the share of people who say yes if they are asked by them, once.

    Args:
        likely: (D, N) likelihood of a yes of some people, day by day; 0 once they can be won no more.
        cost: of a no, in sales. The business half of the score is the share of right questions among all that were
            asked or should have been, so a no costs as much of a sale as that share.

    >>> bars, won = stopping(np.array([[0.605, 0.9] * 20, [0.9, 0.7] * 20]), 0.5)
    >>> [round(float(bar), 2) for bar in bars], round(won, 2)
    ([0.61, 0.5], 0.9)
    """
    bars = np.full(len(likely), RATHER_YES)
    worth = np.zeros(likely.shape[1])  # of waiting
    won = np.zeros(likely.shape[1])
    for day in range(len(likely) - 1, -1, -1):
        here = likely[day]
        asked = here - cost * (1.0 - here)
        if (here >= RATHER_YES).sum() < FEWEST_TO_TELL:
            bars[day] = bars[min(day + 1, len(bars) - 1)]
        else:
            bars[day] = STEPS[int(np.argmax([np.where(here >= bar, asked, worth).mean() for bar in STEPS]))]
        worth = np.where(here >= bars[day], asked, worth)
        won = np.where(here >= bars[day], here, won)
    return bars, float(won.mean())


def _courted(compiled: Compiled) -> Array:
    """Likelihood of a yes (days − 1, N) on every morning but the first of all who want what is sold, never asked."""
    per_game = compiled.followers * compiled.days
    games = int(np.clip(COURTED // max(1, per_game), *GAMES))
    blocks = [FIRST_COURTED + np.arange(at, min(games, at + BLOCK)) for at in range(0, games, BLOCK)]
    return np.concatenate([_of_games(compiled, block) for block in blocks], axis=1)


def _of_games(compiled: Compiled, episodes: Array) -> Array:
    first = begin(compiled, SEED, episodes, kernel_of_one())
    wants = (first.people.buys > 0.5) & (first.people.human > 0.5)
    found: list[Array] = []

    def watch(_morning: Position, _plan: DayPlan, after: Position) -> None:
        if not after.finished:
            likely = readiness(after.state, after.ledger, after.people, compiled.rules.params)
            open_still = (after.ledger.present > 0.5) & (after.state.elsewhere < 0.5) & (after.ledger.bought < 0.5)
            found.append(np.where(open_still, likely, 0.0)[wants])

    play(compiled, bots()[COURTING], SEED, episodes, watch, lasting=False, first=first)
    return np.array(found).reshape(len(found), int(wants.sum()))
