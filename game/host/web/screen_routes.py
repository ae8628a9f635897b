"""The projector's page. It only reads."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import live_of, minutes_played, screen_page, stamp_of
from game.host.pages.steering import steering
from game.host.web.hall import Hall, new_token

SCREEN_COOKIE = "screen"
HOST_COOKIE = "host"
COOKIES_LAST = 24 * 3600  # seconds
NO_KEY = (
    "The key of this page is missing or wrong. The host’s page opens from the game’s window or with the link in the "
    "terminal; the screen opens from the host’s page, with “Show screen”."
)
NOT_YET = "The host has not opened the room yet. This page goes on by itself."
WAITS = "closed"  # the stamp of a page that waits for a room


def with_key(hall: Hall, cookie: str, key: str, path: str) -> Response:
    """Moves a key from the address into a cookie, so that it stands in no history and on no projector."""
    answer = RedirectResponse(path, 303)
    answer.set_cookie(
        cookie, key, max_age=COOKIES_LAST, httponly=True, samesite="strict", secure=hall.settings.secure, path="/"
    )
    return answer


def not_yet(role: str) -> Response:
    """What phones and the screen get while no room is open: a page that goes on by itself."""
    title = "The room is not open yet"
    return HTMLResponse(rendered("no_key.html", told=NOT_YET, stamp=WAITS, role=role, title=title), 503)


class ScreenRoutes:
    """What the projector asks for."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def screen(self, request: Request) -> Response:
        """The page as the room stands."""
        hall = self._hall
        room = hall.room
        if room is None:  # whose key is right is known once there is one
            return not_yet("screen")
        key = request.query_params.get("key", "")
        if key and hall.is_screen(key):
            return with_key(hall, SCREEN_COOKIE, key, "/screen")
        cookies = request.cookies
        is_host = hall.is_host(cookies.get(HOST_COOKIE, ""))
        if not is_host and not hall.is_screen(cookies.get(SCREEN_COOKIE, "")):
            return HTMLResponse(rendered("no_key.html", told=NO_KEY, stamp="", role="screen", title="The screen"), 403)
        template, values = screen_page(room, hall.settings.origin, hall.debrief_at_hand(), failed=hall.has_no_debrief)
        values |= {
            "minutes_played": minutes_played(room, hall.now()), "command": new_token(),
            "steers": steering(room, hall.debrief_at_hand()) if is_host else (),
        }  # fmt: skip
        return HTMLResponse(rendered(template, **values))

    def state(self) -> dict[str, Any]:
        """What the screen must know to decide whether its page is still the right one."""
        room = self._hall.room
        assert room is not None
        told = self._hall.debrief_at_hand()
        return {
            "t": "state", "seq": room.number, "boot": self._hall.boot,
            "stamp": stamp_of(room, told, failed=self._hall.has_no_debrief), "now": self._hall.now(),
            "live": live_of(room),
        }  # fmt: skip
