"""Bringing scenarios up to the current format by small edits of their text: comments and layout stay.

Rule: the format's number changes only when an old file would mean something else. Each such change is one step, and
what was renamed stands in one table that steps are made from. Loading takes the same steps in memory. Format 1 is the
first, so there is no step yet.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.errors import ScenarioError
from game.scenario.checks.retired import RETIRED, Retired
from game.scenario.format.schema import FORMAT
from game.scenario.problems.sources import Source
from game.scenario.reading.edits import Edit, apply, in_place_of
from game.scenario.reading.folder import Files, find
from game.scenario.reading.reader import read
from game.scenario.reading.tree import Node

VERSION_KEY = "scenario_format"
_VERSION = re.compile(rf"^{VERSION_KEY}[ \t]*:[ \t]*(\d{{1,9}})\b", re.MULTILINE)

__all__ = ["RETIRED", "STEPS", "Change", "Migration", "Retired", "Step", "carry_out", "in_memory", "plan", "renamed"]


@dataclass(frozen=True)
class Step:
    """From one format to the next: the edits for one file, given its tree."""

    start: int  # the format it begins with
    edits: Callable[[Node], Iterable[Edit]]


STEPS: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Change:
    """What a file is and what it becomes."""

    path: Path
    before: str
    after: str

    @property
    def difference(self) -> str:
        """The lines that change, with those around them."""
        lines = difflib.unified_diff(
            self.before.splitlines(),
            self.after.splitlines(),
            self.path.name,
            f"{self.path.name}, new",
            lineterm="",
            n=1,
        )
        return "\n".join(lines)


@dataclass(frozen=True)
class Migration:
    """What bringing a scenario up to date takes; nothing has been written."""

    start: int  # the format it is written for
    end: int  # the current format
    changes: tuple[Change, ...]  # files that change


def renamed(table: Iterable[Retired], since: int) -> Callable[[Node], Iterator[Edit]]:
    """The edits of a step that only renames keys: those of the table that are new since a format."""
    entries = [entry for entry in table if entry.since == since]

    def edits(root: Node) -> Iterator[Edit]:
        for entry in entries:
            for block in blocks_at(root, entry.where):
                if (key := block.key(entry.old)) is not None:
                    yield in_place_of(key, entry.new)

    return edits


def blocks_at(root: Node, where: tuple[str, ...]) -> Iterator[Node]:
    """All blocks at a way such as followers, *.

    Args:
        root: the tree of a file.
        where: keys from the top down; * stands for every entry of a block or list.
    """
    if not where:
        yield root
        return
    first, rest = where[0], where[1:]
    inner = [value for key, value in root.pairs if first in ("*", key.value)]
    for block in (*inner, *(root.items if first == "*" else ())):
        yield from blocks_at(block, rest)


def plan(path: Path, steps: tuple[Step, ...] = STEPS, current: int = FORMAT) -> Migration:
    """What it takes to bring a scenario to the current format.

    Args:
        path: its file or folder.
        steps: what to do, in any order.
        current: the format to reach.

    Raises:
        ScenarioError: it cannot be read, or is newer than the game.
    """
    files = find(path)
    before = _texts(files)
    start = _version(path, next(iter(before.items()))[1])
    if start > current:
        raise ScenarioError(f"{path} is written for format {start}; this game reads {current}. Update the game.")
    after = _updated(before, start, steps, current)
    changes = [Change(file, before[file], after[file]) for file in before if before[file] != after[file]]
    return Migration(start, current, tuple(changes))


def in_memory(files: Files, steps: tuple[Step, ...] | None = None, current: int = FORMAT) -> tuple[Files, int]:
    """The files of a scenario as they are in the current format, and the format they are written for.

    Nothing is written. Files that are in the current format, or cannot be brought to it, are given back as they are;
    what is wrong with them is found by reading them.

    Args:
        files: of a scenario.
        steps: what to do; left out, `STEPS`.
        current: the format to reach.
    """
    steps = STEPS if steps is None else steps
    found = _VERSION.search(files.parts[0].source.text) if steps and files.parts else None
    start = int(found[1]) if found else current
    if start >= current:
        return files, current
    texts = {Path(part.source.name): part.source.text for part in files.parts}
    try:
        after = _updated(texts, start, steps, current)
    except ScenarioError:
        return files, current
    parts = (replace(p, source=Source(p.source.name, after[Path(p.source.name)])) for p in files.parts)
    return replace(files, parts=tuple(parts)), start


def _updated(texts: dict[Path, str], start: int, steps: tuple[Step, ...], current: int) -> dict[Path, str]:
    """The texts of all files after all steps from one format to another."""
    for version in range(start, current):
        step = next((s for s in steps if s.start == version), None)
        if step is None:
            raise ScenarioError(
                f"Format {version} was never in use. Write {VERSION_KEY}: {current}, then check the file."
            )
        texts = {file: _stepped(file, text, step) for file, text in texts.items()}
    return texts


def _texts(files: Files) -> dict[Path, str]:
    """The text of every file, the main one first."""
    for problem in files.problems:
        if problem.is_error:
            raise ScenarioError(f"{problem.message} {problem.hint}")
    return {Path(part.source.name): part.source.text for part in files.parts}


def _root(file: Path, text: str) -> Node:
    reading = read(Source(file.name, text))
    errors = [p for p in reading.problems if p.is_error]
    if reading.root is None or errors:
        where = f", line {errors[0].line}: {errors[0].message}" if errors else " cannot be read."
        raise ScenarioError(f"{file.name}{where} Mend this first: courtship check {file}")
    return reading.root


def _version(path: Path, text: str) -> int:
    node = _root(path, text).get(VERSION_KEY)
    if node is None or not node.value.isascii() or not node.value.isdigit():
        raise ScenarioError(f"{path} does not say which format it is written in. Begin it with {VERSION_KEY}: {FORMAT}")
    return int(node.value[:9])


def _stepped(file: Path, text: str, step: Step) -> str:
    """One file after one step; the file that names the format names the next one."""
    root = _root(file, text)
    edits = list(step.edits(root))
    if (node := root.get(VERSION_KEY)) is not None:
        edits.append(in_place_of(node, str(step.start + 1)))
    return apply(text, edits)


def carry_out(migration: Migration) -> tuple[Path, ...]:
    """Writes the changed files, each after a copy of the old one has been kept.

    Returns:
        The copies: `scenario.yaml.bak` beside `scenario.yaml`, or with a number where that is taken.

    Raises:
        ScenarioError: a file cannot be written. Those before it have been; every old text is in its copy.
    """
    kept = []
    for change in migration.changes:
        try:
            data = change.path.read_bytes()
            copy = _free(change.path)
            with copy.open("xb") as file:
                file.write(data)
            kept.append(copy)
            mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
            new = change.path.with_name(f".{change.path.name}.new")
            new.write_bytes(mark + change.after.encode("utf-8"))
            new.replace(change.path)
        except OSError as error:
            raise ScenarioError(
                f"{change.path} cannot be written: {error.strerror}. The old texts are kept."
            ) from error
    return tuple(kept)


def _free(path: Path) -> Path:
    """A name for a copy that nothing has yet."""
    copy, number = path.with_name(f"{path.name}.bak"), 2
    while copy.exists():
        copy, number = path.with_name(f"{path.name}.bak{number}"), number + 1
    return copy
