"""How far forecasts can be taken at their word: said 70 %, and how often was it so."""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array

BINS = 10
LEAST = 1e-3
"""A forecast of less counts as this one for the log score, so that one surprise does not weigh as much as all else."""


@dataclass(frozen=True)
class ReliabilityBin:
    """The forecasts between two figures."""

    said: float  # their mean, 0..1
    was_so: float  # share of them that came true, 0..1
    forecasts: int


@dataclass(frozen=True)
class Reliability:
    """Forecasts of yes or no against what was true."""

    bins: tuple[ReliabilityBin, ...]  # those that have any
    expected_error: float  # mean distance of said and true, weighted by forecasts (expected calibration error)
    brier: float  # mean squared error (Brier 1950)
    unreliable: float  # the part of it that comes from saying other figures than come true (Murphy 1973)
    resolution: float  # what is taken off by telling cases apart
    uncertainty: float  # what it would be for whoever knows only how common it is
    log_score: float  # mean surprise in nats; less is better (Good 1952; proper: Gneiting & Raftery 2007)


def reliability(said: Array, was_so: Array) -> Reliability:
    """Forecasts by tenths.

    The parts of Murphy are those of forecasts that are rounded to the mean of their bin: brier is nearly
    unreliable − resolution + uncertainty.

    Args:
        said: (N,) 0..1.
        was_so: (N,) boolean.

    >>> found = reliability(np.array([0.75, 0.75, 0.75, 0.75]), np.array([True, True, True, False]))
    >>> found.expected_error, len(found.bins), round(found.brier, 4)
    (0.0, 1, 0.1875)
    """
    true = was_so.astype(np.float64)
    number = np.minimum(BINS - 1, np.floor(said * BINS)).astype(np.int64)
    bins = tuple(
        ReliabilityBin(float(said[number == n].mean()), float(true[number == n].mean()), int((number == n).sum()))
        for n in range(BINS)
        if (number == n).any()
    )
    total, common = max(1, len(said)), float(true.mean()) if len(true) else 0.0
    surprise = log_surprise(np.where(was_so, said, 1.0 - said))
    return Reliability(
        bins=bins,
        expected_error=sum(b.forecasts * abs(b.said - b.was_so) for b in bins) / total,
        brier=float(((said - true) ** 2).mean()) if len(said) else 0.0,
        unreliable=sum(b.forecasts * (b.said - b.was_so) ** 2 for b in bins) / total,
        resolution=sum(b.forecasts * (b.was_so - common) ** 2 for b in bins) / total,
        uncertainty=common * (1.0 - common),
        log_score=surprise,
    )


def log_surprise(of_truth: Array) -> float:
    """The mean of −ln of the chance that was given to what was true (N,), 0..1."""
    return float(-np.log(np.clip(of_truth, LEAST, 1.0)).mean()) if len(of_truth) else 0.0
