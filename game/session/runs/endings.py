"""How runs ended, kept beside the records: a list of runs and a comparison then play nothing again.

A run that is gone back into and played otherwise has several endings; each belongs to the record as it was then.
"""

import contextlib
import json
import math
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.files import read_regular, write_over

MOST_ENDINGS = 12  # of one run, the last ones
MOST_RUNS = 2_000
MOST_BYTES = 8_000_000
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


class Endings:
    """Keeps endings in a small JSON file; a file that is damaged or cannot be written is no reason to stop."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, record: Path) -> tuple[RunEnding, ...]:
        """All endings of a run, the latest last; none of a record that is not there."""
        return self._read().get(record.name, ())

    def last(self, record: Path) -> RunEnding | None:
        """How a run ended that has not been gone on with since."""
        return ending_now(self.of(record), _size(record))

    def every(self) -> dict[str, tuple[RunEnding, ...]]:
        """All endings by the name of the record, read once for a list."""
        return self._read()

    def keep(self, record: Path, ending: RunEnding) -> None:
        """Adds an ending of a run, in place of one of the same record.

        All endings of a run are those of the same people by the same chance: what one of them reached was within reach
        of each.
        """
        kept = self._read()
        every = (*(e for e in kept.pop(record.name, ()) if e.size < ending.size), ending)
        best = max(max(e.reach, e.score) for e in every)
        told = tuple(replace(e, reach=best) for e in every[-MOST_ENDINGS:])
        self._write({**dict(list(kept.items())[1 - MOST_RUNS :]), record.name: told})

    def drop(self, record: Path) -> None:
        """Forgets the endings of a run that is deleted."""
        kept = self._read()
        if kept.pop(record.name, None) is not None:
            self._write(kept)

    def _read(self) -> dict[str, tuple[RunEnding, ...]]:
        try:
            found = json.loads(read_regular(self._file, MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            name: tuple(e for e in map(_ending_from, kept) if e is not None)
            for name, kept in found.items() if isinstance(kept, list)
        }  # fmt: skip

    def _write(self, endings: dict[str, tuple[RunEnding, ...]]) -> None:
        plain = {name: [asdict(ending) for ending in kept] for name, kept in endings.items()}
        with contextlib.suppress(OSError):  # the run can be opened and told again
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_over(self._file, json.dumps(plain).encode())


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
    if not all(math.isfinite(value) and abs(value) < 1e12 for value in found.values()):
        return None
    values: dict[str, Any] = {n: int(value) if n in WHOLE else float(value) for n, value in found.items()}
    return RunEnding(**values)
