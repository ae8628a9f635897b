"""Hours of attention in whole grains, so that sums of them are exact and the order of adding cannot matter."""

import numpy as np

from game.model.arrays import Array

HOURS_GRAIN = 0.05  # hours: three minutes


def grains(hours: float) -> int:
    """Hours as a whole number of grains.

    >>> grains(0.25), grains(2)
    (5, 40)
    """
    return round(hours / HOURS_GRAIN)


def in_grains(hours: Array) -> Array:
    """An array of hours as whole numbers of grains, in its shape; the same numbers as `grains` gives.

    >>> in_grains(np.array([0.25, 2.0])).tolist()
    [5.0, 40.0]
    """
    return np.asarray(np.round(hours / HOURS_GRAIN))
