"""Whom the answer to an event is about, so that it leaves a trace in the thread with them."""

import re
from collections.abc import Mapping, Sequence

from game.engine.position import Position
from game.engine.seen.message_to_all import TO_ALL
from game.scenario.format.schema_story import Event, WrittenChoice
from game.session.entries import PlanMove

EVERYONE = "everyone"
"""What an author writes for all."""


def concerned(event: Event, chosen: WrittenChoice, first_names: Mapping[str, str]) -> list[str]:
    """Ids of those whom the answer names, or whom the event names and the answer is done to.

    A message to everybody concerns everybody.

    Args:
        event: as its author wrote it.
        chosen: its answer.
        first_names: of those who are there, by id.
    """
    if chosen.do is not None and chosen.do.move == TO_ALL:
        return [who for who in first_names if who in chosen.do.who or EVERYONE in chosen.do.who]
    done_to = {*(chosen.change.who if chosen.change else ()), *(chosen.do.who if chosen.do else ())}
    answer, told = f"{chosen.label} {chosen.reply}", f"{event.title} {event.text}"
    return [
        who for who, first in first_names.items() if _names(answer, first) or (who in done_to and _names(told, first))
    ]


def made_to(chosen: WrittenChoice, who: str) -> str:
    """Id of the move that the answer to an event makes to somebody in your name, or "".

    Args:
        chosen: the answer, as its author wrote it.
        who: id of a follower.
    """
    return chosen.do.move if chosen.do and not {who, EVERYONE}.isdisjoint(chosen.do.who) else ""


def _names(text: str, first: str) -> bool:
    return re.search(rf"\b{re.escape(first)}\b", text) is not None


def sent_to_all(morning: Position, items: Sequence[PlanMove]) -> bool:
    """Whether a message goes to everybody on a day: by the plan, or by the answer to an event of the morning.

    Args:
        morning: of a single game, its events answered.
        items: the plan.
    """
    return any(item.move == TO_ALL for item in items) or answered_to_all(morning)


def answered_to_all(morning: Position) -> bool:
    """Whether the answer to an event of the morning of a single game sent a message to everybody."""
    events = zip(morning.compiled.scenario.timeline.values(), morning.fresh[0], morning.chosen[0], strict=True)
    answers = (event.choices[number] for event, fresh, number in events if fresh and number >= 0)
    return any(answer.do and answer.do.move == TO_ALL and EVERYONE in answer.do.who for answer in answers)
