"""One text to one tree, with all its slips: at the first line YAML cannot read, mend it in memory and read on.

Rule: a mended text serves only to find further mistakes. It is never played.
"""

from dataclasses import dataclass, replace
from typing import Any

from game.scenario.problems.problems import Problem, problem, three_of_a_kind
from game.scenario.problems.sources import Source
from game.scenario.reading.cleaning import cleaned
from game.scenario.reading.mending import MAX_REPAIRS, Attempts, Faults, mend_all, problems_of_mended, proved
from game.scenario.reading.open_quotes import quotes_closed
from game.scenario.reading.tabs import without_tabs
from game.scenario.reading.tree import Node
from game.scenario.reading.written_slips.flow_slips import IN_BRACES, looks_like_block, open_above
from game.scenario.reading.written_slips.layout_slips import layout_slip
from game.scenario.reading.written_slips.value_slips import SYNTAX
from game.scenario.reading.yaml_events import LOADER, Tree


@dataclass(frozen=True)
class Reading:
    """What came of reading one file."""

    root: Node | None  # None when it could not be read as a whole
    problems: tuple[Problem, ...]
    torn: bool = False  # the tree is not what the author meant; do not judge what it holds


def read(
    source: Source,
    known: frozenset[str] = frozenset(),
    faults: Faults | None = None,
    loader: Any = LOADER,
) -> Reading:
    """Read one file's text.

    Args:
        source: the text.
        known: the keys that scenarios have; they help to see where a colon is missing.
        faults: the lines on which a tree does not fit the format; they decide between repairs that YAML can read.
        loader: PyYAML's loader class.
    """
    current, found = cleaned(source)
    reading = _read(source, current, found, known, faults, loader)
    if reading.root is None and (closed := quotes_closed(current)):
        again = _read(source, closed[0], [*found, *closed[1]], known, faults, loader)
        return reading if again.root is None else again
    return reading


def _read(
    source: Source, current: Source, told: list[Problem], known: frozenset[str], faults: Faults | None, loader: Any
) -> Reading:
    """Reads a text that has been cleaned.

    Args:
        source: the text as its author wrote it.
        current: the text as it is read.
        told: what was told of the one on the way to the other.
        known: the keys that scenarios have.
        faults: the lines on which a tree does not fit the format.
        loader: PyYAML's loader class.
    """
    found = list(told)
    attempts = Attempts(loader)
    tree = attempts.read(current) or Tree(None, [], stopped=True)
    if tree.error is not None and (untabbed := without_tabs(current, attempts, faults)):
        current, tree, tabbed = untabbed
        found += tabbed
    if tree.error is not None and not tree.stopped and (laid := layout_slip(current, tree.line, known)):
        return Reading(None, three_of_a_kind(in_original([*found, laid], source)), torn=True)
    final, tree, mended = mend_all(current, tree, attempts, known, faults)
    found += problems_of_mended(current, final, tree, mended, attempts, faults)
    torn = tree.error is not None
    if torn and not tree.stopped and not (mended and len(mended) >= MAX_REPAIRS):
        found.append(_unknown_error(final, tree))
    root = None if torn or tree.stopped or _is_nothing(tree.root) else tree.root
    found += proved(tree.problems, final, root, attempts, faults) if root is not None else tree.problems
    if root is None and not any(p.is_error for p in found):
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
            width = max(1, min(p.width, len(line) - column + 1))
            p = replace(p, excerpt=line, column=column, width=width, repair="")  # noqa: PLW2901  # made of another line
        result.append(p)
    return result


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
    brace = text.find("{")
    if open_above(source, line) or (0 <= brace < column - 1 and looks_like_block(text[brace:])):
        hint = IN_BRACES
    elif text.lstrip().startswith("- "):
        hint = "A dash begins an entry of a list. Where entries stand by id, write an id and a colon in its place: ute:"
    elif (above := _loose_line(source, line)) is not None:
        line, column = above, 1
        hint = "This line has no key. If the text above goes on here, start it further in than the key of that text."
    return problem("yaml-syntax", source, line, column, SYNTAX, hint=hint)


def _loose_line(source: Source, number: int) -> int | None:
    """The line just above that has neither a key nor a dash, and stands no further in than the one after it."""
    line, above = source.line(number), source.line(number - 1)
    depth, its = (len(text) - len(text.lstrip(" ")) for text in (line, above))
    is_loose = bool(above.strip()) and ":" not in above and not above.lstrip().startswith(("-", "#"))
    return number - 1 if is_loose and its < depth else None


def _empty(source: Source) -> Problem:
    return problem("file-empty", source, 1, 1, "This file is empty.", hint="Start one with: courtship new my-scenario")
