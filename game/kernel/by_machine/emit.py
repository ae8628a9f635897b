"""A day as machine code, by numba: eight episodes at a time, all operations of a follower in one go.

The code is written from the graph of the rules, operation by operation; nothing is regrouped or fused into one
rounding, and so it gives the bits that numpy gives.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic

from game.kernel.by_machine.emit_operations import F64, I32, I64, SCALAR, VECTOR, converted, operate
from game.kernel.by_machine.emit_philox import draws
from game.kernel.frame import LANES, FrameLayout, params_order, table_order
from game.kernel.graph.graph import CONSTANT, GATHER, INPUT, TIE, GraphNode, ValueKind
from game.kernel.graph.regions import GuardedRegion
from game.kernel.graph.schedule import Schedule

ARGUMENTS = (
    "fixed", "before", "after", "post", "episodes", "params", "table", "ties", "weights", "scratch", "seed", "number",
    "followers", "width", "moves", "rules",
)  # fmt: skip
"""Of the compiled day: addresses first, then numbers; all int64. `number` is that of the day, `rules` a fingerprint."""


class Emitter:
    """Writes the operations of a graph as machine instructions."""

    def __init__(self, builder: Any, schedule: Schedule, layout: FrameLayout, ties: int, given: dict[str, Any]) -> None:
        self.builder, self.schedule, self.layout, self.ties, self.given = builder, schedule, layout, ties, given
        self.single: dict[int, Any] = {}  # the same for all: scalars
        self.values: dict[int, Any] = {}  # vectors
        self.unread: set[str] = set()  # rows that this stage has still to read
        self.noise: dict[str, Any] = {}

    # --- memory --------------------------------------------------------------------------------------------------

    def at(self, base: str, index: Any, kind: Any = F64) -> Any:
        """The address of an element."""
        pointer = self.builder.inttoptr(self.given[base], kind.as_pointer())
        return self.builder.gep(pointer, [index])

    def load(self, base: str, index: Any, kind: Any = F64) -> Any:
        """Eight neighbours from an index on."""
        pointer = self.builder.bitcast(self.at(base, index, kind), ir.VectorType(kind, LANES).as_pointer())
        return self.builder.load(pointer, align=8)

    def store(self, base: str, index: Any, vector: Any) -> None:
        """Writes a vector of numbers to memory, at a row of a base."""
        pointer = self.builder.bitcast(self.at(base, index), VECTOR["f"].as_pointer())
        self.builder.store(vector, pointer, align=8)

    def number(self, value: int) -> Any:
        """A whole number as a constant of the machine code."""
        return ir.Constant(I64, value)

    def splat(self, scalar: Any) -> Any:
        """The same number in all lanes."""
        vector = ir.VectorType(scalar.type, LANES)
        one = self.builder.insert_element(ir.Constant(vector, ir.Undefined), scalar, ir.Constant(I32, 0))
        return self.builder.shuffle_vector(
            one, ir.Constant(vector, ir.Undefined), ir.Constant(ir.VectorType(I32, LANES), [0] * LANES)
        )

    # --- values --------------------------------------------------------------------------------------------------

    def vector(self, number: int) -> Any:
        """A value in all lanes."""
        if number not in self.values:
            node = self.schedule.graph.nodes[number]
            if node.operation == CONSTANT:
                return ir.Constant(VECTOR[node.kind], [SCALAR[node.kind](node.what)] * LANES)
            return self.splat(self.single[number])
        return self.values[number]

    def scalar(self, number: int) -> Any:
        """A value that is the same for all."""
        node = self.schedule.graph.nodes[number]
        if node.operation == CONSTANT:
            return ir.Constant(SCALAR[node.kind], node.what)
        return self.single[number]

    def setting(self, number: int) -> None:
        """A value that is the same for all, once."""
        node = self.schedule.graph.nodes[number]
        if node.operation == CONSTANT:
            return
        if node.operation == INPUT:
            self.single[number] = (
                self.given["number"]
                if node.what == "day"
                else self.builder.load(self.at("params", self.number(params_order().index(node.what))))
            )
            return
        values = [self.scalar(a) for a in node.arguments]
        self.single[number] = operate(self.builder, node, self._kind(node), values, SCALAR)

    def by_episode(self, number: int, tile: Any) -> None:
        """A value that differs by episode alone."""
        node = self.schedule.graph.nodes[number]
        if node.operation == INPUT:
            self.values[number] = self.load("post", tile, I64)
            return
        self.values[number] = self._computed(node)

    def step(self, number: int, place: Any, follower: Any) -> None:
        """A value of one follower in eight episodes.

        Args:
            number: the operation.
            place: index of the follower's first lane in a row.
            follower: their number.
        """
        node = self.schedule.graph.nodes[number]
        if node.operation == INPUT:
            self.unread.discard(node.what)
            self.values[number] = self._input(node, place, follower)
        elif node.operation == TIE:
            index = self.builder.add(self.builder.mul(follower, self.number(self.ties)), self.number(node.what))
            other = self.builder.load(self.at("ties", index, I64))
            self.values[number] = self.kept(node.arguments[0], other)
        else:
            self.values[number] = self._computed(node)

    def _input(self, node: GraphNode, place: Any, follower: Any) -> Any:
        name = node.what
        if name in self.noise:
            return self.noise[name]
        if name.startswith("people.tie_weight."):
            index = self.builder.mul(follower, self.number(self.ties))
            index = self.builder.add(index, self.number(int(name.rsplit(".", 1)[1])))
            return self.splat(self.builder.load(self.at("weights", index)))
        base, row = self.row(name)
        value = self.load(base, self.builder.add(row, place))
        return self.builder.fptosi(value, VECTOR["i"]) if node.kind == "i" else value

    def row(self, name: str, *, after: bool = False) -> tuple[str, Any]:
        """Where a row lies, and the index of its first element."""
        moving, row = self.layout.place(name)
        size = self.builder.mul(self.given["followers"], self.given["width"])
        base = "after" if after else "before" if moving else "fixed"
        return base, self.builder.mul(self.number(row), size)

    def may_put(self, name: str, number: int) -> bool:
        """Whether a result is there, and what it may be written over has been read."""
        return number in self.values and name not in self.unread

    def put(self, name: str, number: int, place: Any) -> None:
        """A result into its row."""
        kind, value = self.schedule.graph.nodes[number].kind, self.vector(number)
        base, row = self.row(name, after=True)
        if kind != "f":
            value = converted(self.builder, value, kind, "f", VECTOR)
        self.store(base, self.builder.add(row, place), value)

    def kept_place(self, number: int, follower: Any) -> Any:
        """Where a stage keeps a result for the next."""
        column = [k for s in self.schedule.stages for k in s.kept].index(number)
        row = self.builder.mul(self.number(column), self.given["followers"])
        return self.builder.mul(self.builder.add(row, follower), self.number(LANES))

    def kept(self, number: int, follower: Any) -> Any:
        """A result of an earlier stage."""
        value = self.load("scratch", self.kept_place(number, follower))
        kind = self.schedule.graph.nodes[number].kind
        if kind == "b":
            return self.builder.fcmp_ordered("!=", value, ir.Constant(VECTOR["f"], [F64(0.0)] * LANES))
        return self.builder.fptosi(value, VECTOR["i"]) if kind == "i" else value

    def keep(self, number: int, follower: Any) -> None:
        """Keeps a result for the next stage."""
        value, kind = self.values[number], self.schedule.graph.nodes[number].kind
        if kind != "f":
            value = converted(self.builder, value, kind, "f", VECTOR)
        self.store("scratch", self.kept_place(number, follower), value)

    def _computed(self, node: GraphNode) -> Any:
        if node.operation == GATHER:
            return self._gather(node)
        return operate(self.builder, node, self._kind(node), [self.vector(a) for a in node.arguments], VECTOR)

    def _kind(self, node: GraphNode) -> ValueKind:
        """The kind of what an operation starts from."""
        return self.schedule.graph.nodes[node.arguments[0]].kind

    def _gather(self, node: GraphNode) -> Any:
        """A column of the table of moves by rows."""
        last = self.builder.sub(self.given["moves"], self.number(1))
        rows = self.vector(node.arguments[0])
        top, zero = self.splat(last), ir.Constant(VECTOR["i"], [I64(0)] * LANES)
        rows = self.builder.select(self.builder.icmp_signed(">", rows, top), top, rows)
        rows = self.builder.select(self.builder.icmp_signed("<", rows, zero), zero, rows)
        column = self.builder.mul(self.number(table_order().index(node.what)), self.given["moves"])
        base = self.at("table", column)
        found = ir.Constant(VECTOR["f"], ir.Undefined)
        for lane in range(LANES):
            place = self.builder.extract_element(rows, ir.Constant(I32, lane))
            value = self.builder.load(self.builder.gep(base, [place]))
            found = self.builder.insert_element(found, value, ir.Constant(I32, lane))
        return found


def _loop(builder: Any, count: Any, step: int, body: Any) -> None:
    """`for index in range(0, count, step)`."""
    with cgutils.for_range_slice(builder, ir.Constant(I64, 0), count, ir.Constant(I64, step), inc=True) as (index, _):
        body(index)


def emit(builder: Any, schedule: Schedule, layout: FrameLayout, ties: int, given: dict[str, Any]) -> None:
    """All instructions of a day for a block of episodes: tile by tile, stage by stage, follower by follower."""
    writer = Emitter(builder, schedule, layout, ties, given)
    for number in schedule.settings:
        writer.setting(number)

    def tile(first: Any) -> None:
        writer.values = {}
        for number in schedule.by_episode:
            writer.by_episode(number, first)
        before = dict(writer.values)
        for i in range(len(schedule.stages)):
            _loop(builder, given["followers"], 1, partial(_follower, writer, i, before, first))

    _loop(builder, given["width"], LANES, tile)


def _follower(writer: Emitter, stage: int, before: dict[int, Any], first: Any, who: Any) -> None:
    """One stage of one follower in the eight episodes from `first` on."""
    schedule, builder = writer.schedule, writer.builder
    writer.values = dict(before)
    inputs = (schedule.graph.nodes[n] for n in schedule.stages[stage].steps)
    writer.unread = {node.what for node in inputs if node.operation == INPUT}
    place = builder.add(builder.mul(who, writer.given["width"]), first)
    for number in (n for earlier in schedule.stages[:stage] for n in earlier.kept):
        writer.values[number] = writer.kept(number, who)
    writer.noise = draws(writer, who, writer.load("episodes", first, I64))
    waiting = dict(schedule.outputs) if stage == len(schedule.stages) - 1 else {}
    for item in schedule.stages[stage].items:
        if isinstance(item, GuardedRegion):
            _region(writer, item, place, who)
        elif item not in writer.values:
            writer.step(item, place, who)
        for name in [name for name, number in waiting.items() if writer.may_put(name, number)]:
            writer.put(name, waiting.pop(name), place)
    for number in schedule.stages[stage].kept:
        writer.keep(number, who)
    for name, number in waiting.items():  # what is as it was
        writer.put(name, number, place)


def _region(writer: Emitter, region: GuardedRegion, place: Any, who: Any) -> None:
    """What is left out where its condition holds in none of the eight lanes."""
    builder, before = writer.builder, dict(writer.values)
    lanes = builder.bitcast(writer.vector(region.condition), ir.IntType(LANES))
    left_out = builder.block
    with builder.if_then(builder.icmp_unsigned("!=", lanes, ir.Constant(lanes.type, 0))):
        for number in region.steps:
            if number not in writer.values:
                writer.step(number, place, who)
        inside, found = builder.block, {n: writer.values[n] for n in region.results}
    writer.values = before
    for number, value in found.items():
        either = builder.phi(value.type)
        either.add_incoming(value, inside)
        either.add_incoming(ir.Constant(value.type, ir.Undefined), left_out)
        writer.values[number] = either


def day_instructions(wanted: Callable[[], tuple[Schedule, FrameLayout, int]]) -> Any:
    """The day as something that a numba function can call with a tuple of `ARGUMENTS`.

    Args:
        wanted: asked for schedule, rows and number of ties at the moment of compiling.
    """

    @intrinsic
    def day(typing_context: Any, arguments: Any) -> Any:
        del typing_context

        def generate(context: Any, builder: Any, _signature: Any, values: Any) -> Any:
            given = dict(zip(ARGUMENTS, cgutils.unpack_tuple(builder, values[0]), strict=True))
            emit(builder, *wanted(), given)
            return context.get_dummy_value()

        return types.none(arguments), generate

    return day
