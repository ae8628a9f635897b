"""Commas: texts without quotes in brackets, which a comma cuts into several."""

from collections.abc import Iterator, Sequence

from game.scenario.format.walk import Shape
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.quoting import quoted, short
from game.scenario.reading.tree import Node

_ENDS = (".", "!", "?", "…", ":", ";")
_CLOSING = "”’\"')»"
_QUOTES = {"“": "”", "‘": "’", "«": "»", "„": "“"}
_PROSE = 3  # words from which a piece is no mere word of a list


def texts_that_a_comma_cuts(subject: Subject) -> Iterator[Problem]:
    """`text-split`: `[I walk, since the basket gave way.]` is read as two texts."""
    for shape, node, _ in subject.values:
        if shape.kind == "list" and node.kind == "list" and node.flow and _holds_texts(shape.item):
            for pieces in _cut(node.items):
                yield _told(pieces)


def _holds_texts(item: Shape | None) -> bool:
    """Whether a list is one of texts that are shown, not of ids."""
    if item is None:
        return False
    is_line = item.kind == "block" and "text" in item.fields
    return is_line or (item.kind == "text" and item.ref is None and item.field is None)


def _cut(items: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """The pieces that were most likely one text, in the order of a list."""
    start = 0
    while start < len(items):
        stop = start + 1
        while stop < len(items) and _goes_on(items[start:stop], items[stop]):
            stop += 1
        if stop > start + 1:
            yield tuple(items[start:stop])
        start = stop


def _goes_on(before: Sequence[Node], after: Node) -> bool:
    """Whether a piece is the rest of a text that has begun."""
    if not all(node.kind == "text" and node.plain for node in (*before, after)):
        return False
    first, last = before[0].value, before[-1].value
    closing = _QUOTES.get(first[:1], "")
    if closing and not any(closing in node.value[1:] for node in before) and closing in after.value:
        return True
    if last.rstrip(_CLOSING).endswith(_ENDS):
        return False
    ends = after.value.rstrip(_CLOSING).endswith(_ENDS)
    if after.value[:1].islower():
        return ends or (first[:1].isupper() and max(len(node.value.split()) for node in (*before, after)) >= _PROSE)
    return ends and len(last.split()) >= _PROSE


def _told(pieces: tuple[Node, ...]) -> Problem:
    first, last = pieces[0], pieces[-1]
    read = " and ".join(f"“{short(node.value, 30)}”" for node in pieces)
    message = f"The comma cuts this text into {len(pieces)}: {read}."
    hint = "Put the whole text in quotes, or write the list with dashes, one text a line."
    line, repair, width = first.source.line(first.line), "", first.width
    if first.line == last.end_line:
        text = line[first.column - 1 : last.end_column - 1]
        repair = line[: first.column - 1] + quoted(text) + line[last.end_column - 1 :]
        width = len(text)
    return problem(
        "text-split", first.source, first.line, first.column, message, width=width, hint=hint, repair=repair
    )  # fmt: skip


RULES: tuple[Rule, ...] = (texts_that_a_comma_cuts,)
