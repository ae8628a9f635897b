"""Which texts of a file the game fills in: those that are said, and those from which they draw."""

from collections.abc import Iterator

from game.scenario.compiling.defaults import ANSWERED
from game.scenario.lint.rules.reading_rules import shown_texts
from game.scenario.lint.rules.subject import Subject
from game.scenario.reading.tree import Node


def filled_texts(subject: Subject, *parts: str) -> Iterator[tuple[str, Node]]:
    """The texts in which words between braces are filled in, each with what it is a text of.

    Args:
        subject: the scenario.
        parts: of `lines`, `talks` and `words`, those that are looked for. Lines are those of lives, too, their clues,
            and the answers that stand with a line.

    Yields:
        The signal or move of a line, the id of a talk, or the id of an entry of words; and the text.
    """
    for _, node, path in shown_texts(subject.values):
        part, of = filled_as(path)
        if part in parts:
            yield of, node


def filled_as(path: tuple[str, ...]) -> tuple[str, str]:
    """As what a text is filled in, and what it is a text of; empty texts where it is shown as typed.

    >>> filled_as(("lines", "thanks", "1", "text")), filled_as(("followers", "mara", "lives", "a", "clues", "2"))
    (('lines', 'thanks'), ('lines', 'answer_warm'))
    >>> filled_as(("talks", "heron", "fact")), filled_as(("timeline", "flood", "choices", "1", "reply"))
    (('', ''), ('', ''))
    """
    match path:
        case ("lines", of, *_) | ("followers", _, "lives", _, "lines", of, *_):
            return "lines", of
        case ("followers", _, "lives", _, "clues", *_):
            return "lines", ANSWERED[0]
        case ("talks", of, "turns" | "thanks", *_):
            return "talks", of
        case ("words", of, *_):
            return "words", of
    return "", ""
