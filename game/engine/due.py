"""When the events of a game are due: those whose day the file leaves open are dealt anew for each game."""

import numpy as np

from game.model.arrays import Array
from game.model.chance import EVENT_STREAM
from game.model.philox import uniforms
from game.scenario.compiling.compile import Compiled

BY_CONDITION = 0
NOT_IN_THIS_GAME = -1


def due_days(compiled: Compiled, seed: int, episodes: Array) -> Array:
    """The day of each event (B, E) int64, 1..days; `BY_CONDITION`, or `NOT_IN_THIS_GAME` where another one is.

    Each day from the first to the last of an event is equally likely, and so is each event of those of which a game
    has one.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
    """
    found = np.empty((len(episodes), len(compiled.events)), dtype=np.int64)
    for number, event in enumerate(compiled.events):
        first, last = event.days
        found[:, number] = first
        if first == last and not event.one_of:
            continue
        day, lot = uniforms(seed, episodes, number, 1, EVENT_STREAM)
        found[:, number] += _nth(day[:, 0], last - first + 1)
        if event.one_of:
            if number != event.one_of[0]:
                lot = uniforms(seed, episodes, event.one_of[0], 1, EVENT_STREAM)[1]
            chosen = np.asarray(event.one_of)[_nth(lot[:, 0], len(event.one_of))]
            found[chosen != number, number] = NOT_IN_THIS_GAME
    return found


def _nth(drawn: Array, many: int) -> Array:
    """Which of so many, 0..many − 1, by an even draw."""
    found: Array = np.minimum(drawn * many, many - 1).astype(np.int64)
    return found
