"""Writing: characters of which the window has no picture."""

from collections.abc import Iterator

from game.scenario.lint.rules.reading_rules import shown_texts
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem, problem
from game.scenario.reading.tree import Node
from game.scenario.texts.writing import called, not_shown

HINT = "The window shows Latin, Greek and Cyrillic writing. Write it so, or leave it out; elsewhere it shows as it is."


def characters_without_a_picture(subject: Subject) -> Iterator[Problem]:
    """`text-glyph`: characters that the window shows as an empty box."""
    for _, node, _ in shown_texts(subject.values):
        if found := not_shown(node.value):
            line, column = _place(node, found[0])
            others = len(found) - 1
            more = f"; nor can {others} other{'s' if others > 1 else ''} in this text" if others else ""
            told = f"{called(found[0])} cannot be shown in the window{more}."
            yield problem("text-glyph", node.source, line, column, told, hint=HINT)


def _place(node: Node, character: str) -> tuple[int, int]:
    """Where a character of a value stands; where the value begins, if it is written as an escape."""
    for line in range(node.line, node.end_line + 1):
        column = node.source.line(line).find(character, node.column - 1 if line == node.line else 0)
        if column >= 0:
            return line, column + 1
    return node.line, node.column


RULES: tuple[Rule, ...] = (characters_without_a_picture,)
