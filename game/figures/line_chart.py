"""Charts of lines, with bands around them and their names at their ends; they differ by dash and marker, too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.figures.chart_parts import (
    COLOURS,
    DASHES,
    FAINT,
    GAP,
    GRID,
    GROUND,
    MARKERS,
    ChartPanel,
    heading,
    number,
    said,
    text_width,
    ticks,
)

ToPixels = Callable[[float, float], tuple[float, float]]  # from a value to pixels of the panel


@dataclass(frozen=True)
class ChartLine:
    """A line of a chart: points (x, y) from left to right, and how it looks."""

    label: str
    x: Sequence[float]
    y: Sequence[float]
    low: Sequence[float] = ()  # of a band around it, for each x; () for none
    high: Sequence[float] = ()
    quiet: bool = False  # only there to compare with: thin, grey, without a label
    look: int = 0  # which colour, dash and marker, counted from 0
    marked: bool = False  # every point has its marker


def line_panel(
    title: str, lines: Sequence[ChartLine], *, width: float = 460, height: float = 300, across: str = "", up: str = "",
    from_zero: bool = True, labels: bool = True, bounds: tuple[float, float] | None = None,
) -> ChartPanel:  # fmt: skip
    """A chart of lines.

    Args:
        title: stands above.
        lines: at least one, each with at least one point; those that are quiet lie below the others.
        width: in pixels.
        height: in pixels.
        across: what the horizontal axis shows.
        up: what the vertical axis shows.
        from_zero: the vertical axis begins at 0 or below.
        labels: lines carry their names at their ends.
        bounds: of the vertical axis; left out, those of the values.
    """
    xs = [float(v) for line in lines for v in line.x]
    ys = [float(v) for line in lines for part in (line.y, line.low, line.high) for v in part]
    first, last = min(xs), max(xs)
    low, high = bounds or (min(0.0, *ys) if from_zero else min(ys), max(ys))
    rows = ticks(low, high if high > low else low + 1.0, 4)
    columns = [t for t in ticks(first, last, 4 if width < 320 else 6) if first - 1e-9 <= t <= last + 1e-9]
    if all(x.is_integer() for x in xs):  # days and weeks have no halves
        columns = [t for t in columns if t.is_integer()]
    named = [line for line in lines if not line.quiet] if labels else []
    left = 14 + max(text_width(number(t)) for t in rows)
    room = max((1.12 * text_width(line.label) for line in named), default=0.0)
    right, top, foot = width - 12 - (room + 14 if labels else 0), 46.0 if up else 30.0, height - (40 if across else 24)
    span = (last - first) or 1.0

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            left + (float(x) - first) / span * (right - left),
            foot - (float(y) - rows[0]) / (rows[-1] - rows[0]) * (foot - top),
        )

    parts = [heading(title)]
    if up:
        parts.append(said(up, 0, 33, ink=FAINT))
    parts += _axes(
        [(place(first, t)[1], t) for t in rows], [(place(t, rows[0])[0], t) for t in columns], left, right, foot
    )
    if across:
        parts.append(said(across, (left + right) / 2, foot + 34, ink=FAINT, anchor="middle"))
    parts += [_drawn(line, place) for line in sorted(lines, key=lambda line: not line.quiet)]
    parts += _names(named, place, right, top, foot)
    return ChartPanel("".join(parts), width, height)


def _axes(
    rows: Sequence[tuple[float, float]], columns: Sequence[tuple[float, float]], left: float, right: float, foot: float
) -> list[str]:
    """Grid lines and labels; rows and columns are pairs of a place in pixels and its number."""
    parts = []
    for y, value in rows:
        parts.append(f'<path d="M{left:.1f} {y:.1f} H{right:.1f}" stroke="{GRID}" fill="none"/>')
        parts.append(said(number(value), left - 6, y + 4, ink=FAINT, anchor="end"))
    for x, value in columns:
        parts.append(f'<path d="M{x:.1f} {foot:.1f} v4" stroke="{FAINT}" fill="none"/>')
        parts.append(said(number(value), x, foot + 17, ink=FAINT, anchor="middle"))
    parts.append(f'<path d="M{left:.1f} {foot:.1f} H{right:.1f}" stroke="{FAINT}" fill="none"/>')
    return parts


def _names(lines: Sequence[ChartLine], place: ToPixels, right: float, top: float, foot: float) -> list[str]:
    """Names to the right of the ends of lines, each with a thin line to its own."""
    ends = [place(line.x[-1], line.y[-1]) for line in lines]
    heights = _apart([y for _, y in ends], top, foot + 4)
    parts = []
    for line, (x, y), h in zip(lines, ends, heights, strict=True):
        colour = COLOURS[line.look % len(COLOURS)]
        parts.append(f'<path d="M{x + 5:.1f} {y:.1f} L{right + 11:.1f} {h:.1f}" stroke="{colour}" opacity="0.5"/>')
        parts.append(said(line.label, right + 14, h + 4, ink=colour, bold=True))
    return parts


def _apart(wanted: list[float], low: float, high: float) -> list[float]:
    """Places of labels, near those wanted, far enough from each other, within bounds as far as there is room."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [0.0] * len(wanted)
    last = low - GAP
    for i in order:
        last = placed[i] = max(wanted[i], last + GAP)
    limit = high
    for i in reversed(order):
        placed[i] = min(placed[i], limit)
        limit = placed[i] - GAP
    return placed


def _drawn(line: ChartLine, place: ToPixels) -> str:
    """A line with its band, its dashes, and markers at its end or at every point."""
    points = [place(x, y) for x, y in zip(line.x, line.y, strict=True)]
    path = " L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    if line.quiet:
        return f'<path d="M{path}" fill="none" stroke="#b9aea0" stroke-width="1"/>'
    colour, dash = COLOURS[line.look % len(COLOURS)], DASHES[line.look % len(DASHES)]
    parts = []
    if line.low:
        upper = [place(x, y) for x, y in zip(line.x, line.high, strict=True)]
        lower = [place(x, y) for x, y in zip(line.x, line.low, strict=True)][::-1]
        around = " L".join(f"{x:.1f},{y:.1f}" for x, y in [*upper, *lower])
        parts.append(f'<path d="M{around} Z" fill="{colour}" opacity="0.18"/>')
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>')
    shown = points if line.marked else points[-1:]
    parts += [_marker(line.look, x, y) for x, y in shown]
    return "".join(parts)


def _marker(look: int, x: float, y: float) -> str:
    """The marker of a look, its middle at (x, y)."""
    colour, shape = COLOURS[look % len(COLOURS)], MARKERS[look % len(MARKERS)]
    r = 4.0
    outline = f'fill="{GROUND}" stroke="{colour}" stroke-width="2"'
    if shape in {"circle", "ring"}:
        paint = f'fill="{colour}"' if shape == "circle" else outline
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" {paint}/>'
    if shape == "cross":
        return (
            f'<path d="M{x - r:.1f} {y - r:.1f} L{x + r:.1f} {y + r:.1f} M{x - r:.1f} {y + r:.1f} '
            f'L{x + r:.1f} {y - r:.1f}" stroke="{colour}" stroke-width="2.2"/>'
        )
    corners = {
        "square": ((-r, -r), (r, -r), (r, r), (-r, r)), "frame": ((-r, -r), (r, -r), (r, r), (-r, r)),
        "triangle": ((0, -r), (r, r), (-r, r)), "down": ((0, r), (r, -r), (-r, -r)),
        "diamond": ((0, -r - 1), (r + 1, 0), (0, r + 1), (-r - 1, 0)),
    }[shape]  # fmt: skip
    points = " ".join(f"{x + a:.1f},{y + b:.1f}" for a, b in corners)
    return f'<polygon points="{points}" {outline if shape == "frame" else f"fill={chr(34)}{colour}{chr(34)}"}/>'
