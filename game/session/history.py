"""The days that have been played, as values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game.engine.days import day_explained
from game.engine.position import DayPlan, Position
from game.engine.seen.message_to_all import TO_ALL, sent_by_events
from game.engine.seen.odds_asked import agreed_by
from game.engine.seen.seen_conditions import Signs, signs_of_one
from game.engine.seen.situations import posted_often, situation_of, situation_of_post, worth_to_known
from game.model import Day
from game.model.arrays import Array
from game.model.explain import amounts
from game.model.state import NEVER
from game.session.entries import PlanMove


@dataclass(frozen=True, eq=False)
class DayPlayed:
    """One day of a run."""

    morning: Position  # before its choices
    plan: DayPlan
    items: tuple[PlanMove, ...]
    to_all_age: Array | None = None  # (F,) days since a message to everybody reached each; None for never

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
    def to_all_age_after(self) -> Array | None:
        """The same on the next morning: a message may have been sent by you, by an event, or by your answer to one."""
        reached = reached_by_all(self.morning, self.items)
        if self.to_all_age is None and not reached.any():
            return None
        older = np.full(reached.shape, NEVER) if self.to_all_age is None else self.to_all_age + 1.0
        return np.where(reached, 0.0, older)

    @cached_property
    def situations(self) -> tuple[tuple[str, str], ...]:
        """Each move of the day with the situation in which it was made."""
        return tuple((item.move, situation_before(self.morning, item, self.to_all_age)) for item in self.items)


def to_all_age(history: Sequence[DayPlayed]) -> Array | None:
    """Days since a message to everybody reached each follower (F,), 0 on the morning after; None for never.

    Args:
        history: the days that have been played.
    """
    return history[-1].to_all_age_after if history else None


def reached_by_all(morning: Position, items: Sequence[PlanMove]) -> Array:
    """Whom a message to everybody reaches on a day (F,) boolean.

    Args:
        morning: of the day, with its events as they were answered.
        items: what is planned.
    """
    compiled, here = morning.compiled, morning.ledger.present[0] > 0.5
    to_all = compiled.rules.moves.index(TO_ALL)
    found = here & any(item.move == TO_ALL and not item.who for item in items)
    for _, sent in sent_by_events(morning):
        if int(sent.move) == to_all:
            found = found | (here & sent.who)
    return np.asarray(found)


def signs_seen(morning: Position, to_all_age: Array | None, column: int) -> Signs:
    """All that can be seen of a follower on a morning, with what went to everybody.

    Args:
        morning: of the day.
        to_all_age: (F,) days since a message to everybody reached each; None for never.
        column: of the follower.
    """
    return signs_of_one(morning.ledger, column, NEVER if to_all_age is None else float(to_all_age[column]))


def situation_before(morning: Position, item: PlanMove, to_all_age: Array | None = None) -> str:
    """The situation in which a move was made.

    Args:
        morning: of its day.
        item: the move, to one follower or to all.
        to_all_age: (F,) days since a message to everybody reached each; None for never.
    """
    content = list(morning.compiled.scenario.content).index(item.content) if item.content else -1
    if not item.who:
        worth = float(worth_to_known(morning.ledger, morning.seems[0, :, content])) if item.content else -1.0
        return situation_of_post(item.move, posted_often(morning.ledger), worth)
    column = morning.compiled.ids.index(item.who)
    signs = signs_seen(morning, to_all_age, column)
    return situation_of(item.move, replace(signs, seems=morning.seems[0, column, content]) if item.content else signs)


def move_made(items: tuple[PlanMove, ...], follower: str) -> PlanMove | None:
    """The direct move made to a follower on a day, an introduction to either included."""
    return next((i for i in items if follower in {i.who, i.other}), None)


def asked_of(played: DayPlayed, item: PlanMove) -> int | None:
    """Of a hundred who looked like the one who was asked, how many say yes; None where nobody has counted.

    Args:
        played: the day.
        item: the move, to one follower.
    """
    return asked_on(played.morning, played.to_all_age, item)


def asked_on(morning: Position, to_all_age: Array | None, item: PlanMove) -> int | None:
    """The same on a morning.

    Args:
        morning: of the day.
        to_all_age: (F,) days since a message to everybody reached each; None for never.
        item: the move, to one follower.
    """
    signs = signs_seen(morning, to_all_age, morning.compiled.ids.index(item.who))
    return agreed_by(item.move, situation_before(morning, item, to_all_age), signs)
