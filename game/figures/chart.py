"""Charts as SVG, written by hand: lines with bands, ranges, shares. Light ground, direct labels, never colour alone.

A picture is a sheet of panels. Lines differ by dash and marker as well as colour, and carry their names at their ends.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

COLOURS = ("#7a4a21", "#1f6f78", "#b3541e", "#4a4e8a", "#3c7a3a", "#9c3868", "#8a6d00", "#555555")
DASHES = ("", "7 4", "2 3", "9 3 2 3", "12 4", "4 2", "1 4", "6 2 1 2 1 2")
MARKERS = ("circle", "square", "triangle", "diamond", "cross", "ring", "frame", "down")
GROUND, INK, FAINT, GRID = "#fdfaf4", "#2e2620", "#6a5f54", "#e6ddd0"
SIZE, WIDE = 12.0, 0.58  # of the letters; width of a letter by its height, a little generous
GAP = 15.0  # between two labels


@dataclass(frozen=True)
class Line:
    """A line of a chart."""

    label: str
    x: Sequence[float]
    y: Sequence[float]
    low: Sequence[float] = ()  # of a band around it
    high: Sequence[float] = ()
    quiet: bool = False  # only there to compare with: thin, grey, without a label
    look: int = 0  # which colour, dash and marker
    marked: bool = False  # every point has its marker


@dataclass(frozen=True)
class Panel:
    """A part of a sheet."""

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
    """About how wide a text is, in pixels."""
    return len(text) * size * WIDE


def said(
    text: str, x: float, y: float, *, size: float = SIZE, ink: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """A text; y is its base line."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{ink}" text-anchor="{anchor}"{weight}>'
        f"{escape(text)}</text>"
    )


def _marker(look: int, x: float, y: float) -> str:
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


def line_panel(
    title: str, lines: Sequence[Line], *, width: float = 460, height: float = 300, across: str = "", up: str = "",
    from_zero: bool = True, labels: bool = True, bounds: tuple[float, float] | None = None,
) -> Panel:  # fmt: skip
    """A chart of lines.

    Args:
        title: stands above.
        lines: those that are quiet lie below the others.
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
    low, high = bounds or (min(0.0, *ys) if from_zero else min(ys), max(ys))
    rows = ticks(low, high if high > low else low + 1.0, 4)
    columns = [t for t in ticks(min(xs), max(xs), 4 if width < 320 else 6) if min(xs) - 1e-9 <= t <= max(xs) + 1e-9]
    loud = [line for line in lines if not line.quiet]
    edge = 14 + max(text_width(_number(t)) for t in rows)
    named = max((1.12 * text_width(line.label) for line in loud), default=0.0) if labels else 0.0
    left, right, top, foot = (
        edge,
        width - 12 - (named + 14 if labels else 0),
        46.0 if up else 30.0,
        height - (40 if across else 24),
    )
    span = (max(xs) - min(xs)) or 1.0

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            left + (float(x) - min(xs)) / span * (right - left),
            foot - (float(y) - rows[0]) / (rows[-1] - rows[0]) * (foot - top),
        )

    parts = [said(title, 0, 15, size=14, bold=True)]
    if up:
        parts.append(said(up, 0, 33, ink=FAINT))
    for t in rows:
        y = place(min(xs), t)[1]
        parts.append(f'<path d="M{left:.1f} {y:.1f} H{right:.1f}" stroke="{GRID}" fill="none"/>')
        parts.append(said(_number(t), left - 6, y + 4, ink=FAINT, anchor="end"))
    for t in columns:
        x = place(t, rows[0])[0]
        parts.append(f'<path d="M{x:.1f} {foot:.1f} v4" stroke="{FAINT}" fill="none"/>')
        parts.append(said(_number(t), x, foot + 17, ink=FAINT, anchor="middle"))
    parts.append(f'<path d="M{left:.1f} {foot:.1f} H{right:.1f}" stroke="{FAINT}" fill="none"/>')
    if across:
        parts.append(said(across, (left + right) / 2, foot + 34, ink=FAINT, anchor="middle"))
    parts += [_drawn(line, place) for line in sorted(lines, key=lambda line: not line.quiet)]
    if labels and loud:
        ends = [place(line.x[-1], line.y[-1]) for line in loud]
        heights = _apart([y for _, y in ends], top, foot + 4)
        for line, (x, y), h in zip(loud, ends, heights, strict=True):
            colour = COLOURS[line.look % len(COLOURS)]
            parts.append(f'<path d="M{x + 5:.1f} {y:.1f} L{right + 11:.1f} {h:.1f}" stroke="{colour}" opacity="0.5"/>')
            parts.append(said(line.label, right + 14, h + 4, ink=colour, bold=True))
    return Panel("".join(parts), width, height)


def _drawn(line: Line, place: Callable[[float, float], tuple[float, float]]) -> str:
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


@dataclass(frozen=True)
class Range:
    """How values lie: from five to ninety-five of a hundred, the middle half, the median; and a figure in words."""

    label: str
    values: tuple[float, float, float, float, float]  # 5, 25, 50, 75, 95 of a hundred
    says: str


def range_panel(title: str, rows: Sequence[Range], *, width: float = 720, across: str = "") -> Panel:
    """A row for each range, in the order given."""
    tall, top = 30.0, 34.0
    left = 14 + max(1.12 * text_width(r.label) for r in rows)
    right = width - 16 - max(text_width(r.says) for r in rows)
    marks = ticks(min(0.0, *(r.values[0] for r in rows)), max(r.values[4] for r in rows), 6)
    foot = top + tall * len(rows)

    def place(value: float) -> float:
        return left + (value - marks[0]) / (marks[-1] - marks[0]) * (right - left)

    parts = [said(title, 0, 15, size=14, bold=True)]
    for mark in marks:
        x = place(mark)
        parts.append(f'<path d="M{x:.1f} {top:.1f} V{foot:.1f}" stroke="{GRID}" fill="none"/>')
        parts.append(said(_number(mark), x, foot + 16, ink=FAINT, anchor="middle"))
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
    return Panel("".join(parts), width, foot + 42)


def share_panel(title: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[tuple[float, str]]]]) -> Panel:
    """A table of bars: for each row and column a share 0..1, with words."""
    tall, top = 26.0, 52.0
    left = 14 + max(1.12 * text_width(label) for label, _ in rows)
    bar = 90.0
    words = [max(text_width(cells[i][1]) for _, cells in rows) for i in range(len(heads))]
    wide = [max(bar + 8 + w, 1.12 * text_width(head)) + 24 for head, w in zip(heads, words, strict=True)]
    parts = [said(title, 0, 15, size=14, bold=True)]
    for n, (label, cells) in enumerate(rows):
        y = top + tall * (n + 0.5)
        parts.append(said(label, left - 8, y + 4, anchor="end", bold=True))
        x = left
        for (share, says), w in zip(cells, wide, strict=True):
            parts.append(f'<rect x="{x:.1f}" y="{y - 7:.1f}" width="{bar}" height="14" rx="3" fill="{GRID}"/>')
            if share > 0:
                parts.append(
                    f'<rect x="{x:.1f}" y="{y - 7:.1f}" width="{max(2.0, bar * share):.1f}" height="14" rx="3" '
                    f'fill="{COLOURS[1]}"/>'
                )
            parts.append(said(says, x + bar + 8, y + 4, ink=FAINT))
            x += w
    x = left
    for head, w in zip(heads, wide, strict=True):
        parts.append(said(head, x, top - 8, bold=True))
        x += w
    return Panel("".join(parts), max(x, text_width(title, 14) + 10), top + tall * len(rows) + 8)


def sheet(title: str, panels: Iterable[Panel], *, columns: int = 1, note: str = "", gap: float = 24.0) -> str:
    """A picture of panels in columns, as SVG.

    Args:
        title: what is shown; screen readers say it too. "" for none.
        panels: in reading order.
        columns: how many stand side by side.
        note: small print below the title.
        gap: between panels, in pixels.
    """
    placed, edge = list(panels), 20.0
    top = edge + (24 if title else 0) + (20 if note else 0) + (8 if title else 0)
    wide = [max(p.width for p in placed[c::columns]) for c in range(min(columns, len(placed)))]
    parts, y = [], top
    for start in range(0, len(placed), columns):
        row = placed[start : start + columns]
        x = edge
        for panel, w in zip(row, wide, strict=False):
            parts.append(f'<g transform="translate({x:.1f} {y:.1f})">{panel.body}</g>')
            x += w + gap
        y += max(p.height for p in row) + gap
    width = max(sum(wide) + gap * (len(wide) - 1), text_width(title, 18), text_width(note)) + 2 * edge
    height = y - gap + edge
    head = said(title, edge, edge + 16, size=18, bold=True) if title else ""
    head += said(note, edge, edge + 38, ink=FAINT) if note else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-family="sans-serif" role="img"><title>{escape(title or "chart")}</title>'
        f'<rect width="100%" height="100%" fill="{GROUND}"/>{head}{"".join(parts)}</svg>\n'
    )


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")
