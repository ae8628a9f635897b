"""What if: how somebody's trust goes on from a decision, as it was and otherwise, over many games played on."""

from game.coach.hindsight.coached import Fans, ReviewedDecision
from game.coach.practice.what_if_told import coincide
from game.scenario.texts.first_names import first_name
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, META, SEMI

PLOT, GAP, HEAD, LEGEND = 118, 28, 26, 24
READ = "The line is the middle, and eight games in ten lie within the band."
SAME = "Both lines lie on each other."
BESIDE = 560.0  # of width, from which the two pictures stand side by side


def one_height(sheet: Sheet, fans: Fans, entries: tuple[str, str], width: float) -> float:
    """How much room one picture takes with its legend and how to read it."""
    words = sheet.painter.height(_read(fans), width, META, SEMI)
    return LEGEND * len(_legend_rows(sheet, entries, width)) + HEAD + PLOT + 30 + words


def draw_one(sheet: Sheet, fans: Fans, entries: tuple[str, str], x: float, y: float, width: float) -> None:
    """Draw one picture with its legend and how to read it."""
    y = _legend(sheet, entries, x, y, width)
    _fans(sheet, fans, x, y, width)
    sheet.painter.paragraph(_read(fans), x, y + HEAD + PLOT + 30, width, META, sheet.theme.muted, SEMI)


def _read(*fans: Fans) -> str:
    """How to read pictures; that two lines are there is said where only one is seen."""
    return f"{SAME} {READ}" if all(coincide(f.made, f.other) for f in fans) else READ


def height(sheet: Sheet, told: ReviewedDecision, width: float) -> float:
    """How much room the pictures take with their words; none where there are none."""
    if not told.fans:
        return 0.0
    rows = 1 if width >= BESIDE else len(told.fans)
    legend = LEGEND * len(_legend_rows(sheet, _entries(told), width))
    words = sheet.painter.height(_words(told), width, META, SEMI)
    return legend + rows * (HEAD + PLOT + 30) + words


def _words(told: ReviewedDecision) -> str:
    on = "goes on from here and asks them no more" if told.passed_over else "goes on from here"
    return f"{first_name(told.name)}'s trust on the evenings to come, if a patient player {on}. {_read(*told.fans)}"


def _entries(told: ReviewedDecision) -> tuple[str, str]:
    return f"As it was: {told.made}", f"Otherwise: {told.other}"


def _legend_rows(sheet: Sheet, entries: tuple[str, str], width: float) -> list[list[int]]:
    wide = sum(34 + sheet.painter.measure(text, META, BOLD) + 24 for text in entries) - 24
    return [[0, 1]] if wide <= width else [[0], [1]]


def _legend(sheet: Sheet, entries: tuple[str, str], x: float, y: float, width: float) -> float:
    """Which line is which; returns the y below."""
    theme, paint = sheet.theme, sheet.painter
    for row in _legend_rows(sheet, entries, width):
        at = x
        for i in row:
            ink, thick = ((theme.text, 2.0), (theme.series[0], 4.0))[i]
            paint.fill(Box(at, y + 8 - thick / 2, 26, thick), ink)
            at += 34 + paint.text(entries[i], at + 34, y + 8, META, theme.text, BOLD, width=width - (at + 34 - x)) + 24
        y += LEGEND
    return y


def draw(sheet: Sheet, told: ReviewedDecision, x: float, y: float, width: float) -> None:
    """Draw both pictures, their legend and how to read them."""
    if not told.fans:
        return
    theme, paint = sheet.theme, sheet.painter
    y = _legend(sheet, _entries(told), x, y, width)
    beside = width >= BESIDE
    wide = (width - GAP) / 2 if beside else width
    for i, fans in enumerate(told.fans):
        left = x + i * (wide + GAP) if beside else x
        _fans(sheet, fans, left, y, wide)
        y += 0 if beside else HEAD + PLOT + 30
    y += HEAD + PLOT + 30 if beside else 0
    paint.paragraph(_words(told), x, y, width, META, theme.muted, SEMI)


def _fans(sheet: Sheet, fans: Fans, x: float, y: float, width: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.text(fans.title, x, y + 10, 14, theme.text, BOLD, width=width)
    plot = Box(x, y + HEAD, width - 40, PLOT)
    paint.panel(plot, theme.sunken, radius=6)
    for value in (0, 50, 100):
        level = plot.bottom - plot.h * value / 100
        paint.fill(Box(plot.x, level - 0.5, plot.w, 1), theme.border)
        label = min(max(level, plot.y + 7), plot.bottom - 7)
        paint.text(str(value), x + width, label, META, theme.faint, SEMI, align="right")
    paint.svg(_bands(sheet, fans, plot), plot)
    last = fans.first_day + len(fans.made) - 1
    paint.text(f"Day {fans.first_day}", plot.x, plot.bottom + 13, META, theme.muted, SEMI)
    paint.text(f"Day {last}", plot.right, plot.bottom + 13, META, theme.muted, SEMI, align="right")


def _bands(sheet: Sheet, fans: Fans, plot: Box) -> str:
    theme, scale = sheet.theme, sheet.painter.scale
    rect = sheet.painter.pixels(plot)
    parts = []
    for bands, ink, thick in ((fans.made, theme.text, 1.8), (fans.other, theme.series[0], 3.2)):
        step = plot.w / max(1, len(bands) - 1)
        low, half, high = (
            [f"{step * i * scale:.1f},{plot.h * (1 - band[k] / 100) * scale:.1f}" for i, band in enumerate(bands)]
            for k in range(3)
        )
        parts.append(f'<polygon points="{" ".join((*high, *reversed(low)))}" fill="{ink}" fill-opacity="0.14"/>')
        parts.append(
            f'<polyline points="{" ".join(half)}" fill="none" stroke="{ink}" stroke-width="{thick * scale:.2f}" '
            'stroke-linejoin="round"/>'
        )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rect.w} {rect.h}">{"".join(parts)}</svg>'
