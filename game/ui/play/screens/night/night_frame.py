"""What frames every step of a night: the head with the day, and the foot with the way on and back."""

from game.session.view import NightReport, View
from game.ui.common.shared_actions import turn
from game.ui.drawing.drawn_pictures import moon_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, divider, key_cap
from game.ui.play.night_steps import NightStep
from game.ui.play.play_actions import Morning
from game.ui.play.play_state import NightPage

DOTS = 12  # more steps than that are counted in figures


def stage_of(sheet: Sheet) -> Box:
    """The room between head and foot."""
    window = sheet.window
    head, foot = (82, 64) if sheet.narrow else (55, 64) if sheet.tall else (46, 56)
    return Box(window.x, window.y + head, window.w, window.h - head - foot)


def to_station(station: int) -> object:
    """The action that turns to a station; its tables come in one by one again."""
    return turn(at=station, lit=0, since=0.0)


def head(sheet: Sheet, view: View, report: NightReport, subtitle: str) -> None:
    """The day that is over, and how many there are."""
    paint, theme, stage = sheet.painter, sheet.theme, stage_of(sheet)
    window = sheet.window
    box = Box(window.x, window.y, window.w, stage.y - window.y)
    paint.fill(box, theme.surface)
    divider(sheet, 0, box.bottom - 1, box.w)
    if sheet.narrow:  # what it shows stands in a second row, where the foot says how far one is, too
        room = box.w - 66 - 86
        first = subtitle if paint.measure(subtitle, META, SEMI) <= room else subtitle.partition(",")[0]
        paint.text(first, 66, box.bottom - 20, META, theme.muted, SEMI, width=room)
        paint.speak(Box(66, box.bottom - 34, box.w - 152, 28), subtitle)
        box, subtitle = box._replace(h=56), ""
    side = 34 if sheet.tall else 30
    paint.svg(moon_svg(), Box(20, box.cy - side / 2, side, side))
    title = f"The night after day {report.day}"
    count = f"Day {report.day} of {view.days}"
    end = _days(sheet, view, report, count, box)
    size = paint.fitting(title, end - 12 - 66, (20, 18, 16, 15) if sheet.tall else (18,), EXTRA)
    wide = paint.text(title, 66, box.cy, size, theme.text, EXTRA)
    left = end - 24 - (66 + wide + 14)
    if subtitle and paint.measure(subtitle, BODY, SEMI) <= left:
        paint.text(subtitle, 66 + wide + 14, box.cy + 1, BODY, theme.muted, SEMI)
    paint.speak(Box(66, box.y + 4, wide, box.h - 8), f"{title}. {subtitle}")


def _days(sheet: Sheet, view: View, report: NightReport, count: str, box: Box) -> float:
    """The days as pills; returns where they begin."""
    paint, theme = sheet.painter, sheet.theme
    if not sheet.roomy:
        return box.right - 20 - paint.text(count, box.right - 20, box.cy, META, theme.muted, BOLD, align="right")
    wide = 288.0 if sheet.wide else 200.0
    gap = 6 if view.days <= 14 else 2
    each = (wide - gap * (view.days - 1)) / view.days
    x = box.right - 20 - wide
    for day in range(1, view.days + 1):
        colour = theme.primary if day <= report.day else theme.border
        paint.panel(Box(x + (day - 1) * (each + gap), box.cy - 3, each, 7), colour, radius=3.5)
    x -= 14
    return x - paint.text(count, x, box.cy, BODY, theme.text, SEMI, align="right")


def foot(sheet: Sheet, page: NightPage, view: View, steps: tuple[NightStep, ...], at: int, legend: str) -> None:
    """Where one is among the steps, the way back, on, and past all of it."""
    paint, theme, stage = sheet.painter, sheet.theme, stage_of(sheet)
    box = Box(stage.x, stage.bottom, stage.w, sheet.window.bottom - stage.bottom)
    paint.fill(box, theme.surface)
    divider(sheet, 0, box.y, box.w)
    high = 44 if sheet.tall else 40
    x = box.right - 16
    last = at + 1 == len(steps)
    if last:
        x = _end(sheet, page, view, Box(0, box.cy - high / 2, x, high))
    else:
        x = _button(sheet, "night.on", "Next", to_station(steps[at + 1].start), "Enter Right", x, box.cy, high)
        action = Morning() if page.back else to_station(steps[-1].start)
        label = "Close" if page.back else "Skip"
        x = _button(sheet, "night.skip", label, action, "Esc", x - 12, box.cy, high, style="plain")
    if at:
        back = Box(x - 12 - 52, box.cy - high / 2, 52, high)
        touch = sheet.region("night.back", back, "Back", to_station(steps[at - 1].start), key="Left")
        paint.panel(back, theme.hover if touch.hover else theme.raised, radius=14, edge=theme.border)
        paint.icon("back", back.cx, back.cy, 20, theme.text)
        x = back.x
    if sheet.narrow:
        words = f"{at + 1} of {len(steps)}"
        paint.text(words, box.right - 20, stage.y - 20, META, theme.muted, BOLD, align="right")
        paint.speak(Box(box.right - 80, stage.y - 34, 60, 28), words)
        return
    _dots(sheet, len(steps), at, min(box.cx, x - 90), box.cy)
    room = min(box.cx, x - 90) - len(steps) * 9 - 30 - 20
    if legend and paint.measure(legend, BODY, SEMI) <= room:
        paint.text(legend, 20, box.cy, BODY, theme.muted, SEMI)


def _end(sheet: Sheet, page: NightPage, view: View, box: Box) -> float:
    """The way into the morning, or back to where one looked back from; returns where it begins."""
    if page.back:
        label = "Back to the debrief" if view.finished else f"Back to day {view.day}"
        return _button(sheet, "morning", label, Morning(), "Enter Right Esc", box.right, box.cy, box.h)
    label = "See what it came to" if view.finished else f"Good morning: day {view.day}"
    return _button(sheet, "morning", label, Morning(), "Enter Right Esc", box.right, box.cy, box.h)


def _button(
    sheet: Sheet, name: str, label: str, action: object, key: str, right: float, y: float, high: float,
    style: str = "primary",
) -> float:  # fmt: skip
    """A button that ends at x `right`, with its key; returns where it begins."""
    paint, theme = sheet.painter, sheet.theme
    if key.startswith("Enter"):
        wide = paint.measure(label, 16, BOLD) + 76
        box = Box(right - wide, y - high / 2, wide, high)
        button(sheet, name, box, label, action, style=style, key=key, show_key=True, size=16)
        return box.x
    wide = paint.measure(label, 16, BOLD) + 84
    box = Box(right - wide, y - high / 2, wide, high)
    touch = sheet.region(name, box, label, action, key=key)
    paint.panel(box, theme.hover if touch.hover else theme.raised, radius=14, edge=theme.border)
    paint.text(label, box.x + 20, box.cy, 16, theme.text, BOLD)
    key_cap(sheet, key, box.right - 36, box.cy, theme.muted, theme.raised)
    return box.x


def _dots(sheet: Sheet, count: int, at: int, x: float, y: float) -> None:
    paint, theme = sheet.painter, sheet.theme
    words = f"{at + 1} of {count}"
    wide = (count - 1) * 18 + 26
    paint.speak(Box(x - wide / 2, y - 8, wide, 16), words)
    if count < 2:
        return
    if count > DOTS or not sheet.roomy:
        paint.text(words, x, y, META, theme.muted, BOLD, align="center")
        return
    left = x - wide / 2
    for number in range(count):
        if number == at:
            paint.panel(Box(left, y - 5, 26, 10), theme.primary, radius=5)
            left += 34
        elif number < at:
            paint.circle(left + 5, y, 5, theme.strong)
            left += 18
        else:
            paint.panel(Box(left, y - 5, 10, 10), None, radius=5, edge=theme.strong, width=2)
            left += 18
