"""Operations of the graph as instructions, on one number or on eight at once. None is allowed to round otherwise."""

from typing import Any

from llvmlite import ir
from numba.core import cgutils

from game.kernel.frame import LANES
from game.kernel.graph.graph import GraphNode, ValueKind

I1, I32, I64, F64 = ir.IntType(1), ir.IntType(32), ir.IntType(64), ir.DoubleType()
VECTOR = {"f": ir.VectorType(F64, LANES), "i": ir.VectorType(I64, LANES), "b": ir.VectorType(I1, LANES)}
SCALAR = {"f": F64, "i": I64, "b": I1}

_TESTS = {"less": "<", "less_equal": "<=", "equal": "==", "not_equal": "!=", "minimum": "<", "maximum": ">"}
_FUNCTIONS = {"square_root": "sqrt", "floor": "floor", "absolute": "fabs"}


def constant(value: float, shapes: dict[str, Any]) -> Any:
    """A float, as often as the shape has lanes."""
    return ir.Constant(shapes["f"], [F64(value)] * LANES if shapes is VECTOR else value)


def operate(builder: Any, node: GraphNode, kind: ValueKind, values: list[Any], shapes: dict[str, Any]) -> Any:
    """The instructions of one operation.

    Args:
        builder: of the function that is being written.
        node: the operation.
        kind: of its first argument.
        values: the arguments.
        shapes: `SCALAR` or `VECTOR`.
    """
    name, first, whole = node.operation, values[0], kind != "f"
    if name in _TESTS:
        test = (builder.icmp_signed if whole else builder.fcmp_ordered)(_TESTS[name], *values)
        return builder.select(test, *values) if name in {"minimum", "maximum"} else test
    if name.startswith("to_"):
        return converted(builder, first, kind, node.kind, shapes)
    if name == "sign":
        zero, one, minus = (constant(x, shapes) for x in (0.0, 1.0, -1.0))
        below = builder.select(builder.fcmp_ordered("<", first, zero), minus, zero)
        return builder.select(builder.fcmp_ordered(">", first, zero), one, below)
    if name in _FUNCTIONS:
        suffix = f"v{LANES}f64" if shapes is VECTOR else "f64"
        shape = ir.FunctionType(shapes["f"], [shapes["f"]])
        function = cgutils.get_or_insert_function(builder.module, shape, f"llvm.{_FUNCTIONS[name]}.{suffix}")
        return builder.call(function, [first])
    if name == "float_bits":
        return builder.bitcast(first, shapes["f"])
    b = builder
    simple = {
        "add": (b.fadd, b.add), "subtract": (b.fsub, b.sub), "multiply": (b.fmul, b.mul), "divide": (b.fdiv, None),
        "negative": (b.fneg, b.neg), "where": (b.select, b.select), "and": (None, b.and_), "or": (None, b.or_),
        "not": (None, b.not_), "shift_left": (None, b.shl),
    }  # fmt: skip
    return simple[name][whole](*values)


def converted(builder: Any, value: Any, old: ValueKind, new: ValueKind, shapes: dict[str, Any]) -> Any:
    """The same number as another kind."""
    if new == "f":
        return (builder.uitofp if old == "b" else builder.sitofp)(value, shapes["f"])
    if new == "i":
        return builder.zext(value, shapes["i"]) if old == "b" else builder.fptosi(value, shapes["i"])
    return builder.fcmp_ordered("!=", value, constant(0.0, shapes))
