"""Charts of how values lie: a line, a bar and a stroke for each row."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.figures.chart_parts import COLOURS, FAINT, GRID, INK, ChartPanel, heading, number, said, text_width, ticks


@dataclass(frozen=True)
class Range:
    """A row: how values lie, and a figure in words."""

    label: str
    values: tuple[float, float, float, float, float]  # below which 5, 25, 50, 75, 95 of a hundred lie
    says: str


def range_panel(title: str, rows: Sequence[Range], *, width: float = 720, across: str = "") -> ChartPanel:
    """A row for each range: a line for ninety of a hundred, a bar for the middle half, a stroke for the median.

    Args:
        title: stands above.
        rows: at least one, in the order drawn.
        width: in pixels.
        across: stands below the axis.
    """
    tall, top = 30.0, 34.0
    left = 14 + max(1.12 * text_width(r.label) for r in rows)
    right = width - 16 - max(text_width(r.says) for r in rows)
    marks = ticks(min(0.0, *(r.values[0] for r in rows)), max(r.values[4] for r in rows), 6)
    foot = top + tall * len(rows)

    def place(value: float) -> float:
        return left + (value - marks[0]) / (marks[-1] - marks[0]) * (right - left)

    parts = [heading(title)]
    for mark in marks:
        x = place(mark)
        parts.append(f'<path d="M{x:.1f} {top:.1f} V{foot:.1f}" stroke="{GRID}" fill="none"/>')
        parts.append(said(number(mark), x, foot + 16, ink=FAINT, anchor="middle"))
    for n, row in enumerate(rows):
        y, colour = top + tall * (n + 0.5), COLOURS[0]
        five, quarter, median, three, last = map(place, row.values)
        parts.append(said(row.label, left - 8, y + 4, anchor="end", bold=True))
        parts.append(f'<path d="M{five:.1f} {y:.1f} H{last:.1f}" stroke="{colour}" stroke-width="2"/>')
        parts.append(
            f'<rect x="{quarter:.1f}" y="{y - 7:.1f}" width="{max(2.0, three - quarter):.1f}" height="14" rx="3" '
            f'fill="#d9c3ac" stroke="{colour}"/>'
        )
        parts.append(f'<path d="M{median:.1f} {y - 9:.1f} v18" stroke="{INK}" stroke-width="3"/>')
        parts.append(said(row.says, right + 10, y + 4, ink=FAINT))
    parts.append(said(across, (left + right) / 2, foot + 34, ink=FAINT, anchor="middle"))
    return ChartPanel("".join(parts), width, foot + 42)
