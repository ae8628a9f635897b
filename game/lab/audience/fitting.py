"""Fitting the numbers of a crowd to the weeks of an account: over the whole range, then around what was found there."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.lab.audience.account import DONE, KINDS, Account
from game.lab.audience.crowd_numbers import NUMBERS
from game.lab.audience.emulator import Emulator, learned, periods
from game.lab.audience.posterior import FIRST_STEPS, likelihood, walked
from game.lab.audience.simulated_panels import SimulatedPanels, simulate
from game.model.arrays import Array

PANELS = 384  # simulated in each of the two rounds
SHOWN = 192  # simulated at the end, to set beside the file
SILENT, QUIET, PLAIN = 0.8, 0.5, 0.25  # of the prior's width; from which on a file says nothing, little, something
TOGETHER = 0.6  # correlation from which on two numbers can stand for each other
_PRIOR = 0.9  # width of ninety of a hundred, of an even prior over 0..1


@dataclass(frozen=True)
class Estimate:
    """What a file says of one number."""

    id: str
    meaning: str
    low: float  # of the 90 % interval
    median: float
    high: float
    searched_from: float
    searched_to: float
    width: float  # of the interval, against that of the prior: 0 is certain, 1 says nothing
    says: str  # "nothing", "little", "something", "much"

    @property
    def at_edge(self) -> str:
        """Where the interval lies against an end of the range: "low", "high" or ""."""
        number = NUMBERS[self.id]
        below, above = number.place(self.low), number.place(self.high)
        if self.says in {"nothing", "little"} or (below > 0.02 and above < 0.98):
            return ""
        return "low" if below <= 1.0 - above else "high"


@dataclass(frozen=True, eq=False)
class Fit:
    """What an account's weeks say of its crowd, and how well such crowds tell these weeks."""

    account: Account
    seed: int
    estimates: tuple[Estimate, ...]
    together: tuple[tuple[str, str, float], ...]  # pairs of numbers that can stand for each other, with correlation
    low: Array  # (W, 4), counts that such crowds give: 5 of a hundred lie below
    middle: Array  # (W, 4)
    high: Array  # (W, 4)
    posterior: Array  # (S, K) places

    @property
    def outside(self) -> dict[str, int]:
        """By kind, in how many weeks what was observed lies outside of the 90 % interval."""
        out = (self.account.counted < self.low) | (self.account.counted > self.high)
        return {kind: int(out[:, k].sum()) for k, kind in enumerate(KINDS)}

    @property
    def bought_unasked(self) -> bool:
        """Whether somebody bought before any offer was made, as nobody does in the game, by chance or otherwise."""
        unasked = self.account.done[:, DONE.index("offers")].cumsum() == 0.0
        return bool(self.account.counted[unasked, KINDS.index("purchases")].sum() > 0.0)

    @property
    def is_told(self) -> bool:
        """Whether crowds of the game live so: no more lies outside than in all but one of a hundred files by chance."""
        if self.bought_unasked:
            return False
        counts = self.account.counted.size
        return sum(self.outside.values()) <= 0.1 * counts + 2.33 * math.sqrt(0.09 * counts)


def total(panels: int = PANELS) -> int:
    """How many panels a fit simulates."""
    return 2 * panels + SHOWN


def posterior(
    account: Account, seed: int, panels: int, done: Callable[[int], object] = bool
) -> tuple[Emulator, Array, int]:
    """An emulator, places (S, K) of the posterior of the crowd's numbers, and how many panels were simulated for it.

    Args:
        account: the weeks.
        seed: 0..2**32 − 1.
        panels: simulated in each of two rounds: over the whole range, and around what the first found.
        done: told how many panels have just been simulated.
    """
    numbers = len(NUMBERS)
    low, high = np.zeros(numbers), np.ones(numbers)
    first = simulate(account, spread_evenly(panels, low, high, seed), seed, done=done)
    _, found = _found(first, account, low, high, seed)
    low, high = around(found)
    more = simulate(account, spread_evenly(panels, low, high, seed + 1), seed, first=panels, done=done)
    emulator, found = _found(_both(first, more), account, low, high, seed)
    return emulator, found, 2 * panels


def fit(account: Account, seed: int, panels: int = PANELS, done: Callable[[int], object] = bool) -> Fit:
    """What an account's weeks say of its crowd, and what such crowds give.

    Args:
        account: the weeks.
        seed: 0..2**32 − 1; the same seed gives the same answer.
        panels: simulated in each of two rounds.
        done: told how many panels have just been simulated; `total` in all.
    """
    emulator, found, simulated = posterior(account, seed, panels, done)
    dice = np.random.default_rng([seed, 6])
    drawn = found[dice.integers(0, len(found), SHOWN)]
    shown = simulate(account, drawn, seed, first=simulated, done=done)
    return Fit(account, seed, estimates_of(found), _pairs(found), *_beside(account, shown, emulator, dice), found)


def _found(panels: SimulatedPanels, account: Account, low: Array, high: Array, seed: int) -> tuple[Emulator, Array]:
    """An emulator and places (S, K) of the posterior; how unsure the emulator is follows from a first walk."""
    emulator = learned(panels, low, high)
    about = walked(likelihood(emulator, account, panels.places), low, high, seed, FIRST_STEPS)
    return emulator, walked(likelihood(emulator, account, about), low, high, seed)


def spread_evenly(count: int, low: Array, high: Array, seed: int) -> Array:
    """Places (count, K) that lie evenly in each number (a Latin hypercube; McKay, Beckman, Conover 1979)."""
    dice = np.random.default_rng([seed, 7])
    cells = np.stack([dice.permutation(count) for _ in low], axis=1)
    return np.asarray(low + (high - low) * (cells + dice.random(cells.shape)) / count)


def around(found: Array) -> tuple[Array, Array]:
    """The part (K,) and (K,) of the range in which a posterior lies, with a good margin."""
    low, high = np.quantile(found, (0.005, 0.995), axis=0)
    margin = np.maximum(0.05, 0.3 * (high - low))
    return np.maximum(0.0, low - margin), np.minimum(1.0, high + margin)


def _both(one: SimulatedPanels, other: SimulatedPanels) -> SimulatedPanels:
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("places", "counted", "there"))
    return SimulatedPanels(*(np.concatenate(pair) for pair in pairs))


def estimates_of(found: Array) -> tuple[Estimate, ...]:
    """What places (S, K) of a posterior say of each number."""
    estimates = []
    for k, number in enumerate(NUMBERS.values()):
        places = np.quantile(found[:, k], (0.05, 0.5, 0.95))
        low, median, high = (float(v) for v in number.at(places))
        width = float(places[2] - places[0]) / _PRIOR
        says = "nothing" if width > SILENT else "little" if width > QUIET else "something" if width > PLAIN else "much"
        estimates.append(
            Estimate(
                id=number.id,
                meaning=number.meaning,
                low=low,
                median=median,
                high=high,
                searched_from=number.low,
                searched_to=number.high,
                width=width,
                says=says,
            )
        )
    return tuple(estimates)


def _pairs(found: Array) -> tuple[tuple[str, str, float], ...]:
    names, together = list(NUMBERS), np.corrcoef(found, rowvar=False)
    pairs = [(names[i], names[k], float(together[i, k])) for k in range(len(names)) for i in range(k)]
    return tuple(sorted((pair for pair in pairs if abs(pair[2]) >= TOGETHER), key=lambda pair: -abs(pair[2])))


def _beside(
    account: Account, shown: SimulatedPanels, emulator: Emulator, dice: np.random.Generator
) -> tuple[Array, Array, Array]:
    """What crowds of the posterior give for as many followers as the file has (W, 4) each: low, middle, high.

    Each of the crowds shown counts with the rate that the emulator expects of it, about what all of them did that week.
    """
    weeks, kinds = account.counted.shape
    expected = emulator.rates(shown.places).reshape(len(shown.places), -1, kinds)
    factor = expected / np.maximum(1e-12, expected.mean(axis=0))
    spread = np.diag(emulator.covariance).reshape(-1, kinds)
    counts = np.zeros((10 * len(shown.places), weeks, kinds))
    for number, period in enumerate(periods(weeks)):
        for week in period:
            mean = np.repeat(shown.rates[week] * account.followers[week] * factor[:, number], 10, axis=0)
            over = np.maximum(1e-6, spread[number] - 1.0)
            counts[:, week] = dice.poisson(dice.gamma(np.maximum(1e-9, mean / over), over))
    low, middle, high = np.quantile(counts, (0.05, 0.5, 0.95), axis=0)
    return low, middle, high
