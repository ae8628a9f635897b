"""A figure: panels side by side and below each other on a light ground, as one SVG file."""

from collections.abc import Iterable
from html import escape

from game.figures.chart_parts import FAINT, GROUND, ChartPanel, said, text_width


def sheet(title: str, panels: Iterable[ChartPanel], *, columns: int = 1, note: str = "", gap: float = 24.0) -> str:
    """A figure of panels in columns, as a whole SVG file.

    Args:
        title: what is shown; screen readers say it too. "" for none.
        panels: at least one, in reading order.
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
