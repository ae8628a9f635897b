"""Who is connected. Each connection has one mark that something changed, and no queue: the newest state is enough."""

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field

from game.host.room.room_state import Room
from game.host.room.steps import HOST

GUEST, SCREEN = "guest", "screen"
PER_GUEST = 2  # sockets
COUNT_EVERY = 2.0  # seconds between two counts of votes on phones
BEAT_EVERY = 1.2  # seconds after which every page hears that the server is there
SLICES = 8  # parts of all connections that hear it one after the other, so that a room's beats do not come at once


@dataclass(eq=False)
class Connection:
    """An open socket."""

    role: str
    guest: str = ""  # id, for guests
    woken: asyncio.Event = field(default_factory=asyncio.Event)  # something is to be said
    news: bool = False  # the state; without it only that the server is there
    gone: bool = False  # a newer one of the same guest took its place
    over: bool = False  # the host has ended the room

    def mark(self) -> None:
        """Tells that its page may be out of date."""
        self.news = True
        self.woken.set()


class Hub:
    """All connections of a room."""

    def __init__(self) -> None:
        self._all: set[Connection] = set()
        self._guests: dict[str, list[Connection]] = defaultdict(list)
        self._counting = False
        self._left: dict[str, float] = {}  # guest -> when the last of their sockets closed, monotonic seconds

    def __len__(self) -> int:
        return len(self._all)

    def enter(self, connection: Connection) -> None:
        """Adds a connection; of one guest's the oldest gives way."""
        self._all.add(connection)
        if connection.guest:
            own = self._guests[connection.guest]
            own.append(connection)
            self._left.pop(connection.guest, None)
            while len(own) > PER_GUEST:
                oldest = own.pop(0)
                oldest.gone = True
                oldest.mark()
            self._mark_staff()

    def leave(self, connection: Connection) -> None:
        """Takes a connection away."""
        self._all.discard(connection)
        own = self._guests.get(connection.guest, [])
        if connection in own:
            own.remove(connection)
            if not own:
                self._left[connection.guest] = time.monotonic()
                self._mark_staff()

    def left_before(self, guest: str, ago: float) -> None:
        """Tells of somebody who was here before this server began, seconds ago, and is not connected yet."""
        self._left[guest] = time.monotonic() - max(0.0, ago)

    def acted(self, guest: str) -> None:
        """Tells that somebody acted just now, on a phone that may have no socket."""
        if guest in self._left:
            self._left[guest] = time.monotonic()

    def away(self, guest: str) -> float:
        """Seconds since a guest was connected or acted last; 0 while they are, or when they never were."""
        return time.monotonic() - self._left[guest] if guest in self._left else 0.0

    def mark(self, before: Room, now: Room) -> None:
        """Marks who must see a change: host and screen any, a guest what is everybody's or their own."""
        everybody = (before.scene, before.stage, before.clock, before.page) != (
            now.scene,
            now.stage,
            now.clock,
            now.page,
        )
        changed = {g for g, guest in now.guests.items() if guest is not before.guests.get(g)} | {
            g for g in now.votes if now.votes[g] != before.votes.get(g)
        }
        for connection in self._all:
            if connection.role != GUEST or everybody or connection.guest in changed:
                connection.mark()
        if not self._counting and len(before.votes) != len(now.votes):
            self._counting = True
            asyncio.get_running_loop().call_later(COUNT_EVERY, self._count)

    async def beat(self) -> None:
        """Wakes every connection again and again, as long as it runs; one timer for all."""
        part = 0
        while True:
            await asyncio.sleep(BEAT_EVERY / SLICES)
            for connection in list(self._all)[part::SLICES]:
                connection.woken.set()
            part = (part + 1) % SLICES

    def mark_all(self) -> None:
        """Marks everybody."""
        for connection in self._all:
            connection.mark()

    def end(self) -> None:
        """Lets every connection hear that the host has ended the room."""
        for connection in self._all:
            connection.over = True
            connection.mark()

    def _count(self) -> None:
        """Tells all phones how many have voted."""
        self._counting = False
        self.mark_all()

    def _mark_staff(self) -> None:
        for connection in self._all:
            if connection.role == HOST:
                connection.mark()
