"""What a # does to a value: a text that loses its end to it, and a remark that players would read.

Rule: a line is mended only where its words can be meant in one way. Hashtags in a row are text, and nothing but a
remark can stand behind a number or a word of a fixed list; all else only the author knows.
"""

import re
from collections.abc import Collection, Iterator

from game.scenario.format.walk import SCENARIO, Shape, walk
from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.quoting import quoted, short
from game.scenario.reading.tree import Node

_HASHTAGS = re.compile(r"#\w+(?: +#\w+)+")
_SHOWN = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.!?…:;,)\"'”’]))#(?=[ \t]+\S)")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_GLUED = re.compile(r"([^\s#]+)[ \t]*#[ \t]*(\S.*)")


def remarks(root: Node) -> Iterator[Problem]:
    """All values of a file at which a # stands that does not do what it seems to do."""
    for shape, node, _ in walk(SCENARIO, root):
        if node.kind == "text" and node.cut:
            yield _cut_text(node) if is_read(shape) else _cut_word(node)
        elif node.kind == "text" and node.plain and is_read(shape):
            yield from _shown_to_players(node)


def is_read(shape: Shape) -> bool:
    """Whether a text of this kind is read by people: it is neither a number nor a word of a list, an id or a file."""
    return shape.kind == "text" and shape.ref is None and not shape.picture


def unglued(node: Node, words: Collection[str] = ()) -> str:
    """A number or a known word to which a remark is glued, with the remark set off; "" if there is none.

    Args:
        node: such as `18# three weeks`.
        words: what may stand here; without them, a number may.
    """
    found = _GLUED.fullmatch(node.value)
    behind = node.source.line(node.end_line)[node.end_column - 1 :]
    if not found or not node.plain or behind.strip():
        return ""
    fits = found[1] in words if words else _NUMBER.fullmatch(found[1])
    return f"{found[1]}  # {found[2]}" if fits else ""


def unglued_hint(text: str) -> str:
    """What to write where a remark is glued to a number or word, given both set off from each other."""
    return f"If a remark begins at the #, write a space in front of it and one behind it: {short(text)}"


def _cut_text(node: Node) -> Problem:
    """A text that people read, whose end is lost."""
    line = node.source.line(node.end_line)
    behind = line[node.end_column - 1 :].rstrip()
    repair = ""
    if _HASHTAGS.fullmatch(node.cut) and node.line == node.end_line and behind.startswith(" "):
        repair = line[: node.column - 1] + quoted(f"{node.value}{behind}")
    hint = "Put the whole text in quotes, or write a space behind the # if it is a comment."
    if not node.plain:
        hint = "If it belongs to the text, put it inside the quotes; if it is a comment, write a space behind the #."
    return _cut(node, hint, repair)


def _cut_word(node: Node) -> Problem:
    """A number or a word of a fixed list with a comment behind it: nothing is lost, and it only looks like a text."""
    line = node.source.line(node.end_line)
    mended = f"{line[: node.end_column - 1]}  # {node.cut[1:]}"
    return _cut(node, f"If it is a comment, write a space behind the #: {short(mended.strip())}", mended)


def _cut(node: Node, hint: str, repair: str) -> Problem:
    line = node.source.line(node.end_line)
    column = line.index("#", node.end_column - 1) + 1
    message = f"“{short(node.cut, 60)}” is dropped: YAML takes # as the start of a comment."
    return problem(
        "text-cut", node.source, node.end_line, column, message, width=len(node.cut), hint=hint, repair=repair
    )  # fmt: skip


def _shown_to_players(node: Node) -> Iterator[Problem]:
    """A remark that is glued to the text in front of it: YAML takes it as a part of that text."""
    for number in range(node.line, node.end_line + 1):
        line = node.source.line(number)
        start = node.column - 1 if number == node.line else 0
        end = node.end_column - 1 if number == node.end_line else len(line)
        if found := _SHOWN.search(line, start, end):
            rest = line[found.start() : end].rstrip()
            message = f"“{short(rest, 60)}” is shown to players: without a space in front of it, # begins no comment."
            hint = "If it is a comment, put a space in front of the #; if it belongs to the text, put all in quotes."
            yield problem(
                "text-remark", node.source, number, found.start() + 1, message, width=len(rest), hint=hint
            )  # fmt: skip
            return
