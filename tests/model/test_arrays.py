"""Our own arithmetic is as good as the library's, and frozen things stay frozen."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.arrays import exp, freeze, logistic, squash, unsquash


@given(st.floats(-690, 690))
def test_exp_agrees_with_the_library(x):
    """Relative error below 1e-14 over the whole range."""
    assert float(exp(np.array([x]))[0]) == pytest.approx(math.exp(x), rel=1e-14)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_logistic_is_monotone_and_bounded(a, b):
    """More in, not less out; never outside 0..1, however extreme."""
    low, high = sorted((a, b))
    left, right = logistic(np.array([low, high]))

    assert 0 <= left <= right <= 1


@given(st.floats(0.001, 0.999))
def test_squash_can_be_undone(y):
    """`unsquash` is the inverse of `squash`."""
    assert float(squash(unsquash(np.array([y])))[0]) == pytest.approx(y, abs=1e-9)


def test_frozen_arrays_refuse_writing():
    """Writing to an array of a state is an error, not a silent change of the past."""
    array = freeze(np.zeros(3))

    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1
