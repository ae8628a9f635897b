"""Mending a text in memory, line by line, and proving each mended line: it is offered only if it can be read one way.

Rule: where two readings are as good as each other, both are told and neither is written. A reading is better than
another only if it fits the format better, or gets further before the next mistake.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.quoting import short
from game.scenario.problems.sources import Source
from game.scenario.reading.slips import slips
from game.scenario.reading.tree import Node, plain
from game.scenario.reading.written_slips.value_slips import Slip
from game.scenario.reading.yaml_events import Tree, build

MAX_REPAIRS = 20
MAX_GUESSES = 24  # tried for each mistake
BUDGET = 6_000_000  # characters read in all attempts together: what bounds the work on a hostile file

_KEYS = re.compile(r"[,{]\s*[a-z_]+:|^[\s{\[-]*[a-z_]+:.*[a-z_]+: ")
_DASH = re.compile(r"^ *- ")
_BRACKET = re.compile(r"[\[\]{}]")

Faults = Callable[[Node], tuple[int, ...]]
"""The lines on which a tree does not fit the format."""


class Attempts:
    """Reads texts until the budget is used up."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader
        self.left = BUDGET

    def read(self, source: Source) -> Tree | None:
        """A tree, or nothing when the budget is used up."""
        self.left -= max(len(source.text), 200)
        return build(source, self.loader) if self.left > 0 else None


@dataclass(frozen=True)
class Mended:
    """A line that was mended in memory, and how it could have been mended else."""

    slip: Slip
    before: str  # the line as it was
    rivals: tuple[Slip, ...]  # as far as could be seen then, as good


def mend_all(
    source: Source, tree: Tree, attempts: Attempts, known: frozenset[str], faults: Faults | None
) -> tuple[Source, Tree, list[Mended]]:
    """Mends one line after the other until the text can be read, or nothing known helps any more."""
    done: list[Mended] = []
    for _ in range(MAX_REPAIRS):
        if tree.error is None or tree.stopped:
            break
        step = _mend(source, tree, attempts, list(islice(slips(source, tree, known), MAX_GUESSES)), faults)
        if step is None:
            break
        mended, source, tree = step
        done.append(mended)
    return source, tree, done


def _mend(
    source: Source, tree: Tree, attempts: Attempts, guesses: list[Slip], faults: Faults | None
) -> tuple[Mended, Source, Tree] | None:
    """The slip whose repair lets reading go furthest, with the repaired text; of equals, the likeliest."""
    tried: list[tuple[tuple[float, ...], Slip, Source, Tree]] = []
    for slip in guesses:
        if slip.mended == source.line(slip.line):
            continue
        mended = with_line(source, slip.line, slip.mended)
        after = attempts.read(mended)
        if after is None:
            break
        if _further(slip, after, tree):
            tried.append((_score(after, faults), slip, mended, after))
    if not tried:
        return None
    score, slip, mended, after = max(tried, key=lambda one: one[0])
    rivals = tuple(
        other
        for reached, other, _, _ in tried
        if other is not slip and reached[:2] == score[:2] and not (slip.shows and other.code == "yaml-indent")
    )
    return Mended(slip, source.line(slip.line), rivals), mended, after


def _score(after: Tree, faults: Faults | None) -> tuple[float, ...]:
    """How good a repair is: how far reading goes, then how little is wrong with what is read."""
    if after.error is not None or after.root is None:
        return after.line, after.column, -len(after.problems), 0
    wrong = (len(faults(after.root)) if faults else 0) + swallowed(after.root)
    return math.inf, math.inf, -len(after.problems), -wrong


def swallowed(node: Node) -> int:
    """How many lines that begin with a dash are read as the rest of a text above them: nobody means that.

    Args:
        node: what was read.
    """
    if node.kind == "text" and node.plain:
        return sum(bool(_DASH.match(node.source.line(n))) for n in range(node.line + 1, node.end_line + 1))
    return sum(map(swallowed, (*node.items, *(value for _, value in node.pairs))))


def _further(slip: Slip, after: Tree, before: Tree) -> bool:
    """Whether the mended line was the right one: reading must get past the place where it stuck."""
    if after.error is None:
        return not after.torn or before.torn
    if slip.line < before.line:
        return (after.line, after.column) > (before.line, before.column)
    return after.line > before.line


def with_line(source: Source, number: int, line: str) -> Source:
    """The text with one line replaced. All lines then end with a line feed, which moves no line or column."""
    lines = list(source.lines)
    lines[number - 1] = line
    return Source(source.name, "\n".join(lines))


def problems_of_mended(
    source: Source, final: Source, tree: Tree, done: list[Mended], attempts: Attempts, faults: Faults | None
) -> list[Problem]:
    """The problem of each mended line, with the line as it should be where only one reading is possible.

    Args:
        source: the text as it was given.
        final: the text after all lines were mended.
        tree: what was read of it.
        done: the lines that were mended, in order.
        attempts: what may still be read.
        faults: how much is wrong with a tree.
    """
    if not done:
        return []
    done = _once(done)
    touched = [one.slip.line for one in done]
    wrong = faults(tree.root) if faults and tree.root is not None else ()
    found = []
    for one in done:
        blind = tree.error is not None and one.slip.code == "yaml-indent"  # what follows could tell, and is not read
        if (
            blind or one.slip.doubtful or one.slip.line in wrong or _quotes_a_block(one.before, one.slip)
        ):  # what it would be then is not right either
            found.append(replace(_problem(source, one.slip, None), repair=""))
            continue
        rivals = [r for r in one.rivals if not (r.line == one.slip.line and _quotes_a_block(one.before, r))]
        rival = next((r for r in rivals if _as_good(r, one, final, tree, touched, attempts, faults)), None)
        found.append(_problem(source, one.slip, rival))
    return found


def _once(done: list[Mended]) -> list[Mended]:
    """The mended lines, those once that were moved in or out more than once: from where they were to where they are."""
    found: list[Mended] = []
    for one in done:
        first = next((m for m in found if m.slip.line == one.slip.line), None)
        if first is not None and first.slip.code == one.slip.code == "yaml-indent":
            slip = replace(first.slip, mended=one.slip.mended)
            found[found.index(first)] = Mended(slip, first.before, one.rivals)
        else:
            found.append(one)
    return found


def _quotes_a_block(before: str, slip: Slip) -> bool:
    """Whether a repair puts something into quotes that looks like keys in braces, and not like a text."""
    quotes = [sum(line.count(mark) for mark in "\"'") for line in (before, slip.mended)]
    if slip.shows and not _KEYS.search(_changed(before, slip.mended)):
        return False  # a text within a block, and not the block
    return quotes[1] > quotes[0] and bool(_KEYS.search(before)) and bool(_BRACKET.search(before))


def _changed(before: str, after: str) -> str:
    """The part of a line within which another one differs from it."""
    start = next((n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before))
    backwards = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    same = next((n for n, pair in enumerate(backwards) if pair[0] != pair[1]), 0)
    return before[start : len(before) - same]


def _as_good(
    rival: Slip, one: Mended, final: Source, tree: Tree, touched: list[int], attempts: Attempts, faults: Faults | None
) -> bool:
    """Whether another repair of the same mistake gives another scenario that is no worse."""
    if tree.error is not None or tree.root is None or touched.count(one.slip.line) > 1:
        return True  # nothing can be proved
    other = with_line(with_line(final, one.slip.line, one.before), rival.line, rival.mended)
    after = attempts.read(other)
    if after is None:
        return True
    if after.error is not None or after.root is None:
        return False
    return _score(after, faults) >= _score(tree, faults) and plain(after.root) != plain(tree.root)


def _problem(source: Source, slip: Slip, rival: Slip | None) -> Problem:
    hint, repair = slip.hint, slip.mended
    if rival is not None:
        hint, repair = _both(source, slip, rival), ""
    return problem(
        slip.code, source, slip.line, slip.column, slip.message, width=slip.width, hint=hint, repair=repair
    )  # fmt: skip


def _both(source: Source, slip: Slip, rival: Slip) -> str:
    """A sentence that tells both ways in which a line can be read."""
    one, other = slip.mended, rival.mended
    if slip.line == rival.line and one.lstrip() == other.lstrip():
        depths = sorted({_depth(one), _depth(other)}, reverse=True)
        ways = [f"{'if' if n else 'If'} it belongs to {_owner(source, slip.line, d)}, start it {d} spaces in"
                for n, d in enumerate(depths)]  # fmt: skip
        return f"{'; '.join(ways)}. Which of both is meant, only you can say."
    lines = f"line {slip.line} “{short(one, 60)}”, or line {rival.line} “{short(other, 60)}”"
    if slip.line == rival.line:
        lines = " or ".join(f"“{text}”" for text in _around_difference(one.strip(), other.strip()))
    return f"It can be read in two ways: {lines}. Write the one that you mean."


def _around_difference(one: str, other: str, limit: int = 60) -> tuple[str, str]:
    """Two readings of a line, each cut so that the first place at which they differ is in it."""
    same = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    same = same or (min(len(one), len(other)) if one[:1] == other[:1] else 0)
    start = max(0, same - limit // 2) if max(len(one), len(other)) > limit else 0
    first, second = (("…" if start else "") + short(text[start:], limit) for text in (one, other))
    return first, second


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _owner(source: Source, number: int, depth: int) -> str:
    """The key under which a line of a depth would stand."""
    for above in range(number - 1, 0, -1):
        line = source.line(above)
        if line.strip() and "\t" not in line and not line.lstrip().startswith("#") and _depth(line) < depth:
            name = f"'{short(line.strip().lstrip('- ').partition(':')[0])}'"
            dash = _DASH.match(line)
            return f"the entry that begins with {name}" if dash and dash.end() <= depth else name
    return "the scenario itself"


def proved(
    found: list[Problem], source: Source, root: Node, attempts: Attempts, faults: Faults | None
) -> list[Problem]:
    """The problems, with the repair left out where the file would fit the format less well with it."""
    if faults is None:
        return found
    now = -1
    kept = []
    for p in found:
        if p.repair and p.file == source.name:
            now = len(faults(root)) if now < 0 else now
            after = attempts.read(with_line(source, p.line, p.repair))
            if after is None or after.error is not None or after.root is None or len(faults(after.root)) > now:
                p = replace(p, repair="")  # noqa: PLW2901
        kept.append(p)
    return kept
