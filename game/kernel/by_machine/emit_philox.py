"""The draws of a day as instructions: Philox2x32-10 in eight lanes, the same numbers as `game.model.chance.draw`."""

from typing import Any

from llvmlite import ir

from game.kernel.by_machine.emit_operations import F64, I64
from game.kernel.draws import NOISE_OF_A_DAY
from game.kernel.frame import LANES
from game.model.philox import MASK, MULTIPLIER, WEYL

_WORDS, _FLOATS = ir.VectorType(I64, LANES), ir.VectorType(F64, LANES)


def _all(value: int) -> Any:
    return ir.Constant(_WORDS, [I64(value)] * LANES)


def draws(writer: Any, follower: Any, episodes: Any) -> dict[str, Any]:
    """The ten draws of a follower on a day, by name."""
    b = writer.builder
    day = b.mul(writer.given["number"], ir.Constant(I64, 64))
    found = {}
    for stream, names in enumerate(NOISE_OF_A_DAY):
        counter = b.add(b.add(day, follower), ir.Constant(I64, stream * 65536))
        left, right, key = writer.splat(counter), episodes, writer.given["seed"]
        for _ in range(10):
            product = b.mul(b.and_(left, _all(MASK)), _all(MULTIPLIER))
            left, right = b.xor(b.xor(b.lshr(product, _all(32)), writer.splat(key)), right), b.and_(product, _all(MASK))
            key = b.and_(b.add(key, ir.Constant(I64, WEYL)), ir.Constant(I64, MASK))
        for name, word in zip(names, (left, right), strict=True):
            unit = b.fadd(b.uitofp(word, _FLOATS), ir.Constant(_FLOATS, [F64(0.5)] * LANES))
            found[name] = b.fmul(unit, ir.Constant(_FLOATS, [F64(2.0**-32)] * LANES))
    return found
