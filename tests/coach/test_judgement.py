"""Judgement by signal detection: the textbook's figures for plain counts, and words that begin at their borders."""

import pytest

from game.coach.judgement import Judged, Judgement, OffTheMark, judge, pooled, sentences_of, spells

SHARP_EACH = 841  # of a thousand: the share of a normal distribution below one standard deviation


def counted(hits, ready, false_alarms, unready):
    """A judgement of so many days, asked on so many of them."""
    asked = [True] * hits + [False] * (ready - hits) + [True] * false_alarms + [False] * (unready - false_alarms)
    return judge([True] * ready + [False] * unready, asked)


@pytest.mark.parametrize(
    ("hits", "false_alarms", "discrimination", "criterion"),
    [
        (SHARP_EACH, 1000 - SHARP_EACH, 2.0, 0.0),  # as often wrong as right days are passed over
        (500, 1000 - SHARP_EACH, 1.0, 0.5),  # shy
        (SHARP_EACH, 500, 1.0, -0.5),  # bold
        (500, 500, 0.0, 0.0),  # by dice
        (1000 - SHARP_EACH, SHARP_EACH, -2.0, 0.0),  # the wrong way round
    ],
)
def test_the_figures_are_those_of_signal_detection(hits, false_alarms, discrimination, criterion):
    """d' is the distance of both rates in standard deviations, the criterion half their sum with the sign turned."""
    found = counted(hits, 1000, false_alarms, 1000)

    assert found.discrimination == pytest.approx(discrimination, abs=0.02)
    assert found.criterion == pytest.approx(criterion, abs=0.02)
    assert (found.hits, found.ready, found.false_alarms, found.unready) == (hits, 1000, false_alarms, 1000)


def test_counts_of_none_and_all_give_figures():
    """What one ready day more would have been is added by the base rate, so the smaller side moves more."""
    all_right = counted(5, 5, 0, 5)

    assert 2.0 < all_right.discrimination < 4.0
    assert all_right.criterion == pytest.approx(0.0)


@pytest.mark.parametrize(("asked", "criterion"), [(True, "bold"), (False, "shy")])
@pytest.mark.parametrize("ready", [True, False])
def test_with_one_kind_of_day_there_is_nothing_to_tell_apart(asked, ready, criterion):
    """But asking always is bold, and never asking is shy."""
    found = judge([ready] * 9, [asked] * 9)

    assert found.discrimination == 0.0
    assert (found.criterion < -1.0) if criterion == "bold" else (found.criterion > 1.0)


def test_without_a_day_nothing_is_judged():
    """No chance to ask is no error, and no skill."""
    found = judge([], [])

    assert (found.discrimination, found.criterion, found.asks) == (0.0, 0.0, 0)


def test_several_games_are_judged_by_their_counts_together():
    """Not by the mean of their figures."""
    first, second = counted(3, 5, 2, 20), counted(1, 2, 7, 9)

    assert pooled([first, second]) == counted(4, 7, 9, 29)


@pytest.mark.parametrize(
    ("hits", "false_alarms", "enough"), [(5, 1, True), (1, 5, True), (4, 1, False), (6, 0, False), (0, 6, False)]
)
def test_a_figure_wants_six_asks_right_and_wrong_ones_among_them(hits, false_alarms, enough):
    """Else both figures stay untold."""
    found = counted(hits, 10, false_alarms, 40)
    judged = Judged(found, found)

    assert judged.discrimination == (found.discrimination if enough else None)
    assert judged.criterion == (found.criterion if enough else None)


def days(discrimination=2.0, hits=9, false_alarms=1, criterion=0.0):
    return Judgement(discrimination, criterion, hits, 20, false_alarms, 80)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (days(hits=0), "asked_nobody_ready"),
        (days(false_alarms=0), "asked_ready_alone"),
        (days(hits=4), "discrimination_unknown"),
        (days(1.8, 9, 3), "discrimination_high"),
        (days(1.79, 9, 3), "discrimination_high"),
        (days(3.0, 8, 3), "discrimination_good"),  # fewer than three of four were right
        (days(1.0, 5, 5), "discrimination_good"),
        (days(0.99, 5, 5), "discrimination_good"),
        (days(0.99, 5, 6), "discrimination_low"),
        (days(3.0, 5, 6), "discrimination_low"),  # most were wrong
        (days(0.4, 4, 5), "discrimination_low"),
        (days(0.39, 4, 5), "discrimination_none"),
        (days(-1.0, 4, 5), "discrimination_none"),
    ],
)
def test_how_well_one_could_tell_is_said_by_the_figure_and_by_the_share_that_was_right(found, told):
    """A high figure of few right questions is not praised."""
    assert sentences_of(found, days(), 0)[0] == told


@pytest.mark.parametrize(
    ("found", "criterion", "told"),
    [
        (days(), -0.31, "criterion_bold"),
        (days(), -0.3, "criterion_even"),
        (days(false_alarms=0), -1.0, "criterion_even"),  # nobody was asked too early
        (days(hits=0), 2.0, "criterion_bold"),  # nobody who was asked was ready
        (days(), 0.5, "criterion_even"),
        (days(), 0.51, "criterion_shy"),
    ],
)
def test_whether_one_asks_too_readily_or_too_rarely(found, criterion, told):
    """By the criterion, and by who was asked at all."""
    assert sentences_of(found, days(criterion=criterion), 0, OffTheMark(early=1))[1] == told


@pytest.mark.parametrize(
    ("no_use", "early", "lost", "told"),
    [
        (0, 2, 0, "criterion_bold"),
        (0, 2, 1, "criterion_bold"),
        (0, 1, 1, "criterion_when"),  # as many were lost by waiting as were asked too early
        (1, 0, 1, "criterion_whom"),
        (1, 0, 0, "criterion_whom"),  # the other one said yes, early as it was
        (0, 0, 0, "criterion_asked"),
        (5, 0, 0, "criterion_no_use"),
    ],
)
def test_waiting_is_advised_only_where_it_would_have_helped(no_use, early, lost, told):
    """Not to whoever asked somebody without a use for it, nor to whoever lost as many by waiting."""
    off = OffTheMark(no_use, early, lost)
    assert sentences_of(days(hits=1, false_alarms=2), days(criterion=-1.0), 0, off)[1] == told


@pytest.mark.parametrize(("missed", "told"), [(0, ()), (1, ("missed_one",)), (2, ("missed_some",))])
def test_who_was_ready_and_never_asked_is_told_last(missed, told):
    """Also of whoever asked nobody at all."""
    assert sentences_of(days(), days(), missed)[2:] == told
    assert sentences_of(days(hits=0, false_alarms=0), days(), missed) == ("asked_nobody", *told)


def test_a_spell_is_asked_in_if_one_of_its_days_is():
    """First and last day included; a day that is no day of theirs changes nothing."""
    ready = [True, True, False, True, False, False]

    assert spells(ready, {1, 4, 6, 9}) == ([True, False, True, False], [True, False, True, True])
    assert spells(ready, {2, 3}) == ([True, False, True, False], [True, True, False, False])
    assert spells([], {1}) == ([], [])
