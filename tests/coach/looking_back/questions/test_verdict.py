"""The mark and the sentence of a move: by its timing, by what came of it, and by what it cost."""

import pytest

from game.coach.looking_back.questions.verdict import MoveVerdict, quality_of
from game.engine.fresh_for_days import ASKED_AGAIN_DAYS

MUCH, LITTLE = 0.02, 0.001


def verdict(timing="none", *, accepted=False, change=0.0, for_sale=True, since_no=100.0, likelihood=0.4, seen=20):
    return MoveVerdict(timing, for_sale, likelihood, accepted, change, since_no, seen)


@pytest.mark.parametrize(
    ("change", "mark"), [(0.004, "good"), (0.0039, "neutral"), (0.0, "neutral"), (-0.0039, "neutral"), (-0.004, "bad")]
)
def test_four_tenths_of_a_point_make_a_mark(change, mark):
    """Less, up or down, is told to nobody as good or bad."""
    assert quality_of(change) == mark


@pytest.mark.parametrize(
    ("found", "mark"),
    [
        (verdict(change=MUCH), "good"),
        (verdict(change=-MUCH), "bad"),
        (verdict("right", accepted=True, change=-MUCH), "good"),  # a yes at the right time is never bad
        (verdict("right", accepted=True, change=-MUCH, since_no=1.0), "neutral"),  # but again, so soon after a no
        (verdict("right", accepted=True, change=MUCH, since_no=1.0), "good"),
        (verdict("right", change=-MUCH), "neutral"),  # a no may come to a right question
        (verdict("right", change=LITTLE), "neutral"),
        (verdict("right", change=MUCH), "good"),
        (verdict("early", change=MUCH), "neutral"),  # an early question is never good
        (verdict("late", change=MUCH, accepted=True), "neutral"),
        (verdict("early", change=-MUCH), "bad"),
        (verdict("no_use", change=-MUCH), "bad"),
    ],
)
def test_the_mark_of_a_move(found, mark):
    """Good, neutral or bad, by what it did to trust and by what had been asked."""
    assert found.quality == mark


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (verdict("right", accepted=True), "asked_ready"),
        (verdict("right", accepted=True, for_sale=False), "favour_in_time"),
        (verdict("right", for_sale=False), "favour_in_time_refused"),
        (verdict("right", accepted=True, for_sale=False, since_no=1.0), "favour_again"),
        (verdict("right", for_sale=False, since_no=1.0), "favour_again_refused"),
        (verdict("early", accepted=True, for_sale=False), "favour_too_soon_accepted"),
        (verdict("early", change=-0.004, for_sale=False), "favour_too_soon"),
        (verdict("early", change=-0.0039, for_sale=False), "favour_too_soon_mildly"),
        (verdict("right"), "asked_ready_refused"),
        (verdict("right", accepted=True, since_no=1.0), "asked_again"),
        (verdict("right", since_no=1.0), "asked_again_refused"),
        (verdict("early", accepted=True), "asked_too_soon_accepted"),
        (verdict("early", accepted=True, likelihood=0.8), "asked_a_little_early"),
        (verdict("early", likelihood=0.8), "asked_a_little_early_refused"),
        (verdict("late", accepted=True), "asked_too_soon_accepted"),
        (verdict("early", accepted=True, seen=60), "asked_by_signs"),
        (verdict("no_use", accepted=True, seen=55), "asked_not_buyer_accepted"),
        (verdict("early", accepted=True, seen=50), "asked_open"),
        (verdict("early", accepted=True, seen=45), "asked_too_soon_accepted"),
        (verdict("no_use", accepted=True, likelihood=0.49, seen=80), "asked_not_buyer_accepted"),
        (verdict("no_use", accepted=True, likelihood=0.6), "asked_open"),
        (verdict("no_use", accepted=True, likelihood=0.6, seen=75), "asked_by_signs_no_use"),
        (verdict("no_use", likelihood=0.6, seen=75), "asked_by_signs_no_use_refused"),
        (verdict("no_use", likelihood=0.6), "asked_not_buyer"),
        (verdict("early", seen=55), "asked_by_signs_refused"),
        (verdict("early", accepted=True, for_sale=False, seen=80), "favour_by_signs"),
        (verdict("early", accepted=True, for_sale=False, seen=50), "favour_open"),
        (verdict("early", for_sale=False, seen=80), "favour_by_signs_refused"),
        (verdict("no_use"), "asked_not_buyer"),
        (verdict("late"), "asked_late"),
        (verdict("early", change=-0.004), "asked_too_soon"),
        (verdict("early", change=-0.0039), "asked_too_soon_mildly"),
    ],
)
def test_the_sentence_on_a_question(found, told):
    """What was early and refused is told as such; who had no use for it is told as that."""
    assert found.told == told


def test_of_a_move_that_asks_nothing_there_is_no_sentence_on_a_question():
    """Nobody is told of a question that was never put."""
    with pytest.raises(ValueError, match="asks for something"):
        _ = verdict("none").told


@pytest.mark.parametrize(("days", "again"), [(0.0, True), (ASKED_AGAIN_DAYS, True), (ASKED_AGAIN_DAYS + 1, False)])
def test_asked_again_is_what_the_date_mirror_calls_so(days, again):
    """Both warn for as many days."""
    assert verdict("right", since_no=days).is_again is again
    assert not verdict("right", since_no=MoveVerdict("none", True, 0.0, False, 0.0).since_no).is_again
