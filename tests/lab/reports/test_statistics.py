"""Figures against values from tables."""

import numpy as np
import pytest

from game.lab.reports.statistics import difference, t_quantile


@pytest.mark.parametrize(("degrees", "value"), [(1, 12.706), (5, 2.571), (9, 2.262), (30, 2.042), (120, 1.980)])
def test_quantiles_are_those_of_the_tables(degrees, value):
    assert t_quantile(degrees) == pytest.approx(value, abs=0.003)


def test_a_paired_difference_by_hand():
    """Leads 1, 2, 3: mean 2, standard error 1/√3, interval 2 ± 4.303/√3."""
    found = difference(np.array([2.0, 4.0, 6.0]), np.array([1.0, 2.0, 3.0]))

    assert (found.wins, found.ties, found.losses) == (3, 0, 0)
    assert (found.mean, found.low) == (pytest.approx(2.0), pytest.approx(2.0 - 4.303 / np.sqrt(3)))
    assert (found.best, found.worst) == (2, 0)
    assert not found.is_clear
