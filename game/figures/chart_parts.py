"""What all charts share: colours, text, round numbers for an axis, and a panel as a value."""

import math
from dataclasses import dataclass
from html import escape

COLOURS = ("#7a4a21", "#1f6f78", "#b3541e", "#4a4e8a", "#3c7a3a", "#9c3868", "#8a6d00", "#555555")
DASHES = ("", "7 4", "2 3", "9 3 2 3", "12 4", "4 2", "1 4", "6 2 1 2 1 2")
MARKERS = ("circle", "square", "triangle", "diamond", "cross", "ring", "frame", "down")
GROUND, INK, FAINT, GRID = "#fdfaf4", "#2e2620", "#6a5f54", "#e6ddd0"
SIZE, WIDE = 12.0, 0.58  # letters: height in pixels, width by height
GAP = 15.0  # pixels between the base lines of two labels


@dataclass(frozen=True)
class ChartPanel:
    """One chart: SVG with its origin at the upper left, and its size in pixels."""

    body: str
    width: float
    height: float


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers from a little below to a little above a range.

    >>> ticks(0.0, 97.0), ticks(1.0, 28.0, 4)
    ([0.0, 20.0, 40.0, 60.0, 80.0, 100.0], [0.0, 10.0, 20.0, 30.0])
    """
    span = (high - low) or 1.0
    rough = span / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)]


def text_width(text: str, size: float = SIZE) -> float:
    """About how wide a text is, in pixels; a little generous."""
    return len(text) * size * WIDE


def said(
    text: str, x: float, y: float, *, size: float = SIZE, ink: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """A line of text as SVG, `size` pixels high, whose base line lies at `y`; `anchor` says which end `x` is."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{ink}" text-anchor="{anchor}"{weight}>'
        f"{escape(text)}</text>"
    )


def number(value: float) -> str:
    """A number as a label, with a proper minus sign."""
    return f"{value:g}".replace("-", "−")


def heading(title: str) -> str:
    """The title of a panel."""
    return said(title, 0, 15, size=14, bold=True)
