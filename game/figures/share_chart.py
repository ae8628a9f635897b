"""Tables of bars: a share for each row and column."""

from collections.abc import Sequence

from game.figures.chart_parts import COLOURS, FAINT, GRID, ChartPanel, heading, said, text_width


def share_panel(
    title: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[tuple[float, str]]]]
) -> ChartPanel:
    """A table of bars.

    Args:
        title: stands above.
        heads: of the columns.
        rows: at least one: a label, and for each column a share 0..1 with words.
    """
    tall, top = 26.0, 52.0
    left = 14 + max(1.12 * text_width(label) for label, _ in rows)
    bar = 90.0
    words = [max(text_width(cells[i][1]) for _, cells in rows) for i in range(len(heads))]
    wide = [max(bar + 8 + w, 1.12 * text_width(head)) + 24 for head, w in zip(heads, words, strict=True)]
    parts = [heading(title)]
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
    return ChartPanel("".join(parts), max(x, text_width(title, 14) + 10), top + tall * len(rows) + 8)
