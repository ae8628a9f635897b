"""The game that is offered next is one that the habit wins to half or two thirds, and is there to be played."""

import pytest

from game.bots.play import play
from game.coach.learner.learner_habit import HABITS_TOLD, bot_of
from game.coach.learner.next_case import LEAST_WON, MOST_WON, CaseOffered, next_case
from game.engine.days import outcome_of
from tests.plays import compiled


@pytest.fixture(scope="module")
def offered():
    return [CaseOffered("first_hello", "fair", compiled("first_hello"))]


@pytest.mark.parametrize("name", HABITS_TOLD)
def test_the_figures_are_those_of_the_game_that_is_named(offered, name):
    """By seed and episode, played by the habit's bot."""
    habit = HABITS_TOLD[name]
    found = next_case(habit, offered, 1001)
    last = play(offered[0].compiled, bot_of(habit), found.seed, [found.episode])
    assert float(outcome_of(last).score[0]) == pytest.approx(found.won)
    assert found.won <= found.best
    assert f"{found.won:.0f} of the {found.best:.0f} points" in found.why
    assert found == next_case(habit, offered, 1001)


def test_a_game_is_found_that_is_half_or_two_thirds_won(offered):
    found = next_case(HABITS_TOLD["bold"], offered, 1001)
    assert LEAST_WON <= found.share <= MOST_WON


def test_the_first_scenario_with_such_a_game_is_taken_and_the_rest_is_not_made(offered):
    def some():
        yield from offered
        raise AssertionError("a second scenario was asked for")

    assert next_case(HABITS_TOLD["bold"], some(), 1001).scenario == "first_hello"


def test_without_a_scenario_there_is_no_case():
    assert next_case(HABITS_TOLD["even"], [], 1) is None
