"""What a crowd is expected to do, learned from simulated panels: a smooth function of its numbers, and what is left.

Expected counts are the exponential of a polynomial of second degree in the places of the numbers, found by Poisson
regression (iteratively reweighted least squares; McCullagh, Nelder 1989). How the panels differ from it, and how
that hangs together from kind to kind and week to week, is the covariance of a synthetic likelihood (Wood 2010).
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.lab.audience.simulated_panels import SimulatedPanels
from game.model.arrays import Array

ROUNDS = 25  # of the regression; it stands still after some ten
RIDGE = 0.3  # pull of the polynomial's coefficients to 0, as so many events
MOST_PERIODS = 4


@dataclass(frozen=True, eq=False)
class Emulator:
    """J expected rates as functions of K numbers, in a part of their range."""

    low: Array  # (K,) 0..1, of the places for which it holds
    high: Array  # (K,)
    coefficients: Array  # (Q, J)
    covariance: Array  # (J, J) of Pearson residuals: 1 on the diagonal were counts Poisson and independent
    unsure: Array  # (J, Q, Q) covariance of the coefficients

    def rates(self, places: Array) -> Array:
        """Expected counts of a period for each follower (N, J), from places (N, K)."""
        return np.asarray(np.exp(np.clip(self._features(places) @ self.coefficients, -30.0, 3.0)))

    def slack(self, places: Array) -> Array:
        """Mean variance (J,) of the logarithm of the expected rates, by which the regression itself is unsure."""
        x = self._features(places)
        return np.asarray(np.einsum("nq,jqr,nr->j", x, self.unsure, x) / len(places))

    def _features(self, places: Array) -> Array:
        return features(places, self.low, self.high)


def features(places: Array, low: Array, high: Array) -> Array:
    """The terms (N, Q) of a polynomial of second degree in places (N, K) that lie between `low` and `high`.

    >>> features(np.array([[0.5, 1.0]]), np.zeros(2), np.ones(2)).tolist()
    [[1.0, 0.0, 1.0, 0.0, 0.0, 1.0]]
    """
    x = 2.0 * (places - low) / (high - low) - 1.0
    rows, columns = _pairs(x.shape[1])
    return np.concatenate([np.ones((len(x), 1)), x, x[:, rows] * x[:, columns]], axis=1)


@lru_cache(maxsize=4)
def _pairs(numbers: int) -> tuple[Array, Array]:
    """Rows and columns of all pairs of so many numbers, each with itself too; the same in every step of a walk."""
    rows, columns = np.triu_indices(numbers)
    return rows, columns


def periods(weeks: int) -> tuple[Array, ...]:
    """Weeks 0..W − 1 in up to four periods, as even as may be.

    >>> [period.tolist() for period in periods(5)]
    [[0, 1], [2], [3], [4]]
    """
    return tuple(np.array_split(np.arange(weeks), min(MOST_PERIODS, weeks)))


def in_periods(weekly: Array) -> Array:
    """Sums (N, T, 4) by period of what is counted by week (N, W, 4)."""
    return np.stack([weekly[:, period].sum(axis=1) for period in periods(weekly.shape[1])], axis=1)


def learned(panels: SimulatedPanels, low: Array, high: Array) -> Emulator:
    """An emulator for a part of the range, from the panels whose numbers lie in it.

    Args:
        panels: N of them.
        low: (K,) places.
        high: (K,) places.
    """
    inside = ((panels.places >= low) & (panels.places <= high)).all(axis=1)
    kinds = panels.counted.shape[2]
    counts = in_periods(panels.counted[inside]).reshape(inside.sum(), -1)
    exposed = np.repeat(in_periods(panels.there[inside][..., None])[..., 0], kinds, axis=1)
    x = features(panels.places[inside], low, high)
    found = [_regression(x, counts[:, j], np.maximum(exposed[:, j], 0.5)) for j in range(counts.shape[1])]
    coefficients = np.stack([c for c, _ in found], axis=1)
    expected = exposed * np.exp(np.clip(x @ coefficients, -30.0, 3.0))
    residuals = (counts - expected) / np.sqrt(np.maximum(expected, 1e-3))
    covariance = residuals.T @ residuals / max(1, len(x) - x.shape[1])
    floor = np.sqrt(np.maximum(1.0, np.diag(covariance) ** -1.0))  # no count is surer than Poisson
    covariance = covariance * np.outer(floor, floor)
    unsure = np.stack([inverse * covariance[j, j] for j, (_, inverse) in enumerate(found)])
    return Emulator(low, high, coefficients, covariance, unsure)


def _regression(x: Array, counts: Array, exposed: Array) -> tuple[Array, Array]:
    """Coefficients (Q,) of a Poisson regression with a weak pull to 0, and the inverse (Q, Q) of its information."""
    pull = np.diag(np.r_[1e-6, np.full(x.shape[1] - 1, RIDGE)])
    coefficients = np.zeros(x.shape[1])
    coefficients[0] = np.log(max(counts.sum(), 0.5) / exposed.sum())
    inverse = pull
    for _ in range(ROUNDS):
        linear = np.clip(x @ coefficients, -30.0, 3.0)
        expected = exposed * np.exp(linear)
        information = x.T @ (x * expected[:, None]) + pull
        inverse = np.linalg.inv(information)
        change = inverse @ (x.T @ (counts - expected) - pull @ coefficients)
        coefficients = coefficients + change * min(1.0, 2.0 / max(1e-9, float(np.abs(change).max())))
    return coefficients, inverse
