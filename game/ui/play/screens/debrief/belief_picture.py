"""Belief against notebook: how likely somebody's true motive was held, morning by morning."""

from collections.abc import Sequence

from game.coach.hindsight.coached import BeliefCurve
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, META, SEMI

PICTURE, BETWEEN = 74, 4


def height(sheet: Sheet, curve: BeliefCurve | None, width: float) -> float:
    """How much room the picture takes with its words; its sentences aside the same, whether it is there yet or not."""
    words = (curve.sentence, *curve.guesses) if curve else ("What could have been known is being worked out.",)
    told = sum(sheet.painter.height(one, width, 14) + BETWEEN for one in words) - BETWEEN
    return 24 + PICTURE + 8 + _legend_high(sheet, curve, width) + told + 10


def draw(sheet: Sheet, curve: BeliefCurve | None, x: float, y: float, width: float) -> None:
    """Draw the curve, its legend and its sentences; without a curve, that it is being worked out."""
    theme, paint = sheet.theme, sheet.painter
    title = f"How surely “{curve.motive_title}” could be known" if curve else "What could be known, day by day"
    paint.text(title, x, y + 10, META, theme.muted, BOLD, width=width)
    plot = Box(x, y + 24, width - 48, PICTURE)
    paint.panel(plot, theme.sunken, radius=6)
    for value, label in ((1.0, "100 %"), (0.5, "50 %"), (0.0, "0 %")):
        level = plot.bottom - plot.h * value
        paint.fill(Box(plot.x, level - 0.5, plot.w, 1), theme.border)
        middle = min(max(level, plot.y + 7), plot.bottom - 7)
        paint.text(label, x + width, middle, META, theme.faint, SEMI, align="right", width=44)
    y = plot.bottom + 8
    if curve is None:
        paint.paragraph("What could have been known is being worked out.", x, y, width, 14, theme.muted)
        return
    paint.svg(_lines(sheet, curve, plot), plot.inset(-4))
    y += _legend(sheet, curve, x, y, width)
    for words in (curve.sentence, *curve.guesses):
        y += paint.paragraph(words, x, y, width, 14, theme.text) + BETWEEN


def _entries(curve: BeliefCurve) -> tuple[tuple[str, float], ...]:
    yours = f"Your notebook {100 * curve.notebook[-1]:.0f} %" if curve.noted else "You noted nothing"
    return (f"A perfect reader of signs {100 * curve.reader[-1]:.0f} %", 4.0), (yours, 2.0)


def _legend_high(sheet: Sheet, curve: BeliefCurve | None, width: float) -> float:
    if curve is None:
        return 0.0
    return 22.0 * len(_legend_rows(sheet, curve, width)) + 4


def _legend_rows(sheet: Sheet, curve: BeliefCurve, width: float) -> list[list[int]]:
    """Which entries stand beside each other."""
    entries = _entries(curve)
    wide = sum(34 + sheet.painter.measure(text, META, SEMI) + 18 for text, _ in entries) - 18
    return [[0, 1]] if wide <= width else [[0], [1]]


def _legend(sheet: Sheet, curve: BeliefCurve, x: float, y: float, width: float) -> float:
    theme, paint = sheet.theme, sheet.painter
    inks, entries = (theme.series[0], theme.text), _entries(curve)
    top = y
    for row in _legend_rows(sheet, curve, width):
        at = x
        for i in row:
            text, thick = entries[i]
            paint.fill(Box(at, y + 10 - thick / 2, 26, thick), inks[i])
            at += 34 + paint.text(text, at + 34, y + 10, META, theme.text, SEMI, width=width - (at + 34 - x)) + 18
        y += 22
    return y - top + 4


def _lines(sheet: Sheet, curve: BeliefCurve, plot: Box) -> str:
    theme, scale = sheet.theme, sheet.painter.scale
    rect = sheet.painter.pixels(plot.inset(-4))

    def points(values: Sequence[float]) -> list[tuple[float, float]]:
        step = plot.w / max(1, len(values) - 1)
        return [((4 + step * i) * scale, (4 + plot.h * (1 - min(max(v, 0.0), 1.0))) * scale)
                for i, v in enumerate(values)]  # fmt: skip

    notebook, before = [], None
    for px, py in points(curve.notebook):  # a note holds until the next one
        if before is not None:
            notebook.append(f"L{px:.1f} {before:.1f}")
        notebook.append(f"{'L' if before is not None else 'M'}{px:.1f} {py:.1f}")
        before = py
    reader = " ".join(f"{'M' if i == 0 else 'L'}{px:.1f} {py:.1f}" for i, (px, py) in enumerate(points(curve.reader)))
    quiet = f'<path d="{" ".join(notebook)}" fill="none" stroke="{theme.text}" stroke-width="{1.6 * scale:.2f}"/>'
    loud = (
        f'<path d="{reader}" fill="none" stroke="{theme.series[0]}" stroke-width="{3 * scale:.2f}" '
        'stroke-linejoin="round" stroke-linecap="round"/>'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rect.w} {rect.h}">{quiet}{loud}</svg>'
