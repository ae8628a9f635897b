"""Two endings beside each other: what is said of them is what their figures say."""

from dataclasses import replace

import pytest

from game.coach.looking_back.endings_told import better_of, figures_beside
from tests.ui.fakes.fake_saved import ENDINGS

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
    """Two points are no difference; more names which of the two was better."""
    assert says in better_of(first, second)


def test_the_part_with_the_largest_gain_is_named():
    """It says in what one of the two was better."""
    fewer_sales = replace(HIGH, score=50.0, business=49.0)
    more_harm = replace(HIGH, score=40.0, manners=38.0)

    assert "most of it by business (17)" in better_of(LOW, HIGH)
    assert "most of it by business (17)" in better_of(HIGH, fewer_sales)
    assert "most of it by less harm (28)" in better_of(HIGH, more_harm)


def test_endings_of_other_people_are_not_compared_without_a_word():
    """A score of 60 of 62 is better than 65 of 90: what was in reach is pointed at."""
    other = replace(HIGH, reach=LOW.reach - 15)

    assert "known to be possible" in better_of(LOW, other)
    assert "known to be possible" not in better_of(LOW, HIGH)


def test_every_figure_of_both_stands_in_its_own_column():
    """Nobody's figure under the other's name: what differs is told of the right one."""
    for title, first, second in figures_beside(LOW, HIGH):
        again = {t: (one, other) for t, one, other in figures_beside(HIGH, LOW)}
        assert again[title] == (second, first)
    titles = [title for title, *_ in figures_beside(LOW, HIGH)]
    assert len(titles) == len(set(titles)) >= 6
