"""Writing repairs into an author's file: exactly the lines that were shown or counted, and nothing else.

Rule: the meaning of no other line changes. What was written is read again before it takes the file's place, and the
file as it was is kept; a copy that is there already is never overwritten.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.files import write_new, write_over
from game.scenario.checks.check import faults_of
from game.scenario.format.walk import known_keys
from game.scenario.lint.linting import examine
from game.scenario.problems.problems import Problem
from game.scenario.problems.sources import LINE_BREAK, Source
from game.scenario.reading.folder import find
from game.scenario.reading.reader import read
from game.scenario.reading.tree import Node

BACKUP = ".bak"
MOST_ROUNDS = 8  # of reading a scenario, mending it and reading it again
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """One line of a file that was mended and written."""

    file: str
    line: int  # 1..
    before: str
    after: str
    code: str


def repairs(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with a repaired line, those that are only counted ("and 3 more") too.

    Of one line there is one: a second problem on it waits for the next round.
    """
    found: dict[tuple[str, int], Problem] = {}
    for shown in problems:
        lines = [p for p in (shown, *shown.hidden) if p.repair.strip() and p.repair.rstrip() != p.excerpt.rstrip()]
        if shown.code == "wrong-indent" and any((p.file, p.line) in found for p in lines):
            continue  # a block moves as a whole
        for p in lines:
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


def mend(path: str | Path) -> tuple[Fixed, ...]:
    """Mends all of a scenario that has one answer: round by round, as a mended line may show the next slip.

    Each file as it was is kept beside it once, with `.bak` behind its name, or `.bak2` and so on where that is taken.

    Returns:
        The lines that were mended, each once, as it was first and as it is now.

    Raises:
        OSError: a file cannot be written; what was mended before stays.
    """
    done: dict[tuple[str, int], Fixed] = {}
    for _ in range(MOST_ROUNDS):
        kept = frozenset(name for name, _ in done)
        fixed = write_repairs(path, examine(path).problems, kept)
        if not fixed:
            break
        for one in fixed:
            first = done.get((one.file, one.line))
            done[one.file, one.line] = replace(one, before=first.before, code=first.code) if first else one
    return tuple(sorted(done.values(), key=lambda one: (one.file, one.line)))


def write_repairs(
    path: str | Path, problems: Iterable[Problem], kept: Collection[str] = ()
) -> tuple[Fixed, ...]:  # fmt: skip
    """Writes the repairs of a scenario into its files; each file as it was is kept beside it.

    Args:
        path: the scenario, as it was checked.
        problems: what was shown.
        kept: files of which a copy has been kept already.

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
        moved = any(f.code == "wrong-indent" for f in fixed)
        if fixed and _means_the_same(text, new, {f.line for f in fixed}, moved=moved):
            if name not in kept:
                write_new(_free(file.resolve()), data)
            write_over(file.resolve(), (_BOM if data.startswith(_BOM) else b"") + new.encode("utf-8"))
            done += fixed
    return tuple(done)


def _means_the_same(before: str, after: str, lines: set[int], *, moved: bool) -> bool:
    """Whether a repaired text reads as the first one was understood, but for what stands on the repaired lines.

    Where a block was moved in or out, each line must still hold the same words; that they fit better was proved before.
    """
    old, new = (read(Source("", text), known_keys(), faults_of).root for text in (before, after))
    if old is None or new is None:
        return old is None
    return _words(old, lines) == _words(new, lines) if moved else _alike(old, new, lines)


def _words(node: Node, but: set[int]) -> list[tuple[int, str]]:
    """All keys and texts with their lines, but those of some lines."""
    inner = [*node.items, *(part for pair in node.pairs for part in pair)]
    own = [(node.line, node.value)] if node.kind == "text" and node.line not in but else []
    return [*own, *(word for part in inner for word in _words(part, but))]


def _alike(old: Node, new: Node, lines: set[int]) -> bool:
    """Whether two values are the same but for what stands on some lines."""
    if old.line in lines and _within(old, lines):
        return True
    if old.kind != new.kind or (old.value != new.value and old.line not in lines):
        return False
    if len(old.pairs) != len(new.pairs) or len(old.items) != len(new.items):
        return False
    inner = [pair for one in zip(old.pairs, new.pairs, strict=True) for pair in zip(*one, strict=True)]
    return all(_alike(a, b, lines) for a, b in (*inner, *zip(old.items, new.items, strict=True)))


def _within(node: Node, lines: set[int]) -> bool:
    """Whether all of a value stands on some lines."""
    inner = [*node.items, *(part for pair in node.pairs for part in pair)]
    return all(_within(part, lines) for part in inner) if inner else node.line in lines and node.end_line in lines


def _free(file: Path) -> Path:
    """Where a copy of a file can be kept."""
    path, number = file.with_name(file.name + BACKUP), 2
    while path.exists() or path.is_symlink():
        path, number = file.with_name(f"{file.name}{BACKUP}{number}"), number + 1
    return path
