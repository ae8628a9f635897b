"""What is known by heart: how often each name was ready on each day of games played before."""

import numpy as np

from game.lab.signs.courted_games import Cases, courted
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

WEIGHT = 0.5  # cases of the average that an unseen name and day count as


def shares_by_heart(known: Cases, width: int, places: int) -> Array:
    """How often each was ready (places, width): by name, the nameless first, and by day.

    Args:
        known: cases of games played before.
        width: days, from 0.
        places: names and one more.
    """
    at = (known.names + 1) * width + known.days
    often = np.bincount(at, minlength=places * width).astype(float)
    ready = np.bincount(at, weights=known.ready.astype(float), minlength=places * width)
    often, ready = _with_neighbours(often, places, width), _with_neighbours(ready, places, width)
    shares: Array = (ready + WEIGHT * known.ready.mean()) / (often + WEIGHT)
    return shares.reshape(places, width)


def _with_neighbours(table: Array, places: int, width: int) -> Array:
    """Counts with half of those of the day before and the day after: nobody remembers to the day."""
    rows = np.pad(table.reshape(places, width), ((0, 0), (1, 1)))
    found: Array = (rows[:, 1:-1] + 0.5 * (rows[:, :-2] + rows[:, 2:])).ravel()
    return found


def ready_by_heart(compiled: Compiled, seed: int, episodes: Array) -> Array:
    """How likely each is ready (days + 1, F), to whoever remembers games by name and day alone."""
    cases = courted(compiled, seed, episodes)
    shares = shares_by_heart(cases, compiled.days + 2, compiled.followers + 1)
    columns = np.arange(compiled.followers)
    named = (columns < compiled.written) | (compiled.cast.seed >= 0)
    found: Array = np.where(named, columns + 1, 0)
    return shares[found].T
