"""What was observed against what was fitted, week by week, as a picture."""

from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.lab.audience.account import KINDS
from game.lab.audience.fitting import Fit


def picture_of_fit(fit: Fit) -> str:
    """A panel for each thing that is counted: the file as a line, ninety of a hundred such crowds as a band (SVG)."""
    weeks, across = fit.account.weeks.tolist(), "week"
    if weeks[-1] - weeks[0] >= len(weeks) or weeks[-1] < weeks[0]:  # a New Year lies between
        weeks, across = list(range(1, len(weeks) + 1)), f"week of the file, the first is {weeks[0]}"
    panels = []
    for k, kind in enumerate(KINDS):
        band = ChartLine("expected", weeks, fit.middle[:, k].tolist(), fit.low[:, k].tolist(),
                         fit.high[:, k].tolist(), look=1)  # fmt: skip
        file = ChartLine("observed", weeks, fit.account.counted[:, k].tolist(), look=0, marked=True)
        panels.append(line_panel(kind, [band, file], width=460, height=240, across=across))
    note = (
        "Band: as many as ninety of a hundred crowds with the numbers that were found. One week in ten may lie outside."
    )
    return sheet("Your weeks, and those of such crowds", panels, columns=2, note=note)
