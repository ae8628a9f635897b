"""Effect sizes, each a line or two with its formula named."""

import numpy as np

from game.model.arrays import Array


def cohens_d(treated: Array, control: Array) -> float:
    """Difference of means over the pooled standard deviation: (m₁ − m₂) / √((s₁² + s₂²) / 2)."""
    spread = float(np.sqrt((np.var(treated) + np.var(control)) / 2.0))
    return float(np.mean(treated) - np.mean(control)) / spread if spread > 0.0 else 0.0


def pearson(x: Array, y: Array) -> float:
    """Correlation across followers: cov(x, y) / (sₓ s_y), 0 if either never varies."""
    x, y = x - np.mean(x), y - np.mean(y)
    size = float(np.sqrt((x * x).sum() * (y * y).sum()))
    return float((x * y).sum()) / size if size > 0.0 else 0.0


def phi(treated: Array, control: Array) -> float:
    """Correlation of the arm with a yes or no, for arms of any size.

    Args:
        treated: booleans or probabilities of a yes in the first arm.
        control: the same in the second.
    """
    n, m = len(treated), len(control)
    yes, total = float(np.mean(treated)) - float(np.mean(control)), n + m
    rate = (float(np.sum(treated)) + float(np.sum(control))) / total
    spread = rate * (1.0 - rate)
    return yes * float(np.sqrt(n * m)) / total / float(np.sqrt(spread)) if spread > 0.0 else 0.0


def relative(treated: Array | float, control: Array | float) -> float:
    """Ratio of two rates (relative risk): mean over mean; infinite when the second is 0."""
    below = float(np.mean(control))
    return float(np.mean(treated)) / below if below != 0.0 else float("inf")


def weights(outcome: Array, *causes: Array) -> Array:
    """Standardised weights of a linear regression of the outcome on all causes together; 0 for what never varies."""

    def standard(x: Array) -> Array:
        centred: Array = x - x.mean()
        return centred / (x.std() or 1.0)

    table = np.stack([standard(c) for c in causes], axis=1)
    found: Array = np.linalg.lstsq(table, standard(outcome), rcond=None)[0]
    return found
