"""Keys that are right but stand too far in or out: one slip of the indent, which else would be told as ten mistakes.

Each finding casts a shadow: the lines that are wrong only because of it, and of which nothing more is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.scenario.format.walk import SCENARIO, Shape, settle
from game.scenario.problems.phrases import nearest
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import short, trail
from game.scenario.reading.tree import Node


@dataclass(frozen=True)
class Misplaced:
    """A key at the wrong depth, and the lines below it that cannot be judged."""

    problem: Problem
    first: int  # of the shadow, 1..
    last: int  # of the shadow; less than `first` when there is none

    def covers(self, problem: Problem) -> bool:
        """Whether another problem only follows from this one."""
        mine = self.problem
        if problem.file != mine.file:
            return False
        return self.first <= problem.line <= self.last or (problem.line, problem.column) == (mine.line, mine.column)


@dataclass(frozen=True)
class _Around:
    """A block of the file with what is expected in it."""

    node: Node
    shape: Shape
    names: tuple[str, ...]
    outer: "tuple[_Around, ...]"  # from the top down

    @property
    def path(self) -> str:
        return trail(self.names)


@dataclass(frozen=True)
class _Entry:
    """One key of a block, with its value and the keys beside it."""

    key: Node
    value: Node
    below: tuple[tuple[Node, Node], ...]  # the pairs that follow in the same block
    above: tuple[tuple[Node, Node], ...]  # those before


def misplaced(root: Node) -> list[Misplaced]:
    """All keys of a file that stand at the wrong depth."""
    found: list[Misplaced] = []
    for around in _blocks(_Around(root, SCENARIO, (), ())):
        pairs = around.node.pairs
        for number, (key, value) in enumerate(pairs):
            if any(m.first <= key.line <= m.last for m in found):
                continue
            entry = _Entry(key, value, pairs[number + 1 :], pairs[:number])
            test = _in_block if around.shape.kind == "block" else _in_entries
            if one := test(around, entry, root):
                found.append(one)
    return found


def _blocks(around: _Around) -> Iterator[_Around]:
    if around.node.kind != "map" or around.node.flow:
        return
    yield around
    for key, value in around.node.pairs:
        inner = around.shape.fields.get(key.value) if around.shape.kind == "block" else around.shape.item
        if inner is not None:
            yield from _inside(
                _Around(value, settle(inner, value), (*around.names, key.value), (*around.outer, around))
            )


def _inside(around: _Around) -> Iterator[_Around]:
    if around.shape.kind in {"block", "map"}:
        yield from _blocks(around)
    elif around.shape.kind == "list" and around.shape.item:
        for number, item in enumerate(around.node.items, 1):
            yield from _inside(
                _Around(item, settle(around.shape.item, item), (*around.names, str(number)), around.outer)
            )


def _in_block(around: _Around, entry: _Entry, _root: Node) -> Misplaced | None:
    """A key in a block whose keys are known."""
    fields, name = around.shape.fields, entry.key.value
    if name in fields:
        return _nothing_under(entry, fields[name], set(fields))
    where = around.path or "a scenario"
    message = f"'{short(name)}' is not known in {where}."
    for outer in reversed(around.outer):
        if outer.shape.kind == "block" and name in outer.shape.fields and outer.node.get(name) is None:
            hint = f"It belongs to {outer.path or 'the scenario itself'}; move it further to the left."
            return _with_shadow(entry, message, hint, around.node.end_line)
    entries = around.outer[-1] if around.outer else None
    if entry.value.kind == "none" and entries and entries.shape.kind == "map" and not nearest(name, fields):
        hint = f"If it is one of the ids of {entries.path}, move it two spaces to the left."
        return _with_shadow(entry, message, hint, around.node.end_line)
    if entry.above:
        other, value = entry.above[-1]
        block = fields.get(other.value)
        if (
            block
            and block.kind == "map"
            and block.item
            and _fits(entry.value, block.item)
            and not nearest(name, fields)
        ):
            hint = f"If it is one of the ids of {short(other.value)}, move it two spaces in."
            return _with_shadow(entry, message, hint, entry.value.end_line - 1)
        inner = fields.get(other.value)
        if inner and inner.kind == "block" and name in inner.fields and value.kind == "map" and not value.get(name):
            hint = f"If it belongs to '{short(other.value)}', move it two spaces in."
            return _with_shadow(entry, message, hint, 0)
    return None


def _in_entries(around: _Around, entry: _Entry, root: Node) -> Misplaced | None:
    """A key in a block of entries, where any id may stand."""
    item, name = around.shape.item, entry.key.value
    if item is None:
        return None
    if entry.value.kind == "none" and name in SCENARIO.fields and root.get(name) is None and name not in item.fields:
        message = f"'{name}' stands where the ids of {around.path} stand."
        hint = "It belongs to the scenario itself; move it further to the left."
        return _with_shadow(entry, message, hint, around.node.end_line)
    if below := _nothing_under(entry, item, set()):
        return below
    if name in item.fields and entry.above and _is_out_of_place(entry.value, item):
        message = f"'{short(name)}' stands where the ids of {around.path} stand."
        hint = f"If it belongs to '{short(entry.above[-1][0].value)}', move it two spaces in."
        return _with_shadow(entry, message, hint, entry.value.end_line)
    return None


def _is_out_of_place(value: Node, item: Shape) -> bool:
    """Whether a value is no entry: no block at all, or one with keys that entries do not have."""
    return value.kind != "map" or any(key.value not in item.fields for key, _ in value.pairs)


def _fits(value: Node, item: Shape) -> bool:
    """Whether a value looks like an entry of a kind."""
    if item.kind == "text":
        return value.kind == "text"
    return value.kind == "map" and any(key.value in item.fields for key, _ in value.pairs)


def _nothing_under(entry: _Entry, expected: Shape, known: set[str]) -> Misplaced | None:
    """A key with nothing behind it, whose own keys follow beside it instead of under it."""
    if entry.value.kind != "none" or expected.kind not in {"block", "map"}:
        return None
    belonging = []
    for key, _ in entry.below:
        if key.value in known or (expected.kind == "block" and key.value not in expected.fields):
            break
        belonging.append(key)
    if not belonging or belonging[0].column != entry.key.column:
        return None
    name = short(entry.key.value)
    message = f"Nothing stands under '{name}': the lines below it start no further in."
    return _with_shadow(entry, message, "Move what belongs to it two spaces in.", _end(entry, belonging[-1]))


def _end(entry: _Entry, last: Node) -> int:
    return next(value.end_line for key, value in entry.below if key is last)


def _with_shadow(entry: _Entry, message: str, hint: str, last: int) -> Misplaced:
    return Misplaced(entry.key.problem("wrong-indent", message, hint=hint), entry.key.line, last)
