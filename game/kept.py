"""Small files that the game keeps for itself beside the runs: settings, sittings, profiles, endings, paths, scrapbook.

All of them are read by `read_kept` or `look_kept` and changed by `write_kept`. What lies there may be anything: a
folder, a pipe, a file of another program. Whoever gives a `parse` looks at every member of what it finds, and not only
at its outer form. Two processes that change one file at once both keep what they have changed.
"""

import contextlib
import errno
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from game.files import NotRegularError, TooLargeError, read_regular, what_helps, write_over
from game.locking import is_at, lock

KeptContent = TypeVar("KeptContent")
LARGEST = 8_000_000  # bytes of a kept file; no more are read, and no more are written
WAIT = 3.0  # seconds for another process to finish its change
LOOK_AGAIN = 0.004  # seconds
UNREAD = ".unread"
"""What the name of a file is given at its end that cannot be understood and is set aside."""


class NotKeptError(OSError):
    """A file could not be changed; it is as it was. The text is a sentence with the cause, `remedy` a clause for it."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(cause)
        self.cause, self.remedy = cause, remedy


@dataclass(frozen=True)
class KeptFile(Generic[KeptContent]):
    """A kept file, and how its bytes are understood.

    Attributes:
        path: of the file, which need not be there.
        parse: what the bytes mean; raises ValueError, KeyError, TypeError or RecursionError where they mean nothing.
        written: the bytes of a content.
        empty: the content where there is no file, or none that can be read.
    """

    path: Path
    parse: Callable[[bytes], KeptContent]
    written: Callable[[KeptContent], bytes]
    empty: KeptContent


def kept_lines(path: Path) -> KeptFile[tuple[bytes, ...]]:
    """A file of lines to which more are added; one without an end, as after a crash, stays a line of its own."""
    return KeptFile(path, _lines, lambda lines: b"".join(line + b"\n" for line in lines), ())


def _lines(data: bytes) -> tuple[bytes, ...]:
    return tuple(line for line in data.split(b"\n") if line.strip())


def kept_texts(path: Path) -> KeptFile[tuple[str, ...]]:
    """A file with a list of texts, each of which counts once."""
    return KeptFile(path, _texts, json_bytes, ())


def _texts(data: bytes) -> tuple[str, ...]:
    found = json.loads(data)
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise TypeError("expected a list of texts")
    return tuple(dict.fromkeys(found))


def read_kept(file: KeptFile[KeptContent]) -> KeptContent:
    """What a file holds; its `empty` where nothing can be read. It never waits and never fails."""
    return look_kept(file)[0]


def look_kept(file: KeptFile[KeptContent]) -> tuple[KeptContent, NotKeptError | None]:
    """What a file holds, its `empty` where nothing can be read, and then why. It never waits and never fails.

    Returns:
        The content; and None where it was read, or where there is no file.
    """
    try:
        data = read_regular(file.path, LARGEST)
    except FileNotFoundError:
        return file.empty, None
    except (OSError, ValueError) as error:
        return file.empty, _not_kept(file.path, error, "read")
    try:
        return file.parse(data), None
    except (ValueError, KeyError, TypeError, RecursionError):
        return file.empty, NotKeptError(f"{file.path} holds something else", "move it elsewhere or delete it")


def write_kept(file: KeptFile[KeptContent], change: Callable[[KeptContent], KeptContent]) -> Path | None:
    """Changes a file as it is now, while no other process can; what cannot be understood is set aside first.

    What `change` and `written` raise is a fault of theirs and goes on to the caller; nothing is touched then.

    Args:
        file: to be changed; its folder is made.
        change: gives the new content for that which is in the file.

    Returns:
        Where a file was set aside that could not be understood; None when there was none.

    Raises:
        NotKeptError: it cannot be written, or would be larger than what is read; it is as it was.
    """
    with _causes(file.path):
        file.path.parent.mkdir(parents=True, exist_ok=True)
    with alone(file.path):
        now, strange = file.empty, False
        with _causes(file.path):
            try:
                now = file.parse(read_regular(file.path, LARGEST))
            except FileNotFoundError:
                pass
            except (TooLargeError, ValueError, KeyError, TypeError, RecursionError):
                strange = True
        data = file.written(change(now))
        if len(data) > LARGEST:
            raise NotKeptError(f"{file.path} would have more than {LARGEST:,} bytes", "move it elsewhere or delete it")
        with _causes(file.path):
            aside = _set_aside(file.path) if strange else None
            try:
                write_over(file.path, data)
            except OSError:
                if aside is not None:
                    aside.rename(os.path.realpath(file.path))
                raise
        return aside


def told_aside(what: str, aside: Path | None) -> str:
    """A sentence on a file that was set aside, or "" where none was.

    >>> told_aside("The file of settings", Path("settings.json.unread"))
    'The file of settings could not be read. It is kept as settings.json.unread; a new one has begun.'

    Args:
        what: the file, as a sentence begins with it.
        aside: what `write_kept` gives.
    """
    return f"{what} could not be read. It is kept as {aside.name}; a new one has begun." if aside is not None else ""


def json_object(data: bytes) -> dict[str, Any]:
    """An object of JSON.

    Raises:
        ValueError: it is no JSON.
        TypeError: it is another value.
        RecursionError: it is nested deeper than anything that the game writes.
    """
    found = json.loads(data)
    if not isinstance(found, dict):
        raise TypeError("it is no object")
    return found


def json_bytes(value: object) -> bytes:
    """A value as JSON that people can read, too."""
    return (json.dumps(value, indent=1) + "\n").encode()


def can_be_path(text: str) -> bool:
    """Whether a text that stood in a kept file can be the path of anything, by its length and signs."""
    try:
        os.lstat(text)
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    except ValueError:
        return False
    return True


@contextlib.contextmanager
def _causes(path: Path) -> Iterator[None]:
    """Tells what the system refuses about a file as a `NotKeptError`."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise _not_kept(path, error, "written") from None


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keeps other processes from changing a file or folder, as long as they ask here, too.

    Where no lock can be made, it is changed without.

    Raises:
        NotKeptError: another process has it, and was waited for.
    """
    place = path.with_name(f".{path.name[:200]}.lock")
    handle, until = None, time.monotonic() + WAIT
    while handle is None:
        try:
            opened = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o600)
        except (OSError, ValueError):
            break
        if lock(opened) and is_at(opened, place):
            handle = opened
            continue
        os.close(opened)  # another process has it, or took it away while this one opened it
        if time.monotonic() > until:
            raise NotKeptError(f"another window or program is busy with {path}", "wait a moment")
        time.sleep(LOOK_AGAIN)
    try:
        yield
    finally:
        if handle is not None:
            with contextlib.suppress(OSError):
                place.unlink()  # before it is free: who opens it now looks again
            os.close(handle)


def _set_aside(path: Path) -> Path:
    """Gives a file another name that is free; a link is followed, so that what it leads to is set aside."""
    real = Path(os.path.realpath(path))
    number, aside = 1, real.with_name(real.name + UNREAD)
    while os.path.lexists(aside):
        number += 1
        aside = real.with_name(f"{real.name}{UNREAD}{number}")
    real.rename(aside)
    return aside


def _not_kept(path: Path, error: OSError | ValueError, done: str) -> NotKeptError:
    """The cause and the remedy, by what lies there and what the system says.

    Args:
        path: of the file.
        error: what came of it.
        done: what was to be done with it: read or written.
    """
    if isinstance(error, TooLargeError):
        return NotKeptError(f"{path} has more than {LARGEST:,} bytes", "move it elsewhere or delete it")
    code = error.errno if isinstance(error, OSError) else None
    if isinstance(error, NotRegularError) or path.is_dir() or (path.exists() and not path.is_file()):
        kind = "a folder" if path.is_dir() else "a pipe or a device"
        return NotKeptError(f"{path} is {kind} and no file", "move it elsewhere or delete it")
    if path.is_symlink() and not path.exists():
        return NotKeptError(f"{path} is a link that leads nowhere", "delete it")
    above = next((folder for folder in path.parents if os.path.lexists(folder)), path.parent)
    if not above.is_dir():
        return NotKeptError(f"{above} is no folder, and {path.name} lies in it", "move it elsewhere or delete it")
    if isinstance(error, OSError) and what_helps(error) == "make room there":
        return NotKeptError(f"there is no room for {path}", "make room")
    if code in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return NotKeptError(f"{path} may not be read or written", f"allow it, or see to the folder {above}")
    reason = getattr(error, "strerror", None) or "its name cannot be used"
    return NotKeptError(f"{path} cannot be {done}: {reason}", "see to its folder")
