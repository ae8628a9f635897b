"""Reading load: texts that are too long for their place, sentences that are too long for a reader."""

import re
from collections.abc import Iterable, Iterator

from game.scenario.format.walk import Shape
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import Node

A_SECOND = 20  # characters a reader takes in
SHORT = 240  # characters: what fits a speech bubble, a hint, a profile
LONG = 700  # characters: what fits a page of its own
HARD = 28  # words of a sentence
_UNSEEN = {"id", "one_of", "notes", "wants", "voice", "licence", "author", "language"}
_SHORT_KEYS = {"bio", "date", "you", "they", "reply", "label", "about", "picture_alt", "offer"}
_SENTENCE_END = re.compile(r"[.!?…:;]+[”’\"')]*\s+|\n")


def shown_texts(
    values: Iterable[tuple[Shape, Node, tuple[str, ...]]],
) -> Iterator[tuple[Shape, Node, tuple[str, ...]]]:
    """Every text of a file that a player may read, among all its values."""
    for shape, node, path in values:
        if shape.kind == "text" and node.kind == "text" and not shape.ref and not shape.picture:
            key = next((part for part in reversed(path) if not part.isdigit()), "")
            if key not in _UNSEEN and (path[0], key) != ("content", "about") and (path[0], key) != ("talks", "about"):
                yield shape, node, path


def limit_of(path: tuple[str, ...]) -> int:
    """How many characters a text at a place of the file may have and still fit there.

    >>> limit_of(("followers", "mara", "bio")), limit_of(("debrief", "1", "text"))
    (240, 700)
    """
    if path[0] in {"lines", "talks", "words", "tutorial", "moves", "motives", "teaches"} or path[-1] in _SHORT_KEYS:
        return SHORT
    return LONG


def long_texts(subject: Subject) -> Iterator[Problem]:
    """`text-long`: texts beyond what fits their place."""
    for _, node, path in shown_texts(subject.values):
        size, limit = len(node.value.strip()), limit_of(path)
        if size > limit:
            message = f"{size} characters: about {round(size / A_SECOND)} s to read; {limit} fit here."
            yield node.problem("text-long", message, hint="Shorten it, or split it in two.")


def hard_texts(subject: Subject) -> Iterator[Problem]:
    """`text-hard`: sentences of more words than most readers hold."""
    for _, node, _ in shown_texts(subject.values):
        if len(node.value) < 2 * HARD:
            continue
        longest = max(len(sentence.split()) for sentence in _SENTENCE_END.split(node.value))
        if longest > HARD:
            message = f"One sentence has {longest} words; above {HARD} many readers lose the thread."
            yield node.problem("text-hard", message, hint="Make two sentences of it.")


RULES: tuple[Rule, ...] = (long_texts, hard_texts)
