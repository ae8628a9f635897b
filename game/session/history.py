"""The days that have been played, as values."""

from dataclasses import dataclass, replace
from functools import cached_property

from game.engine.days import day_explained
from game.engine.position import DayPlan, Position
from game.engine.seen.seen_conditions import signs_of_one
from game.engine.seen.situations import posted_often, situation_of, situation_of_post, worth_to_known
from game.model import Day
from game.model.arrays import Array
from game.model.explain import amounts
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

    @cached_property
    def causes(self) -> dict[str, Array]:
        """The change of each follower's trust by each cause (1, F), −1..1, before the day's events to the evening."""
        morning = self.morning
        return amounts(self.day, morning.dawn, morning.ledger, morning.people, morning.compiled.rules.params)

    @cached_property
    def situations(self) -> tuple[tuple[str, str], ...]:
        """Each move of the day with the situation in which it was made."""
        return tuple((item.move, situation_before(self.morning, item)) for item in self.items)


def situation_before(morning: Position, item: PlanMove) -> str:
    """The situation in which a move was made.

    Args:
        morning: of its day.
        item: the move, to one follower or to all.
    """
    content = list(morning.compiled.scenario.content).index(item.content) if item.content else -1
    if not item.who:
        worth = float(worth_to_known(morning.ledger, morning.seems[0, :, content])) if item.content else -1.0
        return situation_of_post(item.move, posted_often(morning.ledger), worth)
    column = morning.compiled.ids.index(item.who)
    signs = signs_of_one(morning.ledger, column)
    return situation_of(item.move, replace(signs, seems=morning.seems[0, column, content]) if item.content else signs)


def move_made(items: tuple[PlanMove, ...], follower: str) -> PlanMove | None:
    """The direct move made to a follower on a day, an introduction to either included."""
    return next((i for i in items if follower in {i.who, i.other}), None)
