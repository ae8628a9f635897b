"""A policy as machine code, by numba: eight episodes at a time, follower by follower, as the day is."""

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic

from game.kernel.by_machine.emit import Emitter
from game.kernel.by_machine.emit_operations import I32, I64, SCALAR, VECTOR
from game.kernel.frame import LANES, FrameLayout
from game.kernel.graph.graph import CONSTANT, INPUT, PICK, GraphNode
from game.kernel.graph.schedule import scheduled
from game.kernel.graph.traced_policy import BY_EPISODE, SETTINGS, TracedPolicy

ARGUMENTS = ("inputs", "outputs", "day", "days", "followers", "width", "rules")
"""Of a compiled policy: two lists of addresses of rows, then numbers; all int64. `rules` is a fingerprint."""


class PolicyEmitter(Emitter):
    """Writes a policy's operations; what it reads and writes lies wherever the addresses say."""

    def __init__(self, builder: Any, policy: TracedPolicy, given: dict[str, Any]) -> None:
        super().__init__(builder, scheduled(policy.graph, policy.outputs), FrameLayout((), ()), 0, given)
        self.inputs = policy.inputs()

    def _row(self, base: str, number: int, kind: Any, index: Any) -> Any:
        """The address of eight neighbours in a row of a list."""
        start = self.builder.load(self.at(base, self.number(number), I64))
        pointer = self.builder.gep(self.builder.inttoptr(start, kind.as_pointer()), [index])
        return self.builder.bitcast(pointer, ir.VectorType(kind, LANES).as_pointer())

    def setting(self, number: int) -> None:
        """A value that is the same for all, once."""
        node = self.schedule.graph.nodes[number]
        if node.operation == INPUT and node.what in SETTINGS:
            self.single[number] = self.given[node.what]
        elif node.operation == "remainder":
            value, by = (self.scalar(a) for a in node.arguments)
            rest, zero = self.builder.srem(value, by), self.number(0)
            below = self.builder.icmp_signed("<", rest, zero)
            self.single[number] = self.builder.select(below, self.builder.add(rest, by), rest)
        elif node.operation == PICK:
            self.single[number] = self._picked(node.what, self.scalar(node.arguments[0]), SCALAR[node.kind])
        else:
            super().setting(number)

    def by_episode(self, number: int, tile: Any) -> None:
        """A value that differs by episode alone."""
        node = self.schedule.graph.nodes[number]
        self.values[number] = self._input(node, tile, None) if node.operation == INPUT else self._computed(node)

    def _input(self, node: GraphNode, place: Any, follower: Any) -> Any:
        del follower
        return self.builder.load(self._row("inputs", self.inputs.index(node.what), SCALAR[node.kind], place), align=8)

    def _computed(self, node: GraphNode) -> Any:
        if node.operation != PICK:
            return super()._computed(node)
        rows, kind = self.vector(node.arguments[0]), SCALAR[node.kind]
        found = ir.Constant(VECTOR[node.kind], ir.Undefined)
        for lane in range(LANES):
            row = self.builder.extract_element(rows, ir.Constant(I32, lane))
            found = self.builder.insert_element(found, self._picked(node.what, row, kind), ir.Constant(I32, lane))
        return found

    def _picked(self, table: tuple[float, ...], row: Any, kind: Any) -> Any:
        """A number of a table by row."""
        b, last = self.builder, self.number(len(table) - 1)
        row = b.select(b.icmp_signed(">", row, last), last, row)
        row = b.select(b.icmp_signed("<", row, self.number(0)), self.number(0), row)
        shape = ir.ArrayType(kind, len(table))
        kept = cgutils.global_constant(b.module, "table", ir.Constant(shape, [kind(v) for v in table]))
        return b.load(b.gep(kept, [self.number(0), row]))

    def write(self, name: str, index: Any) -> None:
        """A wish of eight episodes to its row."""
        number = self.schedule.outputs[name]
        value, kind = self.vector(number), self.schedule.graph.nodes[number].kind
        place = list(self.schedule.outputs).index(name)
        self.builder.store(value, self._row("outputs", place, SCALAR[kind], index), align=8)


def _loop(builder: Any, count: Any, step: int) -> Any:
    """`for index in range(0, count, step)`."""
    return cgutils.for_range_slice(builder, ir.Constant(I64, 0), count, ir.Constant(I64, step), inc=True)


def emit(builder: Any, policy: TracedPolicy, given: dict[str, Any]) -> None:
    """All instructions of a policy for a block of episodes."""
    writer = PolicyEmitter(builder, policy, given)
    schedule = writer.schedule
    for number in schedule.settings:
        if schedule.graph.nodes[number].operation != CONSTANT:
            writer.setting(number)
    with _loop(builder, given["width"], LANES) as (first, _):
        writer.values = {}
        for number in schedule.by_episode:
            writer.by_episode(number, first)
        for name in BY_EPISODE:
            writer.write(name, first)
        before = dict(writer.values)
        with _loop(builder, given["followers"], 1) as (who, _):
            writer.values = dict(before)
            place = builder.add(builder.mul(who, given["width"]), first)
            for number in schedule.stages[0].steps:
                writer.step(number, place, who)
            for name in (n for n in schedule.outputs if n not in BY_EPISODE):
                writer.write(name, place)


def policy_instructions(wanted: Callable[[], TracedPolicy]) -> Any:
    """A policy as something that a numba function can call with a tuple of `ARGUMENTS`.

    Args:
        wanted: asked for the policy at the moment of compiling.
    """

    @intrinsic
    def decide(typing_context: Any, arguments: Any) -> Any:
        del typing_context

        def generate(context: Any, builder: Any, _signature: Any, values: Any) -> Any:
            emit(builder, wanted(), dict(zip(ARGUMENTS, cgutils.unpack_tuple(builder, values[0]), strict=True)))
            return context.get_dummy_value()

        return types.none(arguments), generate

    return decide
