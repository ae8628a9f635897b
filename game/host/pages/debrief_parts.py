"""Lists of the debrief that one projector page does not hold are shown in parts, one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from game.host.debriefing.decisions_told import Decision
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.ways_told import without_score
from game.host.room.room_state import DEBRIEF, Room

TRUST, ASKED, WOULD_HAVE = 1, 2, 3  # steps of the debrief
MOST_DECISIONS = 3
MOST_COURSES = 6
TELLING = 0.5  # points of trust from which another option is said to have brought more


@dataclass(frozen=True)
class ListPart:
    """A part of a list."""

    place: int  # 0..
    of: int
    start: int  # in the list, 0..
    end: int
    whole: int  # how long the list is

    @property
    def told(self) -> str:
        """Which part it is, in words; "" where the list is whole."""
        if self.of < 2:
            return ""
        shown = f"{self.start + 1} to {self.end}" if self.end > self.start + 1 else f"{self.end}"
        return f"{shown} of {self.whole}"

    def of_list(self, items: Sequence[Any]) -> Sequence[Any]:
        """What the part has of the list."""
        return items[self.start : self.end]


def part_of(room: Room, told: RoomDebrief | None) -> ListPart:
    """The part of the present step's list that is shown; a single whole one where the step has none.

    Args:
        room: as committed.
        told: its debrief, or None as long as it is made.
    """
    whole, fit = _list_of(room, told)
    count = max(1, -(-whole // fit))
    place = min(room.part, count - 1)
    return ListPart(place=place, of=count, start=place * fit, end=min(whole, (place + 1) * fit), whole=whole)


def _list_of(room: Room, told: RoomDebrief | None) -> tuple[int, int]:
    """How long the list of the present step is, and how much of it a page holds."""
    if told is None or room.stage != DEBRIEF:
        return 1, 1
    people = len(told.followers)
    if room.page == ASKED and told.courses:
        below = told.weighed or told.brought or told.asked_many
        return len(told.courses), MOST_COURSES // 2 if below else MOST_COURSES
    if room.page == WOULD_HAVE and told.decisions:
        return len(told.decisions), MOST_DECISIONS
    if room.page == WOULD_HAVE and not without_score(told.days, room):
        return people, {0: 8, 1: 5}.get(len(told.brought), 2)
    return 1, 1


def telling_decisions(told: RoomDebrief) -> list[Decision]:
    """The votes to talk about, three of them: first the one whose other option would have brought most, then the rest.

    The rest are those for which another choice would have changed most, in either direction, in the order of days.
    """
    mistakes = [d for d in told.decisions if d.best > (0, TELLING) and not d.looked]
    first = sorted(mistakes, key=lambda d: d.best, reverse=True)[:1]
    rest = sorted((d for d in told.decisions if d not in first), key=lambda d: d.most, reverse=True)[
        : MOST_DECISIONS - len(first)
    ]
    return first + sorted(rest, key=lambda d: d.day)


def in_telling_order(told: RoomDebrief) -> list[Decision]:
    """All votes: first those to talk about, then the others by day."""
    first = telling_decisions(told)
    return first + [decision for decision in told.decisions if decision not in first]


def with_looking(decisions: Iterable[Decision]) -> bool:
    """Whether some of the votes had looking around among their options, whose worth points of trust do not tell."""
    return any(decision.looked or any(other.looks for other in decision.others) for decision in decisions)
