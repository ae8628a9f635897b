"""Players with known habits, and the games they have played."""

from collections.abc import Callable
from functools import cache

import numpy as np

from game.bots.bot import Bot, Wishes
from game.bots.patient import asking, court
from game.bots.play import bot_day
from game.bots.registry import bots
from game.coach.forward.asking_signs import answers
from game.coach.forward.seen_choices import SeenChoices, choices_seen
from game.coach.hindsight.visible import VisibleRun, visible_days
from game.engine.batch import Batch
from game.engine.days import begin
from game.model import Ledger
from game.model.arrays import Array
from tests.plays import compiled

THRESHOLDS: dict[str, Callable[[Ledger], Array]] = {
    "warm 2": lambda book: book.warm >= 2,
    "answers 3": lambda book: answers(book) >= 3,
    "contacts 3": lambda book: book.contacts >= 3,
    "need": lambda book: book.need_age < 10,
    "contacts 4 + need": lambda book: (book.contacts >= 4) & (book.need_age < 10),
    "warm 2 + fresh need": lambda book: (book.warm >= 2) & (book.need_age < 4),
}
"""By the name of the rule that is to be found."""


def asker(ready: Callable[[Ledger], Array]) -> Bot:
    """Courts as the patient bot does, and asks by a threshold."""

    def policy(sight) -> Wishes:
        book = sight.ledger
        now = ready(book) & (book.bought < 0.5) & (book.decline_age > 5.0) & (book.present > 0.5)
        return asking(sight, court(sight), now)

    return Bot("asker", policy, "Asks by a threshold.", asks=True, posts=True, broadcasts=False, stochastic=False)


@cache
def seen_runs(player: str, games: int, name: str = "slow_roast", first: int = 0) -> tuple[VisibleRun, ...]:
    """What could be seen of some games of a player, of `THRESHOLDS` or a bot."""
    bot = asker(THRESHOLDS[player]) if player in THRESHOLDS else bots()[player]
    position = begin(compiled(name), 5, first + np.arange(games))
    batch, mornings, plans = Batch(position), [], []
    while not position.finished:
        morning, plan = bot_day(position, bot)
        mornings.append(morning)
        plans.append(plan)
        position = batch.play_day(morning, plan)
    return tuple(visible_days(mornings, plans, position, row) for row in range(games))


def choices_of(player: str, games: int, name: str = "slow_roast") -> SeenChoices:
    """Their choices."""
    return choices_seen(seen_runs(player, games, name))
