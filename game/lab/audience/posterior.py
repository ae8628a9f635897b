"""The posterior of a crowd's numbers: a synthetic likelihood, and chains that walk through what it leaves possible."""

from collections.abc import Callable

import numpy as np

from game.lab.audience.account import Account
from game.lab.audience.emulator import Emulator, in_periods
from game.model.arrays import Array

CHAINS, STEPS, FIRST_STEPS, KEPT = 64, 3_000, 800, 10  # of the second half each chain keeps every tenth
_LEAST = 0.375  # added to a count before the root, after Anscombe 1948


def observed(account: Account) -> tuple[Array, Array]:
    """What followers did in each period (J,), and follower-weeks in which they could (J,)."""
    counts = in_periods(account.counted[None])[0]
    exposed = in_periods(account.followers[None, :, None])[0]
    return counts.ravel(), np.repeat(exposed[:, 0], counts.shape[1])


def likelihood(emulator: Emulator, account: Account, about: Array) -> Callable[[Array], Array]:
    """The logarithm (N,) of the synthetic likelihood, as a function of places (N, K).

    Roots of counts vary alike however many are counted (Anscombe 1948), so one covariance serves. The panels give it
    for any number of followers: these are independent of each other there, so means and variances grow alike.

    Args:
        emulator: of expected rates.
        account: what was observed.
        about: (N, K) places near those that matter, for how unsure the emulator is there.
    """
    counts, exposed = observed(account)
    slack = emulator.slack(about) * exposed * emulator.rates(about).mean(axis=0)
    precision = np.linalg.inv(emulator.covariance + np.diag(slack))
    root = 2.0 * np.sqrt(counts + _LEAST)

    def of(places: Array) -> Array:
        away = root - 2.0 * np.sqrt(exposed * emulator.rates(places) + _LEAST)
        return np.asarray(-0.5 * np.einsum("nj,jk,nk->n", away, precision, away))

    return of


def walked(log_likelihood: Callable[[Array], Array], low: Array, high: Array, seed: int, steps: int = STEPS) -> Array:
    """Places (S, K) drawn from the posterior under an even prior between `low` and `high`.

    Differential evolution Markov chains (ter Braak 2006): each proposes a step along the difference of two others.

    Args:
        log_likelihood: of places (N, K).
        low: (K,) 0..1.
        high: (K,) 0..1.
        seed: 0..2**32 − 1.
        steps: of each of the `CHAINS`; the first half of them is left out.
    """
    dice, numbers = np.random.default_rng([seed, 5]), len(low)
    places = low + (high - low) * dice.random((CHAINS, numbers))
    now, kept = log_likelihood(places), []
    usual = 2.38 / np.sqrt(2.0 * numbers)
    for step in range(steps):
        one, other = (dice.permutation(CHAINS) for _ in range(2))
        scale = np.where(step % 10 == 9, 1.0, usual * dice.uniform(0.3, 1.1, (CHAINS, 1)))
        proposed = places + scale * (places[one] - places[other]) + 1e-3 * (high - low) * dice.normal(size=places.shape)
        proposed = _reflected(proposed, low, high)
        then = log_likelihood(proposed)
        taken = np.log(dice.random(CHAINS)) < then - now
        places, now = np.where(taken[:, None], proposed, places), np.where(taken, then, now)
        if step >= steps // 2 and step % KEPT == 0:
            kept.append(places)
    return np.concatenate(kept)


def _reflected(places: Array, low: Array, high: Array) -> Array:
    """Places beyond an edge, mirrored at it, so that an even prior stays even.

    >>> _reflected(np.array([-0.25, 0.5, 1.25]), np.zeros(3), np.ones(3)).tolist()
    [0.25, 0.5, 0.75]
    """
    width = high - low
    folded = np.mod(places - low, 2.0 * width)
    return np.asarray(low + np.where(folded > width, 2.0 * width - folded, folded))
