"""A seed for whoever plays a scenario that teaches: with its people somebody's need shows while there is time to ask.

Need and readiness come by chance, so that in some games of a week nobody who needs what is sold says so before the
last night, and in others somebody says so who has no use for it. Both are true to life, and both are poor first
lessons. A scenario may ask for better ones (`cast: need_shows_by`); then the seed that the program chooses by itself
is one of a trial game that has them. A seed that is named by a player is played as it is.
"""

from collections.abc import Callable

import numpy as np

from game.bots.courted.ready_from import COURTING
from game.bots.play import play
from game.bots.registry import bots
from game.engine.position import DayPlan, Position
from game.model import readiness
from game.model.arrays import Array
from game.model.readings import RATHER_YES
from game.scenario.compiling.compile import Compiled

SEEDS = 1_000_000
"""Seeds by chance are below it, so that they can be read aloud."""
MOST_TRIED = 24
"""So many seeds are tried; about two in three fit in the shipped scenario that asks for it."""


def telling_seed(compiled: Compiled, draw: Callable[[], int]) -> int:
    """A seed with which the lesson of a scenario shows, as far as the scenario asks for one; else the first drawn.

    Args:
        compiled: the scenario.
        draw: gives a seed by chance.
    """
    first = draw()
    by = need_shows_by(compiled)
    if not by:
        return first
    tried = (first, *(draw() for _ in range(MOST_TRIED - 1)))
    return next((seed for seed in tried if shows_in_time(compiled, seed, by)), first)


def need_shows_by(compiled: Compiled) -> int:
    """The day by which the scenario wants a need to have shown; 0 for none."""
    cast = compiled.scenario.cast
    return (cast.need_shows_by or 0) if cast is not None else 0


def shows_in_time(compiled: Compiled, seed: int, by: int) -> bool:
    """Whether, in a game that is courted and never asked, the lesson shows.

    Somebody who needs what is sold has said so by the evening of a day, and on some morning after they had, on which
    one may ask, would rather say yes than no; and nobody without a use for it has said that they need it, or asked the
    price.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1, of the game that a person would play.
        by: the day, 1...
    """
    opens = compiled.rules.moves.asking_opens
    told: list[Array] = []  # (F,) for each evening
    ready: list[Array] = []  # (F,) for each morning after
    buys = np.zeros(compiled.followers, dtype=bool)

    def watch(_morning: Position, _plan: DayPlan, after: Position) -> None:
        ledger, people = after.ledger, after.people
        likely = readiness(after.state, ledger, people, compiled.rules.params)[0]
        can_be_won = (ledger.present[0] > 0.5) & (after.state.elsewhere[0] < 0.5)
        told.append(ledger.needs[0] + ledger.prices[0] >= 1.0)
        ready.append((likely >= RATHER_YES) & can_be_won & (not after.finished and after.day >= opens))
        buys[:] = (people.buys[0] > 0.5) & (people.human[0] > 0.5)

    play(compiled, bots()[COURTING], seed, np.array([0]), watch, lasting=False)
    by_then, in_time = told[by - 1], (np.array(told) & np.array(ready)).any(axis=0)
    return bool((by_then & in_time & buys).any() and not (told[-1] & ~buys).any())
