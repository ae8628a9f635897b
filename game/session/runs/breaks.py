"""Where records broke when they were opened, kept beside the runs, so that a list of runs says it without playing.

A list can see whether a record is whole and its days follow each other. That a follower is not in the scenario, or that
a night was another one, shows only when the run is repeated: what was found then belongs to the record as it was then.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from game.kept import KeptFile, NotKeptError, json_object, read_kept, write_kept
from game.session.record.reading import DamagedRecordError

KEPT_IN = "breaks.json"
MOST_BREAKS = 500  # the last ones


@dataclass(frozen=True)
class Break:
    """Where a record cannot be repeated any further."""

    size: int  # bytes of the record then
    changed: int  # when it was written last, in ns
    before: int  # choices that can be repeated
    day: int  # on which one goes on after them, 1..
    why: str  # a sentence


def mark_of(record: Path) -> tuple[int, int]:
    """Size and time of a file, by which a changed one is known; zeros if it cannot be looked at."""
    try:
        found = record.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_size, found.st_mtime_ns


def known_breaks(folder: Path) -> Mapping[str, Break]:
    """What is kept of the records of a folder, by the name of the record."""
    return read_kept(_file_of(folder))


def break_of(record: Path, known: Mapping[str, Break]) -> Break | None:
    """Where a record breaks, if it is still as it was when that was found."""
    found = known.get(record.name)
    return found if found is not None and (found.size, found.changed) == mark_of(record) else None


def remember(record: Path, folder: Path, damaged: DamagedRecordError) -> None:
    """Keeps where a record of a folder breaks; a file that cannot be written is no reason to stop."""
    if record.absolute().parent != folder.absolute():
        return
    found = Break(*mark_of(record), len(damaged.before.entries), damaged.day, str(damaged))

    def change(kept: Mapping[str, Break]) -> Mapping[str, Break]:
        others = [(name, one) for name, one in kept.items() if name != record.name]
        return {**dict(others[1 - MOST_BREAKS :]), record.name: found}

    with contextlib.suppress(NotKeptError):
        write_kept(_file_of(folder), change)


def _file_of(folder: Path) -> KeptFile[Mapping[str, Break]]:
    return KeptFile[Mapping[str, Break]](folder.with_name(KEPT_IN), _parsed, _written, {})


def _parsed(data: bytes) -> Mapping[str, Break]:
    """What a file holds; values that are no breaks are left out."""
    found = {name: _break_from(value) for name, value in json_object(data).items()}
    return {name: one for name, one in found.items() if one is not None}


def _written(breaks: Mapping[str, Break]) -> bytes:
    return json.dumps({name: asdict(one) for name, one in breaks.items()}).encode()


def _break_from(found: Any) -> Break | None:
    """A break from the file, or None where it is not what a break is."""
    names = [field.name for field in fields(Break)]
    if not isinstance(found, dict) or set(found) != set(names) or not isinstance(found["why"], str):
        return None
    if any(type(found[name]) is not int or found[name] < 0 for name in names if name != "why"):
        return None
    return Break(**found)
