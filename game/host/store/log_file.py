"""The file of a log, compared with the one that is open: SQLite writes on into a file that was moved or emptied.

Rule: before a step is acknowledged, the file and its two parts are those that were opened, and what another program
would read there is what was written.

Rule: an open log is opened by SQLite alone. Whoever opens and closes the file besides takes away its locks, for the
whole process, and the next program that closes the log throws away what is newest.
"""

import contextlib
import sqlite3
from pathlib import Path

from game.host.store.log_faults import DAMAGED, MOVED, OVERWRITTEN, PART_MISSING, REPLACED

_HEAD = b"\x37\x7f\x06"  # how the part with the newest steps begins; the byte after it says in which order bytes stand
PARTS = "", "-wal", "-shm"


def part(path: Path, ending: str) -> Path:
    """One of the files that make up a log."""
    return path.with_name(path.name + ending)


def damage_before_opening(path: Path) -> str:
    """Why a file must not even be opened, since SQLite would throw away what is left of it; "" when it may.

    Args:
        path: of a log, which may not be there yet.

    Raises:
        OSError: it cannot be looked at.
    """
    if path.exists() and not path.is_file():
        return DAMAGED.format(path)
    newest = part(path, "-wal")
    return PART_MISSING.format(path, newest.name) if not _size(path) and _size(newest) else ""


class WatchedFile:
    """The file of an open log."""

    def __init__(self, path: Path) -> None:
        """Takes the files as they are now for ours.

        Args:
            path: of the log, which has just been opened.
        """
        self._path = path
        self._ours = {ending: _identity(part(path, ending)) for ending in PARTS}
        self._known = _age(path)

    def change(self, room: str, number: int) -> str:
        """What has become of the file since it was looked at last; "" when it is as it was.

        Args:
            room: id.
            number: of steps that it must hold of the room.

        Raises:
            sqlite3.Error: it cannot be read.
        """
        for ending, ours in self._ours.items():
            there = _identity(part(self._path, ending))
            if ours is None:
                self._ours[ending] = there
            elif there != ours:
                return (MOVED if there is None else REPLACED).format(part(self._path, ending))
        if not _size(self._path):
            return OVERWRITTEN.format(self._path)
        newest = part(self._path, "-wal")
        if _size(newest):
            with newest.open("rb") as file:
                if file.read(len(_HEAD)) != _HEAD:
                    return OVERWRITTEN.format(newest)
        age = _age(self._path)
        if age != self._known and not self._holds(room, number):
            return OVERWRITTEN.format(self._path)
        self._known = age
        return ""

    def _holds(self, room: str, number: int) -> bool:
        """Whether a program that opens the file anew finds it whole, with the steps of a room or more."""
        try:
            with contextlib.closing(sqlite3.connect(self._path, timeout=5.0)) as anew:
                if anew.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    return False
                if anew.execute("SELECT 1 FROM room WHERE id = ?", (room,)).fetchone() is None:
                    return True  # deleted in order, which the log says itself
                return bool(anew.execute("SELECT count(*) FROM step WHERE room = ?", (room,)).fetchone()[0] >= number)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", -1) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise
            return False


def _size(path: Path) -> int:
    """Bytes of a file; 0 for one that is not there."""
    return path.stat().st_size if path.exists() else 0


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        there = path.stat()
    except FileNotFoundError:
        return None
    return there.st_dev, there.st_ino


def _age(path: Path) -> tuple[int, int]:
    there = path.stat()
    return there.st_size, there.st_mtime_ns


def take_away(path: Path) -> None:
    """Deletes a file that was made just now and could not be filled, with what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)
