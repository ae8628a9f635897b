"""Files that the host takes home."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from game.host.web.hall import Hall
from game.host.web.host_routes import HostRoutes


class FileRoutes:
    """What the host downloads."""

    def __init__(self, hall: Hall, hosts: HostRoutes) -> None:
        self._hall = hall
        self._hosts = hosts

    async def file(self, request: Request) -> Response:
        """One of the files of the room."""
        if not self._hosts.is_host(request) or self._hall.room is None:
            return self._hosts.refused()
        return RedirectResponse("/host", 303) if request else HTMLResponse("")
