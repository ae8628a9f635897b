"""All files of a room, by name."""

import io
import re
import zipfile

from game.host.debriefing.room_debrief import RoomDebrief
from game.host.exports.csv_files import decisions_csv, gradebook_csv, guests_csv
from game.host.exports.room_report import report_html
from game.host.exports.xapi import xapi_json
from game.host.room.room_state import Opening, Room
from game.host.store.run_records import record_of, record_of_shared
from game.local_time import local_time
from game.session.record.reading import SUFFIX


def files_of(room: Room, told: RoomDebrief) -> dict[str, bytes]:
    """Every file that a host takes home: name -> content."""
    found = {
        "report.html": report_html(room, told),
        "report-full.html": report_html(room, told, full=True),
        "decisions.csv": decisions_csv(room),
        "guests.csv": guests_csv(room, told),
        "gradebook.csv": gradebook_csv(room, told),
        "xapi.json": xapi_json(room, told),
    }
    if room.each:
        for guest in room.guests.values():
            name = re.sub(r"[^A-Za-z0-9]+", "-", guest.name).strip("-") or "guest"
            found[f"runs/{name}-{guest.id}{SUFFIX}"] = record_of(room, guest)
    else:
        found[f"runs/the-room{SUFFIX}"] = record_of_shared(room)
    return found


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
