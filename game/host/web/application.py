"""The application: which address leads where."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, WebSocketRoute

from game.host.pages.page_tools import LONGEST_SLUG, rendered, static_files
from game.host.pages.pictures.page_pictures import everybody, portrait, still, table, title
from game.host.web.file_routes import FileRoutes
from game.host.web.guarding import Guard, WebApp
from game.host.web.guest_routes import COOKIE, GuestRoutes
from game.host.web.hall import Hall
from game.host.web.host_routes import HOST_COOKIE, HostRoutes
from game.host.web.limits import Limits
from game.host.web.screen_routes import SCREEN_COOKIE, ScreenRoutes
from game.host.web.sockets import Sockets

FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
LONGEST_CROWD = 800  # signs of the address of a picture with sixteen people
FOR_TODAY = {"Cache-Control": "public, max-age=86400"}


def application(hall: Hall, limits: Limits | None = None) -> WebApp:
    """The web application of a hall.

    Args:
        hall: with its log, and its room if there is one already.
        limits: how often things may be done; left out, the usual ones.
    """
    limits = limits or Limits()
    guests, hosts, screens = GuestRoutes(hall, limits), HostRoutes(hall, limits), ScreenRoutes(hall)
    sockets, files = Sockets(hall, limits, guests, hosts, screens), FileRoutes(hall, hosts)

    async def state(request: Request) -> Response:
        """The same as a socket tells, for phones on which none opens."""
        if hall.room is None:
            return JSONResponse({"t": "closed"}, 503)
        if request.query_params.get("as") == "host" and hall.is_host(request.cookies.get(HOST_COOKIE, "")):
            return JSONResponse(hosts.state())
        if request.query_params.get("as") == "screen" and hall.is_screen(request.cookies.get(SCREEN_COOKIE, "")):
            return JSONResponse(screens.state())
        guest = hall.guest_of(request.cookies.get(COOKIE, ""))
        return JSONResponse(guests.state(guest)) if guest is not None else JSONResponse({"t": "gone"}, 403)

    routes = [
        Route("/", guests.join_page),
        Route("/j/{code}", guests.join_page),
        Route("/join", guests.join, methods=["POST"]),
        Route("/back", guests.back_page),
        Route("/back", guests.back, methods=["POST"]),
        Route("/do", guests.do, methods=["POST"]),
        Route("/play/keep", guests.keep),
        Route("/play/later.ics", guests.later),
        Route("/play", guests.play),
        Route("/play/{path:path}", guests.play),
        Route("/screen", screens.screen),
        Route("/host", hosts.page),
        Route("/host/open", hosts.open, methods=["POST"]),
        Route("/host/do", hosts.do, methods=["POST"]),
        Route("/host/settings", hosts.settings),
        Route("/host/guest/{guest}", hosts.guest),
        Route("/host/seats", hosts.seats, methods=["GET", "POST"]),
        Route("/host/guide", hosts.guide),
        Route("/host/run-sheet", hosts.run_sheet),
        Route("/host/sure/{what}", hosts.sure),
        Route("/host/files/{name}", files.file),
        Route("/state", state),
        WebSocketRoute("/ws/1", sockets.serve),
        Route("/static/{mark}/{name}", _static),
        Route("/art/face/{look}.svg", _face),
        Route("/art/table/{name}.svg", _table),
        Route("/art/title-{light}.svg", _title),
        Route("/art/still/{slug}-{light}.svg", _still),
        Route("/art/everybody/{people}-{light}.svg", _everybody),
    ]

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        del app
        hall.start()
        yield
        await hall.stop()

    return Guard(Starlette(routes=routes, lifespan=life, exception_handlers=LOST), hall.settings)


async def _lost(request: Request, error: Exception) -> Response:
    """The page of an address that leads nowhere, or at which nothing but forms arrive."""
    del request
    status = error.status_code if isinstance(error, HTTPException) else 404
    return HTMLResponse(rendered("lost.html", stamp="", role="guest", told=""), status)


LOST = {404: _lost, 405: _lost}


async def _static(request: Request) -> Response:
    found = static_files().get(request.path_params["name"])
    if found is None:
        return Response("There is no such file.", 404, media_type="text/plain")
    data, kind, packed = found
    return Response(data, media_type=kind, headers=FOR_GOOD | ({"Content-Encoding": "gzip"} if packed else {}))


def _svg(text: str) -> Response:
    return Response(text, media_type="image/svg+xml", headers=FOR_TODAY)


def _small_number(text: str) -> int | None:
    """A number of at most eight digits; None for anything else that a stranger may have written."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 8 else None


def _no_picture() -> Response:
    return Response("There is no such picture.", 404, media_type="text/plain")


async def _face(request: Request) -> Response:
    number, _, mood = request.path_params["look"].partition("-")
    look = _small_number(number)
    return _no_picture() if look is None else _svg(portrait(look, mood))


async def _table(request: Request) -> Response:
    start, _, light = request.path_params["name"].rpartition("-")  # what is around has the same sign between its names
    look, _, rest = start.partition("-")
    mood, _, in_hand = rest.partition("-")
    number = _small_number(look)
    if not in_hand or number is None:
        return _no_picture()
    return _svg(table(number, mood, in_hand, light == "dark"))


async def _everybody(request: Request) -> Response:
    found = everybody(request.path_params["people"][:LONGEST_CROWD], request.path_params["light"] == "dark")
    return _svg(found) if found else _no_picture()


async def _still(request: Request) -> Response:
    return _svg(still(request.path_params["slug"][:LONGEST_SLUG], request.path_params["light"] == "dark"))


async def _title(request: Request) -> Response:
    return _svg(title(request.path_params["light"] == "dark"))
