"""The chart of trust over the days: one line for the follower chosen, the others behind it."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from game.art.icon_names import icon_of
from game.art.palette import mix
from game.coach.looking_back.debrief import DayMark, Debrief, FollowerDebrief
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, META, SEMI
from game.ui.play.play_actions import Explain
from game.ui.play.play_state import DebriefPage

CHOSEN = 3  # by which the mark of the chosen day is larger
BANDS = ((67, 100, "Trusting"), (33, 67, "Open"), (0, 33, "Guarded"))


def draw(sheet: Sheet, told: Debrief, page: DebriefPage, person: FollowerDebrief, box: Box) -> None:
    """Draw it into a box."""
    left = 26 + max(sheet.painter.measure(label, META, SEMI) for *_, label in BANDS)
    plot = Box(box.x + left, box.y + 44, box.w - left - 34, min(box.h, 420 if sheet.narrow else box.h) - 44 - 38)
    step = plot.w / told.days
    _bands(sheet, plot, left - 14)
    _highlight(sheet, page, plot, step)
    _ready(sheet, person, plot, step)
    sheet.painter.svg(_lines(sheet, told, person, plot), plot.inset(-6))
    _days(sheet, told, page, person, plot, step)
    radius = min(13.0, max(8.0, step * 0.62))
    shown: dict[int, DayMark] = {}
    for mark in person.marks:
        if mark.day not in shown or (mark.quality == "bad" and shown[mark.day].quality != "bad"):
            shown[mark.day] = mark
    marks = sorted(shown.values(), key=lambda m: m.day)
    points = [(_x(plot, step, m.day), _y(plot, person.trust[min(m.day, len(person.trust) - 1)])) for m in marks]
    sizes = [radius + (CHOSEN if mark.day == page.day else 0) for mark in marks]
    places = spread(points, sizes, plot.y + radius, plot.bottom - radius)
    for (x, y), (_, high) in zip(points, places, strict=True):
        if abs(high - y) > radius:
            sheet.painter.fill(Box(x - 0.75, min(y, high), 1.5, abs(high - y)), sheet.theme.strong)
    for mark, place, size in zip(marks, places, sizes, strict=True):
        _mark(sheet, mark, place, size)
    _milestones(sheet, person, plot, step)


def spread(
    points: Sequence[tuple[float, float]], sizes: Sequence[float], top: float, bottom: float
) -> list[tuple[float, float]]:  # fmt: skip
    """Places of round marks on a line: those that would lie over an earlier one stand above or below it.

    >>> spread([(0, 50), (10, 50), (100, 50)], [10, 10, 10], 0, 100)[0::2]
    [(0, 50), (100, 50)]

    Args:
        points: on the line, from left to right.
        sizes: radius of each mark.
        top: least y of a mark.
        bottom: largest y of a mark.
    """
    found: list[tuple[float, float]] = []
    for (x, y), size in zip(points, sizes, strict=True):
        before = zip(found, sizes, strict=False)
        near = [(px - x, py, size + other + 2) for (px, py), other in before if abs(px - x) < size + other + 2]
        ways = [y]
        for aside, py, least in near:
            away = sqrt(least**2 - aside**2)
            ways += [py - away, py + away]
        inside = [way for way in ways if top <= way <= bottom]
        free = [way for way in inside if all(a**2 + (py - way) ** 2 >= least**2 - 0.01 for a, py, least in near)]
        found.append((x, min(free, key=lambda way: abs(way - y), default=y)))
    return found


def _x(plot: Box, step: float, day: float) -> float:
    """The evening of a day; day 0 is the first morning."""
    return plot.x + step * day


def _y(plot: Box, value: float) -> float:
    return plot.bottom - plot.h * min(max(value, 0.0), 100.0) / 100


def _bands(sheet: Sheet, plot: Box, left: float) -> None:
    """Three bands with their names, so wide."""
    theme, paint = sheet.theme, sheet.painter
    for low, high, label in BANDS:
        top, bottom = _y(plot, high), _y(plot, low)
        if label == "Open":
            paint.fill(Box(plot.x, top, plot.w, bottom - top), theme.sunken)
        paint.fill(Box(plot.x, top, plot.w, 1), theme.border)
        paint.text(label, plot.x - 12, (top + bottom) / 2, META, theme.muted, SEMI, align="right", width=left)
    paint.fill(Box(plot.x, plot.bottom, plot.w, 1.5), theme.strong)
    for value in (0, 33, 67, 100):
        paint.text(str(value), plot.right + 10, _y(plot, value), META, theme.faint, SEMI)


def _highlight(sheet: Sheet, page: DebriefPage, plot: Box, step: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    wide = max(26.0, step)
    x = _x(plot, step, page.day)
    paint.panel(Box(x - wide / 2, plot.y - 8, wide, plot.h + 8), theme.soft, radius=(9, 9, 0, 0))
    paint.panel(Box(x - wide / 2, plot.bottom, wide, 30), theme.primary, radius=(0, 0, 9, 9))


def _ready(sheet: Sheet, person: FollowerDebrief, plot: Box, step: float) -> None:
    """The days on which an ask would have been welcome."""
    if not person.ready_spells:
        return
    theme, paint = sheet.theme, sheet.painter
    for first, last in person.ready_spells:
        left, right = _x(plot, step, first - 0.5), min(_x(plot, step, last + 0.5), plot.right + step / 2)
        bar = Box(left, plot.y - 26, right - left, 6)
        paint.panel(bar, theme.good, radius=3)
        for x in (bar.x, bar.right - 1.5):
            paint.fill(Box(x, bar.cy, 1.5, plot.bottom - bar.cy), mix(theme.good, theme.surface, 0.55))
    label = "Ready to be asked"
    wide = paint.measure(label, META, BOLD)
    middle = _x(plot, step, (person.ready_from + person.ready_until) / 2)
    x = min(max(middle - wide / 2, plot.x), plot.right - wide)
    paint.text(label, x, plot.y - 36, META, theme.good, BOLD)


def _lines(sheet: Sheet, told: Debrief, person: FollowerDebrief, plot: Box) -> str:
    theme, paint = sheet.theme, sheet.painter
    rect = paint.pixels(plot.inset(-6))
    s = paint.scale
    step = plot.w / told.days

    def points(values: tuple[float, ...]) -> list[tuple[float, float]]:
        return [((6 + step * i) * s, (6 + plot.h * (1 - min(max(v, 0), 100) / 100)) * s) for i, v in enumerate(values)]

    def here(who: FollowerDebrief) -> list[tuple[float, float]]:
        return points(who.trust)[max(0, who.arrived - 1) :]

    quiet = mix(theme.strong, theme.surface, 0.4)
    parts = [
        f'<path d="{_smooth(here(f))}" fill="none" stroke="{quiet}" stroke-width="{1.2 * s:.2f}" '
        'stroke-linejoin="round"/>'
        for f in told.followers
        if f.id != person.id
    ]
    if person.credit is not None:  # from the morning of the day whose move is taken out
        since = person.credit.day - 1
        strand = points(person.credit.trust)[since:]
        parts.append(
            f'<path d="{_smooth(strand)}" fill="none" stroke="{theme.series[1]}" stroke-width="{2 * s:.2f}" '
            'stroke-linejoin="round" stroke-linecap="round"/>'
        )
    line = here(person)
    path = _smooth(line)
    floor = (6 + plot.h) * s
    ink = theme.series[0]
    parts.append(
        f'<path d="{path} L{line[-1][0]:.1f} {floor:.1f} L{line[0][0]:.1f} {floor:.1f} Z" fill="{ink}" '
        'fill-opacity="0.08"/>'
        f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{3.2 * s:.2f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
        f'<circle cx="{line[-1][0]:.1f}" cy="{line[-1][1]:.1f}" r="{5 * s:.1f}" fill="{ink}"/>'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rect.w} {rect.h}">{"".join(parts)}</svg>'


def _smooth(points: list[tuple[float, float]]) -> str:
    """A path through equally spaced points that rises and falls only where they do."""
    slopes = [b[1] - a[1] for a, b in pairwise(points)]
    inner = [2 * m * n / (m + n) if m * n > 0 else 0.0 for m, n in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]] if slopes else []
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (ax, ay), (bx, by), m, n in zip(points, points[1:], tangents, tangents[1:], strict=False):
        third = (bx - ax) / 3
        path += f" C{ax + third:.1f} {ay + m / 3:.1f} {bx - third:.1f} {by - n / 3:.1f} {bx:.1f} {by:.1f}"
    return path


def _days(sheet: Sheet, told: Debrief, page: DebriefPage, person: FollowerDebrief, plot: Box, step: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.text("Day", plot.x - 12, plot.bottom + 17, META, theme.muted, SEMI, align="right")
    every = next(n for n in (1, 2, 4, 5, 7, 10, 20) if step * n >= 24 or n == 20)
    loud = {page.day}  # days with a chip of their own: no other number comes near one
    for day in range(1, told.days + 1):
        x = _x(plot, step, day)
        held = day == page.day
        spot = Box(x - step / 2, plot.y - 8, step, plot.h + 38).meets(sheet.window)
        happened = " · ".join(filter(None, person.happened(day)))
        words = f"Day {day}, trust {person.trust[day]:.0f}{': ' + happened if happened else ''}"
        touch = sheet.region(f"chart.{day}", spot, words, Explain(day=day), role="day", chosen=held)
        if touch.hover and not held:
            paint.panel(Box(x - 13, plot.bottom + 4, 26, 26), theme.hover, radius=8)
            loud.add(day)
    for day in range(1, told.days + 1):
        x, held = _x(plot, step, day), day == page.day
        near = any(abs(day - other) * step < 26 for other in loud)
        first = day == 1 and step * (every - 1) >= 26
        if day in loud or ((first or day % every == 0) and not near):
            ink = theme.on_primary if held else theme.muted
            paint.text(str(day), x, plot.bottom + 17, META, ink, BOLD if held else SEMI, align="center")


def _mark(sheet: Sheet, mark: DayMark, place: tuple[float, float], radius: float) -> None:
    """A move on the line: good is outlined, bad is solid, neutral is small."""
    theme, paint = sheet.theme, sheet.painter
    x, y = place
    if mark.quality == "bad":
        paint.circle(x, y, radius, theme.danger, edge=theme.surface, width=1.5)
        ink = theme.on_danger
    elif mark.quality == "good":
        paint.circle(x, y, radius, theme.surface, edge=theme.good, width=2)
        ink = theme.good
    else:
        paint.circle(x, y, radius, theme.surface, edge=theme.strong, width=1.5)
        ink = theme.muted
    paint.icon(icon_of(mark.move), x, y, radius * 1.25, ink)


def _milestones(sheet: Sheet, person: FollowerDebrief, plot: Box, step: float) -> None:
    """A sale, a purchase elsewhere, a farewell: a line down to its day, and its name beside the line.

    Names lie at the foot of the plot where the line of trust is high, and at its head where it is low.
    """
    theme, paint = sheet.theme, sheet.painter
    for number, milestone in enumerate(person.milestones):
        ink = theme.good if milestone.signal == "buys" else theme.muted if milestone.by_themselves else theme.danger
        x, wide = _x(plot, step, milestone.day), paint.measure(milestone.title, META, BOLD) + 18
        trust = person.trust[min(milestone.day, len(person.trust) - 1)]
        low = trust < BANDS[-1][1]
        y = plot.y + 16 + 26 * (number % 2) if low else plot.bottom - 16 - 26 * (number % 2)
        left = min(max(x - wide / 2, plot.x + 2), plot.right - wide)
        ends = sorted((_y(plot, trust), y))
        paint.fill(Box(x - 0.75, ends[0], 1.5, ends[1] - ends[0]), ink)
        paint.panel(Box(left, y - 12, wide, 24), theme.surface, radius=12, edge=ink, width=1.5)
        paint.text(milestone.title, left + wide / 2, y, META, ink, BOLD, align="center")
