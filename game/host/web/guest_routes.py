"""Pages and forms of guests."""

import asyncio
import json
import secrets
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from game.errors import CourtshipError, Refused
from game.host.pages.guest_pages import HOME, Elsewhere, GuestRequest, guest_page, stamp_of
from game.host.pages.page_tools import rendered, static_files
from game.host.room.room_codes import code_typed, suggested_name
from game.host.room.room_state import DEBRIEF, Guest, Room
from game.host.room.steps import CameBack, Joined
from game.host.web.connections.server_addresses import who_asks
from game.host.web.forms import command_of, fields_of, guest_step, status_of, told_to_guest
from game.host.web.hall import Hall, hashed, new_token
from game.host.web.limits import Limits
from game.host.web.screen_routes import COOKIES_LAST, not_yet
from game.local_time import universal_time

COOKIE = "guest"
FREED = (
    "The host has freed your seat. Your game is kept: choose “I was here before” and type {}. "
    "Or join anew with the code on the big screen."
)
SENT_OUT = (
    "The host has sent you out of this room. Speak to the host: once you are let in again, this page opens your game "
    "where you left it."
)
WRONG = "There is no room with that code. It stands on the big screen: six signs, no 0, O, 1, I or L."
SURE = 16  # signs of a command that nobody else has by chance
TOO_OFTEN = "Too many wrong codes. Wait a minute, and read it from the big screen."


class GuestRoutes:
    """What guests ask for."""

    def __init__(self, hall: Hall, limits: Limits) -> None:
        self._hall = hall
        self._limits = limits

    # --- coming in -------------------------------------------------------------------------------------------------

    async def join_page(self, request: Request) -> Response:
        """The page on which one joins, with the code of the address in it."""
        if self._hall.room is None and request.cookies.get(COOKIE):
            return not_yet("guest")
        if self._guest(request) is not None:
            return RedirectResponse(HOME, 303)
        if self._is_sent_out(request):
            return _sent_out()
        freed = self._hall.freed_of(request.cookies.get(COOKIE, ""))
        told = FREED.format(freed.way_back) if freed else ""
        return self._join(code_typed(request.path_params.get("code", "")), self._suggested(), "", told)

    def _suggested(self) -> str:
        room = self._hall.room
        return suggested_name(secrets.randbelow(1600), room.names if room else frozenset())

    def _join(self, code: str, name: str, table: str, told: str = "", status: int = 200) -> Response:
        room = self._hall.room
        right = room is not None and secrets.compare_digest(code.encode(), room.code.encode())
        found = ""
        if room is not None and right:
            here = len(room.here)
            found = f"{room.opening.title}, {here} {'person is' if here == 1 else 'people are'} here."
        return _page(
            "join.html", status, told=told, code=code, name=name, table=table, found=found, stamp="", role="guest",
            free_names=room is None or room.free_names,
        )  # fmt: skip

    async def join(self, request: Request) -> Response:
        """Takes somebody in."""
        hall, address = self._hall, _address(request)
        if self._guest(request) is not None:
            return RedirectResponse(HOME, 303)  # a phone has one seat; to share it, the first one leaves
        if self._is_sent_out(request):
            return _sent_out()
        try:
            fields = fields_of(await request.body())
        except Refused as refused:
            return self._join("", self._suggested(), "", str(refused), status_of(refused))
        code, name, table = code_typed(fields.get("code", "")), fields.get("name", ""), fields.get("table", "")
        if "another" in fields:
            return self._join(code, self._suggested(), table)
        room = hall.room
        if room is None or not secrets.compare_digest(code.encode(), room.code.encode()):
            ours = self._limits.wrong_codes.allows(address) and self._limits.wrong_codes_of_all.allows("")
            if ours and (elsewhere := hall.elsewhere(code)):
                return RedirectResponse(elsewhere, 303)
            return self._join(code, name, table, WRONG if ours else TOO_OFTEN, 403 if ours else 429)
        if not self._limits.joins.allows(address):
            return self._join(code, name, table, "Many are joining at once. Try again in a moment.", 429)
        if not room.free_names and not _is_suggestion(name):
            return self._join(code, self._suggested(), table, "Here everybody takes a suggested name.", 409)
        command = command_of(fields)
        said = json.dumps([command if len(command) >= SURE else new_token(), name, table, address])
        guest, token = hall.coming_in(said)
        try:
            if guest not in room.guests:
                await hall.free_a_seat()
            await hall.take(guest, command, Joined(guest, name[:200], table[:40], hashed(token), hall.way_back()))
        except CourtshipError as refused:
            return self._join(code, name, table, told_to_guest(refused), status_of(refused))
        if guest not in room.guests:
            hall.seats.taken(guest, address, hall.now())
        return self._with_cookie(RedirectResponse(HOME, 303), token)

    async def back_page(self, request: Request) -> Response:
        """The page for those who were here before."""
        if self._is_sent_out(request):
            return _sent_out()
        return _page("back.html", 200, told="", stamp="", role="guest")

    async def back(self, request: Request) -> Response:
        """Lets a guest go on where they were, on another phone or under another address."""
        if self._is_sent_out(request):
            return _sent_out()
        fields = await _fields(request)
        way, room = code_typed(fields.get("way", "")), self._hall.room
        guest = None
        if room is not None:
            for one in room.guests.values():
                if secrets.compare_digest(one.way_back.encode(), way.encode()):
                    guest = one
        if guest is not None and guest.removed:
            return _sent_out()
        if guest is None:
            ours = self._limits.wrong_codes.allows(_address(request)) and self._limits.wrong_codes_of_all.allows("")
            told = "Nobody has that way back. Ask the host: the host sees it beside your name." if ours else TOO_OFTEN
            return _page("back.html", 403 if ours else 429, told=told, stamp="", role="guest")
        token = new_token()
        try:
            await self._hall.take(guest.id, command_of(fields), CameBack(hashed(token)))
        except CourtshipError as refused:
            return _page("back.html", status_of(refused), told=told_to_guest(refused), stamp="", role="guest")
        return self._with_cookie(RedirectResponse(HOME, 303), token)

    def _with_cookie(self, answer: Response, token: str) -> Response:
        answer.set_cookie(
            COOKIE,
            token,
            max_age=COOKIES_LAST,
            httponly=True,
            samesite="lax",
            secure=self._hall.settings.secure,
            path="/",
        )
        return answer

    # --- playing ---------------------------------------------------------------------------------------------------

    def _guest(self, request: Request) -> Guest | None:
        return self._hall.guest_of(request.cookies.get(COOKIE, ""))

    def _is_sent_out(self, request: Request) -> bool:
        return self._hall.is_sent_out(request.cookies.get(COOKIE, ""))

    def _outside(self, request: Request) -> Response:
        return _sent_out() if self._is_sent_out(request) else RedirectResponse("/", 303)

    async def play(self, request: Request) -> Response:
        """A page of the game."""
        if self._hall.room is None:
            return not_yet("guest")
        guest = self._guest(request)
        if guest is None:
            return self._outside(request)
        query = dict(request.query_params)
        self._hall.debrief_at_hand()
        if self._hall.room is not None and self._hall.room.stage == DEBRIEF:  # their debrief may have to be made first
            return await asyncio.to_thread(self._play, request.url.path, guest, query)
        return self._play(request.url.path, guest, query)

    def _play(self, path: str, guest: Guest, query: dict[str, str], told: str = "", status: int = 200) -> Response:
        room = self._hall.room
        assert room is not None
        try:
            template, values = guest_page(path, self._request_of(room, guest, query))
        except Elsewhere as other:
            return self._play(other.path, guest, {}, told, status) if told else RedirectResponse(other.path, 303)
        except KeyError:
            return _not_found()
        return _page(template, status, **values | {"told": told, "typed": query.get("typed", "")})

    def _request_of(self, room: Room, guest: Guest, query: dict[str, str]) -> GuestRequest:
        return GuestRequest(room, room.guests[guest.id], self._hall.now(), query, self._hall.debrief_made)

    async def do(self, request: Request) -> Response:
        """A choice of a guest."""
        if self._hall.room is None:
            return not_yet("guest")  # the page keeps the choice and sends it again
        guest, room = self._guest(request), self._hall.room
        if guest is None or room is None:
            return self._outside(request)
        fields = await _fields(request)
        back = fields.get("back", HOME)
        if not back.startswith(HOME) or "//" in back or "\\" in back or not back.isprintable():
            back = HOME
        if not self._limits.commands.allows(guest.id):
            return self._play(back, guest, {}, "That was very quick. Wait a moment, and do it again.", 429)
        try:
            step = guest_step(fields, guest)
            await self._hall.take(guest.id, command_of(fields), step)
        except CourtshipError as refused:
            typed = {"typed": fields.get("text", "")}
            return self._play(back.partition("?")[0], guest, typed, told_to_guest(refused), status_of(refused))
        if step.kind == "left":
            answer = RedirectResponse("/back", 303)
            answer.delete_cookie(COOKIE)
            return answer
        return RedirectResponse(back, 303)

    async def keep(self, request: Request) -> Response:
        """A guest's own debrief as one file."""
        guest, room = self._guest(request), self._hall.room
        if guest is None or room is None:
            return self._outside(request)
        template, values = guest_page(HOME, self._request_of(room, guest, {}))
        if template != "guest_own.html":
            return RedirectResponse(HOME, 303)
        import gzip

        css = gzip.decompress(static_files()["room.css"][0]).decode()
        page = rendered("guest_keep.html", **values | {"css": css, "command": "", "alone": True})
        headers = {"Content-Disposition": 'attachment; filename="courtship.html"'}
        return HTMLResponse(page, headers=headers)

    async def later(self, request: Request) -> Response:
        """A calendar file for two weeks from now."""
        del request
        now = universal_time(self._hall.now())
        day = now + timedelta(days=14)
        lines = (
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Courtship//Room//EN", "BEGIN:VEVENT",
            f"UID:{int(now.timestamp())}@courtship.invalid", f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}", "SUMMARY:What did I stop\\, start and go on with?",
            "DESCRIPTION:Two weeks ago you played Courtship and wrote down three things.", "END:VEVENT",
            "END:VCALENDAR", "",
        )  # fmt: skip
        return Response("\r\n".join(lines), media_type="text/calendar")

    def state(self, guest: Guest) -> dict[str, Any]:
        """What a guest's page must know to decide whether it is still the right one."""
        room = self._hall.room
        assert room is not None
        now = room.guests[guest.id]
        return {
            "t": "state", "seq": room.number, "boot": self._hall.boot,
            "stamp": stamp_of(room, now, self._hall.debrief_made), "now": self._hall.now(),
            "live": {"voted": len(room.votes), "here": len(room.here)},
        }  # fmt: skip


def _is_suggestion(name: str) -> bool:
    from game.host.room.room_codes import FIRST, SECOND

    first, _, second = name.partition(" ")
    return first in FIRST and second in SECOND


def _address(request: Request) -> str:
    return who_asks(request.client.host) if request.client else ""


async def _fields(request: Request) -> dict[str, str]:
    try:
        return fields_of(await request.body())
    except Refused:
        return {}


def _page(template: str, status: int, **values: Any) -> Response:
    return HTMLResponse(rendered(template, **values | {"command": new_token()}), status)


def _sent_out() -> Response:
    """The page of somebody whom the host has sent out, at whichever door they come."""
    return _page("sent_out.html", 403, told=SENT_OUT, stamp="", role="guest")


def _not_found() -> Response:
    return HTMLResponse(rendered("lost.html", stamp="", role="guest", told=""), 404)
