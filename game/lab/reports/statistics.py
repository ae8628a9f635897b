"""Figures over games: spread, intervals, paired differences."""

import math
from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array

_FEW = (12.706, 4.303, 3.182, 2.776, 2.571)  # quantiles for 1 to 5 degrees of freedom, where the series is too coarse
_Z = 1.959964


def t_quantile(degrees: int) -> float:
    """What a standard error is multiplied with for a 95 % interval.

    >>> round(t_quantile(10), 2), round(t_quantile(100_000), 2)
    (2.23, 1.96)
    """
    if degrees <= len(_FEW):
        return _FEW[max(1, degrees) - 1]
    n, z = float(degrees), _Z
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / n + second / n**2 + third / n**3


@dataclass(frozen=True)
class Spread:
    """How the figures of many games are spread."""

    mean: float
    sd: float
    low: float  # 5 of 100 lie below
    median: float
    high: float  # 5 of 100 lie above


def spread(values: Array) -> Spread:
    """Spread of one or more figures (N,)."""
    low, median, high = (float(q) for q in np.quantile(values, (0.05, 0.5, 0.95)))
    return Spread(float(values.mean()), float(values.std()), low, median, high)


@dataclass(frozen=True)
class Difference:
    """One way of playing against another, game by game with the same people and the same chance."""

    games: int
    mean: float
    low: float  # of the 95 % interval
    high: float
    wins: int
    ties: int
    losses: int
    best: int  # place of the game with the largest lead
    worst: int  # place of the game with the smallest

    @property
    def is_clear(self) -> bool:
        """The interval lies on one side of 0."""
        return self.low > 0.0 or self.high < 0.0


def difference(one: Array, other: Array) -> Difference:
    """Paired difference of figures (N,), N 2 or more; figures equal to nine digits tie.

    Raises:
        ValueError: not the same number of games, or fewer than two.
    """
    if one.shape != other.shape or len(one) < 2:
        raise ValueError(f"expected the same two or more games, got {len(one)} and {len(other)}")
    lead = one - other
    tied = np.abs(lead) < 1e-9
    margin = t_quantile(len(lead) - 1) * float(lead.std(ddof=1)) / float(np.sqrt(len(lead)))
    mean = float(lead.mean())
    return Difference(
        games=len(lead), mean=mean, low=mean - margin, high=mean + margin,
        wins=int(((lead > 0) & ~tied).sum()), ties=int(tied.sum()), losses=int(((lead < 0) & ~tied).sum()),
        best=int(lead.argmax()), worst=int(lead.argmin()),
    )  # fmt: skip


def share_between(part: int, whole: int) -> tuple[float, float]:
    """A share of games with its 95 % interval, as Wilson has it: right for few games and for none, too.

    Raises:
        ValueError: no games.

    >>> [round(v, 3) for v in share_between(0, 100)], [round(v, 2) for v in share_between(50, 100)]
    ([0.0, 0.037], [0.4, 0.6])
    """
    if whole < 1:
        raise ValueError("expected a game or more, got none")
    share, z2 = part / whole, _Z * _Z
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = _Z / (1 + z2 / whole) * math.sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole))
    return max(0.0, middle - half), min(1.0, middle + half)


def sign_test(wins: int, losses: int) -> float:
    """How likely so many wins or more are by chance, were both sides equal; games that tie do not count.

    >>> sign_test(5, 0), sign_test(0, 0), round(sign_test(60, 40), 3)
    (0.03125, 1.0, 0.028)
    """
    games = wins + losses
    if games > 1_000:
        return 0.5 * math.erfc((wins - 0.5 - games / 2) / math.sqrt(games / 2))
    return sum(math.comb(games, k) for k in range(wins, games + 1)) / (1 << games)
