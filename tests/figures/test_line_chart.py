"""Charts of lines can be read: apart, distinct, with round numbers."""

import itertools
import re

from game.figures.chart_parts import COLOURS, DASHES, GAP, MARKERS, ticks
from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel


def test_names_of_lines_that_end_together_do_not_overlap():
    """Six lines that end at the same value: their names stand apart, inside the picture."""
    lines = [ChartLine(f"bot {n}", [0, 1], [0.0, 1.0 + n * 1e-3], look=n) for n in range(6)]
    svg = sheet("", [line_panel("all alike", lines, width=400, height=260)])
    heights = sorted(float(y) for y in re.findall(r'y="([\d.]+)"[^>]*>bot \d<', svg))

    assert len(heights) == 6
    assert all(b - a >= GAP - 0.11 for a, b in itertools.pairwise(heights))
    assert heights[0] > 0
    assert heights[-1] < 260


def test_lines_differ_by_more_than_colour():
    """Eight lines have eight dashes and eight markers."""
    assert len(set(DASHES)) == len(set(MARKERS)) == len(set(COLOURS)) == 8


def test_an_axis_has_round_numbers_that_hold_the_values():
    """No value lies outside; a step is 1, 2, 2.5 or 5 times a power of ten."""
    for low, high in ((0.0, 1.0), (-3.0, 97.0), (0.0, 0.004), (12.0, 12_345.0)):
        marks = ticks(low, high)
        assert marks[0] <= low
        assert marks[-1] >= high
        assert 2 <= len(marks) <= 9


def test_weeks_have_no_halves():
    """Where every value across is whole, every number below the axis is."""
    weeks = list(range(1, 17))
    panel = line_panel("replies", [ChartLine("seen", weeks, [float(w) for w in weeks])], width=460)

    below = re.findall(r'text-anchor="middle">([^<]+)<', panel.body)
    assert below
    assert all(label.isdecimal() for label in below)
