"""When it is worth seeing a principle again: two, six and twelve weeks after it was kept, sooner after it was not.

The days come of FSRS, the scheduler of the open flash card programs (Ye, Su & Cao 2022, KDD), as the library `fsrs`
has it. Judgement is no flash card, so two of its numbers are ours: how long a first good game holds, and how fast that
grows (docs/decisions/010-boosters.md).
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

KEPT, HALF_KEPT = 0.7, 0.4
"""Shares of chances from which a game counts as good, and as a hard one."""
LONGEST = 84
"""Days: twelve weeks, after which nothing waits any longer."""
FIRST_DAYS = (3.0, 7.0, 14.0, 14.0)
"""How long a first game holds in which the principle was not kept, half kept, kept; the fourth is not used."""
GROWTH = 1.45
"""The scheduler's ninth number; with it two weeks grow to six."""


def due_on(games: Sequence[tuple[datetime, float]]) -> date | None:
    """The day from which a booster is worth playing; None where no game has shown anything.

    Args:
        games: each with its time and with the share of chances that were taken, 0..1; the first one first.

    >>> def days(*shares):
    ...     when, found = datetime(2026, 1, 1, tzinfo=UTC), []
    ...     games = []
    ...     for share in shares:
    ...         games.append((when, share))
    ...         due = due_on(games)
    ...         found.append((due - when.date()).days)
    ...         when = datetime(due.year, due.month, due.day, tzinfo=UTC)
    ...     return found
    >>> days(1.0, 1.0, 1.0, 1.0), days(0.0, 1.0)
    ([14, 42, 84, 84], [3, 7])
    """
    if not games:
        return None
    card = Card(card_id=1, due=games[0][0].astimezone(UTC))
    for when, share in games:
        rating = Rating.Good if share >= KEPT else Rating.Hard if share >= HALF_KEPT else Rating.Again
        card, _ = _scheduler().review_card(card, rating, when.astimezone(UTC))
    return card.due.date()


@cache
def _scheduler() -> Scheduler:
    numbers = [*FIRST_DAYS, *DEFAULT_PARAMETERS[len(FIRST_DAYS) :]]
    numbers[8] = GROWTH
    return Scheduler(numbers, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
