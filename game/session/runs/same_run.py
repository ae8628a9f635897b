"""Which records are one run: the one rule by which copies are known, in lists of runs and wherever runs are read."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from game.session.record.lines import Header
from game.session.runs.resuming import RESCUED


def run_of(header: Header, path: Path) -> str:
    """Names the run that a record belongs to: two records of one name are copies of one run.

    It is made of what the record says of itself and never of the file's name, except that a record rescued from a
    damaged one is a run of its own, by its number.

    Args:
        header: of the record.
        path: of the record.
    """
    rescue = re.match(r"\d*", path.stem.partition(RESCUED)[2])
    number = rescue[0] if rescue else ""
    facts = (header.scenario, header.seed, header.episode, header.started, header.played_by, number)
    return json.dumps(facts, ensure_ascii=False)


def records_by_run(records: Iterable[tuple[Path, Header, tuple[int, bool]]]) -> dict[str, tuple[Path, ...]]:
    """Records by the run that they belong to; of copies of one run the best comes first.

    Args:
        records: each with its header, and its length: the number of its sound entries, and whether it is whole. Of
            two with as many sound entries the whole one is the better.
    """
    found: dict[str, list[tuple[tuple[int, bool], str, Path]]] = {}
    for path, header, length in records:
        found.setdefault(run_of(header, path), []).append((length, str(path), path))
    return {run: tuple(path for _, _, path in sorted(some, reverse=True)) for run, some in found.items()}
