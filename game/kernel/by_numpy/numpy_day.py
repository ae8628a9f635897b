"""A day as a list of numpy calls that write into memory got once.

The calls are written from the graph of the rules as Python text: for a single game, looking an operation up would cost
more than doing it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from game.kernel.by_numpy.expressions import KINDS, WORDS, function_of, value_of
from game.kernel.by_numpy.numpy_regions import write_region
from game.kernel.by_numpy.selecting import Masks
from game.kernel.draws import Draws
from game.kernel.frame import Frame, Layout, layout, params_order, table_order
from game.kernel.graph.graph import CONSTANT, GATHER, INPUT, TIE, Node
from game.kernel.graph.regions import Region
from game.kernel.graph.schedule import Work, work_of
from game.kernel.graph.traced_day import day_graph

_RESULT_BY_NAME = {"minimum", "maximum"}
_NAMES: dict[str, Any] = {
    **WORDS, **{n: getattr(np, n) for n in ("copyto", "flatnonzero", "int8", "bitwise_and", "bitwise_xor")},
}  # fmt: skip
WIDE = 2048
"""From so many values on, a selection by bits is quicker than `numpy.where`, which guesses at every value."""


@dataclass
class _Pool:
    """Buffers by kind; a buffer is used again once its value is not needed any more."""

    free: dict[str, list[str]] = field(default_factory=lambda: {"f": [], "i": [], "b": []})
    count: dict[str, int] = field(default_factory=lambda: {"f": 0, "i": 0, "b": 0})

    def take(self, kind: str) -> str:
        """A buffer."""
        if self.free[kind]:
            return self.free[kind].pop()
        self.count[kind] += 1
        return f"{kind}{self.count[kind] - 1}"

    def give(self, name: str) -> None:
        """A buffer that is not needed any more."""
        self.free[name[0]].append(name)


class Writer:
    """Writes the body of the day; `wide` for many values at once."""

    def __init__(self, work: Work, rows: Layout, *, wide: bool) -> None:
        self.work, self.layout, self.graph = work, rows, work.graph
        self.masks = Masks(self) if wide else None
        self.names: dict[int, str] = {}  # of values in the text
        self.lines: list[str] = []
        self.pool = _Pool()
        self.constants: dict[str, Any] = {}
        self.reads: dict[str, str] = {}  # rows that are read: name in the text -> where
        order = dict.fromkeys(n for stage in work.stages for n in stage.steps)
        self.places = {number: place for place, number in enumerate(order)}
        self.last_use = self._last_uses()
        self.targets = {number: f"a{rows.place(name)[1]}" for name, number in work.outputs.items()}

    def _last_uses(self) -> dict[int, int]:
        """At which place of the order each value is read last."""
        found: dict[int, int] = {}
        for number, place in self.places.items():
            for argument in self.graph.nodes[number].arguments:
                found[argument] = place
        return found

    def name(self, number: int) -> str:
        """How a value is called in the text."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            self.constants[f"c{number}"] = np.array(node.what, dtype=KINDS[node.kind])
            return f"c{number}"
        return self.names[number]

    def small(self, number: int) -> None:
        """A value that does not differ by follower: it costs little, so it gets new memory."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            return
        arguments = [self.name(a) for a in node.arguments]
        self.names[number] = f"e{number}" if node.axes else f"s{number}"
        if node.operation == INPUT:
            value = "post" if node.axes else f"given[{node.what!r}]"
        else:
            value = value_of(node, arguments)
        self.lines.append(f"{self.names[number]} = {value}")

    def step(self, number: int) -> None:
        """A value of all followers in all episodes."""
        node, place = self.graph.nodes[number], self.places[number]
        if node.operation == INPUT:
            self._input(number, node)
            return
        if node.operation == "where" and self.masks is not None and node.kind != "b":
            self.names[number] = self.masks.select(place, node, self.targets.get(number) if node.kind == "f" else None)
            return
        arguments = [self.name(a) for a in node.arguments]
        if node.operation != TIE:  # a result may lie where an argument lay, unless others still look at it
            self.let_go(place, node.arguments)
        target = self.targets.get(number) if node.kind == "f" else None
        target = target or self.pool.take(node.kind)
        self.names[number] = target
        self.lines.append(self._line(node, target, arguments))
        if node.operation == TIE:
            self.let_go(place, node.arguments)

    def let_go(self, place: int, arguments: tuple[int, ...]) -> None:
        """Gives back the memory of arguments that are read here for the last time."""
        for argument in set(arguments):
            if self.last_use.get(argument) == place and argument not in self.targets:
                name = self.names.get(argument, "-")
                if name[0] in KINDS:
                    self.pool.give(name)

    def _input(self, number: int, node: Node) -> None:
        if node.what.startswith("people.tie_weight."):
            self.names[number] = f"weights[{node.what.rsplit('.', 1)[1]}]"
            return
        moving, row = self.layout.place(node.what)
        name = f"{'r' if moving else 'x'}{row}"
        self.reads[name] = f"{'before' if moving else 'fixed'}[{row}]"
        self.names[number] = name
        if node.kind == "i":
            self.names[number] = f"w{number}"
            self.lines.append(f"w{number} = {name}.astype(int64)")

    def _line(self, node: Node, target: str, arguments: list[str]) -> str:
        ours = target.startswith("a")  # a row that must be filled, not a name for any memory
        if node.operation == "where":
            result = f"where({', '.join(arguments)})"
            return f"copyto({target}, {result})" if ours or self.masks else f"{target} = {result}"
        if node.operation == GATHER:
            return f"take(table[{node.what!r}], {arguments[0]}, mode='clip', out={target})"
        if node.operation == TIE:
            return f"take({arguments[0]}, ties[{node.what}], axis=0, mode='clip', out={target})"
        if node.operation.startswith("to_"):
            return f"copyto({target}, {arguments[0]}, casting='unsafe')"
        if node.operation == "float_bits":
            return f"copyto({target}, {arguments[0]}.view(float64))"
        result = f"out={target}" if node.operation in _RESULT_BY_NAME else target
        return f"{function_of(node)}({', '.join([*arguments, result])})"

    def text(self) -> str:
        """The day as Python."""
        for number in (*self.work.settings, *self.work.by_episode):
            self.small(number)
        for item in (item for stage in self.work.stages for item in stage.items):
            if isinstance(item, Region):
                write_region(self, item)
            elif item not in self.names:
                self.step(item)
        for name, number in self.work.outputs.items():
            row = f"a{self.layout.place(name)[1]}"
            if self.name(number) != row:
                self.lines.append(f"copyto({row}, {self.name(number)})")
        buffers = "".join(f"{kind}{i}, " for kind in KINDS for i in range(self.pool.count[kind]))
        head = [f"{name} = {place}" for name, place in self.reads.items()]
        head += [f"a{self.layout.place(name)[1]} = after[{self.layout.place(name)[1]}]" for name in self.work.outputs]
        head.append(f"{buffers}= buffers")
        views = self.masks.views if self.masks else {}
        head += [f"{name}_bits = {name}.view({kind})" for name, kind in views.items()]
        arguments = "fixed, before, after, post, given, table, ties, weights, buffers"
        return f"def day({arguments}):\n    " + "\n    ".join([*head, *self.lines])


@lru_cache(maxsize=8)
def written(ties: int, *, wide: bool) -> tuple[Callable[..., None], dict[str, int]]:
    """The day for so many ties, for many values at once or few, and how many buffers of each kind it wants."""
    graph = day_graph(ties)
    writer = Writer(work_of(graph.graph, graph.outputs), layout(), wide=wide)
    text = writer.text()
    names = {**_NAMES, **writer.constants}
    exec(compile(text, "<the day as numpy calls>", "exec"), names)  # noqa: S102 - the text is our own
    return names["day"], writer.pool.count


class NumpyDay:
    """Plays days of a frame with numpy."""

    lanes = 1

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.draws = Draws(frame)
        shape = (frame.followers, frame.width)
        self.day, count = written(frame.tie_count, wide=shape[0] * shape[1] >= WIDE)
        self.buffers = [np.empty(shape, dtype=KINDS[kind]) for kind in KINDS for _ in range(count[kind])]
        self.given = {n: np.array(v) for n, v in zip(params_order(), frame.params, strict=True)}
        self.table = dict(zip(table_order(), frame.table, strict=True))
        self.ties = np.ascontiguousarray(frame.ties.T)
        self.weights = np.ascontiguousarray(frame.weights.T)[:, :, None]
        self.post = frame.post[None, :]

    def play(self, day: int) -> None:
        """From this morning to the next."""
        frame = self.frame
        self.draws.draw(day)
        before, after = frame.moving
        given = {**self.given, "day": np.array(day)}
        self.day(frame.fixed, before, after, self.post, given, self.table, self.ties, self.weights, self.buffers)
        frame.turn()
