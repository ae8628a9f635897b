"""Games in which everybody is courted and nobody is asked: what could be seen each morning, and who was ready."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.bots.courted.ready_from import COURTING, ready_from
from game.bots.play import play
from game.bots.registry import bots
from game.engine.position import DayPlan, Position
from game.model import Ledger, readiness
from game.model.arrays import Array
from game.model.readings import is_ready
from game.model.state import AGES
from game.scenario.compiling.compile import Compiled

COUNTS = (
    "warm", "short", "cool", "questions", "needs", "prices", "asked_how", "baits", "errands", "pitches", "shares",
    "likes", "contacts", "looked", "turns", "standing",
)  # fmt: skip
FADING_DAYS = 5.0  # days for which what was seen is fresh
NOBODY = -1
"""Stands for everybody whose name is drawn anew for each game, so that it cannot be known by heart."""


@dataclass(frozen=True, eq=False)
class Cases:
    """Followers on mornings, one a row. N cases, S signs."""

    names: Array  # (N,) column of the follower, or `NOBODY`
    days: Array  # (N,)
    episodes: Array  # (N,) place in the batch
    signs: Array  # (N, S)
    ready: Array  # (N,) boolean
    motives: Array  # (N,) row

    def of(self, some: Array) -> "Cases":
        """Some of the cases, by a mask (N,)."""
        return Cases(*(getattr(self, name)[some] for name in self.__dataclass_fields__))


def signs_of(ledger: Ledger) -> Array:
    """What can be seen of each follower (..., S): what happened lately, and how often. No name."""
    ages = [np.exp(-np.minimum(getattr(ledger, name), 200.0) / FADING_DAYS) for name in AGES]
    counts = [np.log1p(getattr(ledger, name)) for name in COUNTS]
    answers = ledger.warm + ledger.short + ledger.cool
    tells = [ledger.tell, ledger.glow]  # the last one as a step, and a running mean
    return np.stack(
        [*ages, *counts, *tells, ledger.warm / np.maximum(1.0, answers), np.log1p(ledger.follow_age)], axis=-1
    )


def courted(compiled: Compiled, seed: int, episodes: Array, look: Callable[[Ledger], Array] = signs_of) -> Cases:
    """Every follower who is there, on every morning but the first, in games without a question.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        look: what is taken for signs (B, F, S).
    """
    found: list[tuple[Array, ...]] = []
    columns, bars = np.arange(compiled.followers), ready_from(compiled)
    named = np.where((columns < compiled.written) | (compiled.cast.seed >= 0), columns, NOBODY)

    def watch(_morning: Position, _plan: DayPlan, after: Position) -> None:
        if after.finished:
            return
        likely = readiness(after.state, after.ledger, after.people, compiled.rules.params)
        here = (after.ledger.present > 0.5) & (after.people.human > 0.5)
        rows, who = np.nonzero(here)
        days = np.full(len(rows), after.day)
        ready = is_ready(likely, bars[after.day], after.ledger, after.people)
        found.append((named[who], days, rows, look(after.ledger)[here], ready[here], after.people.motive[here]))

    play(compiled, bots()[COURTING], seed, episodes, watch, lasting=False)
    return Cases(*(np.concatenate(parts) for parts in zip(*found, strict=True)))
