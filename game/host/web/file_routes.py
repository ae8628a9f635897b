"""Files that the host takes home."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from game.host.debriefing.room_debrief import RoomDebrief, debrief_at_all
from game.host.exports.all_files import INSTEAD, files_of, zipped
from game.host.pages.page_tools import ROOM_PATH
from game.host.room.room_state import Room
from game.host.web.hall import Hall
from game.host.web.host_routes import HostRoutes

KINDS = {".html": "text/html", ".csv": "text/csv", ".json": "application/json", ".zip": "application/zip"}
ALL = "all.zip"
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""A report carries its style in itself, for it is read where there is no server."""

BACK = '<main><p class="back"><a href="{}/host">Back to the room</a></p>'
"""Stands above a report that is read here; the file that is taken home leads nowhere."""


class FileRoutes:
    """What the host downloads."""

    def __init__(self, hall: Hall, hosts: HostRoutes) -> None:
        self._hall = hall
        self._hosts = hosts

    async def file(self, request: Request) -> Response:
        """One of the files of the room, as it stands."""
        room, name = self._hall.room, request.path_params["name"]
        if not self._hosts.is_host(request) or room is None:
            return self._hosts.refused()
        told = await self._hall.debrief()
        files = await asyncio.to_thread(_files, room, told)
        data = zipped(files) if name == ALL else files.get(name)
        if data is None and f"{name}{INSTEAD}" in files:
            return Response(files[f"{name}{INSTEAD}"], 503, media_type="text/plain")
        if data is None:
            return Response("There is no such file.", 404, media_type="text/plain")
        kind = next((kind for end, kind in KINDS.items() if name.endswith(end)), "application/octet-stream")
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        if name.endswith(".html"):
            headers = {"Content-Security-Policy": REPORT_POLICY}
            data = data.replace(b"<main>", BACK.format(ROOM_PATH.get()).encode(), 1)
        return Response(data, media_type=kind, headers=headers)


def _files(room: Room, told: RoomDebrief | None) -> dict[str, bytes]:
    return files_of(room, told or debrief_at_all(room))
