"""The record of a run, open for writing: an append-only file, safe against a crash or a full disk at any moment.

Rule: a line counts once it ends in a newline. Every line is on the disk before the game shows its effect. A line that
cannot be written whole is cut off again at once. A torn last line is cut off when the file is opened again, and said.
"""

import os
import weakref
from pathlib import Path
from typing import Protocol

from game.errors import RecordError
from game.files import in_one_line, name_of, what_helps, write_new
from game.locking import lock
from game.session.entries import Recorded
from game.session.record.lines import RECORD_FORMAT, Header, encoded, encoded_entry, header_line, summed
from game.session.record.reading import Opened, read

IN_USE = (
    "This run is open in another window. Go on there, or close it and choose Continue again. "
    "To look at it meanwhile: courtship replay {name}"
)


class Sink(Protocol):
    """Where entries are kept: a journal on the disk, or nothing."""

    def append(self, recorded: Recorded) -> None:
        """Keeps one entry, or raises and keeps nothing."""

    def close(self) -> None:
        """Lets go of what is held."""


class ForgettingSink:
    """A sink that keeps nothing, for bots and experiments."""

    def append(self, recorded: Recorded) -> None:
        """Lets the entry go without keeping it."""

    def close(self) -> None:
        """Does nothing: there is no file to close."""


_OPEN: "weakref.WeakValueDictionary[tuple[int, int], Journal]" = weakref.WeakValueDictionary()
"""The journals that this process holds, by device and number of the file."""


class Journal:
    """A record that is open for writing, by one window only."""

    def __init__(self, path: Path, file: int, size: int, form: int, last_sum: str) -> None:
        self.path = path
        self._file = file  # the number of the open file
        self._closing = weakref.finalize(self, os.close, file)
        self._size = size  # bytes that are known to be ours
        self._format = form
        self._last_sum = last_sum
        _OPEN[_identity(os.fstat(file))] = self

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """Starts a record: it is written whole under a spare name, and then named.

        Raises:
            RecordError: there is a file of that name, which is never overwritten, or it cannot be written.
        """
        line, last_sum = summed(encoded(header_line(header)), "")
        line += b"\n"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, line)
            file = _opened(path)
        except FileExistsError:
            raise RecordError(f"There is a record {name_of(path)} already. Start again in a second.") from None
        except OSError as error:
            folder = in_one_line(path.parent)
            raise RecordError(
                f"A new run cannot be saved in {folder} ({error.strerror}). {what_helps(error).capitalize()}, and "
                "start again."
            ) from None
        lock(file)
        return cls(path, file, len(line), RECORD_FORMAT, last_sum)

    @classmethod
    def reopen(cls, path: Path) -> tuple["Journal", Opened]:
        """Opens a record to go on with it, and cuts off a torn last line.

        Raises:
            RecordError: it cannot be read or written, is damaged, or is open in another window.
        """
        try:
            before = _OPEN.get(_identity(path.stat()))
            if before is not None:
                before.close()  # this window lets go of it, to open it anew
            file = _opened(path)
        except OSError:
            read(path)  # a file that cannot even be read says so itself
            raise RecordError(
                f"{name_of(path)} can be read but not written to, so it cannot be gone on with. Allow writing to "
                f"the file, or look at it: courtship replay {name_of(path)}"
            ) from None
        try:
            _ensure_locked(file, path)
            opened = read(path)
            if opened.repaired:
                os.ftruncate(file, opened.size)
                os.fsync(file)
        except BaseException:
            os.close(file)
            raise
        return cls(path, file, opened.size, opened.header.format, opened.last_sum), opened

    def append(self, recorded: Recorded) -> None:
        """Writes one line and waits until it is on the disk.

        Raises:
            RecordError: the disk is full or gone, or somebody else has changed the record. Nothing is half written.
        """
        if not self._closing.alive:
            raise RecordError(IN_USE.format(name=name_of(self.path)))
        line, last_sum = encoded_entry(recorded), ""
        if self._format >= RECORD_FORMAT:
            line, last_sum = summed(line, self._last_sum)
        line += b"\n"
        try:
            self._ensure_ours()
            _write(self._file, line, self._size)
        except OSError as error:
            raise RecordError(
                f"This could not be saved ({error.strerror}). All before it is safe in {name_of(self.path)}; "
                f"{what_helps(error)} and do it again."
            ) from None
        self._size += len(line)
        self._last_sum = last_sum

    def _ensure_ours(self) -> None:
        """Refuses when the file is no longer the one that was opened, or has grown or shrunk."""
        try:
            now = self.path.stat()
        except FileNotFoundError:
            raise RecordError(
                f"The record {name_of(self.path)} has been moved or deleted. Put it back to go on; what you did is in "
                "it."
            ) from None
        mine = os.fstat(self._file)
        if _identity(now) != _identity(mine) or mine.st_size != self._size:
            raise RecordError(
                f"{name_of(self.path)} has been changed from outside while it was open, perhaps by a program that "
                "keeps folders alike. Go back to the title and choose Continue: it goes on with what is on the disk."
            )

    def close(self) -> None:
        """Lets go of the record; another window may open it."""
        self._closing()


def _ensure_locked(file: int, path: Path) -> None:
    if not lock(file):
        raise RecordError(IN_USE.format(name=name_of(path)))


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _write(file: int, line: bytes, at: int) -> None:
    """Writes a whole line at a place and waits until it is on the disk, or leaves the file as it was."""
    try:
        os.lseek(file, at, os.SEEK_SET)
        left = memoryview(line)
        while left:
            left = left[os.write(file, left) :]
        os.fsync(file)
    except OSError:
        os.ftruncate(file, at)
        raise


def _opened(path: Path) -> int:
    """A file opened to be read and written, by its number."""
    return os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
