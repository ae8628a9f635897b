"""A policy as a list of numpy calls, written as Python text from its graph.

A decision among fixed numbers is worked out in bytes: the bytes of a choice are `no ^ ((no ^ yes) & mask)`, which
numpy does for dozens of followers at once, where `numpy.where` takes one after another. Only what is decided at last is
looked up in a table.
"""

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from game.kernel.by_numpy.expressions import KINDS, WORDS, value_of
from game.kernel.graph.graph import CONSTANT, INPUT, PICK, GraphNode
from game.kernel.graph.traced_policy import BY_EPISODE, OUTPUTS, SETTINGS, TracedPolicy
from game.model.arrays import Array

_MOST_LEAVES = 256
"""A byte has room for so many different numbers."""


def _mask(condition: Array) -> Array:
    """All bits where a condition holds, none elsewhere: bytes from truth values."""
    found: Array = np.negative(condition.view(np.int8)).view(np.uint8)
    return found


def _code(mask: Array, yes: Any, no: Any) -> Array:
    """Bytes of one or the other."""
    differing = np.bitwise_xor(no, yes)
    found: Array = np.bitwise_xor(np.bitwise_and(mask, differing), no)
    return found


def _wide(table: Array, code: Array) -> Array:
    """The numbers that bytes stand for, looked up in their table."""
    return table.take(code)


_NAMES: dict[str, Any] = {**WORDS, "asarray": np.asarray, "mask": _mask, "code": _code, "wide": _wide}


class _Writer:
    """Writes the body of a policy."""

    def __init__(self, policy: TracedPolicy) -> None:
        self.policy, self.graph = policy, policy.graph
        self.names: dict[str, Any] = {}  # what the text refers to
        self.lines: list[str] = []
        self.tables: dict[str, list[float]] = {"f": [], "i": [], "b": []}
        self.written: dict[str, str] = {}  # values in the text, by what they are

    def once(self, name: str, says: str) -> str:
        """The name of a value; its line is written when it is wanted first."""
        if name not in self.written:
            self.written[name] = name
            self.lines.append(f"{name} = {says}")
        return name

    def value(self, number: int) -> str:
        """A value in full, as its own kind."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            self.names[f"c{number}"] = KINDS[node.kind](node.what)
            return f"c{number}"
        name = f"v{number}"
        if name in self.written:
            return name
        if node.axes and node.kind != "b" and self.graph.decides(number):
            code = self.code(number)
            return self.once(name, f"wide(table_{node.kind}, {code})")
        return self.once(name, self._says(number, node))

    def code(self, number: int) -> str:
        """A decision in bytes: places in the table of its kind."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            table = self.tables[node.kind]
            same = [i for i, v in enumerate(table) if repr(v) == repr(node.what)]
            place = same[0] if same else len(table)
            if not same:
                table.append(node.what)
            self.names[f"k{place}"] = np.uint8(place)
            return f"k{place}"
        if f"d{number}" in self.written:
            return f"d{number}"
        condition, yes, no = node.arguments
        mask = self.once(f"m{condition}", f"mask(asarray({self.value(condition)}))")
        return self.once(f"d{number}", f"code({mask}, {self.code(yes)}, {self.code(no)})")

    def _says(self, number: int, node: GraphNode) -> str:
        if node.operation == INPUT:
            return node.what if node.what in SETTINGS else f"given[{self.policy.inputs().index(node.what)}]"
        arguments = [self.value(a) for a in node.arguments]
        if node.operation == PICK:
            self.names[f"t{number}"] = np.array(node.what, dtype=KINDS[node.kind])
            return f"take(t{number}, {arguments[0]}, mode='clip')"
        return value_of(node, arguments)

    def text(self) -> str:
        """The traced policy printed as a Python function."""
        results = [self.value(self.policy.outputs[name]) for name in OUTPUTS]
        for kind, table in self.tables.items():
            self.names[f"table_{kind}"] = np.array(table, dtype=KINDS[kind])
        lines = [*_forgetting(self.lines, results), f"return {', '.join(results)}"]
        return "def decide(given, day, days):\n    " + "\n    ".join(lines)


def _forgetting(lines: list[str], kept: list[str]) -> list[str]:
    """The same lines; what is not needed any more is let go, so that its memory is used again."""
    words = [set(re.findall(r"\w+", line)) for line in lines]
    last = {word: place for place, found in enumerate(words) for word in found}
    names = [line.split(" = ")[0] for line in lines]
    found = []
    for place, line in enumerate(lines):
        gone = [n for n in names if last[n] == place and n not in kept]
        found.append(f"{line}; del {', '.join(gone)}" if gone else line)
    return found


def _written(policy: TracedPolicy) -> Callable[..., tuple[Array, ...]]:
    writer = _Writer(policy)
    text = writer.text()
    if any(len(table) > _MOST_LEAVES for table in writer.tables.values()):
        raise OverflowError(f"a policy decides among more than {_MOST_LEAVES} numbers")
    names = {**_NAMES, **writer.names}
    exec(compile(text, "<a policy as numpy calls>", "exec"), names)  # noqa: S102 - the text is our own
    decide: Callable[..., tuple[Array, ...]] = names["decide"]
    return decide


class NumpyPolicy:
    """A policy that runs as numpy calls."""

    def __init__(self, policy: TracedPolicy) -> None:
        self.inputs = policy.inputs()
        self._decide = _written(policy)

    def decide(self, given: list[Array], day: int, days: int, shape: tuple[int, int]) -> dict[str, Array]:
        """What is wished for; see `MachinePolicy.decide`."""
        batch, followers = shape
        rows = [value.T for value in given]
        results = dict(zip(OUTPUTS, self._decide(rows, np.int64(day), np.int64(days)), strict=True))
        return {
            name: _whole(value, (batch,) if name in BY_EPISODE else (followers, batch)).T
            for name, value in results.items()
        }


def _whole(value: Any, shape: tuple[int, ...]) -> Array:
    """An array of a shape, also where one number stands for all."""
    if np.shape(value) == shape:
        return np.asarray(value)
    found = np.empty(shape, dtype=np.asarray(value).dtype)
    found[...] = value
    return found
