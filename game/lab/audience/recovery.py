"""Whether the intervals can be taken at their word: accounts of crowds that are known, fitted as a file is."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.lab.audience.account import DONE, Account
from game.lab.audience.crowd_numbers import NUMBERS
from game.lab.audience.fitting import Estimate, estimates_of, posterior
from game.lab.audience.simulated_panels import FOLLOWERS, simulate
from game.model.arrays import Array

MOST_COPIES = 16  # panels of which an account of a known crowd is made
_FIRST = 1_000_000  # number of their first panel, so that no fit has their chance
_INNER = (0.05, 0.95)  # truths are drawn between these places, as no interval reaches an end of its range


@dataclass(frozen=True)
class Recovered:
    """One account of a known crowd, and what was found of it."""

    truth: dict[str, float]
    estimates: tuple[Estimate, ...]

    @property
    def held(self) -> dict[str, bool]:
        """By number: whether its true value lies in the 90 % interval."""
        return {e.id: e.low <= self.truth[e.id] <= e.high for e in self.estimates}


def lived(account: Account, places: Array, seed: int) -> Account:
    """The account of a known crowd that was treated as this one was, for each follower of it.

    Args:
        account: what was done, and for how many followers; at most `MOST_COPIES` panels are simulated.
        places: (K,) 0..1, numbers of the crowd.
        seed: 0..2**32 − 1.
    """
    copies = int(np.clip(round(account.followers[0] / FOLLOWERS), 1, MOST_COPIES))
    panels = simulate(account, np.tile(places, (copies, 1)), seed, first=_FIRST)
    there = np.maximum(1.0, panels.there.sum(axis=0))
    done = account.done.copy()
    personal = len(DONE) - 1
    done[:, :personal] *= (there / account.followers)[:, None]
    return replace(account, followers=there, done=done, counted=panels.counted.sum(axis=0))


def recover(
    account: Account, cases: int, seed: int, panels: int, done: Callable[[int], object] = bool
) -> tuple[Recovered, ...]:
    """Accounts of crowds drawn at random, treated as this one was, and what is found of each.

    Args:
        account: what was done.
        cases: how many.
        seed: 0..2**32 − 1.
        panels: simulated in each of the two rounds of each fit.
        done: told how many panels have just been simulated; 2 · panels for each case.
    """
    dice, found = np.random.default_rng([seed, 8]), []
    low, high = _INNER
    for case in range(cases):
        places = low + (high - low) * dice.random(len(NUMBERS))
        known = lived(account, places, (seed + 1000 * (case + 1)) % 2**32)
        _, drawn, _ = posterior(known, (seed + case) % 2**32, panels, done)
        truth = {name: float(number.at(places[k])) for k, (name, number) in enumerate(NUMBERS.items())}
        found.append(Recovered(truth, estimates_of(drawn)))
    return tuple(found)
