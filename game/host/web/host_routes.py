"""Pages, forms and files of the host."""

import asyncio
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from game.errors import CourtshipError, Refused
from game.host.pages.asking_first import asked_first
from game.host.pages.facilitators_guide import guide_of
from game.host.pages.guest_choices import chosen_by
from game.host.pages.host_pages import day_of, host_page
from game.host.pages.page_tools import rendered
from game.host.pages.run_sheet import SPOILERS, run_sheet_of
from game.host.pages.screen_pages import join_card, live_of
from game.host.pages.seats_page import AskedSeats, seats_page
from game.host.room.room_codes import ROOM_CODE
from game.host.room.room_state import LOBBY, Guest, Room
from game.host.room.steps import HOST, Freed
from game.host.web.forms import command_of, fields_of, host_step, status_of
from game.host.web.hall import Hall, new_code, new_token
from game.host.web.limits import Limits
from game.host.web.room_opening import open_by, opening_values
from game.host.web.screen_routes import HOST_COOKIE, NO_KEY, with_key

__all__ = ["HOST_COOKIE", "HostRoutes"]

BACK_TO = frozenset({"/host", "/host/settings", "/host?by=table", "/screen"})
"""Where a step of the host may have come from."""


class HostRoutes:
    """What the host asks for."""

    def __init__(self, hall: Hall, limits: Limits) -> None:
        self._hall = hall
        self._limits = limits

    def is_host(self, request: Request) -> bool:
        """Whether the request carries the host's cookie."""
        return self._hall.is_host(request.cookies.get(HOST_COOKIE, ""))

    def refused(self) -> Response:
        """What a stranger gets."""
        return HTMLResponse(rendered("no_key.html", told=NO_KEY, stamp="", role="host", title="The host’s page"), 403)

    async def page(self, request: Request) -> Response:
        """The control page, or the choice of a scenario."""
        key = request.query_params.get("key", "")
        if key and self._hall.is_host(key):
            return with_key(self._hall, HOST_COOKIE, key, "/host")
        if not self.is_host(request):
            return self.refused()
        return self._page(dict(request.query_params))

    def _page(self, query: dict[str, str], told: str = "", status: int = 200) -> Response:
        hall = self._hall
        room = hall.room
        if room is None:
            try:
                values: dict[str, Any] = opening_values(hall.log, hall.settings) | {"open_at": "/host/open"}
            except CourtshipError as error:
                return HTMLResponse(rendered("no_key.html", told=str(error), stamp="", role="host", title="Rooms"), 503)
            return self._rendered("host_new.html", values, told, status)
        template, values = host_page(
            room, hall.now(), hall.hub.away, hall.settings.origin, query, hall.debrief_at_hand(),
            hall.trial.told if hall.trial is not None and room.stage == LOBBY else "",
        )  # fmt: skip
        values |= {"stamp": self._stamp(room), "unsaved": hall.unsaved}
        values["may_open_more"] = hall.may_open_more
        values["screen_link"] = f"/screen?key={hall.screen_key}"
        return self._rendered(template, values, told or hall.unsaved, status)

    def _rendered(self, template: str, values: dict[str, Any], told: str, status: int) -> Response:
        return HTMLResponse(rendered(template, **values | {"told": told, "command": new_token()}), status)

    async def guest(self, request: Request) -> Response:
        """One guest, and what can be done for them."""
        room = self._hall.room
        if not self.is_host(request) or room is None:
            return self.refused()
        guest = room.guests.get(request.path_params["guest"])
        if guest is None:
            return RedirectResponse("/host", 303)
        return self._rendered(
            "host_guest.html",
            {
                "room": room,
                "guest": guest,
                "stamp": "",
                "role": "host",
                "chosen": chosen_by(guest, room),
                "day": day_of(room, guest),
            },
            "",
            200,
        )

    async def settings(self, request: Request) -> Response:
        """What is set rarely: names, tables, cap, code, another device, files."""
        room = self._hall.room
        if not self.is_host(request) or room is None:
            return self.refused()
        values = {"room": room, "stamp": "", "role": "host", **join_card(room, self._hall.settings.origin)}
        return self._rendered("host_settings.html", values, "", 200)

    async def seats(self, request: Request) -> Response:
        """The seats by address; with a form, many are freed at once."""
        room = self._hall.room
        if not self.is_host(request) or room is None:
            return self.refused()
        told, status, asked = "", 200, None
        if request.method == "POST":
            try:
                fields = fields_of(await request.body())
                asked = AskedSeats(fields.get("address", ""), fields.get("which", ""), ())
                asked = replace(asked, guests=self._hall.seats.chosen(room, asked.address, idle=asked.which == "idle"))
                if fields.get("sure") == str(len(asked.guests)):  # whoever came meanwhile is asked about first
                    told, asked = await self._free(asked.guests), None
            except CourtshipError as error:
                told, status = str(error), status_of(error)
        template, values = seats_page(self._hall.room or room, self._hall.seats, asked)
        return self._rendered(template, values, told, status)

    async def _free(self, guests: tuple[Guest, ...]) -> str:
        """Frees seats, side by side, so that they are written down together; a sentence that says how many."""
        await asyncio.gather(*(self._hall.take(HOST, "", Freed(guest.id)) for guest in guests))
        return "One seat is free again." if len(guests) == 1 else f"{len(guests)} seats are free again."

    async def guide(self, request: Request) -> Response:
        """The facilitator's guide to this very room."""
        room = self._hall.room
        if not self.is_host(request) or room is None:
            return self.refused()
        found = await asyncio.to_thread(guide_of, room)
        return self._rendered("host_guide.html", {"guide": found, "stamp": "", "role": "host"}, "", 200)

    async def run_sheet(self, request: Request) -> Response:
        """Day by day what happens and who is ready in the trial, for the host alone."""
        room = self._hall.room
        if not self.is_host(request) or room is None:
            return self.refused()
        sheet = await asyncio.to_thread(run_sheet_of, room)
        values = {"sheet": sheet, "spoilers": SPOILERS, "own_cast": room.opening.own_cast and room.each}
        return self._rendered("host_sheet.html", values | {"stamp": "", "role": "host"}, "", 200)

    async def sure(self, request: Request) -> Response:
        """A question before a step that is hard to take back."""
        room, what = self._hall.room, request.path_params["what"]
        if not self.is_host(request) or room is None:
            return self.refused()
        found = asked_first(room, what)
        if found is None:
            return RedirectResponse("/host", 303)
        back = "/host/settings" if what == "code" else "/host"
        return self._rendered("host_sure.html", {"sure": found, "back": back, "stamp": "", "role": "host"}, "", 200)

    async def open(self, request: Request) -> Response:
        """Opens a room for the chosen scenario."""
        if not self.is_host(request):
            return self.refused()
        try:
            fields = fields_of(await request.body())
        except Refused as error:
            return self._page({}, str(error), 409)
        try:
            open_by(self._hall, fields)
        except CourtshipError as error:
            return self._page({}, str(error), 409)
        self._hall.start()
        return RedirectResponse("/host", 303)

    async def do(self, request: Request) -> Response:
        """A step of the host."""
        if not self.is_host(request):
            return self.refused()
        if not self._limits.host_commands.allows(""):
            return self._page({}, "That was very quick. Wait a moment, and do it again.", 429)
        try:
            fields = fields_of(await request.body())
            if fields.get("kind") == "code_changed":
                fields["code"] = new_code(ROOM_CODE)
            if fields.get("kind") == "readmitted":
                fields["way_back"] = self._hall.way_back()
            await self._hall.take("host", command_of(fields), host_step(fields))
        except CourtshipError as refused:
            return self._page({}, str(refused), status_of(refused))
        back = fields.get("back", "/host")
        return RedirectResponse(back if back in BACK_TO else "/host", 303)

    def _stamp(self, room: Room) -> str:
        return (
            f"{room.number}"
            + ("-unsaved" if self._hall.unsaved else "")
            + (
                "-told"
                if self._hall.debrief_at_hand() is not None
                else "-tried"
                if self._hall.trial is not None
                else ""
            )
        )

    def state(self) -> dict[str, Any]:
        """What the control page must know to decide whether it is still the right one."""
        room = self._hall.room
        assert room is not None
        return {
            "t": "state", "seq": room.number, "boot": self._hall.boot, "stamp": self._stamp(room),
            "now": self._hall.now(), "live": live_of(room),
        }  # fmt: skip
