"""A scenario file as a tree of nodes that know where they stand. Every scalar is the text the author typed."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from game.scenario.problems.problems import Place, Problem, place, problem
from game.scenario.problems.sources import Source

TreeKind = Literal["text", "none", "map", "list", "hole"]


@dataclass(frozen=True, eq=False)
class Node:
    """A value of the file. A hole is a value that was refused while reading; nothing more is said about it."""

    kind: TreeKind
    source: Source
    line: int  # 1..
    column: int  # 1..
    end_line: int  # 1..
    end_column: int  # 1.., just behind the last character
    value: str = ""  # the text, as typed
    flow: bool = False  # a block in braces or a list in brackets
    plain: bool = False  # a text without quotes
    cut: str = ""  # what a # behind it cut off
    pairs: tuple[tuple["Node", "Node"], ...] = ()  # of a map
    items: tuple["Node", ...] = ()  # of a list

    @property
    def width(self) -> int:
        """Characters it covers on its first line."""
        if self.kind in {"map", "list"}:
            return 1
        if self.line == self.end_line:
            return max(1, self.end_column - self.column)
        return max(1, len(self.source.line(self.line).rstrip()) - self.column + 1)

    def get(self, key: str) -> "Node | None":
        """The value behind a key, if this is a block that has it."""
        return next((value for name, value in self.pairs if name.value == key), None)

    def key(self, key: str) -> "Node | None":
        """The node of a key, if this is a block that has it."""
        return next((name for name, _ in self.pairs if name.value == key), None)

    def problem(
        self, code: str, message: str, *, hint: str = "", repair: str = "", also: Place | None = None
    ) -> Problem:
        """A problem whose place is this value."""
        return problem(
            code, self.source, self.line, self.column, message, width=self.width, hint=hint, repair=repair, also=also
        )

    def instead(self, text: str) -> str:
        """Its line with another text in its place; "" where there is none, or it stands on several lines."""
        if not text or self.line != self.end_line or self.kind in {"map", "hole"}:
            return ""
        line = self.source.line(self.line)
        return line[: self.column - 1] + text + line[self.end_column - 1 :]

    def place(self, words: str) -> Place:
        """This value as the second place of a problem."""
        return place(self.source, self.line, self.column, self.width, words)


class Nothing:
    """Stands for a value that is missing or was refused; no field accepts it."""

    def __repr__(self) -> str:
        return "nothing"


NOTHING: Final = Nothing()


def plain(node: Node) -> Any:
    """The node as dictionaries, lists and texts; depth was bounded when it was read."""
    if node.kind == "text":
        return node.value
    if node.kind == "map":
        return {key.value: plain(value) for key, value in node.pairs}
    if node.kind == "list":
        return [plain(item) for item in node.items]
    return NOTHING
