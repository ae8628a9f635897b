"""Writing repairs into an author's file: exactly the lines that were shown, as edits of the text, and nothing else."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.scenario.problems.problems import Problem
from game.scenario.problems.sources import LINE_BREAK
from game.scenario.reading.folder import find

BACKUP = ".bak"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """One line that was written."""

    file: str
    line: int  # 1..
    before: str
    after: str
    code: str


def repairs(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems whose repaired line was shown, one a line: a second one on it waits for the next run."""
    found: dict[tuple[str, int], Problem] = {}
    for p in problems:
        if p.repair.strip() and p.repair.rstrip() != p.excerpt.rstrip():
            found.setdefault((p.file, p.line), p)
    return tuple(found.values())


def repaired(text: str, problems: Iterable[Problem]) -> tuple[str, tuple[Fixed, ...]]:
    """A text with the repaired lines of one file in it. Lines that are no longer as they were are left alone.

    Args:
        text: the file.
        problems: repairs of that file.
    """
    parts = LINE_BREAK.split(text)
    ends = [*LINE_BREAK.findall(text), ""]
    done = []
    for p in problems:
        if 1 <= p.line <= len(parts) and parts[p.line - 1] == p.excerpt:
            parts[p.line - 1] = p.repair
            done.append(Fixed(p.file, p.line, p.excerpt, p.repair, p.code))
    return "".join(part + end for part, end in zip(parts, ends, strict=True)), tuple(done)


def write_repairs(path: str | Path, problems: Iterable[Problem]) -> tuple[Fixed, ...]:
    """Writes the repairs of a scenario into its files; each file as it was is kept beside it with `.bak` behind.

    Args:
        path: the scenario, as it was checked.
        problems: what was shown.

    Raises:
        OSError: a file cannot be written; it is then as it was.
    """
    own = {part.source.name for part in find(Path(path)).parts if part.readable}
    wanted = [p for p in repairs(problems) if p.file in own]
    done: list[Fixed] = []
    for name in dict.fromkeys(p.file for p in wanted):
        file = Path(name)
        data = file.read_bytes()
        try:
            text = data.removeprefix(_BOM).decode("utf-8")
        except UnicodeDecodeError:
            continue  # what such a line holds cannot be said
        new, fixed = repaired(text, (p for p in wanted if p.file == name))
        if fixed:
            _replace(file, data, (_BOM if data.startswith(_BOM) else b"") + new.encode("utf-8"))
            done += fixed
    return tuple(done)


def _replace(file: Path, old: bytes, new: bytes) -> None:
    """Puts new bytes in place of a file in one step, with the old ones beside it."""
    real = file.resolve()
    real.with_name(real.name + BACKUP).write_bytes(old)
    fresh = real.with_name(f".{real.name}.new")
    fresh.write_bytes(new)
    shutil.copymode(real, fresh)
    os.replace(fresh, real)
