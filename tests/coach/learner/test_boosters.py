"""A booster comes when docs/coach.md says, whatever games came before."""

from datetime import date, timedelta

import pytest

from game.coach.learner.boosters import due_on

KEPT, HALF, NOT = 1.0, 0.5, 0.0
DAYS = {
    (KEPT,): 14, (HALF,): 7, (NOT,): 3,
    (KEPT, KEPT): 42, (KEPT, HALF): 7, (KEPT, NOT): 3,
    (HALF, KEPT): 18, (HALF, HALF): 7, (HALF, NOT): 3,
    (NOT, KEPT): 7, (NOT, HALF): 7, (NOT, NOT): 3,
    (KEPT, KEPT, KEPT): 84, (KEPT, KEPT, HALF): 7, (KEPT, KEPT, NOT): 3,
    (KEPT, HALF, KEPT): 18, (KEPT, NOT, KEPT): 7, (NOT, NOT, KEPT): 7,
    (KEPT, KEPT, KEPT, KEPT): 84, (KEPT, KEPT, KEPT, NOT): 3, (KEPT, KEPT, HALF, KEPT): 18,
}  # fmt: skip
"""Days to the next booster, by the games before it, each played on the day of its booster."""


@pytest.mark.parametrize(("shares", "days"), DAYS.items(), ids=str)
def test_games_on_their_day_bring_the_days_of_the_table(shares, days):
    """A week after a half-kept game and three days after one that was not, also after twelve good weeks."""
    games, day = [], date(2026, 1, 1)
    for share in shares:
        games.append((day, share))
        day = due_on(games)
    assert (day - games[-1][0]).days == days


@pytest.mark.parametrize("gap", [0, 1, 30, 400])
def test_the_rule_holds_however_early_or_late_the_game_was_played(gap):
    """Whoever plays before the day of the booster, or long after it, is told the same week and the same three days."""
    first = date(2026, 1, 1)
    last = first + timedelta(days=gap)
    assert due_on([(first, KEPT), (last, HALF)]) == last + timedelta(days=7)
    assert due_on([(first, KEPT), (last, NOT)]) == last + timedelta(days=3)
    assert due_on([(first, NOT), (last, KEPT)]) >= last + timedelta(days=7)
