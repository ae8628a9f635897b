"""A habit is told of what the latest games show, and its bot plays so."""

import pytest

from game.coach.learner.learner_habit import HABITS_TOLD, bot_of, habit_of
from tests.coach.learner.games import game


@pytest.mark.parametrize(
    ("games", "habit"),
    [
        ([], "even"),
        ([game(asked=4, in_time=3, missed=1)], "even"),
        ([game(asked=4, in_time=1)], "bold"),
        ([game(asked=4, in_time=1, missed=3)], "bold"),
        ([game(asked=4, in_time=1, missed=4)], "shy"),
        ([game(missed=1)], "shy"),
        ([game(asked=2, in_time=2, pushed=3, gave_in=2)], "gives_in"),
        ([game(asked=2, in_time=2, pushed=2, gave_in=1)], "even"),
        ([game(1, asked=20), *(game(day, asked=1, in_time=1) for day in range(2, 7))], "even"),
    ],
)
def test_the_habit_is_what_outnumbers_the_rest(games, habit):
    """Early questions, then people who were not asked, then pushes that were given in to; of the last five games."""
    assert habit_of(games) is HABITS_TOLD[habit]


def test_each_habit_has_a_bot_of_its_own():
    """The shy one asks nobody, and the one that gives in does."""
    found = {name: bot_of(habit) for name, habit in HABITS_TOLD.items()}
    assert not found["shy"].asks
    assert found["gives_in"].gives_in
    assert not found["even"].gives_in
    assert found["bold"].policy is not found["even"].policy
