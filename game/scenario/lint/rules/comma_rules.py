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
            for pieces in cut_texts(node.items):
                yield _cut_text(pieces)


def _holds_texts(item: Shape | None) -> bool:
    """Whether a list is one of texts that are shown, not of ids."""
    if item is None:
        return False
    is_line = item.kind == "block" and "text" in item.fields
    return is_line or (item.kind == "text" and item.ref is None and item.field is None)


def cut_texts(items: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """The pieces that were most likely one text, in the order of a list."""
    start = 0
    while start < len(items):
        run = _run(items[start:])
        if len(run) > 1 and _is_one_text([node.value for node in run]):
            yield tuple(run)
        start += len(run)


def _run(items: Sequence[Node]) -> Sequence[Node]:
    """Pieces without quotes up to the end of a sentence, or of the curly quotes that the first one opens."""
    closing = _QUOTES.get(items[0].value[:1], "")
    open_still = bool(closing) and any(closing in node.value for node in items)
    for number, node in enumerate(items, 1):
        if node.kind != "text" or not node.plain:
            return items[: max(1, number - 1)]
        open_still = open_still and closing not in node.value
        if not open_still and _ends(node.value):
            return items[:number]
    return items


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _is_one_text(pieces: Sequence[str]) -> bool:
    """Whether pieces read on as prose does: in small letters, or in many words, up to the end of a sentence."""
    first, *rest = pieces
    in_words = max(len(piece.split()) for piece in pieces) >= _PROSE
    goes_on = any(not piece[:1].isupper() for piece in rest)
    if _ends(rest[-1]):
        return goes_on or in_words
    return goes_on and in_words and not first[:1].islower()


def _cut_text(pieces: tuple[Node, ...]) -> Problem:
    first, last = pieces[0], pieces[-1]
    read = " and ".join(f"“{short(node.value.strip('“”'), 30)}”" for node in pieces)
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
