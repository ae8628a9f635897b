"""Which game to play next: one that a bot with somebody's tendency wins to half or two thirds.

A game that it wins whole teaches nothing new, and one that it loses whole only that it was hard. What it wins is its
score against the best of all bots with the same people and the same chance.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.bots.bot import Bot
from game.bots.play import play
from game.bots.registry import bots
from game.coach.learner.tendency import Tendency, tending_bot
from game.engine.days import outcome_of
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled
from game.scenario.format.difficulty import Difficulty

LEAST_WON, MOST_WON = 0.5, 2.0 / 3.0
MIDDLE = (LEAST_WON + MOST_WON) / 2
TINY = 1e-9  # points
EPISODES = 16
"""Games of each scenario and difficulty that are looked at."""


@dataclass(frozen=True)
class CaseOffered:
    """A scenario at a difficulty from which a case may be taken."""

    scenario: str  # id
    difficulty: Difficulty
    compiled: Compiled


@dataclass(frozen=True)
class CaseToPlay:
    """A game that is worth playing next, and why."""

    scenario: str
    title: str
    difficulty: Difficulty
    seed: int
    episode: int
    won: float  # 0..100, the score that the tendency's bot comes to
    best: float  # 0..100, the best that is known with these people and this chance
    why: str

    @property
    def share(self) -> float:
        """What the tendency's bot wins, as `share_won` has it."""
        return float(share_won(self.won, self.best))


def share_won(won: Array | float, best: Array | float) -> Array:
    """What is won, 0..1 of the best that is known, in the shape of both; 0 where nothing can be won.

    So a game in which nobody wins anything is the farthest from one that is worth playing.

    >>> share_won(np.array([3.0, 0.0]), np.array([4.0, 0.0])).tolist()
    [0.75, 0.0]
    """
    return np.asarray(np.where(np.greater(best, 0.0), won / np.maximum(best, TINY), 0.0))


def next_case(tendency: Tendency, offered: Iterable[CaseOffered], seed: int) -> CaseToPlay | None:
    """The first offered scenario with a game that is won to half or two thirds; else the nearest of all games.

    Args:
        tendency: of the learner.
        offered: scenarios, the most wanted first.
        seed: of the games that are looked at, 0..2**32 − 1.
    """
    nearest: CaseToPlay | None = None
    for one in offered:
        won, best = _scores(one.compiled, tending_bot(tendency), seed)
        away = np.abs(share_won(won, best) - MIDDLE)
        number = int(away.argmin())
        found = _case(tendency, one, seed, number, float(won[number]), float(best[number]))
        if LEAST_WON <= found.share <= MOST_WON:
            return found
        if nearest is None or abs(found.share - MIDDLE) < abs(nearest.share - MIDDLE):
            nearest = found
    return nearest


def _scores(compiled: Compiled, bot: Bot, seed: int) -> tuple[Array, Array]:
    """What a bot comes to in some games (N,), and the best of all bots in the same ones."""
    episodes = np.arange(EPISODES)
    won = outcome_of(play(compiled, bot, seed, episodes)).score
    every = [outcome_of(play(compiled, other, seed, episodes)).score for other in bots().values()]
    return won, np.max([won, *every], axis=0)


def _case(tendency: Tendency, one: CaseOffered, seed: int, episode: int, won: float, best: float) -> CaseToPlay:
    figures = f"{tendency.who} wins {won:.0f} of the {best:.0f} points that are known to be possible with these people"
    why = f"{figures}. The rest is for {tendency.left}."
    return CaseToPlay(
        scenario=one.scenario, title=one.compiled.scenario.title, difficulty=one.difficulty, seed=seed,
        episode=episode, won=won, best=best, why=why,
    )  # fmt: skip
