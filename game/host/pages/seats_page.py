"""Where seats were taken from, and which of them nobody sits in: so that one phone cannot fill a room unseen.

A router may show a whole class as one address, so an address has no limit of its own. The host sees the seats of each
address and can free many at once; a seat whose page nobody ever opened is free for whoever comes to a full room.
"""

from dataclasses import dataclass

from game.host.pages.page_tools import PageValues
from game.host.room.room_state import Guest, Room

OPENS_WITHIN = 30.0  # seconds in which a browser that joined has surely opened its page
SHOWN = 12  # names of an address


@dataclass(frozen=True)
class SeatGroup:
    """The seats that were taken from one address."""

    address: str  # "" for those taken before this server was started
    guests: tuple[Guest, ...]
    idle: tuple[Guest, ...]  # who have done nothing since they joined

    @property
    def names(self) -> str:
        """The first names, and how many more there are."""
        more = len(self.guests) - SHOWN
        return ", ".join(guest.name for guest in self.guests[:SHOWN]) + (f", and {more} more" if more > 0 else "")


class Seats:
    """What this start of the server knows of the seats of its room."""

    def __init__(self) -> None:
        self._from: dict[str, str] = {}  # guest -> address
        self._unopened: dict[str, float] = {}  # guest -> when they joined, seconds since 1970

    def taken(self, guest: str, address: str, at: float) -> None:
        """Tells that somebody has joined."""
        self._from[guest], self._unopened[guest] = address, at

    def opened(self, guest: str) -> None:
        """Tells that a page of a guest was opened."""
        self._unopened.pop(guest, None)

    def never_opened(self, room: Room, at: float) -> str:
        """The guest who has waited longest of those whose page nobody has opened; "" where there is none."""
        for guest, since in self._unopened.items():
            if at - since > OPENS_WITHIN and guest in room.guests and room.guests[guest].here:
                return guest
        return ""

    def groups(self, room: Room) -> tuple[SeatGroup, ...]:
        """The seats in use by address, the most first."""
        by_address: dict[str, list[Guest]] = {}
        for guest in room.here:
            by_address.setdefault(self._from.get(guest.id, ""), []).append(guest)
        groups = (
            SeatGroup(address, tuple(guests), tuple(guest for guest in guests if guest.acted <= guest.joined))
            for address, guests in by_address.items()
        )
        return tuple(sorted(groups, key=lambda group: -len(group.guests)))

    def chosen(self, room: Room, address: str, *, idle: bool) -> tuple[Guest, ...]:
        """Whose seats are meant by an address: all, or those who have done nothing."""
        for group in self.groups(room):
            if group.address == address:
                return group.idle if idle else group.guests
        return ()


@dataclass(frozen=True)
class AskedSeats:
    """The seats about which the host is asked before they are freed."""

    address: str
    which: str  # "idle" for those who did nothing yet
    guests: tuple[Guest, ...]


def seats_page(room: Room, seats: Seats, asked: AskedSeats | None = None) -> PageValues:
    """The page of all seats by address, or the question before some of them are freed."""
    values = {
        "room": room, "stamp": "", "role": "host", "groups": seats.groups(room), "seats": len(room.here),
        "free": max(0, room.cap - len(room.here)), "asked": asked if asked and asked.guests else None,
    }  # fmt: skip
    return "host_seats.html", values
