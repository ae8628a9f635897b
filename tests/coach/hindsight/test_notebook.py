"""The notebook is scored by a proper rule: nobody gains by writing down what they do not believe."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.coach.hindsight.notebook import error, forecast, notebook_score, skill
from game.model.cast.motives import table
from game.session.entries import SURENESS, Note
from tests.plays import SHIPPED, played

SHARE = table().columns["share"]
COMMON = SHARE / SHARE.sum()
MOTIVES = range(len(COMMON))


def expected_error(told: np.ndarray, belief: np.ndarray) -> float:
    """The error of a forecast on average, if the belief is right."""
    return sum(float(belief[truth]) * error(told, truth) for truth in MOTIVES)


@st.composite
def beliefs(draw):
    """Any probabilities of the motives."""
    weights = np.array([draw(st.integers(0, 1000)) for _ in MOTIVES], dtype=float)
    return (weights + 1e-6) / (weights + 1e-6).sum()


@given(beliefs(), beliefs())
def test_no_forecast_does_better_than_the_belief_itself(belief, other):
    """Whatever one believes, on average no other forecast errs less."""
    assert expected_error(belief, belief) <= expected_error(other, belief) + 1e-12


@given(st.sampled_from(MOTIVES), st.floats(0.0, 1.0), st.sampled_from(MOTIVES), st.floats(0.0, 1.0))
def test_the_best_note_for_what_a_note_can_say_is_its_motive_with_its_probability(motive, sure, other, otherwise):
    """Of all guesses and degrees of sureness, none errs less on average than the one that is believed."""
    belief = forecast(COMMON, motive, sure)

    assert expected_error(belief, belief) <= expected_error(forecast(COMMON, other, otherwise), belief) + 1e-12


@pytest.mark.parametrize("scenario", SHIPPED)
def test_what_was_found_to_pay_pays_no_more(scenario):
    """To note a rare motive, or any other one, for everybody with the least sureness earns nothing worth having."""
    game = played(scenario, "sleeper", seed=6, days=1)
    for motive in ("bot", "seller", "fan"):
        for who in game.playthrough.people:
            game.do(Note(who, motive, SURENESS[0]))
        assert notebook_score(game.playthrough) < 5.0


def test_knowing_only_what_is_common_is_nothing_and_knowing_everybody_is_all():
    """0 and 100 are where they are said to be, and sure mistakes lie below 0."""
    truths = [0, 1, 4]

    assert skill([COMMON] * 3, truths, COMMON) == 0.0
    assert skill([forecast(COMMON, t, 1.0) for t in truths], truths, COMMON) == pytest.approx(100.0)
    assert skill([forecast(COMMON, 8, 1.0)] * 3, truths, COMMON) < 0.0


def test_where_there_is_one_motive_nothing_can_be_learnt():
    """A cast of one motive gives no score, and a guess at another one is spread without error."""
    alone = np.array([0.0, 1.0])

    assert skill([alone], [1], alone) == 0.0
    assert forecast(alone, 1, 0.75).tolist() == [0.25, 0.75]
