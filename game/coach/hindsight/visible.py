"""What could be seen of a run, day by day, and nothing else: all that a belief is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from game.engine.position import DayPlan, Position
from game.errors import Refused
from game.model import Ledger, Signals
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled
from game.session.playthrough import Playthrough

_Rows = TypeVar("_Rows", Ledger, Signals, DayPlan)


@dataclass(frozen=True, eq=False)
class VisibleDay:
    """One day of one game. F followers, C contents, E events."""

    day: int
    ledger: Ledger  # (1, F) of the morning
    evening: Ledger  # (1, F) of the next morning
    signals: Signals  # (1, F) of the night
    plan: DayPlan  # (1, F) and (1,)
    seems: Array  # (1, F, C) what contents seem worth, as far as profiles were read
    happened: tuple[tuple[int, int], ...]  # events of the morning, each with its answer or −1


@dataclass(frozen=True, eq=False)
class VisibleRun:
    """What could be seen of a run until a morning."""

    compiled: Compiled
    days: tuple[VisibleDay, ...]
    morning: tuple[tuple[int, int], ...]  # events of the last morning, each with its answer or −1
    ledger: Ledger  # (1, F) of the last morning

    def until(self, day: int) -> "VisibleRun":
        """What could be seen by the morning of a day, 1..the last morning."""
        if day > len(self.days):
            return self
        cut = self.days[day - 1]
        return VisibleRun(self.compiled, self.days[: day - 1], cut.happened, cut.ledger)


def visible_run(now: Playthrough) -> VisibleRun:
    """What could be seen of a playthrough.

    Raises:
        Refused: no day of it has been played.
    """
    if not now.history:
        raise Refused("No day of this run has been played yet. Play one, and ask again.")
    mornings = [played.morning for played in now.history]
    return visible_days(mornings, [played.plan for played in now.history], now.position)


def visible_days(mornings: Iterable[Position], plans: Iterable[DayPlan], last: Position, row: int = 0) -> VisibleRun:
    """What could be seen of one of some games that were played together.

    Args:
        mornings: of all days played, with the answers given.
        plans: of these days.
        last: the morning after them.
        row: which of the games.
    """
    before = list(mornings)
    days = [
        VisibleDay(
            morning.day, _one(morning.ledger, row), _one(after.ledger, row), _signals(after, row),
            _one(plan, row), morning.seems[row : row + 1], _events(morning, row),
        )
        for morning, after, plan in zip(before, [*before, last][1:], plans, strict=True)
    ]  # fmt: skip
    return VisibleRun(last.compiled, tuple(days), _events(last, row), _one(last.ledger, row))


def _one(value: _Rows, row: int) -> _Rows:
    """One episode of a value whose arrays begin with episodes."""
    fields = type(value).__dataclass_fields__
    return type(value)(**{name: getattr(value, name)[row : row + 1] for name in fields})


def _signals(after: Position, row: int) -> Signals:
    if after.signals is None:
        raise ValueError(f"expected the morning after a night, got day {after.day} without one")
    return _one(after.signals, row)


def _events(morning: Position, row: int) -> tuple[tuple[int, int], ...]:
    return tuple((int(e), int(morning.chosen[row, e])) for e in np.flatnonzero(morning.fresh[row]))
