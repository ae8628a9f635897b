"""A figure is one valid SVG file that says what its panels say."""

from xml.etree import ElementTree as ET

from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.figures.range_chart import Range, range_panel
from game.figures.share_chart import share_panel


def texts(svg: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_names_from_a_file_cannot_break_a_picture():
    """A title with signs of XML stays text."""
    assert 'a <b> & "c"' in texts(sheet('a <b> & "c"', [line_panel("<x>", [ChartLine("&", [0, 1], [0, 1])])]))


def test_panels_stand_in_columns_and_all_is_inside():
    """Three panels in two columns: the third begins a row, and the picture holds them all."""
    panels = [
        line_panel("one", [ChartLine("a", [0, 1], [0, 1])], width=300, height=200),
        range_panel("two", [Range("b", (1, 2, 3, 4, 5), "3 points")], width=400),
        share_panel("three", ["goal"], [("c", [(0.5, "50 %")])]),
    ]
    root = ET.fromstring(sheet("all", panels, columns=2))
    places = [g.get("transform", "")[10:-1].split() for g in root.iter("{http://www.w3.org/2000/svg}g")]
    (x1, y1), (x2, y2), (x3, y3) = [(float(x), float(y)) for x, y in places]

    assert (x1, y1) == (x3, y2)
    assert x2 >= x1 + 300
    assert y3 >= y1 + 200
    assert float(root.get("width", "0")) >= x2 + 400
    assert float(root.get("height", "0")) >= y3 + panels[2].height


def test_a_range_and_a_share_tell_their_figures():
    """Labels, words and column heads are text; a bar is as long as its share; the stroke lies at the median."""
    ranges = sheet("", [range_panel("points", [Range("bot", (0, 20, 50, 80, 100), "50 points")], across="below")])
    assert {"points", "bot", "50 points", "below"} <= set(texts(ranges))
    half, whole = (sheet("", [share_panel("s", ["goal"], [("bot", [(share, "words")])])]) for share in (0.5, 1.0))
    assert {"s", "goal", "bot", "words"} <= set(texts(half))
    assert 'width="45.0"' in half
    assert 'width="90.0"' in whole
