"""The marks of the timing test hold what they say: intervals cover, and the parts of Brier's score add up."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.coach.timing.timing_marks import SURENESS, TimingAnswer, marks_of, murphy
from tests.ui.fakes.fake_game import FakeGame
from tests.ui.fakes.fake_timing import answers_to, cases_of

CASES = cases_of("A", FakeGame().view(None).followers)


def marks_for(ask, sure=70):
    """The marks of answers: whom one would ask, all equally sure."""
    return marks_of(CASES, [TimingAnswer(case.id, bool(ask(i)), sure) for i, case in enumerate(CASES)])


@pytest.mark.parametrize("ask", [lambda _: True, lambda _: False])
def test_whoever_always_or_never_asks_tells_nobody_apart(ask):
    """Their d' is 0, and their criterion says which of the two they are."""
    marks = marks_for(ask)
    assert marks.discrimination.figure == pytest.approx(0.0, abs=1e-9)
    assert (marks.criterion.figure < -1.0) == ask(0)
    assert abs(marks.criterion.figure) > 1.0


def test_a_perfect_learner_is_sharp_and_leans_nowhere():
    """All right and quite sure: no leaning, no error."""
    marks = marks_for(lambda i: CASES[i].ready, 100)
    assert marks.discrimination.low > 0.5
    assert marks.criterion.figure == pytest.approx(0.0, abs=1e-9)
    assert (marks.right, marks.calibration.brier, marks.too_sure) == (len(CASES), 0.0, 0.0)


@pytest.mark.parametrize("sharpness", [0.0, 1.0, 2.0])
@pytest.mark.parametrize("criterion", [-0.5, 0.0, 0.5])
def test_intervals_hold_the_true_figures(sharpness, criterion):
    """Of many learners of known d' and criterion nine in ten intervals and more hold each."""
    dice, normal = np.random.default_rng([7, int(10 * sharpness), int(10 * criterion) + 10]), NormalDist()
    rates = {True: normal.cdf(sharpness / 2 - criterion), False: normal.cdf(-sharpness / 2 - criterion)}
    held = [0, 0]
    for _ in range(400):
        thrown = dice.random(len(CASES))
        marks = marks_for(lambda i, thrown=thrown: thrown[i] < rates[CASES[i].ready])
        held[0] += marks.discrimination.low <= sharpness <= marks.discrimination.high
        held[1] += marks.criterion.low <= criterion <= marks.criterion.high
    assert min(held) >= 0.9 * 400


@given(st.lists(st.tuples(st.sampled_from(SURENESS), st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_the_parts_of_brier_s_score_add_up(some):
    """Whatever is answered: score = unreliable − resolution + uncertainty, and none of them is below zero."""
    said = [(sure if ask else 100 - sure) / 100.0 for sure, ask, _ in some]
    parts = murphy(said, [so for _, _, so in some])
    assert math.isclose(parts.brier, parts.unreliable - parts.resolution + parts.uncertainty, abs_tol=1e-12)
    assert min(parts.brier, parts.unreliable, parts.resolution, parts.uncertainty) >= -1e-12


def test_every_answer_is_counted_once_by_its_sureness():
    """The levels add up to the whole, the least sure first."""
    marks = marks_of(CASES, answers_to(CASES, 11))
    assert sum(level.answers for level in marks.levels) == len(CASES)
    assert sum(level.right for level in marks.levels) == marks.right == 11
    assert [level.sure for level in marks.levels] == sorted(level.sure for level in marks.levels)


def test_answers_to_other_cases_are_no_answers():
    """A sitting that lacks an answer is refused."""
    with pytest.raises(ValueError, match="one answer for each case"):
        marks_of(CASES, answers_to(CASES, 11)[1:])


def test_no_answers_have_no_surprise():
    """Before anything was said all parts of the score are 0."""
    found = murphy([], [])

    assert (found.brier, found.unreliable, found.resolution, found.uncertainty) == (0.0, 0.0, 0.0, 0.0)
