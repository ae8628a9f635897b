"""Texts indented with tabs. How wide a tab is cannot be seen, so they are mended only if every width reads the same."""

from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.sources import Source
from game.scenario.reading.mending import Attempts, Faults
from game.scenario.reading.slips import TAB, TAB_HINT
from game.scenario.reading.tree import plain
from game.scenario.reading.yaml_events import Tree

WIDTHS = (2, 3, 4, 8)  # spaces that editors show for a tab; 3 stands where one tab and one space meet two levels


def without_tabs(
    source: Source, attempts: Attempts, faults: Faults | None
) -> tuple[Source, Tree, list[Problem]] | None:  # fmt: skip
    """The text with spaces for the tabs in front of its lines, and each of those lines told.

    Nothing if there are none, or if the text cannot be read in this way; then each line is looked at by itself.
    """
    lines = _tabbed(source)
    if not lines:
        return None
    readings = []
    for width in WIDTHS:
        text = _expanded(source, lines, width)
        tree = attempts.read(text)
        if tree is not None and tree.error is None and tree.root is not None and not tree.torn:
            readings.append((len(faults(tree.root)) if faults else 0, width, text, tree))
    if not readings:
        return None
    fewest = min(wrong for wrong, _, _, _ in readings)
    good = [(width, text, tree) for wrong, width, text, tree in readings if wrong == fewest]
    width, text, tree = good[0]
    certain = all(plain(other.root) == plain(tree.root) for _, _, other in good if other.root and tree.root)
    hint = TAB_HINT if certain else f"{TAB_HINT} {_both(good, lines)}"
    told = [
        problem(
            "yaml-tab", source, number, source.line(number).index("\t") + 1, TAB, hint=hint,
            repair=text.line(number) if certain else "",
        )
        for number in lines
    ]  # fmt: skip
    return text, tree, told


def _both(good: list[tuple[int, Source, Tree]], lines: list[int]) -> str:
    """That it depends on the width of a tab what the text means, and where."""
    first = good[0]
    other = next(one for one in good if one[2].root and first[2].root and plain(one[2].root) != plain(first[2].root))
    number = next((n for n in lines if first[1].line(n) != other[1].line(n)), lines[0])
    depths = [len(text.line(number)) - len(text.line(number).lstrip()) for _, text, _ in (first, other)]
    return (
        f"Here it is not done by itself: line {number} means one thing {depths[0]} spaces in and another "
        f"{depths[1]} spaces in."
    )


def _tabbed(source: Source) -> list[int]:
    """Numbers of the lines that a tab indents."""
    lines = enumerate(source.lines, 1)
    return [number for number, line in lines if line.strip() and "\t" in line[: len(line) - len(line.lstrip())]]


def _expanded(source: Source, numbers: list[int], width: int) -> Source:
    """The text with so many spaces for each tab in front of a line."""
    lines = list(source.lines)
    for number in numbers:
        line = lines[number - 1]
        rest = line.lstrip()
        lines[number - 1] = line[: len(line) - len(rest)].replace("\t", " " * width) + rest
    return Source(source.name, "\n".join(lines))
