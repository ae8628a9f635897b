"""Arithmetic that gives the same bits on every machine, and frozen arrays.

Rule: on the way from one state to the next only + − × ÷, sqrt, comparisons, selections and the functions below.
`numpy.exp` and `numpy.tanh` differ in the last bit between processors; these do not.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_LOG2_E = 1.4426950408889634
_LN2_HIGH = 0.693147180369123816490
_LN2_LOW = 1.90821492927058770002e-10
_TAYLOR = tuple(1.0 / f for f in (479001600, 39916800, 3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2, 1, 1))


def _array(value: Any) -> Array:
    """A value as an array; what behaves like one is left as it is."""
    return value if hasattr(value, "__array_ufunc__") else np.asarray(value)


def exp(x: Array) -> Array:
    """E to the power x, relative error below 1e-14, for x clipped to −700..700.

    Splits off a power of two, then a Taylor polynomial of degree 12 in Horner form.

    >>> abs(float(exp(np.array(1.0))) - 2.718281828459045) < 1e-14
    True
    """
    x = np.minimum(np.maximum(x, -700.0), 700.0)
    power = np.floor(x * _LOG2_E + 0.5)
    rest = (x - power * _LN2_HIGH) - power * _LN2_LOW
    result = np.full_like(rest, _TAYLOR[0])
    for coefficient in _TAYLOR[1:]:
        result = result * rest + coefficient
    scale = ((power.astype(np.int64) + 1023) << 52).view(np.float64)
    return _array(result * scale)


def logistic(x: Array) -> Array:
    """1 / (1 + e^−x), 0..1.

    >>> float(logistic(np.array(0.0)))
    0.5
    """
    return _array(1.0 / (1.0 + exp(-x)))


def squash(x: Array) -> Array:
    """A soft step from 0 to 1 without exp: ½ + ½·x / √(1 + x²).

    Its slope at 0 is twice the logistic's, its tails are longer: certainty is earned slowly.

    >>> [round(float(squash(np.array(v))), 3) for v in (-1.0, 0.0, 1.0)]
    [0.146, 0.5, 0.854]
    """
    return _array(0.5 + 0.5 * x / np.sqrt(1.0 + x * x))


def unsquash(y: Array) -> Array:
    """The inverse of `squash` for 0 < y < 1.

    >>> round(float(unsquash(squash(np.array(0.7)))), 12)
    0.7
    """
    centred = 2.0 * y - 1.0
    return np.asarray(centred / np.sqrt(1.0 - centred * centred))


def saturating(x: Array) -> Array:
    """X / (1 + x) for x ≥ 0: 0..1, half at 1."""
    return _array(x / (1.0 + x))


def worth_asking(condition: Array) -> bool:
    """Whether anybody needs what an `if` guards by this; where nobody does, it must change nothing.

    Rule: it only saves work. A day must come to the same bits if the answer is always yes, and that is the answer where
    one value stands for all days, as while the rules are traced.

    >>> worth_asking(np.array([0.0, 0.5])), worth_asking(np.zeros(2))
    (True, False)
    """
    return not isinstance(condition, np.ndarray) or bool(condition.any())


def sum_of_followers(x: Array) -> Array:
    """Sums (B,) over the followers of (B, F), in an order that depends neither on the batch nor on its place in memory.

    >>> sum_of_followers(np.array([[1.0, 2.0], [3.0, 4.0]])).tolist()
    [3.0, 7.0]
    """
    return np.asarray(np.ascontiguousarray(x).sum(axis=1))


def freeze(array: Array) -> Array:
    """The same array, made read-only."""
    array.flags.writeable = False
    return array


def freeze_fields(value: object) -> None:
    """Makes every array of a dataclass read-only; for `__post_init__`."""
    for field in vars(value).values():
        if isinstance(field, np.ndarray):
            field.flags.writeable = False
