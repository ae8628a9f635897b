"""All files of a room, by name."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import partial

from game.host.debriefing.parts_left_out import Parts
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.exports.csv_files import decisions_csv, gradebook_csv, guests_csv
from game.host.exports.room_report import report_html
from game.host.exports.xapi import xapi_json
from game.host.room.room_state import Opening, Room
from game.host.store.run_records import record_of, record_of_shared
from game.local_time import local_time
from game.session.record.reading import SUFFIX

INSTEAD = ".not-made.txt"
"""What the name of a file ends in that stands for one that could not be made."""
_TOLD: dict[str, Callable[[Room, RoomDebrief], bytes]] = {
    "report.html": report_html,
    "report-full.html": partial(report_html, full=True),
    "guests.csv": guests_csv,
    "gradebook.csv": gradebook_csv,
    "xapi.json": xapi_json,
}
NOT_MADE = "{name} could not be made, and the log of the server says why. The room and its games are kept whole."


def files_of(room: Room, told: RoomDebrief | None) -> dict[str, bytes]:
    """Every file that a host takes home: name -> content. One that cannot be made is a text that says so.

    Args:
        room: whose files they are.
        told: its debrief; None where there can be none.
    """
    makers: dict[str, Callable[[], bytes | None]] = {"decisions.csv": partial(decisions_csv, room)}
    for name, make in _TOLD.items():
        makers[name] = partial(_of_debrief, make, room, told)
    if room.each:
        for guest in room.guests.values():
            name = re.sub(r"[^A-Za-z0-9]+", "-", guest.name).strip("-") or "guest"
            makers[f"runs/{name}-{guest.id}{SUFFIX}"] = partial(record_of, room, guest)
    else:
        makers[f"runs/the-room{SUFFIX}"] = partial(record_of_shared, room)
    parts = Parts()
    found: dict[str, bytes] = {}
    for name, maker in makers.items():
        data = parts.made(name, maker, None)
        found |= {f"{name}{INSTEAD}": NOT_MADE.format(name=name).encode()} if data is None else {name: data}
    return found


def _of_debrief(make: Callable[[Room, RoomDebrief], bytes], room: Room, told: RoomDebrief | None) -> bytes | None:
    return None if told is None else make(room, told)


def folder_of(opening: Opening) -> str:
    """The name of a folder for the files of a room: day, what it is called, and its id, which no other room has."""
    called = re.sub(r"[^A-Za-z0-9]+", "-", opening.title).strip("-").lower()
    day = f"{local_time(opening.opened):%Y-%m-%d}"
    return "-".join(part for part in (day, called, re.sub(r"[^A-Za-z0-9]+", "", opening.id)) if part)


def zipped(files: dict[str, bytes]) -> bytes:
    """Files as one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()
