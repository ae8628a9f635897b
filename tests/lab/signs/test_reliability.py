"""Forecasts against the truth, and beliefs of fresh games as forecasts."""

import numpy as np
import pytest

from game.lab.signs.belief_calibration import calibration
from game.lab.signs.reliability import LEAST, log_surprise, reliability
from tests.plays import compiled


def drawn(bend=lambda chance: chance):
    """Forecasts, and a truth that comes with another chance for each."""
    dice = np.random.default_rng(5)
    said = dice.random(20_000)
    return said, dice.random(20_000) < bend(said)


def test_forecasts_that_come_true_as_often_as_they_say_have_no_error():
    """Unlike those that say too much."""
    honest, boasting = reliability(*drawn()), reliability(*drawn(lambda chance: 0.5 + 0.4 * (chance - 0.5)))
    assert honest.expected_error < 0.02
    assert boasting.expected_error > 0.1
    assert boasting.log_score > honest.log_score


def test_the_parts_of_the_brier_score_add_up():
    """Within what rounding to tenths takes away."""
    found = reliability(*drawn())
    assert found.unreliable - found.resolution + found.uncertainty == pytest.approx(found.brier, abs=0.002)


def test_one_surprise_does_not_weigh_as_much_as_all_else():
    """What was thought impossible counts as a chance of one in a thousand."""
    assert log_surprise(np.array([0.0])) == pytest.approx(-np.log(LEAST))
    assert log_surprise(np.array([1.0, 1.0])) == 0.0


def test_beliefs_of_fresh_games_know_more_than_what_is_common():
    """Of motives, and of who is ready; every game that is read is told."""
    done = []
    found = calibration(compiled("first_hello"), 3, 6, 150, done.append, "patient")
    assert done == [1] * 6
    assert found.motive_log_score < found.motive_common
    assert found.ready.brier < found.ready.uncertainty
