"""Printed figures add up: whoever sums the parts on paper comes to the printed whole."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.coach.adding_up import tenths, told_change, told_parts, whole_change

POINTS = st.floats(-100.0, 100.0, allow_nan=False)


@given(st.lists(POINTS, min_size=1, max_size=12))
def test_parts_sum_to_the_whole_and_stay_what_they_were(parts):
    """Each is off by two tenths at most, and printed with one decimal."""
    whole = tenths(sum(parts))
    told = told_parts(parts, whole)

    assert round(sum(told), 6) == round(whole, 6)
    assert all(abs(a - b) < 0.2 for a, b in zip(told, parts, strict=True))
    assert all(round(part, 1) == part for part in told)


@given(st.lists(POINTS, min_size=2, max_size=12))
def test_the_part_that_rounding_wronged_most_gets_the_tenth(parts):
    """Where something is over, no part that was left alone had been rounded further the wrong way."""
    told = told_parts(parts, tenths(sum(parts)))
    up = 1 if sum(told) > sum(tenths(part) for part in parts) else -1
    moved = [up * (tenths(p) - p) for t, p in zip(told, parts, strict=True) if t != tenths(p)]
    alone = [up * (tenths(p) - p) for t, p in zip(told, parts, strict=True) if t == tenths(p)]

    assert max(moved, default=-1.0) <= min(alone, default=1.0) + 1e-6


def test_without_parts_there_is_nothing_to_tell():
    """No parts are no error."""
    assert told_parts([], 0.0) == ()


@pytest.mark.parametrize(
    ("parts", "whole", "told"),
    [
        ([1.04, 1.04, 1.03], 3.1, (1.1, 1.0, 1.0)),
        ([1.03, 1.04, 1.04], 3.1, (1.0, 1.1, 1.0)),
        ([1.06, 1.06, 1.07], 3.2, (1.0, 1.1, 1.1)),
        ([2.0, -1.0], 1.0, (2.0, -1.0)),
        ([0.02, 0.02], 0.3, (0.2, 0.1)),  # more is over than there are parts: by turns
    ],
)
def test_what_is_over_goes_where_it_is_missed(parts, whole, told):
    """To the one that was rounded down most, or from the one that was rounded up most."""
    assert told_parts(parts, whole) == told


@pytest.mark.parametrize(("points", "told"), [(0.25, 0.3), (0.24, 0.2), (-0.25, -0.2), (-0.04, 0.0), (7.0, 7.0)])
def test_one_decimal_half_up(points, told):
    """Half a tenth is rounded up on both sides of nought, and there is no minus nought."""
    assert tenths(points) == told
    assert math.copysign(1.0, tenths(-0.04)) == 1.0


def test_a_change_is_that_of_what_is_printed():
    """49.3 beside 42.0 is 7.3, and 50 beside 42 is 8, whatever lies behind."""
    assert told_change(42.04, 49.26) == 7.3
    assert told_change(49.26, 42.04) == -7.3
    assert whole_change(42.4, 49.6) == 8
    assert whole_change(49.6, 42.4) == -8
