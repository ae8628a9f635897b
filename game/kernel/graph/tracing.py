"""Values that write down what is done to them, so that the rules of the model stand in one place.

The model is plain numpy. Given these in place of arrays it runs as ever, and what it would compute becomes a graph.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from game.kernel.graph.graph import EPISODE, FOLLOWER, Graph
from game.kernel.graph.refusals import ANEW, ONE_FOLLOWER, CannotTraceError, StandIn, instead_of
from game.model.arrays import Array

_OPERATIONS: dict[Any, str] = {
    np.add: "add", np.subtract: "subtract", np.multiply: "multiply", np.divide: "divide", np.minimum: "minimum",
    np.maximum: "maximum", np.absolute: "absolute", np.sign: "sign", np.sqrt: "square_root", np.floor: "floor",
    np.negative: "negative", np.less: "less", np.less_equal: "less_equal", np.greater: "greater",
    np.greater_equal: "greater_equal", np.equal: "equal", np.not_equal: "not_equal", np.left_shift: "shift_left",
    np.logical_and: "and", np.bitwise_and: "and", np.logical_or: "or", np.bitwise_or: "or", np.invert: "not",
    np.logical_not: "not", np.remainder: "remainder",
}  # fmt: skip


_KINDS = {np.dtype(kind): short for kind, short in (
    (np.float64, "f"), (np.int64, "i"), (np.int32, "i"), (np.int16, "i"), (np.int8, "i"), (np.bool_, "b"),
)}  # fmt: skip


class Traced(StandIn):
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

    def astype(self, kind: Any) -> "Traced":
        """As another kind; small whole numbers stay whole numbers."""
        try:
            short = _KINDS[np.dtype(kind)]
        except (KeyError, TypeError):
            raise CannotTraceError(
                f"The rules have float64, whole numbers and booleans, no {kind}.", "Write x.astype(numpy.float64)."
            ) from None
        return self._each(lambda n: self.graph.cast(n, short))  # type: ignore[arg-type]

    def view(self, kind: Any) -> "Traced":
        """The same bits read as a float."""
        if np.dtype(kind) != np.float64:
            raise CannotTraceError(f"Bits can be looked at as float64, not as {kind}.", "Write x.view(numpy.float64).")
        return self._each(lambda n: self.graph.operate("float_bits", n))

    def _each(self, change: Callable[[int], int]) -> "Traced":
        return Traced(self.graph, tuple(change(n) for n in self.nodes), stacked=self.stacked)

    def __getitem__(self, index: Any) -> "Traced":
        """One of three, or an axis more for what differs by episode alone."""
        if self.stacked and isinstance(index, int) and -len(self.nodes) <= index < len(self.nodes):
            return Traced(self.graph, (self.nodes[index],))
        if not self.stacked and index == (slice(None), None) and self.graph.nodes[self.node].axes == EPISODE:
            return self
        if self.stacked:
            raise CannotTraceError("What comes in threes has an index from 0 to 2.", "Write state.facets[0].")
        what = "values" if isinstance(index, Traced) else f"{index!r}"
        raise CannotTraceError(f"It cannot be indexed by {what}.", f"{instead_of('where')} {ONE_FOLLOWER}")

    def __iter__(self) -> Iterator["Traced"]:
        """The three of what comes in threes; what stands for all cannot be gone through."""
        if not self.stacked:
            raise CannotTraceError("It cannot be gone through one by one.", ONE_FOLLOWER)
        return (Traced(self.graph, (node,)) for node in self.nodes)

    def __array_ufunc__(self, function: Any, method: str, *inputs: Any, **options: Any) -> "Traced":
        """Writes down an operation of numpy instead of computing it."""
        name = function.__name__
        if method != "__call__":
            raise CannotTraceError(f"The kernel has no operation for numpy.{name}.{method}.", ONE_FOLLOWER)
        if "out" in options or "where" in options:
            raise CannotTraceError(f"Nothing can be changed in place, by numpy.{name} or by operators as +=.", ANEW)
        if options or function not in _OPERATIONS:
            asked = "".join(f", {option}=" for option in options)
            raise CannotTraceError(f"The kernel has no operation for numpy.{name}{asked}.", instead_of(name))
        return _operate(self.graph, _OPERATIONS[function], inputs)

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Any:
        """Writes down a function of numpy instead of calling it."""
        name = function.__name__
        if function not in _FUNCTIONS:
            raise CannotTraceError(f"The kernel has no operation for numpy.{name}.", instead_of(name))
        try:
            return _FUNCTIONS[function](self.graph, *arguments, **options)
        except TypeError as error:
            wrong = f"The kernel has no operation for numpy.{name} with these arguments ({error})."
            raise CannotTraceError(wrong, instead_of(name)) from None


class Table(StandIn):
    """A column of a table of moves."""

    instead = "Write numpy.take(column, rows, mode='clip')."

    def __init__(self, graph: Graph, name: str) -> None:
        self.graph, self.name, self.called = graph, name, f"`{name}`, a column of moves,"

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Traced:
        """Taking by row is all that is done with it."""
        if function is not np.take or options != {"mode": "clip"} or len(arguments) != 2:
            raise self._refusal(f"numpy.{function.__name__}")
        rows = arguments[1]
        number = rows.node if isinstance(rows, Traced) else self.graph.constant(int(rows))
        return Traced(self.graph, (self.graph.gather(self.name, number),))

    def __getitem__(self, index: Any) -> Any:
        """Rows that are traced are no index."""
        raise self._refusal("[]")

    def _refusal(self, how: str) -> CannotTraceError:
        return CannotTraceError(
            f"{self.called} can be taken from by row, and nothing else: not by {how}.",
            self.instead,
        )


class TracedTies(StandIn):
    """Whom each follower watches, tie by tie."""

    called, instead = "`people.ties`", "Write numpy.take(value, people.ties[:, k], axis=1)."

    def __init__(self, count: int) -> None:
        self.shape = (1, count)

    def __getitem__(self, index: Any) -> "Tie":
        """The tie with this number of every follower."""
        return Tie(_tie_number(index))


class Tie(StandIn):
    """The tie with one number of every follower: whom each watches there."""

    called, instead = "A tie of everybody", "Write numpy.take(value, people.ties[:, k], axis=1)."

    def __init__(self, number: int) -> None:
        self.number = number


class TieWeights(StandIn):
    """Whether each tie is one."""

    called, instead = "`people.tie_weight`", "Write people.tie_weight[:, k]."

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def __getitem__(self, index: Any) -> Traced:
        """Of one tie of everybody."""
        return Traced(self.graph, (self.graph.input(f"people.tie_weight.{_tie_number(index)}", "f", FOLLOWER),))


def _tie_number(index: Any) -> int:
    """Which tie `[:, k]` means."""
    if not (isinstance(index, tuple) and len(index) == 2 and index[0] == slice(None) and isinstance(index[1], int)):
        raise CannotTraceError("Ties are looked at tie by tie, for everybody.", "Write people.ties[:, k].")
    return index[1]


def _nodes(graph: Graph, value: Any) -> tuple[tuple[int, ...], bool]:
    """A value as numbers of operations, and whether it is stacked."""
    if isinstance(value, Traced):
        return value.nodes, value.stacked
    array = np.asarray(value)
    flat = [v.node if isinstance(v, Traced) else _constant(graph, v) for v in array.reshape(-1).tolist()]
    if len(flat) == 1:
        return (flat[0],), False
    if array.ndim == 3 and array.shape[1:] == (1, 1):
        return tuple(flat), True
    raise CannotTraceError(
        f"An array {array.shape} does not stand for every follower of every game.",
        "Use a number, an array made by numpy.zeros_like or ones_like, or three with [:, None, None] for the facets.",
    )


def _constant(graph: Graph, value: Any) -> int:
    if not isinstance(value, bool | int | float):
        raise CannotTraceError(f"A rule computes with numbers and booleans, not with {value!r}.", "Use a number.")
    return graph.constant(value)


def nodes_of(graph: Graph, value: Any, count: int) -> tuple[int, ...]:
    """What a rule gives as numbers of operations, so many of them: 3 for what comes in threes, else 1."""
    nodes, _ = _nodes(graph, value)
    if len(nodes) not in {1, count}:
        raise CannotTraceError(f"A rule gives {len(nodes)} values where the model has {count}.", "Give as many.")
    return nodes if len(nodes) == count else nodes * count


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
        raise CannotTraceError(
            "Of others, a rule sees whom a follower knows, tie by tie.",
            "Write numpy.take(value, people.ties[:, k], axis=1).",
        )
    return Traced(graph, (graph.tie(tie.number, value.node),))


def _stack(graph: Graph, values: Any) -> Traced:
    values = list(values)
    if len(values) != 3:
        raise CannotTraceError(f"numpy.stack puts the three facets together, not {len(values)}.", "Give three.")
    return Traced(graph, tuple(_nodes(graph, v)[0][0] for v in values), stacked=True)


def _where(graph: Graph, condition: Any, yes: Any, no: Any) -> Traced:
    return _operate(graph, "where", (condition, yes, no))


def _clip(graph: Graph, value: Any, low: Any, high: Any) -> Traced:
    return _operate(graph, "minimum", (_operate(graph, "maximum", (value, low)), high))


_FUNCTIONS: dict[Any, Callable[..., Any]] = {
    np.where: _where,
    np.take: _take,
    np.stack: _stack,
    np.clip: _clip,
    np.broadcast_arrays: lambda _graph, *values: values,
    np.broadcast_to: lambda _graph, value, _shape: value,
    np.zeros_like: lambda _graph, _value: 0.0,
    np.ones_like: lambda _graph, _value: 1.0,
    np.full_like: lambda _graph, _value, number: number,
}
