"""One text to one tree, with all its slips: at the first line YAML cannot read, mend it in memory and read on.

Rule: a mended text serves only to find further mistakes. It is never played.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from game.scenario.problems.problems import Problem, problem, three_of_a_kind
from game.scenario.problems.sources import Source
from game.scenario.reading.slips import SYNTAX, TAB, TAB_HINT, Slip, slips
from game.scenario.reading.tree import Node
from game.scenario.reading.yaml_events import LOADER, Tree, build

MAX_REPAIRS = 20
MAX_GUESSES = 24  # tried for each mistake
PERFECT = (math.inf, math.inf, 0, 0)  # the score of a repair after which nothing is wrong
BUDGET = 6_000_000  # characters read in all attempts together: what bounds the work on a hostile file
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Reading:
    """What came of reading one file."""

    root: Node | None  # None when it could not be read as a whole
    problems: tuple[Problem, ...]
    torn: bool = False  # the tree is not what the author meant; do not judge what it holds


class _Attempts:
    """Reads texts until the budget is used up."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader
        self.left = BUDGET

    def read(self, source: Source) -> Tree | None:
        """A tree, or nothing when the budget is used up."""
        self.left -= max(len(source.text), 200)
        return build(source, self.loader) if self.left > 0 else None


def read(
    source: Source,
    known: frozenset[str] = frozenset(),
    faults: Callable[[Node], int] | None = None,
    loader: Any = LOADER,
) -> Reading:
    """Read one file's text.

    Args:
        source: the text.
        known: the keys that scenarios have; they help to see where a colon is missing.
        faults: says how much is wrong with a tree; it decides between repairs that are equally good for YAML.
        loader: PyYAML's loader class.
    """
    found = _unreadable(source)
    current = Source(source.name, _UNREADABLE.sub("_", source.text))
    attempts = _Attempts(loader)
    tree = attempts.read(current) or Tree(None, [], stopped=True)
    torn = False
    if tree.error is not None and _mostly_tabs(current):
        found += _tab_problems(current)
        current = _without_tabs(current)
        tree = attempts.read(current) or tree
    for _ in range(MAX_REPAIRS):
        if tree.error is None or tree.stopped:
            break
        step = _mend(current, tree, attempts, list(islice(slips(current, tree, known), MAX_GUESSES)), faults)
        if step is None:
            found.append(_unknown_error(current, tree))
            torn = True
            break
        slip, current, tree = step
        found.append(_slip_problem(source, slip))
    else:
        torn = tree.error is not None
    found.extend(tree.problems)
    root = None if torn or tree.stopped or _is_nothing(tree.root) else tree.root
    if root is None and not found:
        found.append(_empty(source))
    return Reading(root, three_of_a_kind(in_original(found, source)), torn or tree.torn or tree.stopped)


def _is_nothing(root: Node | None) -> bool:
    return root is not None and root.kind == "none"


def in_original(found: list[Problem] | tuple[Problem, ...], source: Source) -> list[Problem]:
    """The problems with lines as the author wrote them, not as mended in memory."""
    result = []
    for p in found:
        if p.file == source.name and p.excerpt != source.line(p.line):
            line = source.line(p.line)
            column = min(p.column, len(line) + 1)
            p = replace(p, excerpt=line, column=column, width=max(1, min(p.width, len(line) - column + 1)))  # noqa: PLW2901
        result.append(p)
    return result


def _unreadable(source: Source) -> list[Problem]:
    """Characters YAML cannot take, wherever they stand."""
    found = []
    for number, line in enumerate(source.lines, 1):
        for match in _UNREADABLE.finditer(line):
            name = f"U+{ord(match.group()):04X}"
            message = f"A character that cannot be shown ({name}) stands here."
            found.append(problem("yaml-character", source, number, match.start() + 1, message, hint="Delete it."))
            if len(found) > 60:
                return found
    return found


def _tabbed(source: Source) -> list[int]:
    """Numbers of the lines that a tab indents."""
    lines = enumerate(source.lines, 1)
    return [number for number, line in lines if line.strip() and "\t" in line[: len(line) - len(line.lstrip())]]


def _mostly_tabs(source: Source) -> bool:
    """Whether a text is indented with tabs throughout, rather than in a line or two."""
    spaced = sum(1 for line in source.lines if line.startswith("  "))
    return len(_tabbed(source)) > max(1, spaced)


def _tab_problems(source: Source) -> list[Problem]:
    return [
        problem("yaml-tab", source, number, source.line(number).index("\t") + 1, TAB, hint=TAB_HINT)
        for number in _tabbed(source)
    ]


def _without_tabs(source: Source) -> Source:
    """The text with two spaces for each tab in front of a line."""
    lines = list(source.lines)
    for number in _tabbed(source):
        line = lines[number - 1]
        rest = line.lstrip()
        lines[number - 1] = line[: len(line) - len(rest)].replace("\t", "  ") + rest
    return Source(source.name, "\n".join(lines))


def _mend(
    source: Source, tree: Tree, attempts: _Attempts, guesses: list[Slip], faults: Callable[[Node], int] | None
) -> tuple[Slip, Source, Tree] | None:
    """The slip whose repair lets reading go furthest, with the repaired text; of equals, the likeliest."""
    best: tuple[tuple[float, ...], Slip, Source, Tree] | None = None
    for slip in guesses:
        if slip.mended == source.line(slip.line):
            continue
        mended = _with_line(source, slip.line, slip.mended)
        after = attempts.read(mended)
        if after is None:
            break
        if not _further(slip, after, tree):
            continue
        score = _score(after, faults)
        if best is None or score > best[0]:
            best = score, slip, mended, after
        if score == PERFECT:
            break
    return best[1:] if best else None


def _score(after: Tree, faults: Callable[[Node], int] | None) -> tuple[float, ...]:
    """How good a repair is: how far reading goes, then how little is wrong with what is read."""
    if after.error is not None or after.root is None:
        return after.line, after.column, -len(after.problems), 0
    return *PERFECT[:2], -len(after.problems), -(faults(after.root) if faults else 0)


def _further(slip: Slip, after: Tree, before: Tree) -> bool:
    """Whether the mended line was the right one: reading must get past the place where it stuck."""
    if after.error is None:
        return not after.torn or before.torn
    if slip.line < before.line:
        return (after.line, after.column) > (before.line, before.column)
    return after.line > before.line


def _with_line(source: Source, number: int, line: str) -> Source:
    """The text with one line replaced. All lines then end with a line feed, which moves no line or column."""
    lines = list(source.lines)
    lines[number - 1] = line
    return Source(source.name, "\n".join(lines))


def _slip_problem(source: Source, slip: Slip) -> Problem:
    return problem(
        slip.code,
        source,
        slip.line,
        slip.column,
        slip.message,
        width=slip.width,
        hint=slip.hint,
        repair=slip.mended,
    )


def _unknown_error(source: Source, tree: Tree) -> Problem:
    """An error no slip explains: say where, and what to try."""
    line, column = tree.line, tree.column
    while line > 1 and not source.line(line).strip():
        line -= 1
        column = 1
    text = source.line(line)
    if not text[column - 1 :].strip():
        column = len(text) - len(text.lstrip()) + 1
    hint = "Compare it with the line above: a colon and a space behind each key, quotes around texts with : or #."
    return problem("yaml-syntax", source, line, column, SYNTAX, hint=hint)


def _empty(source: Source) -> Problem:
    return problem("file-empty", source, 1, 1, "This file is empty.", hint="Start one with: courtship new my-scenario")
