"""The scrapbook: scenes, people and endings that were seen on this machine, in a file of JSON lines that only grows.

Whoever sees something adds a line at the end of the file, so that several windows lose nothing of each other. A line
that cannot be read is left where it is and told; no file is a reason to stop a game.
"""

import json
import os
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from game.files import NotRegularError, TooLargeError, read_regular
from game.session.view import DateLine

KINDS = ("scene", "person", "ending")
MOST_BYTES = 8_000_000
MOST_LETTERS = 600  # of any text in a scrap
_TEXTS = ("kind", "key", "game", "when", "name", "told")
_DATE_TEXTS = ("move", "you", "they", "what", "then", "mood", "prop", "held", "face", "key")


@dataclass(frozen=True)
class Scrap:
    """Something that was seen once."""

    kind: str  # one of `KINDS`
    key: str  # what it is, the same each time: of a scene, a person of a scenario, a kind of end
    game: str  # title of the scenario
    day: int  # of the game
    name: str  # of the one in the picture
    look: int  # of that one
    told: str  # of a scene the move, of a person the bio, of an end the words for it
    date: DateLine | None = None  # the scene
    when: str = ""  # the day on which it was kept, as 2026-05-04


@dataclass(frozen=True)
class AlbumPart:
    """Some of what there is to be seen: the scenes of a move, the people of a scenario, the kinds of end."""

    kind: str
    title: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Album:
    """What was seen, and what there is."""

    scraps: tuple[Scrap, ...] = ()  # each key once, as it was seen first
    parts: tuple[AlbumPart, ...] = ()
    problem: str = ""  # a sentence about the file, or ""

    def of(self, part: AlbumPart) -> tuple[Scrap, ...]:
        """What was seen of a part, in its order."""
        found = {scrap.key: scrap for scrap in self.scraps if scrap.kind == part.kind}
        return tuple(found[key] for key in part.keys if key in found)

    def others(self, kind: str) -> tuple[Scrap, ...]:
        """What was seen of a kind in scenarios that did not come with the game."""
        known = {key for part in self.parts if part.kind == kind for key in part.keys}
        return tuple(scrap for scrap in self.scraps if scrap.kind == kind and scrap.key not in known)


class Scrapbook:
    """The file of what was seen."""

    def __init__(self, path: Path) -> None:
        """Where it is kept; the file need not be there."""
        self.path = path
        self._failed = ""
        self._read: tuple[tuple[int, int], tuple[Scrap, ...], str] | None = None

    def scraps(self) -> tuple[tuple[Scrap, ...], str]:
        """All that was seen, each thing once, and a sentence where the file is not as it should be, else ""."""
        mark = self._mark()
        if self._read is None or self._read[0] != mark or mark == (-1, -1):
            self._read = (mark, *self._looked())
        _, scraps, problem = self._read
        return scraps, " ".join(filter(None, (problem, self._failed)))

    def keep(self, seen: Iterable[Scrap], now: datetime) -> None:
        """Adds what is not in the file yet; where that cannot be, `scraps` tells it from then on."""
        kept, problem = self.scraps()
        known = {(scrap.kind, scrap.key) for scrap in kept}
        fresh = [scrap for scrap in seen if (scrap.kind, scrap.key) not in known]
        if not fresh or problem.startswith(_CLOSED):
            return
        when = now.date().isoformat()
        lines = "".join(json.dumps(asdict(scrap) | {"when": when}) + "\n" for scrap in fresh)
        try:
            self._add(lines.encode())
            self._failed = ""
        except OSError as error:
            self._failed = f"The latest could not be kept in {self.path} ({error.strerror or error})."

    def drop(self) -> None:
        """Deletes the file.

        Raises:
            OSError: it cannot be deleted.
        """
        self.path.unlink(missing_ok=True)
        self._failed, self._read = "", None

    def _add(self, data: bytes) -> None:
        """Writes at the end of the file, in one piece; a line that is torn before it stays a line of its own."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        how = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, how, 0o644)
        try:
            size = os.lseek(handle, 0, os.SEEK_END)
            if size:
                os.lseek(handle, size - 1, os.SEEK_SET)
                data = data if os.read(handle, 1) == b"\n" else b"\n" + data
            while data:
                data = data[os.write(handle, data) :]
            os.fsync(handle)
        finally:
            os.close(handle)

    def _mark(self) -> tuple[int, int]:
        """What changes when the file does; (-1, -1) where there is none."""
        try:
            found = self.path.stat()
        except (OSError, ValueError):
            return (-1, -1)
        return found.st_mtime_ns, found.st_size

    def _looked(self) -> tuple[tuple[Scrap, ...], str]:
        try:
            lines = read_regular(self.path, MOST_BYTES).decode("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return (), ""
        except TooLargeError:
            return (), f"{_CLOSED}{self.path} has more than {MOST_BYTES:,} bytes, and is not read. Delete it below."
        except NotRegularError:
            return (), f"{_CLOSED}{self.path} is no file, and is not read. Put it elsewhere."
        except (OSError, ValueError) as error:
            return (), f"{_CLOSED}{self.path} cannot be read ({getattr(error, 'strerror', '') or error})."
        found: dict[tuple[str, str], Scrap] = {}
        wrong = 0
        for line in filter(str.strip, lines):
            scrap = scrap_from(line)
            if scrap is None:
                wrong += 1
            else:
                found.setdefault((scrap.kind, scrap.key), scrap)
        return tuple(found.values()), _unread(wrong, self.path) if wrong else ""


_CLOSED = "Nothing is kept now: "


def _unread(lines: int, path: Path) -> str:
    if lines == 1:
        return f"One line of {path} cannot be read, and stays as it is."
    return f"{lines} lines of {path} cannot be read, and stay as they are."


def scrap_from(line: str) -> Scrap | None:
    """A scrap from a line of the file, or None where it is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != {field.name for field in fields(Scrap)}:
        return None
    date = found.pop("date")
    good = found["kind"] in KINDS and _are_texts(found, _TEXTS) and _are_numbers(found, ("day", "look"))
    if not good or (found["kind"] == "scene") != isinstance(date, dict):
        return None
    told = _date_from(date) if isinstance(date, dict) else None
    return None if isinstance(date, dict) and told is None else Scrap(**found, date=told)


def _date_from(found: dict[str, Any]) -> DateLine | None:
    """A scene from the file: what is said and drawn before a move."""
    around = found.get("around")
    if not _are_texts(found, _DATE_TEXTS) or not _are_numbers(found, ("look",)):
        return None
    if not isinstance(around, list) or len(around) > 8 or not all(isinstance(name, str) for name in around):
        return None
    texts = {name: found[name] for name in _DATE_TEXTS}
    return DateLine(**texts, look=found["look"], around=tuple(around))


def _are_texts(found: dict[str, Any], names: Collection[str]) -> bool:
    return all(isinstance(found.get(name), str) and len(found[name]) <= MOST_LETTERS for name in names)


def _are_numbers(found: dict[str, Any], names: Collection[str]) -> bool:
    return all(type(found.get(name)) is int and 0 <= found[name] < 10**6 for name in names)
