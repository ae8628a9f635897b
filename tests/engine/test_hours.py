"""Attention counts in whole grains."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.engine.hours import HOURS_GRAIN, grains, in_grains


@given(st.lists(st.integers(0, 480), max_size=12))
def test_hours_add_up_exactly_in_any_order(counts):
    """A day's moves take the same whatever their order, one by one or as an array."""
    hours = [HOURS_GRAIN * count for count in counts]

    assert [grains(h) for h in hours] == counts
    assert in_grains(np.array(hours)).tolist() == counts
