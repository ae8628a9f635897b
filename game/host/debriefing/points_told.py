"""Points of trust as they stand in a sentence: with their sign, and of several people the most moved."""

from collections.abc import Sequence

from game.model.arrays import Array
from game.session.words.numbers_told import figure_told

MOST_NAMED = 3  # people whom a sentence names


def strongest(points: Array, names: Sequence[str]) -> str:
    """Those whose trust moved most, with how much; no line ends between a name and its figure."""
    ordered = sorted(range(len(names)), key=lambda n: -abs(points[n]))
    moved = [f"{names[n]}\u00a0{points_said(points[n])}" for n in ordered if _felt(points[n])]
    return ", ".join(moved[:MOST_NAMED]) or "nobody by a point or more"


def points_said(points: float) -> str:
    """Points with their sign.

    >>> points_said(-3.2), points_said(0.5), points_said(4.0)
    ('−3', '±0', '+4')
    """
    return figure_told(points, 0, sign=True) if _felt(points) else "±0"


def _felt(points: float) -> bool:
    """Whether it is more than nothing as it is printed."""
    return bool(round(points))
