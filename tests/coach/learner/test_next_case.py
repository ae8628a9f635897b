"""The game that is offered next is one that the tendency wins to half or two thirds, and is there to be played."""

from dataclasses import replace

import numpy as np
import pytest

from game.bots.play import play
from game.coach.learner.next_case import LEAST_WON, MOST_WON, CaseOffered, next_case
from game.coach.learner.tendency import TENDENCIES, tending_bot
from game.engine.days import outcome_of
from tests.plays import compiled


@pytest.fixture(scope="module")
def offered():
    return [CaseOffered("first_hello", "fair", compiled("first_hello"))]


@pytest.mark.parametrize("name", TENDENCIES)
def test_the_figures_are_those_of_the_game_that_is_named(offered, name):
    """By seed and episode, played by the tendency's bot."""
    tendency = TENDENCIES[name]
    found = next_case(tendency, offered, 1001)
    last = play(offered[0].compiled, tending_bot(tendency), found.seed, [found.episode])
    assert float(outcome_of(last).score[0]) == pytest.approx(found.won)
    assert found.won <= found.best
    assert f"{found.won:.0f} of the {found.best:.0f} points" in found.why
    assert found == next_case(tendency, offered, 1001)


@pytest.mark.parametrize("games", [1, 3])
def test_a_scenario_in_which_nothing_can_be_won_is_offered_last(offered, monkeypatch, games):
    """A game that is won whole teaches little; one in which nobody wins anything teaches less."""
    scores = iter([(np.zeros(games), np.zeros(games)), (np.full(games, 50.0), np.full(games, 50.0))])
    monkeypatch.setattr("game.coach.learner.next_case._scores", lambda *_: next(scores))
    found = next_case(TENDENCIES["bold"], [replace(offered[0], scenario="empty"), *offered], 1001)
    assert (found.scenario, found.share) == ("first_hello", 1.0)


def test_a_game_is_found_that_is_half_or_two_thirds_won(offered):
    """Neither won whole nor lost: there is something left to learn."""
    found = next_case(TENDENCIES["bold"], offered, 1001)
    assert LEAST_WON <= found.share <= MOST_WON


def test_the_first_scenario_with_such_a_game_is_taken_and_the_rest_is_not_made(offered):
    """Nobody waits for scenarios that are not needed."""

    def some():
        yield from offered
        raise AssertionError("a second scenario was asked for")

    assert next_case(TENDENCIES["bold"], some(), 1001).scenario == "first_hello"


def test_without_a_scenario_there_is_no_case():
    """Nothing is made up where nothing is offered."""
    assert next_case(TENDENCIES["even"], [], 1) is None
