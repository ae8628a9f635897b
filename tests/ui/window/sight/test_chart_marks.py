"""Marks of the chart of trust never lie over each other."""

from itertools import combinations
from math import hypot

from game.ui.play.screens.debrief.trust_chart import spread


def test_marks_of_neighbouring_days_stand_apart():
    """A month of moves every day, at the steps of a phone and of a wide window."""
    for step in (11.0, 17.0, 24.0):
        sizes = [max(8.0, min(13.0, step * 0.62)) + (3 if day == 9 else 0) for day in range(28)]
        points = [(step * day, 200.0 - 3 * day) for day in range(28)]
        places = spread(points, sizes, 0, 400)
        assert [x for x, _ in places] == [x for x, _ in points]
        for (one, r), (other, s) in combinations(zip(places, sizes, strict=True), 2):
            assert hypot(one[0] - other[0], one[1] - other[1]) >= r + s


def test_a_mark_that_has_room_stays_on_the_line():
    """Only what would overlap is moved."""
    assert spread([(0, 50), (60, 40)], [10, 10], 0, 100) == [(0, 50), (60, 40)]
