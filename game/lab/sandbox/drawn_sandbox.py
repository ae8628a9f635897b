"""Trust by the shipped rules and by changed ones, as a picture."""

from collections.abc import Sequence

from game.figures.chart_parts import ChartPanel
from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.lab.sandbox.compared import Compared


def picture_of_sandbox(title: str, found: Sequence[Compared], note: str) -> str:
    """A panel for each bot: the median trust of its followers by both rules; a band for eighty of a hundred (SVG)."""
    return sheet(title, [_panel(one) for one in found], columns=len(found), note=note)


def _panel(one: Compared) -> ChartPanel:
    days = list(range(len(one.shipped.trust)))

    low, median, high = one.changed.trust.T.tolist()
    shipped = ChartLine("shipped", days, one.shipped.trust[:, 1].tolist(), look=1)
    lines = [ChartLine("changed", days, median, low, high, look=0), shipped]
    return line_panel(one.player, lines, width=380, height=260, across="days", up="trust", bounds=(0.0, 100.0))
