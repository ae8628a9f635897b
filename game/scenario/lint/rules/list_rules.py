"""Lists and blocks: those with nothing in them, and entries that stand in them twice."""

from collections.abc import Iterator

from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import short
from game.scenario.reading.tree import Node


def empty_lists(subject: Subject) -> Iterator[Problem]:
    """`list-empty`: brackets or braces with nothing in them, where entries are expected."""
    for key, value in _entries(subject.root):
        if value.kind in {"list", "map"} and value.flow and not value.items and not value.pairs:
            message = f"Nothing stands in '{short(key.value)}', so it changes nothing."
            yield key.problem("list-empty", message, hint="Write what belongs there, or leave the line out.")


def doubled_entries(subject: Subject) -> Iterator[Problem]:
    """`list-twice`: a word that stands twice in one list."""
    for key, value in _entries(subject.root):
        seen: set[str] = set()
        for item in value.items:
            if item.kind == "text" and item.value in seen:
                message = f"'{short(item.value)}' stands twice in '{short(key.value)}'; the second one changes nothing."
                yield item.problem("list-twice", message, hint="Take it out, or write the one that you mean.")
            seen.add(item.value if item.kind == "text" else "")


def _entries(node: Node) -> Iterator[tuple[Node, Node]]:
    """All keys with their values, at every depth."""
    for key, value in node.pairs:
        yield key, value
        yield from _entries(value)
    for item in node.items:
        yield from _entries(item)


RULES: tuple[Rule, ...] = (empty_lists, doubled_entries)
