"""A tendency is told of what the latest games show, and its bot plays so."""

import pytest

from game.coach.learner.tendency import TENDENCIES, tendency_of, tending_bot
from tests.coach.learner.games import game


@pytest.mark.parametrize(
    ("games", "tendency"),
    [
        ([], "even"),
        ([game(asked=4, in_time=3, missed=1)], "even"),
        ([game(asked=4, in_time=1)], "bold"),
        ([game(asked=4, in_time=1, missed=2)], "bold"),
        ([game(asked=4, in_time=1, missed=3)], "shy"),  # three of each: early questions do not outnumber the others
        ([game(asked=4, in_time=2)], "even"),
        ([game(asked=4, in_time=1, missed=4)], "shy"),
        ([game(missed=1)], "shy"),
        ([game(asked=2, in_time=2, pushed=3, gave_in=2)], "gives_in"),
        ([game(asked=2, in_time=2, pushed=2, gave_in=1)], "even"),
        ([game(1, asked=20), *(game(day, asked=1, in_time=1) for day in range(2, 7))], "even"),
    ],
)
def test_the_habit_is_what_outnumbers_the_rest(games, tendency):
    """Early questions, then people who were not asked, then pushes that were given in to; of the last five games."""
    assert tendency_of(games) is TENDENCIES[tendency]


def test_each_habit_has_a_bot_of_its_own():
    """The shy one asks nobody, and the one that gives in does."""
    found = {name: tending_bot(tendency) for name, tendency in TENDENCIES.items()}
    assert not found["shy"].asks
    assert found["gives_in"].gives_in
    assert not found["even"].gives_in
    assert found["bold"].policy is not found["even"].policy
