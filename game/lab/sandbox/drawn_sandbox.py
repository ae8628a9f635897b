"""Trust by the shipped rules and by changed ones, as a picture."""

from collections.abc import Sequence

from game.figures.chart_parts import ChartPanel
from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.lab.sandbox.compared import Compared
from game.model.arrays import Array


def picture_of_sandbox(title: str, found: Sequence[Compared], note: str) -> str:
    """A panel for each bot: the median trust of its followers by both rules, the middle eighty as a band (SVG)."""
    return sheet(title, [_panel(one) for one in found], columns=len(found), note=note)


def _panel(one: Compared) -> ChartPanel:
    days = list(range(len(one.shipped.trust)))

    def line(label: str, trust: Array, look: int) -> ChartLine:
        return ChartLine(label, days, trust[:, 1].tolist(), trust[:, 0].tolist(), trust[:, 2].tolist(), look=look)

    lines = [line("shipped", one.shipped.trust, 1), line("changed", one.changed.trust, 2)]
    return line_panel(one.player, lines, width=380, height=260, across="days", up="trust", bounds=(0.0, 100.0))
