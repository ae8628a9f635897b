"""Two endings beside each other: what is said of them is what their figures say."""

from dataclasses import replace

import pytest

from game.ui.play.play_state import CompareBox
from game.ui.play.screens.compare_box import told
from tests.ui.fake_saved import ENDINGS

LOW, HIGH = ENDINGS


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        (LOW, HIGH, "The second ended 21 points better"),
        (HIGH, LOW, "The first ended 21 points better"),
        (LOW, replace(LOW, score=LOW.score + 1.6), "about alike"),
        (LOW, LOW, "about alike"),
    ],
)
def test_the_better_one_is_named_and_a_small_gap_is_called_chance(first, second, says):
    assert says in told(CompareBox(first, second, ("a", "b")))


def test_the_part_with_the_largest_gain_is_named():
    gains = {name: getattr(HIGH, name) - getattr(LOW, name) for name in ("people", "business", "manners")}

    assert f"most of all in {max(gains, key=gains.get)}" in told(CompareBox(LOW, HIGH, ("a", "b")))


def test_endings_of_other_people_are_not_compared_without_a_word():
    """A score of 60 of 62 is better than 65 of 90: what was in reach is pointed at."""
    other = replace(HIGH, reach=LOW.reach - 15)

    assert "known to be possible" in told(CompareBox(LOW, other, ("a", "b")))
    assert "known to be possible" not in told(CompareBox(LOW, HIGH, ("a", "b")))
