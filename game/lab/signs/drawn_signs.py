"""Freshness and legibility as pictures."""

from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.lab.signs.freshness import Freshness
from game.lab.signs.legibility import Legibility


def picture_of_freshness(title: str, found: Freshness) -> str:
    """How much of each play is new, as an SVG file."""
    plays = [float(number) for number in range(1, len(found.unseen) + 1)]
    new = [100.0 * share for share in found.unseen]
    panel = line_panel(
        "New in each play", [ChartLine("texts", plays, new, marked=True)], across="play", up="% of its texts",
        bounds=(0.0, 100.0), labels=False,
    )  # fmt: skip
    note = f"By name and day alone: area {found.by_name_and_day:.2f}; by name alone: {found.by_name:.2f}."
    return sheet(f"{title}: what is new", [panel], note=note)


def picture_of_legibility(title: str, found: Legibility) -> str:
    """How well people can be read by day, and what asking sooner or later brings, as an SVG file."""
    days, areas = [float(day) for day, _ in found.by_day] or [0.0], [area for _, area in found.by_day] or [0.5]
    panels = [
        line_panel(
            "A trained reader, by day", [ChartLine("reader", days, areas, marked=True)], across="day",
            up="area: 0.5 guesses, 1 knows", bounds=(0.4, 1.0), labels=False, width=360,
        ),
        line_panel(
            "Asking at a likelihood of", [ChartLine("score", found.thresholds.x, found.thresholds.scores, marked=True)],
            across="likelihood of a yes, as read", up="score", labels=False, width=360,
        ),
        line_panel(
            "Asking early or late", [ChartLine("score", found.shifts.x, found.shifts.scores, marked=True)],
            across="days from being ready", up="score", labels=False, width=360,
        ),
    ]  # fmt: skip
    note = f"Best rule of two signs: {found.rule[0]}, {found.rule[1]}; area {found.two_signs:.2f}."
    return sheet(f"{title}: how well people can be read", panels, columns=3, note=note)
