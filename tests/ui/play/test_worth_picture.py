"""What a decision was worth is told in points only where it can be told from nothing."""

import pytest

from game.coach.hindsight.marked_decision import surely


@pytest.mark.parametrize(
    ("low", "high", "sure"),
    [
        (0.2, 3.0, True),
        (-3.0, -0.2, True),
        (-0.7, 3.1, False),
        (0.0, 2.0, False),
        (-2.0, 0.04, False),
        (-0.04, 2.0, False),
    ],
)
def test_an_interval_with_zero_in_it_tells_no_points(low, high, sure):
    """As it is printed, to one decimal: an end that is printed as zero does not leave zero out."""
    assert surely(low, high) == sure
