"""Lists of the debrief that one projector page does not hold are shown in parts, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.ways_told import without_score
from game.host.room.room_state import DEBRIEF, Room

TRUST, ASKED, WOULD_HAVE = 1, 2, 3  # steps of the debrief with a list that may be cut
MOST_DECISIONS = 3
MOST_COURSES = 6


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
    if room.page == TRUST and not told.conditions:
        return people, 2 if told.discrimination is not None else 3 if told.by_day.asks else 5
    if room.page == ASKED and told.courses:
        return len(told.courses), MOST_COURSES if not told.weighed and not told.brought else MOST_COURSES // 2
    if room.page == WOULD_HAVE and told.decisions:
        return len(told.decisions), MOST_DECISIONS
    if room.page == WOULD_HAVE and not without_score(told.days, room):
        return people, {0: 8, 1: 5}.get(len(told.brought), 2)
    return 1, 1
