"""A lock on an open file, for one process at a time; the system takes it back when the process ends."""

import os
import sys
from pathlib import Path

FAR = 2**40  # a byte that no record reaches: Windows lets nobody read what is locked

if sys.platform == "win32":
    import msvcrt

    def lock(file: int) -> bool:
        """Takes the lock of an open file, given by its number; False if another process has it."""
        os.lseek(file, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import errno
    import fcntl

    def lock(file: int) -> bool:
        """Takes the lock of an open file, given by its number; False if another process has it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in {errno.EWOULDBLOCK, errno.EACCES}  # a folder of a network may know no locks
        return True


def is_locked(path: Path) -> bool:
    """Whether somebody has the lock of a file; False for one that cannot be opened."""
    try:
        file = os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return False
    try:
        return not lock(file)
    finally:
        os.close(file)
