"""Arithmetic as a graph: every operation of a day once, in an order in which it can be computed.

Rule: nothing here may change a bit. Equal operations are shared and constants are computed beforehand with the same
IEEE operations; sums are never regrouped, and a factor is dropped only where it is exactly 1.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from game.kernel.graph.refusals import CannotTraceError, instead_of

ValueKind = Literal["f", "i", "b"]
"""float64, int64, boolean."""

EPISODE, FOLLOWER = 1, 2
"""What a value may differ by; a sum of both, or 0 for one number for all."""

INPUT, CONSTANT = "input", "constant"
GATHER, TIE, PICK = "gather", "tie", "pick"

COMPARISONS = {"less": np.less, "less_equal": np.less_equal, "equal": np.equal, "not_equal": np.not_equal}
LOGIC = {"and": np.logical_and, "or": np.logical_or, "not": np.logical_not}
ARITHMETIC: dict[str, Any] = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide, "minimum": np.minimum,
    "maximum": np.maximum, "absolute": np.absolute, "sign": np.sign, "square_root": np.sqrt, "floor": np.floor,
    "negative": np.negative,
}  # fmt: skip


@dataclass(frozen=True)
class GraphNode:
    """One operation.

    `what` names an input or a table, holds a constant, or numbers a tie.
    """

    operation: str
    arguments: tuple[int, ...]
    kind: ValueKind
    axes: int
    what: Any = None


class Graph:
    """Operations in order; each refers to earlier ones by their number."""

    def __init__(self) -> None:
        self.nodes: list[GraphNode] = []
        self._known: dict[tuple[Any, ...], int] = {}

    def __len__(self) -> int:
        """How many operations the graph has."""
        return len(self.nodes)

    def _add(self, node: GraphNode) -> int:
        what = ("float", node.what.hex()) if isinstance(node.what, float) else (type(node.what), node.what)
        key = (node.operation, node.arguments, node.kind, node.axes, what)
        if key not in self._known:
            self._known[key] = len(self.nodes)
            self.nodes.append(node)
        return self._known[key]

    def input(self, name: str, kind: ValueKind, axes: int) -> int:
        """A value that is given."""
        return self._add(GraphNode(INPUT, (), kind, axes, name))

    def constant(self, value: float | bool) -> int:
        """A number that is the same in every run."""
        if isinstance(value, bool | np.bool_):
            return self._add(GraphNode(CONSTANT, (), "b", 0, bool(value)))
        if isinstance(value, int | np.integer):
            return self._add(GraphNode(CONSTANT, (), "i", 0, int(value)))
        return self._add(GraphNode(CONSTANT, (), "f", 0, float(value)))

    def gather(self, table: str, rows: int) -> int:
        """A column of a table by row numbers; numbers beyond its ends mean its ends."""
        return self._add(GraphNode(GATHER, (rows,), "f", self.nodes[rows].axes, table))

    def pick(self, table: tuple[float, ...], rows: int) -> int:
        """A number of a fixed table by row numbers; numbers beyond its ends mean its ends."""
        kind: ValueKind = {bool: "b", int: "i"}.get(type(table[0]), "f")  # type: ignore[assignment]
        return self._add(GraphNode(PICK, (rows,), kind, self.nodes[rows].axes, table))

    def tie(self, number: int, value: int) -> int:
        """The value of the one that each follower watches by a tie."""
        return self._add(GraphNode(TIE, (value,), self.nodes[value].kind, EPISODE | FOLLOWER, number))

    def cast(self, value: int, kind: ValueKind) -> int:
        """The same number as another kind; a fraction is cut off."""
        node = self.nodes[value]
        if node.kind == kind:
            return value
        if node.operation == CONSTANT:
            return self.constant({"f": float, "i": int, "b": bool}[kind](node.what))
        return self._add(GraphNode(f"to_{kind}", (value,), kind, node.axes))

    def operate(self, operation: str, *arguments: int) -> int:
        """An operation on earlier values, with numpy's rules for mixed kinds.

        Raises:
            CannotTraceError: it would mean something else in machine code than in numpy.
        """
        self._check(operation, arguments)
        if operation in LOGIC:
            return self._fold(operation, arguments, "b")
        if operation == "where":
            return self._where(*arguments)
        if operation in {"shift_left", "float_bits"}:
            return self._fold(operation, arguments, "i" if operation == "shift_left" else "f")
        kinds = {self.nodes[a].kind for a in arguments}
        kind: ValueKind = "f" if "f" in kinds or operation in {"divide", "square_root", "floor"} else "i"
        if kinds == {"b"} and operation in COMPARISONS:
            kind = "b"
        cast = tuple(self.cast(a, kind) for a in arguments)
        if operation in {"greater", "greater_equal"}:
            operation, cast = {"greater": "less", "greater_equal": "less_equal"}[operation], cast[::-1]
        if operation in COMPARISONS:
            return self._fold(operation, cast, "b")
        plain = self._plain(operation, cast)
        return plain if plain is not None else self._fold(operation, cast, kind)

    def _check(self, operation: str, arguments: tuple[int, ...]) -> None:
        """Whether the operation means the same in every program that is written from the graph."""
        kinds = {self.nodes[a].kind for a in arguments}
        if operation == "remainder":
            raise CannotTraceError("The kernel has no operation for numpy.remainder.", instead_of("remainder"))
        if operation in LOGIC and kinds != {"b"}:
            raise CannotTraceError("&, | and ~ join conditions, not numbers.", "Write (x > 0.0) & (y > 0.0).")
        if operation == "where" and self.nodes[arguments[0]].kind != "b":
            raise CannotTraceError("numpy.where asks a condition, not a number.", "Write numpy.where(x > 0.0, …).")
        if operation in ARITHMETIC and kinds == {"b"}:
            raise CannotTraceError(
                "numpy does not count conditions: the sum of two is one.", "Write x.astype(numpy.float64), or & and |."
            )
        if operation in {"absolute", "sign"} and kinds == {"i"}:
            raise CannotTraceError(f"numpy.{operation} is for fractions here.", "Write x.astype(numpy.float64) first.")

    def _where(self, condition: int, yes: int, no: int) -> int:
        kinds = {self.nodes[yes].kind, self.nodes[no].kind}
        kind: ValueKind = "f" if "f" in kinds else "i" if "i" in kinds else "b"
        yes, no = self.cast(yes, kind), self.cast(no, kind)
        if yes == no:
            return yes
        if self.nodes[condition].operation == CONSTANT:
            return yes if self.nodes[condition].what else no
        return self._fold("where", (condition, yes, no), kind)

    def _is(self, value: int, number: float) -> bool:
        node = self.nodes[value]
        return node.operation == CONSTANT and node.kind == "f" and node.what.hex() == float(number).hex()

    def _plain(self, operation: str, arguments: tuple[int, ...]) -> int | None:
        """What an operation comes to when it does nothing: times 1, by 1, minus 0."""
        if operation == "multiply" and self._is(arguments[0], 1.0):
            return arguments[1]
        if (operation in {"multiply", "divide"} and self._is(arguments[1], 1.0)) or (
            operation == "subtract" and self._is(arguments[1], 0.0)
        ):
            return arguments[0]
        return None

    def _fold(self, operation: str, arguments: tuple[int, ...], kind: ValueKind) -> int:
        nodes = [self.nodes[a] for a in arguments]
        if all(n.operation == CONSTANT for n in nodes) and operation in {**ARITHMETIC, **COMPARISONS, **LOGIC}:
            function = {**ARITHMETIC, **COMPARISONS, **LOGIC}[operation]
            return self.constant(function(*(n.what for n in nodes)).item())
        axes = 0
        for node in nodes:
            axes |= node.axes
        return self._add(GraphNode(operation, arguments, kind, axes))

    def needed(self, outputs: tuple[int, ...]) -> list[int]:
        """Numbers of the operations that outputs rest on, in order."""
        wanted = set(outputs)
        for number in range(len(self.nodes) - 1, -1, -1):
            if number in wanted:
                wanted.update(self.nodes[number].arguments)
        return sorted(wanted)
