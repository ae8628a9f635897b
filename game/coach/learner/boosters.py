"""When it is worth seeing a principle again: two, six and twelve weeks after it was kept, sooner after it was not.

The days after games in which it was kept come of FSRS, the scheduler of the open flash card programs (Ye, Su & Cao
2022, KDD), as the library `fsrs` has it. Judgement is no flash card, so some numbers are ours: how long a first good
game holds, how fast that grows, and that a game in which it was not kept, or half kept, holds for its own days whatever
came before (docs/decisions/010-boosters.md).
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

KEPT, HALF_KEPT = 0.7, 0.4
"""Shares of chances from which a game counts as good, and as a hard one."""
LONGEST = 84
"""Days: twelve weeks, after which nothing waits any longer."""
FIRST_DAYS = (3.0, 7.0, 14.0, 14.0)
"""How long a first game holds in which the principle was not kept, half kept, kept; the fourth is not used. For the
first two that is so after every game."""
HARD_DAYS = FIRST_DAYS[1]
"""The least that a game holds in which it was kept: as long as one in which it was half kept."""
GROWTH = 1.45
"""The scheduler's ninth number; with it two weeks grow to six."""


def due_on(games: Sequence[tuple[date, float]]) -> date | None:
    """The day from which a booster is worth playing; None where no game has shown anything.

    A week after a game in which the principle was half kept, three days after one in which it was not; at least a week
    after one in which it was kept.

    Args:
        games: each with its day, where the player is, and with the share of chances that were taken, 0..1; the first
            one first.

    >>> def days(*shares):
    ...     day, found = date(2026, 1, 1), []
    ...     games = []
    ...     for share in shares:
    ...         games.append((day, share))
    ...         due = due_on(games)
    ...         found.append((due - day).days)
    ...         day = due
    ...     return found
    >>> days(1.0, 1.0, 1.0, 1.0)
    [14, 42, 84, 84]
    >>> days(1.0, 1.0, 0.5), days(1.0, 0.5, 0.0), days(1.0, 0.0)
    ([14, 42, 7], [14, 7, 3], [14, 3])
    >>> days(0.5, 1.0, 1.0, 1.0), days(0.0, 1.0, 1.0, 1.0), days(0.0, 0.0, 0.0, 1.0)
    ([7, 18, 41, 84], [3, 7, 15, 31], [3, 3, 3, 7])
    """
    due, card = None, Card(card_id=1, due=datetime.max.replace(tzinfo=UTC))
    for day, share in games:
        rating = Rating.Good if share >= KEPT else Rating.Hard if share >= HALF_KEPT else Rating.Again
        card, _ = _scheduler().review_card(card, rating, datetime.combine(day, time(12), UTC))
        grown = (card.due.date() - day).days
        held = max(grown, HARD_DAYS) if rating is Rating.Good else FIRST_DAYS[rating - 1]
        if held != grown:
            card.stability = held  # it goes on from here, whatever it had come to
        due = day + timedelta(days=held)
    return due


@cache
def _scheduler() -> Scheduler:
    numbers = [*FIRST_DAYS, *DEFAULT_PARAMETERS[len(FIRST_DAYS) :]]
    numbers[8] = GROWTH
    return Scheduler(numbers, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
