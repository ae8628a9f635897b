"""Changes to an author's file as edits of its text: comments, blank lines and everything else stay as they were."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.scenario.problems.sources import Source
from game.scenario.reading.tree import Node


@dataclass(frozen=True)
class Edit:
    """Text to put in place of what stands between two places. The second lies just behind the last character."""

    line: int  # 1..
    column: int  # 1..
    end_line: int  # 1..
    end_column: int  # 1..
    text: str


def in_place_of(node: Node, text: str) -> Edit:
    """Another text in place of a value or key."""
    return Edit(node.line, node.column, node.end_line, node.end_column, text)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made.

    Raises:
        ValueError: two edits overlap.

    >>> apply("pace: slow", [Edit(1, 7, 1, 11, "shy")])
    'pace: shy'
    """
    starts = _starts(text)
    spans = sorted((_at(starts, e.line, e.column), _at(starts, e.end_line, e.end_column), e.text) for e in edits)
    parts, done = [], 0
    for start, end, new in spans:
        if start < done or end < start:
            raise ValueError("two edits change the same text")
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _starts(text: str) -> list[int]:
    """Where each line starts; behind the last one, where the text ends."""
    starts, at = [0], 0
    for line in Source("", text).lines:
        at += len(line)
        at += 2 if text[at : at + 2] == "\r\n" else 1
        starts.append(min(at, len(text)))
    return starts


def _at(starts: list[int], line: int, column: int) -> int:
    return min(starts[min(line, len(starts)) - 1] + column - 1, starts[-1])
