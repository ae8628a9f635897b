"""Values that write down what is done to them, so that the rules of the model stand in one place.

The model is plain numpy. Given these in place of arrays it runs as ever, and what it would compute becomes a graph.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from game.kernel.graph.graph import EPISODE, FOLLOWER, Graph
from game.model.arrays import Array

_OPERATIONS: dict[Any, str] = {
    np.add: "add", np.subtract: "subtract", np.multiply: "multiply", np.divide: "divide", np.minimum: "minimum",
    np.maximum: "maximum", np.absolute: "absolute", np.sign: "sign", np.sqrt: "square_root", np.floor: "floor",
    np.negative: "negative", np.less: "less", np.less_equal: "less_equal", np.greater: "greater",
    np.greater_equal: "greater_equal", np.equal: "equal", np.not_equal: "not_equal", np.left_shift: "shift_left",
    np.logical_and: "and", np.bitwise_and: "and", np.logical_or: "or", np.bitwise_or: "or", np.invert: "not",
    np.logical_not: "not", np.remainder: "remainder",
}  # fmt: skip


class CannotTraceError(TypeError):
    """The rules do something that the kernel has no operation for."""


class Traced(np.lib.mixins.NDArrayOperatorsMixin):
    """An array as the rules see it: one value for each follower of each episode, or three with a leading axis."""

    def __init__(self, graph: Graph, nodes: tuple[int, ...], *, stacked: bool = False) -> None:
        self.graph, self.nodes, self.stacked = graph, nodes, stacked

    @property
    def node(self) -> int:
        """The number of a value that is not stacked."""
        (node,) = self.nodes
        return node

    @property
    def shape(self) -> tuple[int, ...]:
        """Of one follower in one episode, which stands for all."""
        return (len(self.nodes), 1, 1) if self.stacked else (1, 1)

    def __bool__(self) -> bool:
        """One value that stands for many is neither true nor false."""
        raise CannotTraceError("`if`, `and`, `or` and `not` cannot be traced; use numpy.where, &, | and ~")

    def any(self) -> bool:
        """Guards that save work are passed: what they guard must change nothing where they would not have let it."""
        return True

    def astype(self, kind: Any) -> "Traced":
        """As another kind; small whole numbers stay whole numbers."""
        short = {"f": "f", "i": "i", "b": "b"}[np.dtype(kind).kind]
        return self._each(lambda n: self.graph.cast(n, short))  # type: ignore[arg-type]

    def view(self, kind: Any) -> "Traced":
        """The same bits read as a float."""
        if np.dtype(kind) != np.float64:
            raise CannotTraceError(f"expected a view as float64, got {kind}")
        return self._each(lambda n: self.graph.operate("float_bits", n))

    def _each(self, change: Callable[[int], int]) -> "Traced":
        return Traced(self.graph, tuple(change(n) for n in self.nodes), stacked=self.stacked)

    def __getitem__(self, index: Any) -> "Traced":
        """One of three, or an axis more for what differs by episode alone."""
        if self.stacked and isinstance(index, int):
            return Traced(self.graph, (self.nodes[index],))
        if not self.stacked and index == (slice(None), None) and self.graph.nodes[self.node].axes == EPISODE:
            return self
        raise CannotTraceError(f"expected an index 0..2 or [:, None], got {index!r}")

    def __array_ufunc__(self, function: Any, method: str, *inputs: Any, **options: Any) -> "Traced":
        """An operation of numpy."""
        if method != "__call__" or options or function not in _OPERATIONS:
            raise CannotTraceError(
                f"the kernel has no operation for numpy.{function.__name__} {method} {sorted(options)}"
            )
        return _operate(self.graph, _OPERATIONS[function], inputs)

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Any:
        """A function of numpy."""
        if function not in _FUNCTIONS:
            raise CannotTraceError(f"the kernel has no operation for numpy.{function.__name__}")
        return _FUNCTIONS[function](self.graph, *arguments, **options)


class Table:
    """A column of a table of moves."""

    def __init__(self, graph: Graph, name: str) -> None:
        self.graph, self.name = graph, name

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Traced:
        """Taking by row is all that is done with it."""
        if function is not np.take or options != {"mode": "clip"}:
            raise CannotTraceError(
                f"expected numpy.take of {self.name} with mode='clip', got numpy.{function.__name__}"
            )
        rows = arguments[1]
        return Traced(self.graph, (self.graph.gather(self.name, rows.node),))


class Ties:
    """Whom each follower watches, tie by tie."""

    def __init__(self, count: int) -> None:
        self.shape = (1, count)

    def __getitem__(self, index: Any) -> "Tie":
        """One tie of everybody."""
        return Tie(index[1])


class Tie:
    """A tie of everybody."""

    def __init__(self, number: int) -> None:
        self.number = number


class TieWeights:
    """Whether each tie is one."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def __getitem__(self, index: Any) -> Traced:
        """Of one tie of everybody."""
        return Traced(self.graph, (self.graph.input(f"people.tie_weight.{index[1]}", "f", FOLLOWER),))


def _nodes(graph: Graph, value: Any) -> tuple[tuple[int, ...], bool]:
    """A value as numbers of operations, and whether it is stacked."""
    if isinstance(value, Traced):
        return value.nodes, value.stacked
    array = np.asarray(value)
    flat = [v.node if isinstance(v, Traced) else graph.constant(v) for v in array.reshape(-1).tolist()]
    if len(flat) == 1:
        return (flat[0],), False
    if array.ndim == 3 and array.shape[1:] == (1, 1):
        return tuple(flat), True
    raise CannotTraceError(f"expected a number or an array (3, 1, 1), got {array.shape}")


def _operate(graph: Graph, operation: str, inputs: tuple[Any, ...]) -> Traced:
    given = [_nodes(graph, value) for value in inputs]
    stacked = any(is_stacked for _, is_stacked in given)
    count = max(len(nodes) for nodes, _ in given)
    rows = [nodes if len(nodes) == count else nodes * count for nodes, _ in given]
    found = tuple(graph.operate(operation, *column) for column in zip(*rows, strict=True))
    return Traced(graph, found, stacked=stacked)


def looked_up(table: Array, rows: Any) -> Any:
    """Numbers of a table by row (B, F); numpy's own indexing does not hear of rows that are traced."""
    if isinstance(rows, Traced):
        return Traced(rows.graph, (rows.graph.pick(tuple(table.tolist()), rows.node),))
    return np.take(table, rows, mode="clip")


def _take(graph: Graph, value: Traced, tie: Any, axis: int | None = None, mode: str = "raise") -> Traced:
    if not isinstance(tie, Tie) or axis != 1 or mode != "raise":
        raise CannotTraceError("expected numpy.take of followers by a tie along axis 1")
    return Traced(graph, (graph.tie(tie.number, value.node),))


def _stack(graph: Graph, values: Any) -> Traced:
    return Traced(graph, tuple(_nodes(graph, v)[0][0] for v in values), stacked=True)


def _clip(graph: Graph, value: Any, low: Any, high: Any) -> Traced:
    return _operate(graph, "minimum", (_operate(graph, "maximum", (value, low)), high))


_FUNCTIONS: dict[Any, Callable[..., Any]] = {
    np.where: lambda graph, *three: _operate(graph, "where", three),
    np.take: _take,
    np.stack: _stack,
    np.clip: _clip,
    np.broadcast_arrays: lambda _graph, *values: values,
    np.broadcast_to: lambda _graph, value, _shape: value,
    np.zeros_like: lambda _graph, _value: 0.0,
    np.ones_like: lambda _graph, _value: 1.0,
    np.full_like: lambda _graph, _value, number: number,
}
