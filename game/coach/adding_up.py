"""Figures that add up as they are printed: parts are rounded so that they sum to the rounded whole."""

import math
from collections.abc import Sequence


def tenths(points: float) -> float:
    """Points to one decimal, half up, and never −0.

    >>> tenths(0.25), tenths(-0.04)
    (0.3, 0.0)
    """
    return (math.floor(10.0 * points + 0.5) + 0) / 10.0


def told_change(before: float, after: float) -> float:
    """The change between two figures as it is printed beside them: of what is printed, to one decimal.

    >>> told_change(42.04, 49.26)
    7.3
    """
    return tenths(tenths(after) - tenths(before))


def whole_change(before: float, after: float) -> int:
    """The change between two figures that are printed without decimals.

    >>> whole_change(42.4, 49.6)
    8
    """
    return round(after) - round(before)


def told_parts(parts: Sequence[float], whole: float, decimals: int = 1) -> tuple[float, ...]:
    """Parts to so many decimals that sum to a whole to as many; each lies within a unit or two of what it was.

    The units that rounding leaves over go to those parts that rounding has wronged most (largest remainder).

    Args:
        parts: their sum is about the whole.
        whole: to so many decimals.
        decimals: 0.. .

    >>> told_parts([1.04, 1.04, 1.04], 3.1)
    (1.1, 1.0, 1.0)
    """
    if not parts:
        return ()
    unit = 10.0**decimals
    rounded = [math.floor(unit * part + 0.5) for part in parts]
    left = round(unit * whole) - sum(rounded)
    step = 1 if left > 0 else -1
    wronged = sorted(range(len(parts)), key=lambda i: step * (rounded[i] - unit * parts[i]))
    for turn in range(abs(left)):
        rounded[wronged[turn % len(parts)]] += step
    return tuple(part / unit for part in rounded)
