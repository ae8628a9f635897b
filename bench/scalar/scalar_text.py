"""A graph as plain Python for one follower: each value is worked out where it is needed, and nowhere else.

`where(asked, chance of a yes, 0)` becomes `if asked:` with all that the chance alone rests on below it. What two
branches need stands above both.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Union

from bench.scalar.scalar_graph import ATTRIBUTE, EXPONENTIAL, ITEM, ROW, WATCHED, ScalarGraph
from game.kernel.graph.graph import CONSTANT, INPUT, GraphNode

SHORT = 80
"""Characters of an expression that is written into another one instead of getting a name."""

OPERATIONS = {
    "add": "{0} + {1}", "subtract": "{0} - {1}", "multiply": "{0} * {1}", "divide": "{0} / {1}",
    "minimum": "{0} if {0} < {1} else {1}", "maximum": "{0} if {0} > {1} else {1}", "absolute": "abs({0})",
    "sign": "1.0 if {0} > 0.0 else -1.0 if {0} < 0.0 else 0.0", "square_root": "sqrt({0})", "floor": "floor({0})",
    "negative": "-{0}", "less": "{0} < {1}", "less_equal": "{0} <= {1}", "equal": "{0} == {1}",
    "not_equal": "{0} != {1}", "not": "not {0}", "to_f": "float({0})", "to_i": "int({0})", "to_b": "{0} != 0.0",
    EXPONENTIAL: "exp({0})", ROW: "moves[{0}]",
    WATCHED: "watched[len(f.watches)](f.watches)",
}  # fmt: skip
_CALLS = {"square_root", "floor", "absolute", "to_f", "to_i", EXPONENTIAL, ROW, WATCHED}
CHOICES = {"where", "and", "or"}
_NAMED_ARGUMENTS = {"minimum", "maximum", "sign"}
"""Operations that name an argument twice."""


@dataclass(frozen=True)
class Leaf:
    """The end of a way through a function: what is written, name -> value."""

    writes: dict[str, int]


@dataclass(frozen=True)
class Fork:
    """Two ways through a function."""

    condition: int
    yes: "Tree"
    no: "Tree"


Tree = Union[Leaf, Fork]  # noqa: UP007 - the names are strings still


@dataclass
class _If:
    """An `if` with its two bodies."""

    condition: str
    yes: list["_Statement"]
    no: list["_Statement"]
    whole: bool = False  # nothing more may go in: its condition is another one afterwards


_Statement = Union[str, _If]  # noqa: UP007 - the same


@dataclass(eq=False)
class _Block:
    """A place for statements, inside of another one."""

    path: tuple["_Block", ...] = ()  # the places around it, outermost first
    fork: int = 0  # the same for the two ways of a fork, of which one alone is gone; a number of its own for others
    members: dict[int, list["_Block"]] = field(default_factory=dict)  # what is worked out here: its uses

    def sides(self, *forks: int) -> "_Sides":
        """Two new places inside of this one."""
        return _Block((*self.path, self), forks[0]), _Block((*self.path, self), forks[-1])


_Sides = tuple[_Block, _Block]


def _homes(block: _Block, uses: list[_Block]) -> dict[_Block, list[_Block]]:
    """Where a value is worked out for some uses: as far inside as can be, on both ways of a fork if both need it."""
    depth = len(block.path)
    if any(use is block for use in uses):
        return {block: uses}
    inner = [(*use.path, use)[depth + 1] for use in uses]
    if len({place.fork for place in inner}) > 1:
        return {block: uses}
    found: dict[_Block, list[_Block]] = {}
    for place in dict.fromkeys(inner):
        found |= _homes(place, [use for use, side in zip(uses, inner, strict=True) if side is place])
    return found


class Text:
    """The body of a function.

    Args:
        graph: of what it computes.
        tree: the ways through it and what each writes.
        read: how an input is read, by its node.
        write: how a value is written, by its name; the same text as `read` gives for what may stay as it is.
    """

    def __init__(
        self, graph: ScalarGraph, tree: Tree, read: Callable[[GraphNode], str], write: Callable[[str], str]
    ) -> None:
        self.graph, self.read, self.write = graph, read, write
        self.uses: dict[int, list[_Block]] = {}
        self.inside: dict[tuple[int, _Block], _Sides] = {}  # of a choice at its place: its two sides
        self.ways: dict[int, _Sides] = {}  # of a fork, by its id
        self.forks = count(1)
        self.written: set[int] = set()
        self.texts: dict[int, str] = {}
        self.root = _Block()
        self._use_tree(tree, self.root)
        self._place()
        self.statements = self._body(self.root, tree)

    def lines(self) -> list[str]:
        """The text, line by line."""
        return list(_indented(self.statements, ""))

    # --- where things are worked out -------------------------------------------------------------------------------

    def _use(self, number: int, where: _Block) -> None:
        self.uses.setdefault(number, []).append(where)

    def _use_tree(self, tree: Tree, block: _Block) -> None:
        if isinstance(tree, Leaf):
            for name, number in tree.writes.items():
                if not self._stays(number, self.write(name)):
                    self._use(number, block)
                    self.written.add(number)
            return
        self._use(tree.condition, block)
        self.ways[id(tree)] = block.sides(next(self.forks))
        for way, inner in zip((tree.yes, tree.no), self.ways[id(tree)], strict=True):
            self._use_tree(way, inner)

    def _place(self) -> None:
        """Finds the innermost place around all uses of each value; those who use it come later in the graph."""
        for number in range(len(self.graph) - 1, -1, -1):
            if number not in self.uses:
                continue
            node = self.graph.nodes[number]
            for home, uses in _homes(self.root, self.uses[number]).items():
                home.members[number] = uses
                around = [home] * len(node.arguments)
                if node.operation in CHOICES:
                    self.inside[number, home] = sides = home.sides(next(self.forks), next(self.forks))
                    around[1:] = sides[: len(around) - 1]
                for argument, place in zip(node.arguments, around, strict=True):
                    self._use(argument, place)

    # --- text ------------------------------------------------------------------------------------------------------

    def _body(self, block: _Block, tree: Tree | None = None) -> list[_Statement]:
        """All statements of a place, those of the tree last."""
        statements: list[_Statement] = []
        kept = self._kept(block, tree)
        for number in sorted(block.members):
            if number not in kept:
                self._value(number, block, statements)
        if isinstance(tree, Leaf):
            for name, number in tree.writes.items():
                if number in kept:
                    self._choice(number, block, statements, self.write(name), otherwise=False)
            for name, number in tree.writes.items():
                target = self.write(name)
                if number not in kept and not self._stays(number, target):
                    statements.append(f"{target} = {self._text(number)}")
        elif tree is not None:
            yes, no = self.ways[id(tree)]
            condition = self._condition(tree.condition)
            _append(statements, condition, self._body(yes, tree.yes), self._body(no, tree.no))
        return statements

    def _stays(self, number: int, target: str) -> bool:
        """Whether a value is what stands there already."""
        node = self.graph.nodes[number]
        return node.operation == INPUT and self.read(node) == target

    def _kept(self, block: _Block, tree: Tree | None) -> set[int]:
        """Choices between something new and what stands there already: these need no `else`."""
        if not isinstance(tree, Leaf):
            return set()
        found = set()
        for name, number in tree.writes.items():
            node = self.graph.nodes[number]
            alone = node.operation == "where" and block.members.get(number) == [block]
            if alone and self._stays(node.arguments[2], self.write(name)):
                found.add(number)
        return found

    def _text(self, number: int) -> str:
        node = self.graph.nodes[number]
        return repr(node.what) if node.operation == CONSTANT else self.texts[number]

    def _simple(self, number: int, statements: list[_Statement]) -> str:
        """A value that can be named twice."""
        text = self._text(number)
        if not text.isidentifier() and self.graph.nodes[number].operation != CONSTANT:
            statements.append(f"v{number} = {_bare(text)}")
            self.texts[number] = text = f"v{number}"
        return text

    def _condition(self, number: int) -> str:
        """A condition as `if` wants it."""
        node = self.graph.nodes[number]
        text = self._text(node.arguments[0] if node.operation == "to_b" and not self._named(number) else number)
        return _bare(text)

    def _named(self, number: int) -> bool:
        return self.texts.get(number, "").isidentifier()

    def _value(self, number: int, block: _Block, statements: list[_Statement]) -> None:
        """Works a value out: as a part of the one expression that uses it, or under a name."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            return
        if node.operation in CHOICES:
            self._choice(number, block, statements, f"v{number}")
            return
        if node.operation == INPUT:
            text = self.read(node)
        elif node.operation == ATTRIBUTE:
            text = f"{self._simple(node.arguments[0], statements)}.{node.what}"
        elif node.operation == ITEM:
            text = f"{self._simple(node.arguments[0], statements)}[{node.what}]"
        else:
            as_text = self._simple if node.operation in _NAMED_ARGUMENTS else lambda n, _: self._text(n)
            text = OPERATIONS[node.operation].format(*(as_text(a, statements) for a in node.arguments))
            text = text if node.operation in _CALLS else f"({text})"
        self._keep(number, block, text, statements)

    def _keep(self, number: int, block: _Block, text: str, statements: list[_Statement]) -> None:
        once = len(block.members[number]) == 1 and number not in self.written
        if (once and len(text) <= SHORT) or (text.isidentifier() and number not in self.written):
            self.texts[number] = text
        else:
            statements.append(f"v{number} = {_bare(text)}")
            self.texts[number] = f"v{number}"

    def _choice(
        self, number: int, block: _Block, statements: list[_Statement], name: str, *, otherwise: bool = True
    ) -> None:
        """One value or another; what only one of them needs is worked out on its side."""
        node = self.graph.nodes[number]
        first, second = self.inside[number, block]
        if node.operation == "where":
            condition = self._condition(node.arguments[0])
            yes, no = self._body(first), self._body(second)
            one, other = (self._text(a) for a in node.arguments[1:])
            short = f"({one} if {condition} else {other})"
        else:
            condition, one = self._text(node.arguments[0]), self._text(node.arguments[0])
            yes, no = [], self._body(first)
            other = self._text(node.arguments[1])
            short = f"({one} {node.operation} {other})"
        if not otherwise:
            _append(statements, condition, [*yes, f"{name} = {_bare(one)}"], [])
        elif not yes and not no:
            self._keep(number, block, short, statements)
        else:
            self.texts[number] = name
            if node.operation == "where":
                _append(statements, condition, [*yes, f"{name} = {_bare(one)}"], [*no, f"{name} = {_bare(other)}"])
            else:
                statements.append(f"{name} = {one}")
                asked = name if node.operation == "and" else f"not {name}"
                statements.append(_If(asked, [*no, f"{name} = {_bare(other)}"], [], whole=True))


def _bare(text: str) -> str:
    """An expression without the brackets around all of it, if there are any."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return text[1:-1] if place and place == len(text) - 1 and text[0] == "(" else text
    return text


def _append(statements: list[_Statement], condition: str, yes: list[_Statement], no: list[_Statement]) -> None:
    """An `if`; one that asks the same as the last goes on in it."""
    last = statements[-1] if statements else None
    if isinstance(last, _If) and last.condition == condition and not last.whole:
        last.yes += yes
        last.no += no
    else:
        statements.append(_If(condition, yes, no))


def _indented(statements: list[_Statement], margin: str) -> Iterable[str]:
    for statement in statements:
        if isinstance(statement, str):
            yield margin + statement
        elif not statement.yes:
            if statement.no:
                yield f"{margin}if not ({statement.condition}):"
                yield from _indented(statement.no, margin + "    ")
        else:
            yield f"{margin}if {statement.condition}:"
            yield from _indented(statement.yes, margin + "    ")
            if statement.no:
                yield f"{margin}else:"
                yield from _indented(statement.no, margin + "    ")
