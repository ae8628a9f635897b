"""How runs ended, kept beside the records: a list of runs and a comparison then play nothing again.

A run that is gone back into and played otherwise has several endings; each belongs to the record as it was then.
"""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.kept import KeptFile, NotKeptError, json_object, read_kept, write_kept

MOST_ENDINGS = 12  # of one run, the last ones
MOST_RUNS = 2_000
WHOLE = ("size", "happy", "followers", "asks", "accepted")  # what of an ending is a whole number


@dataclass(frozen=True)
class RunEnding:
    """How a run ended."""

    size: int  # bytes of its record then
    score: float  # 0..100
    reach: float  # 0..100, the best that is known for the same people and the same chance
    people: float  # 0..100
    business: float  # 0..100
    manners: float  # 0..100
    reading: float  # ..100
    happy: int  # happy ends
    followers: int
    asks: int
    accepted: int  # asks with a yes


EndingsOfRuns = dict[str, tuple[RunEnding, ...]]
"""Endings by the name of the record."""


class Endings:
    """Keeps endings in a small JSON file; a file that is damaged or cannot be written is no reason to stop."""

    def __init__(self, file: Path) -> None:
        self._file = KeptFile[EndingsOfRuns](file, _endings_from, _endings_bytes, {})

    def of(self, record: Path) -> tuple[RunEnding, ...]:
        """All endings of a run, the latest last; none of a record that is not there."""
        return read_kept(self._file).get(record.name, ())

    def last(self, record: Path) -> RunEnding | None:
        """How a run ended that has not been gone on with since."""
        return ending_now(self.of(record), _size(record))

    def every(self) -> EndingsOfRuns:
        """All endings by the name of the record, read once for a list."""
        return read_kept(self._file)

    def keep(self, record: Path, ending: RunEnding) -> None:
        """Adds an ending of a run, in place of one of the same record.

        All endings of a run are those of the same people by the same chance: what one of them reached was within reach
        of each.
        """

        def change(kept: EndingsOfRuns) -> EndingsOfRuns:
            others = {name: told for name, told in kept.items() if name != record.name}
            every = (*(e for e in kept.get(record.name, ()) if e.size < ending.size), ending)
            best = max(max(e.reach, e.score) for e in every)
            told = tuple(replace(e, reach=best) for e in every[-MOST_ENDINGS:])
            return {**dict(list(others.items())[1 - MOST_RUNS :]), record.name: told}

        self._change(change)

    def drop(self, record: Path) -> None:
        """Forgets the endings of a run that is deleted."""
        if record.name in read_kept(self._file):
            self._change(lambda kept: {name: told for name, told in kept.items() if name != record.name})

    def _change(self, change: Callable[[EndingsOfRuns], EndingsOfRuns]) -> None:
        with contextlib.suppress(NotKeptError):  # the run can be opened and told again
            write_kept(self._file, change)


def _endings_from(data: bytes) -> EndingsOfRuns:
    """What a file holds; lists and values that are no endings are left out."""
    return {
        name: tuple(e for e in map(_ending_from, kept) if e is not None)
        for name, kept in json_object(data).items() if isinstance(kept, list)
    }  # fmt: skip


def _endings_bytes(endings: EndingsOfRuns) -> bytes:
    return json.dumps({name: [asdict(ending) for ending in kept] for name, kept in endings.items()}).encode()


def ending_now(endings: tuple[RunEnding, ...], size: int) -> RunEnding | None:
    """The ending that a record of so many bytes has reached; None where it has been gone on with."""
    return next((ending for ending in reversed(endings) if ending.size == size), None)


def _size(record: Path) -> int:
    try:
        return record.stat().st_size
    except OSError:
        return -1


def _ending_from(found: Any) -> RunEnding | None:
    """An ending from the file, or None where it is not what an ending is."""
    if not isinstance(found, dict) or set(found) != {field.name for field in fields(RunEnding)}:
        return None
    if any(isinstance(value, bool) or not isinstance(value, int | float) for value in found.values()):
        return None
    if not all(abs(value) < 1e12 for value in found.values()):  # neither NaN nor an endless number is
        return None
    values: dict[str, Any] = {n: int(value) if n in WHOLE else float(value) for n, value in found.items()}
    return RunEnding(**values)
