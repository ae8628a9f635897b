"""Logistic regression with a ridge, by Newton's method.

The weights w make most of

    Σ over cases [y · log p + (1 − y) · log(1 − p)] − ½ · Σ over columns pull · w²,    p = 1 / (1 + exp(−x·w)),

the likelihood of the cases less a ridge (Hoerl & Kennard 1970; for logistic regression le Cessie & van Houwelingen
1992). Each of Newton's steps is a weighted least squares fit (iteratively reweighted least squares; McCullagh & Nelder
1989, chapter 2):

    w ← w + (Xᵀ · diag(p(1 − p)) · X + diag(pull))⁻¹ · (Xᵀ(y − p) − pull · w)
"""

import numpy as np

from game.model.arrays import Array

FURTHEST = 30.0  # log odds


def chances_of(columns: Array, weights: Array) -> Array:
    """How likely each case (N,) is by its columns (N, S) and weights (S,): 0..1."""
    found: Array = 1.0 / (1.0 + np.exp(-np.clip(columns @ weights, -FURTHEST, FURTHEST)))
    return found


def ridge_fit(columns: Array, is_so: Array, pull: Array, rounds: int) -> Array:
    """Weights (S,) of columns, by Newton's method from zero; formula and sources above.

    Args:
        columns: (N, S) any numbers.
        is_so: (N,) boolean, or chances 0..1.
        pull: (S,) 0.., the ridge of each column; 0 leaves a column free.
        rounds: of Newton's method, 1..; with 0/1 columns it has settled after about ten.

    >>> ridge_fit(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.zeros(1), 12).round(4).tolist()
    [1.0986]
    """
    weights = np.zeros(columns.shape[1])
    for _ in range(rounds):
        likely = chances_of(columns, weights)
        bend = (columns * (likely * (1.0 - likely))[:, None]).T @ columns + np.diag(pull)
        weights = weights + np.linalg.solve(bend, columns.T @ (is_so - likely) - pull * weights)
    return weights
