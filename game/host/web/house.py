"""Several rooms on one server: the first lies at its root, the second at /2, and so on.

Rule: rooms share the server's process and nothing else. Each has a hall of its own: its log, keys, cookies, limits and
connections. Only the host of the first room can open others and close them.
"""

import contextlib
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from game.errors import CourtshipError
from game.host.pages.page_tools import ROOM_PATH, rendered
from game.host.room.room_codes import code_said
from game.host.store.event_log import Log
from game.host.web.application import LOST, application
from game.host.web.forms import fields_of
from game.host.web.guarding import Guard, Send, WebApp
from game.host.web.hall import Hall, new_token
from game.host.web.host_routes import HOST_COOKIE
from game.host.web.limits import Limits
from game.host.web.room_opening import open_by, opening_values
from game.host.web.screen_routes import NO_KEY
from game.host.web.whole_requests import Message, Receive

MOST_ROOMS = 20
FULL = f"This machine serves {MOST_ROOMS} rooms already. Close one, or start a second server with another port."
_DOOR = re.compile(r"/(\d{1,3})(/.*)?")


class House:
    """The web application of a server with one room or several."""

    def __init__(self, first: Hall, open_log: Callable[[], Log], limits: Callable[[], Limits] = Limits) -> None:
        """A house with its first room.

        Args:
            first: the hall at the root, with its room or before one is chosen.
            open_log: opens the log once more, for a further room.
            limits: makes the limits of a room.
        """
        self._open_log, self._limits = open_log, limits
        self._halls: dict[int, Hall] = {1: first}
        self._doors: dict[int, WebApp] = {1: application(first, limits())}
        first.may_open_more = True
        first.elsewhere = self._with_code(first)
        routes = [
            Route("/host/rooms", self._page),
            Route("/host/rooms/open", self._open, methods=["POST"]),
            Route("/host/rooms/close", self._close, methods=["POST"]),
        ]
        self._desk = Guard(Starlette(routes=routes, exception_handlers=LOST), first.settings)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Leads a request to its room."""
        if scope["type"] == "lifespan":
            await self._doors[1](scope, receive, self._ending(send))
            return
        if scope["path"].startswith("/host/rooms"):
            await self._desk(scope, receive, send)
            return
        found = _DOOR.fullmatch(scope["path"])
        number = int(found[1]) if found else 1
        if found is None or number == 1 or number not in self._doors:
            await self._doors[1](scope, receive, send)
            return
        path = f"/{number}"
        within = found[2] or "/"
        inside: dict[str, Any] = {**scope, "path": within, "raw_path": within.encode(), "headers": _own(scope)}
        before = ROOM_PATH.set(path)
        try:
            await self._doors[number](inside, receive, _from_room(send, path))
        finally:
            ROOM_PATH.reset(before)

    def _ending(self, send: Send) -> Send:
        """Says that all is over once all rooms are: a server lets nothing work on after that word."""

        async def sending(message: Message) -> None:
            if message["type"].startswith("lifespan.shutdown."):
                for number in [n for n in self._halls if n > 1]:
                    await self._end(number)
            await send(message)

        return sending

    # --- the desk: which rooms there are -----------------------------------------------------------------------------

    def _refused(self, request: Request) -> Response | None:
        if self._halls[1].is_host(request.cookies.get(HOST_COOKIE, "")):
            return None
        return HTMLResponse(rendered("no_key.html", told=NO_KEY, stamp="", role="host", title="The host’s page"), 403)

    async def _page(self, request: Request) -> Response:
        return self._refused(request) or self._rooms("")

    def _rooms(self, told: str, status: int = 200) -> Response:
        first = self._halls[1]
        if first.room is None:
            return RedirectResponse("/host", 303)
        try:
            with contextlib.closing(self._open_log()) as log:  # of its own: the rooms' writers are busy with theirs
                values = opening_values(log, first.settings, self._open_now())
        except CourtshipError as error:
            return HTMLResponse(rendered("no_key.html", told=str(error), stamp="", role="host", title="Rooms"), 503)
        values |= {
            "open_at": "/host/rooms/open", "rooms": [_row(n, hall) for n, hall in self._halls.items()],
        }  # fmt: skip
        return HTMLResponse(rendered("host_rooms.html", **values, told=told, command=new_token()), status)

    async def _open(self, request: Request) -> Response:
        """Opens a further room."""
        if refused := self._refused(request):
            return refused
        if len(self._halls) >= MOST_ROOMS:
            return self._rooms(FULL, 409)
        number = next(n for n in range(2, MOST_ROOMS + 2) if n not in self._halls)
        hall = None
        try:
            fields = fields_of(await request.body())
            settings = replace(self._halls[1].settings, path=f"/{number}")
            hall = Hall(self._open_log(), settings, new_token(), new_token())
            open_by(hall, fields, self._open_now())
        except CourtshipError as error:
            if hall is not None:
                hall.log.close()
            return self._rooms(str(error), 409)
        hall.elsewhere = self._with_code(hall)
        self._halls[number], self._doors[number] = hall, application(hall, self._limits())
        hall.start()
        return RedirectResponse("/host/rooms", 303)

    async def _close(self, request: Request) -> Response:
        """Closes a room; it is kept."""
        if refused := self._refused(request):
            return refused
        try:
            number = fields_of(await request.body()).get("number", "")
        except CourtshipError as error:
            return self._rooms(str(error), 409)
        if not number.isdecimal() or len(number) > 3 or int(number) < 2 or int(number) not in self._halls:
            return self._rooms("That room is closed already.", 409)
        await self._end(int(number))
        return RedirectResponse("/host/rooms", 303)

    async def _end(self, number: int) -> None:
        hall = self._halls.pop(number)
        del self._doors[number]
        try:
            await hall.stop()
        except Exception:
            logging.getLogger(__name__).exception("Room %d did not end in order; its log is whole.", number)

    def _open_now(self) -> frozenset[str]:
        return frozenset(hall.room.opening.id for hall in self._halls.values() if hall.room is not None)

    def _with_code(self, asked: Hall) -> Callable[[str], str]:
        def elsewhere(code: str) -> str:
            """The address of another room with this code, which came in at the wrong door; "" when there is none."""
            for hall in self._halls.values():
                if hall is not asked and hall.room is not None and hall.room.code == code:
                    return f"{hall.settings.origin}/j/{code}"
            return ""

        return elsewhere


def _row(number: int, hall: Hall) -> dict[str, Any]:
    room = hall.room
    link = f"{hall.settings.path}/host?key={hall.host_key}"
    if room is None:
        return {"number": number, "title": "No scenario yet", "here": 0, "day": 0, "code": "–", "link": link}
    return {
        "number": number, "title": room.opening.title, "here": len(room.here), "day": room.day,
        "code": code_said(room.code), "link": link,
    }  # fmt: skip


def _own(scope: Message) -> list[tuple[bytes, bytes]]:
    """The headers with each cookie once: browsers send that of the longer path first, which is the room's own."""
    found = []
    for name, value in scope["headers"]:
        if name == b"cookie":
            own: dict[bytes, bytes] = {}
            for pair in value.split(b";"):
                own.setdefault(pair.strip().partition(b"=")[0], pair.strip())
            value = b"; ".join(own.values())  # noqa: PLW2901
        found.append((name, value))
    return found


def _from_room(send: Send, path: str) -> Send:
    """Sends what a room answers, with its redirects and cookies kept below its path."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [(name, _below(name, value, path.encode()))
                                              for name, value in message["headers"]]}  # fmt: skip
        await send(message)

    return sending


def _below(name: bytes, value: bytes, path: bytes) -> bytes:
    if name == b"location" and value.startswith(b"/"):
        return path + value
    return re.sub(rb"(?i)(;\s*path=)/(?=;|$)", rb"\1" + path, value) if name == b"set-cookie" else value
