"""All kinds of faults, in the order in which they are tried, and the worker that tries one until it is ended."""

import json
import random
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from speed.faults import author_faults, record_faults, same_bits

Trying = Callable[[random.Random, Path], Iterator[str]]
"""Tries a fault in a folder of its own. Yields "" for a case that went well, else what went wrong."""

KINDS: dict[str, Trying] = {
    "kills survived": record_faults.kills,
    "damaged records said": record_faults.damaged_records,
    "strange folders listed": record_faults.strange_folders,
    "full disks": record_faults.full_disks,
    "races of two windows": record_faults.races,
    "fuzzed scenario files": author_faults.slips,
    "hostile packages": author_faults.hostile_packages,
    "set-ups with equal bits": same_bits.set_ups,
}
NEEDS_FORKS = ("kills survived", "full disks", "races of two windows")


def possible() -> tuple[str, ...]:
    """The kinds that can be tried on this system."""
    return tuple(kind for kind in KINDS if record_faults.FORKS or kind not in NEEDS_FORKS)


def tried(kind: str, seed: int, number: int, folder: Path) -> tuple[int, list[str]]:
    """One trial: how many cases it had, and what went wrong. The same seed and number give the same trial."""
    dice, place = random.Random(f"{seed} {kind} {number}"), folder / str(number)  # noqa: S311 - faults, no secrets
    place.mkdir(parents=True)
    try:
        found = list(KINDS[kind](dice, place))
    except Exception:  # noqa: BLE001 - whatever ends a trial is a fault that is told
        found = [f"it broke down: {traceback.format_exc(limit=-2)}"]
    shutil.rmtree(place, ignore_errors=True)
    return max(1, len(found)), [told for told in found if told]


def main() -> None:
    """Tries one kind until it is ended; each line that it prints is a trial."""
    kind, seed, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    number = 0
    while True:
        cases, faults = tried(kind, seed, number, folder)
        print(json.dumps({"trial": number, "cases": cases, "faults": faults}), flush=True)
        number += 1


if __name__ == "__main__":
    main()
