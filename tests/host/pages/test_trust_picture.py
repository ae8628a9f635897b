"""No word of a chart stands on one of its lines, whatever shape the chart has."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from game.host.pages.pictures.trust_picture import HIGH, LOW, band_told, ready_shares, trust_picture

KINDS = ("ready", "fair", "no_use")
LETTERS = {"whole": 33.0, "half": 36.0}  # sizes in the style sheet
WIDE, ABOVE, BELOW = 0.62, 0.75, 0.22  # of a letter, in its size


def course_of(days):
    """Ready from the second day on in one game of three, on the last day in two."""
    ready = [((2, days),) if days > 1 else (), ((days, days),), ()]
    return SimpleNamespace(courses=tuple(SimpleNamespace(ready=spells, lost=False) for spells in ready))


def a_debrief(days, shape, events):
    """A debrief of three games about one person, as far as a chart looks at it."""
    evenings = np.linspace(0.0, 1.0, days + 1)
    middle = {"rises": 20 + 70 * evenings, "falls": 90 - 80 * evenings, "stays": 50 + 0 * evenings}[shape]
    curves = np.stack([np.clip(middle + off, 0, 100) for off in (-15, 0, 15)])[:, :, None]
    low, high = np.clip(middle - 30, 0, 100)[:, None], np.clip(middle + 30, 0, 100)[:, None]
    reach = SimpleNamespace(low=low, high=high, ways=34)
    asks = tuple((n, SimpleNamespace(day=1 + n % days, follower="edda", kind=KINDS[n])) for n in range(3))
    return SimpleNamespace(
        column=lambda _: 0, reach=reach, curves=curves, games=(0, 1, 2), followers=(SimpleNamespace(id="edda"),),
        course=lambda _: course_of(days), asks=asks, brought=tuple(SimpleNamespace(day=day) for day in events),
    )  # fmt: skip


def words_in(svg, size):
    """The box of each text: left, top, right, bottom, and what it says."""
    for kind, x, y, text in re.findall(r'<text class="(\w+)" x="([\d.-]+)" y="([\d.-]+)">([^<]*)<', svg):
        wide, at, base = len(text) * size * WIDE, float(x), float(y)
        left = at - wide if kind in {"level", "end"} else at - wide / 2
        yield left, base - size * ABOVE, left + wide, base + size * BELOW, text


def points_on_lines(svg):
    """Points that lie on the drawn lines, close beside each other."""
    for path in re.findall(r'<path class="\w+" d="([^"]+)"', svg):
        at = (0.0, 0.0)
        for letter, figures in re.findall(r"([MLHVC])([^MLHVCZ]*)", path):
            values = [float(value) for value in figures.split()]
            x = values[0] if letter == "H" else values[-2] if len(values) > 1 else at[0]
            y = values[0] if letter == "V" else values[-1] if letter != "H" else at[1]
            if letter != "M":
                for share in np.linspace(0.0, 1.0, 200):
                    yield at[0] + share * (x - at[0]), at[1] + share * (y - at[1])
            at = (x, y)


@pytest.mark.parametrize("half", [False, True], ids=["whole", "half"])
@pytest.mark.parametrize("shape", ["rises", "falls", "stays"])
@pytest.mark.parametrize("days", [1, 2, 3, 7, 28])
def test_no_word_stands_on_a_line_or_on_another_word(days, shape, half):
    """With an event on every day: labels cross neither events, axis, grid, rims, curves, nor each other."""
    told = a_debrief(days, shape, range(1, days + 1))
    condition = SimpleNamespace(reach=told.reach, games=(0, 1, 2)) if half else None
    svg = str(trust_picture(told, "edda", condition))
    words = list(words_in(svg, LETTERS["half" if half else "whole"]))
    lines = np.array(list(points_on_lines(svg)))

    assert {text for *_, text in words} >= {"Day", "Guarded", "Open", "Trusting"}
    for number, (left, top, right, bottom, text) in enumerate(words):
        on = (lines[:, 0] > left) & (lines[:, 0] < right) & (lines[:, 1] > top) & (lines[:, 1] < bottom)
        assert not on.any(), (text, lines[on][0])
        assert bottom <= (HIGH if half else LOW)
        for other_left, other_top, other_right, other_bottom, other in words[number + 1 :]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, (text, other)


def test_the_days_on_which_somebody_was_ready_lie_behind_the_lines():
    """A band a day, the darker the more games, and none for days on which nobody could be asked."""
    told = a_debrief(4, "rises", ())
    assert ready_shares(told, "edda") == {2: 1 / 3, 3: 1 / 3, 4: 2 / 3}
    assert ready_shares(told, "edda", (2,)) == {}
    svg = str(trust_picture(told, "edda"))
    bands = [float(dark) for dark in re.findall(r'class="ready-days"[^>]*fill-opacity="([\d.]+)"', svg)]
    assert len(bands) == 3
    assert bands[0] == bands[1] < bands[2]
    assert svg.index("ready-days") < svg.index('class="grid"')


@pytest.mark.parametrize(("off", "place"), [(0, "among them"), (40, "above all of them"), (-40, "below all of them")])
def test_the_band_is_said_to_be_what_it_is_and_where_the_room_ends(off, place):
    """The room's own line may lie outside of what others reached; a sentence says so, instead of nobody."""
    told = a_debrief(3, "stays", ())
    told.curves += off
    said = band_told(told, "edda")
    assert "played in 34 other ways" in said
    assert said.endswith(f"ends {place}.")
    told.reach.ways = 0
    assert band_told(told, "edda") == ""


@pytest.mark.parametrize("half", [False, True], ids=["whole", "half"])
@pytest.mark.parametrize("days", [1, 4, 7, 12])
def test_a_day_is_a_place_of_its_own(days, half):
    """Its number, its event, its questions and the middle of its band of being ready stand at one place."""
    told = a_debrief(days, "rises", range(1, days + 1))
    svg = str(trust_picture(told, "edda", SimpleNamespace(reach=told.reach, games=(0, 1, 2)) if half else None))
    numbers = {int(day): float(x) for x, day in re.findall(r'<text class="day" x="([\d.]+)"[^>]*>(\d+)<', svg)}
    events = [float(x) for x in re.findall(r'class="event" d="M([\d.]+) ', svg)]
    bands = [
        float(x) + float(wide) / 2
        for x, wide in re.findall(r'class="ready-days" x="([\d.]+)"[^>]*width="([\d.]+)"', svg)
    ]
    dots = [float(x) for x in re.findall(r'class="ask \w+" cx="([\d.]+)"', svg)]
    squares = [
        float(x) + float(wide) / 2 for x, wide in re.findall(r'class="ask \w+" x="([\d.]+)"[^>]*width="([\d.]+)"', svg)
    ]

    assert sorted(numbers) == list(range(1, days + 1))
    assert events == pytest.approx(list(numbers.values()), abs=0.2)
    assert dots
    assert len(dots) + len(squares) == 3
    for x in (*bands, *dots, *squares):
        assert min(abs(x - at) for at in numbers.values()) < 0.2
