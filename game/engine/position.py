"""What is true of a batch of games on a morning, and what is done on a day: values, and nothing else.

A `Position` is everything that is true of B episodes on a morning. A single game is a batch of one, so the player,
the bots and the coach's what-ifs run the very same code.
"""

from dataclasses import dataclass

import numpy as np

from game.kernel.interface import Kernel
from game.model import Ledger, People, Signals, State
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


@dataclass(frozen=True, eq=False)
class Position:
    """B episodes on a morning. F followers, C contents, E events."""

    compiled: Compiled
    kernel: Kernel  # what computes the games; every kernel gives the same bits
    seed: int
    episodes: Array  # (B,)
    day: int  # the day to be played, 1..days; days + 1 when all is over
    people: People
    lives: Array  # (B, F) int64, which of the lives of the file each has; 0 where there is only one
    state: State
    dawn: State  # the state before this morning's events
    ledger: Ledger
    hours: Array  # (B,) attention a day
    besides: Array  # (B,) hours more or less of this day alone
    due: Array  # (B, E) int64, the day of each event; 0 where a condition decides, −1 where this game has another one
    happened: Array  # (B, E) boolean
    fresh: Array  # (B, E) boolean, happened this morning
    answered: Array  # (B, E) boolean, a choice was made or none is needed
    chosen: Array  # (B, E) int64, number of the answer that was given to each event, or −1
    unlocked: Array  # (B, C) boolean
    made: Array  # (B, C) boolean, posted or shared before
    seems: Array  # (B, F, C) 0..1 in quarters, what each content seems worth to each, as far as profiles were read
    signals: Signals | None  # of last night
    brought: tuple[tuple[int, int], ...] = ()  # day and number of events that somebody else brings, whoever plays

    @property
    def hours_today(self) -> Array:
        """Hours of attention that this day has (B,), 0..24."""
        found: Array = np.clip(self.hours + self.besides, 0.0, 24.0)
        return found

    @property
    def finished(self) -> bool:
        """All days have been played."""
        return self.day > self.compiled.days

    @property
    def shape(self) -> tuple[int, int]:
        """How many episodes B and followers F there are."""
        return self.people.motive.shape[0], self.people.motive.shape[1]


@dataclass(frozen=True, eq=False)
class DayPlan:
    """What is done on a day in terms of moves and contents. −1: no content."""

    move: Array  # (B, F) rows of the move table, 0 for none
    content: Array  # (B, F) int64
    post: Array  # (B,) rows, 0 for none
    post_content: Array  # (B,) int64
    partner: Array  # (B, F) int64, the other one of an introduction, or −1


def empty_plan(episodes: int, followers: int) -> DayPlan:
    """A day on which nothing is done."""
    none = np.full((episodes, followers), -1, dtype=np.int64)
    return DayPlan(
        np.zeros((episodes, followers), dtype=np.int64),
        none,
        np.zeros(episodes, dtype=np.int64),
        np.full(episodes, -1, dtype=np.int64),
        none,
    )
