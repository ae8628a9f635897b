"""Simulated learners tell whether two forms of the timing test are equally hard, and see it where they are not."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.desk.learning.timing_file import shipped_forms
from game.errors import CannotPlay
from game.lab.signs.timing_learners import SAME, equivalence
from game.lab.signs.timing_recipe import timing_forms
from tests.plays import compiled

FORMS = shipped_forms()


def of(first, second):
    return equivalence(replace(FORMS, forms={"A": first, "B": second}), 12, 3)


def test_the_shipped_forms_are_equally_hard():
    found = equivalence(FORMS, 12, 3)
    assert found.are_equal
    assert -SAME < found.low <= found.difference <= found.high < SAME
    assert found.together > 0.4


def test_whoever_hears_more_clearly_does_better_on_both_forms():
    """The forms tell learners apart, from sharp to nearly guessing."""
    levels = equivalence(FORMS, 12, 3).levels
    assert all(more.first > less.first and more.second > less.second for more, less in pairwise(levels))
    assert all(level.covered >= 0.85 for level in levels)


def test_a_harder_form_is_not_taken_for_an_equal_one():
    """Cases whose signs say little: the learners see it."""
    cases = FORMS.forms["A"]
    dim = tuple(replace(c, reader=0.5 + (c.reader - 0.5) / 4, perfect=0.5 + (c.perfect - 0.5) / 4) for c in cases)
    assert not of(cases, dim).are_equal


def test_the_same_seed_gives_the_same_figures():
    assert equivalence(FORMS, 4, 5) == equivalence(FORMS, 4, 5)


@pytest.mark.slow
def test_too_few_games_are_told_with_what_to_do():
    with pytest.raises(CannotPlay, match="--games"):
        timing_forms([("first_hello", compiled("first_hello"))], 1, 4)
