"""One server for each room: a lock on a file beside the log, which the system takes back when the process ends."""

import contextlib
import hashlib
import os
from pathlib import Path

from game.locking import lock


class RoomLock:
    """The lock of one room of a log. It holds at most one room at a time."""

    def __init__(self, log: Path) -> None:
        """A lock that holds nothing yet.

        Args:
            log: the file of the log; locks lie beside it.
        """
        self._log = log
        self._held: tuple[int, Path] | None = None

    def take(self, room: str) -> bool:
        """Takes the lock of a room, and lets go of the one before; False if another server has it.

        Args:
            room: id.

        Raises:
            OSError: the file of the lock cannot be made.
        """
        self.let_go()
        path = lock_file(self._log, room)
        while True:
            file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            if not lock(file):
                os.close(file)
                return False
            if _is_at(file, path):
                self._held = file, path
                return True
            os.close(file)  # it was taken away by the server that had it, while this one opened it

    def let_go(self) -> None:
        """Gives the lock back."""
        if self._held is None:
            return
        file, path = self._held
        self._held = None
        with contextlib.suppress(OSError):
            path.unlink()  # before it is free: who opens it now looks again
        os.close(file)


def lock_file(log: Path, room: str) -> Path:
    """Where the lock of a room lies. The id is hashed, since a stranger's log may name a room as a path."""
    return log.with_name(f"{log.name}.{hashlib.sha256(room.encode()).hexdigest()[:16]}.lock")


def _is_at(file: int, path: Path) -> bool:
    try:
        there = path.stat()
    except OSError:
        return False
    mine = os.fstat(file)
    return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)
