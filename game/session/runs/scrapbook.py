"""The scrapbook: scenes, people and endings that were seen on this machine, in a kept file of JSON lines.

Whoever sees something adds a line to those that are in the file then, so that several windows lose nothing of each
other. A line that cannot be read is left as it is and told; no file is a reason to stop a game.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from game.kept import NotKeptError, kept_lines, look_kept, told_aside, write_kept
from game.session.date_lines import DateLine

KINDS = ("scene", "person", "ending")
MOST_LETTERS = 4_000  # of any text in a scrap, as many as a text of a scenario may have
MOST_AROUND = 8  # things that are drawn around a table
MOST_NUMBER = 10**6 - 1  # of a day or a portrait
LEAST = {"friend_look": -1}  # of a number that may say that there is none
_TEXTS = ("kind", "key", "game", "when", "name", "told")
_DATE_TEXTS = tuple(field.name for field in fields(DateLine) if field.type is str)
_NEWER_TEXTS = dict.fromkeys(("body", "their_face", "although", "about", "taken_up", "walls"), "")
"""Texts of a scene that earlier versions have not kept, as they count then."""


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


class Scrapbook:
    """The file of what was seen.

    Attributes:
        path: where it is kept.
        failed: why the latest could not be kept, in a sentence, or "".
    """

    def __init__(self, path: Path) -> None:
        """Where it is kept; the file need not be there."""
        self.path = path
        self._file = kept_lines(path)
        self.failed = ""
        self._aside: Path | None = None
        self._read: tuple[tuple[int, int], _Looked] | None = None

    def scraps(self) -> tuple[tuple[Scrap, ...], str]:
        """All that was seen, each thing once, and a sentence where the file is not as it should be, else ""."""
        mark = self._mark()
        if self._read is None or self._read[0] != mark or mark == (-1, -1):
            self._read = (mark, self._looked())
        found = self._read[1]
        aside = told_aside("The file of the scrapbook", self._aside)
        failed = "" if found.closed else self.failed  # what hinders reading hinders writing, and is told once
        return found.scraps, " ".join(filter(None, (aside, found.problem, failed)))

    def keep(self, seen: Iterable[Scrap], now: datetime) -> None:
        """Adds what is not in the file yet; where that cannot be, `scraps` tells it from then on."""
        known = _by_kind_and_key(self.scraps()[0])
        fresh = {(s.kind, s.key): s for s in (as_kept(scrap, now.date()) for scrap in seen)}
        fresh = {key: scrap for key, scrap in fresh.items() if key not in known}
        if not fresh:
            return

        def change(lines: tuple[bytes, ...]) -> tuple[bytes, ...]:
            there = _by_kind_and_key(filter(None, map(scrap_from, lines)))
            return (*lines, *(json.dumps(asdict(s)).encode() for key, s in fresh.items() if key not in there))

        try:
            self._aside = write_kept(self._file, change) or self._aside
            self.failed = ""
        except NotKeptError as error:
            self.failed = f"The latest could not be kept: {error.cause}. To keep what comes next, {error.remedy}."

    def drop(self) -> None:
        """Deletes the file.

        Raises:
            OSError: it cannot be deleted.
        """
        self.path.unlink(missing_ok=True)
        self.failed, self._aside, self._read = "", None, None

    def _mark(self) -> tuple[int, int]:
        """What changes when the file does; (-1, -1) where there is none."""
        try:
            found = self.path.stat()
        except (OSError, ValueError):
            return (-1, -1)
        return found.st_mtime_ns, found.st_size

    def _looked(self) -> "_Looked":
        lines, hindered = look_kept(self._file)
        if hindered is not None:
            told = f"The scrapbook cannot be read: {hindered.cause}. To see it again, {hindered.remedy}."
            return _Looked(problem=told, closed=True)
        scraps = [scrap_from(line) for line in lines]
        wrong = scraps.count(None)
        found = tuple(_by_kind_and_key(filter(None, scraps)).values())
        return _Looked(found, _unread(wrong, self.path) if wrong else "")


@dataclass(frozen=True)
class _Looked:
    """What was found in the file."""

    scraps: tuple[Scrap, ...] = ()
    problem: str = ""  # a sentence, or ""
    closed: bool = False  # whether nothing of it can be read


def _by_kind_and_key(scraps: Iterable[Scrap]) -> dict[tuple[str, str], Scrap]:
    """Scraps by what they are, each as it was seen first."""
    found: dict[tuple[str, str], Scrap] = {}
    for scrap in scraps:
        found.setdefault((scrap.kind, scrap.key), scrap)
    return found


def as_kept(scrap: Scrap, when: date) -> Scrap:
    """A scrap as it goes into the file: with its day, and no larger than what `scrap_from` reads.

    Args:
        scrap: of one of `KINDS`.
        when: the day on which it is kept.
    """
    seen = scrap.date
    if seen is not None:
        seen = replace(_within(seen), around=tuple(name[:MOST_LETTERS] for name in seen.around[:MOST_AROUND]))
    kept: Scrap = replace(_within(scrap), date=seen, when=when.isoformat())
    return kept


def _within(value: Any) -> Any:
    """A scrap or a scene with its texts and numbers cut to what is read."""
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    texts = {name: text[:MOST_LETTERS] for name, text in found.items() if isinstance(text, str)}
    numbers = {
        name: min(MOST_NUMBER, max(LEAST.get(name, 0), number)) for name, number in found.items() if type(number) is int
    }
    return replace(value, **texts, **numbers)


def _unread(lines: int, path: Path) -> str:
    if lines == 1:
        return f"One line of {path} cannot be read, and stays as it is."
    return f"{lines} lines of {path} cannot be read, and stay as they are."


def scrap_from(line: str | bytes) -> Scrap | None:
    """A scrap from a line of the file, or None where it is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != {field.name for field in fields(Scrap)}:
        return None
    seen = found.pop("date")
    good = found["kind"] in KINDS and _are_texts(found, _TEXTS) and _are_numbers(found, ("day", "look"))
    if not good or (found["kind"] == "scene") != isinstance(seen, dict):
        return None
    told = _date_from(seen) if isinstance(seen, dict) else None
    return None if isinstance(seen, dict) and told is None else Scrap(**found, date=told)


def _date_from(found: dict[str, Any]) -> DateLine | None:
    """A scene from the file: what is said and drawn before a move."""
    found = _NEWER_TEXTS | {"friend_look": -1} | found
    if not _are_texts(found, _DATE_TEXTS) or not _are_numbers(found, ("look", "friend_look")):
        return None
    around = found.get("around")
    if not isinstance(around, list) or len(around) > MOST_AROUND or not all(map(_is_text, around)):
        return None
    texts = {name: found[name] for name in _DATE_TEXTS}
    return DateLine(**texts, look=found["look"], around=tuple(around), friend_look=found["friend_look"])


def _are_texts(found: dict[str, Any], names: Collection[str]) -> bool:
    return all(_is_text(found.get(name)) for name in names)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MOST_LETTERS


def _are_numbers(found: dict[str, Any], names: Collection[str]) -> bool:
    return all(type(found.get(name)) is int and LEAST.get(name, 0) <= found[name] <= MOST_NUMBER for name in names)
