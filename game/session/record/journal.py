"""The record of a run: an append-only file of JSON lines, safe against a crash at any moment.

Rule: a line counts once it ends in a newline. Every line is flushed and synced before the game shows its effect,
so that what the player saw is on the disk. A torn last line is cut off when the file is opened again, and said.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import RecordError

RECORD_FORMAT = 1

Entry = dict[str, Any]


@dataclass(frozen=True)
class Opened:
    """A record as read from the disk."""

    header: Entry
    entries: tuple[Entry, ...]
    size: int  # bytes that count
    repaired: str  # what had to be mended, in a sentence, or ""


def encode(entry: Mapping[str, Any]) -> bytes:
    r"""One line of a record.

    >>> encode({"kind": "end_day", "day": 3})
    b'{"day":3,"kind":"end_day"}\n'
    """
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def read(path: Path) -> Opened:
    """Reads a record and leaves the file alone.

    Raises:
        RecordError: the file is not there, is no record, is from a newer game, or is damaged before its last line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RecordError(
            f"The record {path.name} cannot be read ({error.strerror}). Your other runs are safe."
        ) from None
    whole = data[: data.rfind(b"\n") + 1]
    torn = len(data) - len(whole)
    entries: list[Entry] = []
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            entry = json.loads(line)
        except (UnicodeDecodeError, ValueError):
            entry = None
        if not isinstance(entry, dict) or "kind" not in entry:
            if number == 1:
                raise RecordError(f"{path.name} is not a record of Courtship. Choose another file.")
            raise RecordError(
                f"The record {path.name} is damaged in line {number} of {len(whole.splitlines())}. "
                f"Days before it can be saved: delete that line and all after it in a copy of the file."
            )
        entries.append(entry)
    if not entries or entries[0]["kind"] != "run":
        raise RecordError(f"{path.name} is not a record of Courtship. Choose another file.")
    if entries[0].get("format") != RECORD_FORMAT:
        raise RecordError(
            f"{path.name} was written by another version of Courtship (record format {entries[0].get('format')}, "
            f"this game reads {RECORD_FORMAT}). Update the game to go on with it."
        )
    mended = (
        "The game was stopped in the middle of writing. The last, unfinished click was dropped; all before it is here."
        if torn
        else ""
    )
    return Opened(entries[0], tuple(entries[1:]), len(whole), mended)


class Journal:
    """A record that is open for writing."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self._size = size  # bytes that are known to be ours

    @classmethod
    def create(cls, path: Path, header: Mapping[str, Any]) -> "Journal":
        """Starts a record; an existing file is never overwritten."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb"):
                pass
        except FileExistsError:
            raise RecordError(f"There is a record {path.name} already. Start again in a second.") from None
        except OSError as error:
            raise RecordError(
                f"A new run cannot be saved in {path.parent} ({error.strerror}). Make room there, and start again."
            ) from None
        journal = cls(path, 0)
        journal.append({"kind": "run", "format": RECORD_FORMAT, **header})
        return journal

    @classmethod
    def reopen(cls, path: Path) -> tuple["Journal", Opened]:
        """Opens a record to go on with it and cuts off a torn last line."""
        opened = read(path)
        if opened.repaired:
            with path.open("r+b") as file:
                file.truncate(opened.size)
                os.fsync(file.fileno())
        return cls(path, opened.size), opened

    def append(self, entry: Mapping[str, Any]) -> None:
        """Writes one line and waits until it is on the disk.

        Raises:
            RecordError: the disk is full or gone, or somebody else writes to the same record. Nothing is half written.
        """
        line = encode(entry)
        try:
            with self.path.open("r+b") as file:
                if file.seek(0, os.SEEK_END) != self._size:
                    raise RecordError(
                        "This run is open in another window too. Go on there, or close it and choose Continue again."
                    )
                try:
                    file.write(line)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(self._size)
                    raise
        except OSError as error:
            raise RecordError(
                f"This could not be saved ({error.strerror}). All before it is safe in {self.path.name}; "
                "make room on the disk and do it again."
            ) from None
        self._size += len(line)


class Memory:
    """A journal that keeps nothing, for bots and experiments."""

    def append(self, entry: Mapping[str, Any]) -> None:
        """Forgets the line."""
