"""The days that have been played, as values."""

from dataclasses import dataclass
from functools import cached_property

from game.engine.days import day_explained
from game.engine.position import DayPlan, Position
from game.model import Day
from game.session.entries import PlanMove


@dataclass(frozen=True, eq=False)
class DayPlayed:
    """One day of a run."""

    morning: Position  # before its choices
    plan: DayPlan
    items: tuple[PlanMove, ...]

    @cached_property
    def day(self) -> Day:
        """The day taken apart, for whoever wants to know why; it costs more than to play it, so it waits until then."""
        return day_explained(self.morning, self.plan)[0]


def move_made(items: tuple[PlanMove, ...], follower: str) -> PlanMove | None:
    """The direct move made to a follower on a day, an introduction to either included."""
    return next((i for i in items if follower in {i.who, i.other}), None)
