"""A mean with its interval of 95 per cent."""

from dataclasses import dataclass

import numpy as np

ERRORS_WIDE = 1.96
"""Standard errors from the mean to either end."""


@dataclass(frozen=True)
class Interval:
    """A mean of many values, and between what it lies in 95 of a hundred such samples."""

    mean: float
    low: float
    high: float


def interval_of(values: np.ndarray) -> Interval:
    """The mean of values (N,), N 1 or more, ± 1.96 · sd / √N, as the normal distribution has it; of one value, itself.

    >>> interval_of(np.array([1.0, 1.0, 1.0])), interval_of(np.array([2.0]))
    (Interval(mean=1.0, low=1.0, high=1.0), Interval(mean=2.0, low=2.0, high=2.0))
    """
    mean, wide = float(values.mean()), 0.0
    if len(values) > 1:
        wide = ERRORS_WIDE * float(values.std(ddof=1)) / float(np.sqrt(len(values)))
    return Interval(mean, mean - wide, mean + wide)


def share_of(count: int, total: int) -> Interval:
    """A share, 0..1, of some cases, with its interval as Wilson (1927) has it; of no case nothing is known.

    >>> share_of(0, 0)
    Interval(mean=0.0, low=0.0, high=1.0)
    >>> found = share_of(3, 10)
    >>> round(found.mean, 2), round(found.low, 2), round(found.high, 2)
    (0.3, 0.11, 0.6)
    """
    if not total:
        return Interval(0.0, 0.0, 1.0)
    share, square = count / total, ERRORS_WIDE**2
    middle = (share + square / (2.0 * total)) / (1.0 + square / total)
    wide = (
        ERRORS_WIDE * float(np.sqrt(share * (1.0 - share) / total + square / (4.0 * total**2))) / (1.0 + square / total)
    )
    return Interval(share, max(0.0, middle - wide), min(1.0, middle + wide))
