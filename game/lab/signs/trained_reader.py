"""A reader of signs that has been trained: logistic regression, and how well a score tells two kinds of cases apart."""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array

ROUNDS = 12  # of Newton's method; it has settled after half as many
RIDGE = 1.0  # pull towards 0, in cases: a sign that never differs weighs nothing
TRAINING = 400
"""Games from which a reader learns that is trained for a question; what it is asked about comes from later games."""


def area(score: Array, is_so: Array) -> float:
    """The area under the curve (AUC): how often a case that is so scores higher than one that is not; ties count half.

    Args:
        score: (N,) any numbers.
        is_so: (N,) boolean.

    Returns:
        0..1, one half where the score says nothing or all cases are of one kind.

    >>> area(np.array([1.0, 2.0, 3.0, 2.0]), np.array([False, True, True, False]))
    0.875
    """
    yes, no = int(is_so.sum()), int((~is_so).sum())
    if not yes or not no:
        return 0.5
    _, place, counts = np.unique(score, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts - 1) / 2.0
    return float((middle[place][is_so].sum() - yes * (yes + 1) / 2.0) / (yes * no))


@dataclass(frozen=True, eq=False)
class TrainedReader:
    """Weights of signs. S signs."""

    middle: Array  # (S,) mean of each sign where it was trained
    scale: Array  # (S,) standard deviation, 1 where a sign never differs
    weights: Array  # (S + 1,), the first for a case in the middle of all signs

    def likelihood(self, signs: Array) -> Array:
        """How likely it is, by the signs (..., S): 0..1."""
        total = self.weights[0] + ((signs - self.middle) / self.scale) @ self.weights[1:]
        found: Array = 1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0)))
        return found


def train(signs: Array, is_so: Array) -> TrainedReader:
    """A reader trained on cases, by Newton's method with a slight pull towards 0.

    Args:
        signs: (N, S).
        is_so: (N,) boolean.
    """
    middle, scale = signs.mean(axis=0), signs.std(axis=0)
    scale = np.where(scale > 1e-9, scale, 1.0)
    columns = np.column_stack([np.ones(len(signs)), (signs - middle) / scale])
    weights, pull = np.zeros(columns.shape[1]), RIDGE * np.eye(columns.shape[1])
    for _ in range(ROUNDS):
        likely = 1.0 / (1.0 + np.exp(-np.clip(columns @ weights, -30.0, 30.0)))
        bend = (columns * (likely * (1.0 - likely))[:, None]).T @ columns + pull
        weights = weights + np.linalg.solve(bend, columns.T @ (is_so - likely) - RIDGE * weights)
    return TrainedReader(middle, scale, weights)
