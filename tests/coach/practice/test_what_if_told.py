"""The sentence of a what-if says what its picture shows, and never leaves to feeling what can be known."""

import pytest

from game.coach.practice.what_if_told import ComparedWorth, coincide, effect_told

TITLES = "No move", "Propose"
NEAR = (0.6, -0.2, 1.4)


def fan(*middles):
    """Trust on some evenings, with a band around each middle."""
    return tuple((m - 10.0, m, m + 10.0) for m in middles)


def told(effect=NEAR, made=(50.0, 60.0), other=(50.0, 60.0), **more):
    return effect_told(TITLES, "Edda", ComparedWorth(effect, (fan(*made), fan(*other)), **more))


def test_trust_that_parts_is_told_though_the_score_cannot_be_told_apart():
    """A question at a small chance that costs ten points of trust is not left to what feels right."""
    words = told(other=(40.0, 50.2), yes=(None, 0.0625))
    assert "“Propose” instead of “No move” means about 10 points less trust at the end" in words
    assert "too near to be told apart (between −0.2 and +1.4 points)" in words
    assert "A yes to “Propose” has a chance of about 1 in 16 today." in words
    assert "feels right" not in words


@pytest.mark.parametrize(
    ("worth", "free"),
    [
        ({}, True),
        ({"other": (50.0, 64.0)}, False),
        ({"other": (42.0, 60.0)}, False),
        ({"effect": (2.0, 1.0, 3.0)}, False),
        ({"yes": (None, 0.06)}, False),
    ],
)
def test_it_is_left_to_feeling_only_where_nothing_speaks_for_either(worth, free):
    """Trust that ends apart or parts on the way, a sure score, and a question each speak for one of the two."""
    assert ("feels right" in told(**worth)) is free


def test_trust_that_parts_on_the_way_is_told():
    """Where only the way differs and not the end, the sentence says so."""
    assert "up to 8 points less trust on the way (of 100), though as much at the end" in told(other=(42.0, 60.0))


def test_the_score_is_told_for_the_same_choice_as_trust():
    """Better or worse, it is the second choice of which both are told."""
    assert "a score about 2.3 points lower (0.6 to 4.0)" in told(effect=(-2.3, -4.0, -0.6))
    assert "a score about 2.3 points higher (0.6 to 4.0)" in told(effect=(2.3, 0.6, 4.0))


def test_that_learning_is_not_counted_is_said_where_a_choice_teaches():
    """Whoever compares looking around is told what the comparison leaves out."""
    assert "What you would learn of Edda is not counted." in told(teaches=True)
    assert "learn" not in told()


def test_lines_that_lie_on_each_other_are_known():
    """The legend says so, for only one of them is seen."""
    assert coincide(fan(50.0, 60.0), fan(50.3, 59.6))
    assert not coincide(fan(50.0, 60.0), fan(50.0, 62.0))
