"""Operations as Python expressions, and the names that such text refers to."""

from typing import Any

import numpy as np

from game.kernel.graph.graph import ARITHMETIC, COMPARISONS, GATHER, LOGIC, GraphNode

KINDS: dict[str, Any] = {"f": np.float64, "i": np.int64, "b": np.bool_}
WORDS: dict[str, Any] = {
    **ARITHMETIC, **COMPARISONS, **{f"{name}_": function for name, function in LOGIC.items()},
    "remainder": np.remainder, "shift_left": np.left_shift, "where": np.where, "take": np.take,
    **{kind.__name__: kind for kind in KINDS.values()}, "bool_": np.bool_,
}  # fmt: skip


def function_of(node: GraphNode) -> str:
    """The name of an operation's function."""
    return f"{node.operation}_" if node.operation in LOGIC else node.operation


def value_of(node: GraphNode, arguments: list[str]) -> str:
    """An operation as an expression that takes new memory."""
    given = ", ".join(arguments)
    if node.operation == GATHER:
        return f"take(table[{node.what!r}], {given}, mode='clip')"
    if node.operation.startswith("to_"):
        return f"{given}.astype({KINDS[node.kind].__name__})"
    if node.operation == "float_bits":
        return f"{given}.view(float64)"
    return f"{function_of(node)}({given})"
