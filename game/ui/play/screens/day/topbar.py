"""The bar at the top of the play screen: the business, the day, the attention that is left."""

from game.art.palette import mix
from game.session.view import View
from game.session.words.hours_text import minutes_of
from game.ui.common.shared_actions import Open
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, EXTRA, META, SEMI
from game.ui.drawing.widgets import divider, icon_button, own_mark, two_lines
from game.ui.play.play_actions import AskNudge, OpenWhatIf
from game.ui.play.play_state import AboutBox, HelpBox, NightsBox, SettingsBox

PIP_HOURS = 0.5
WHAT_IF = "What if? Practice mode: compare two choices before you make one"


def top_bar(sheet: Sheet, view: View, box: Box, *, hints: bool) -> None:
    """Draw the bar with the day, the hours and the menu.

    Args:
        sheet: to draw on.
        view: of the day.
        box: the bar.
        hints: whether a hint can be asked for.
    """
    theme, paint = sheet.theme, sheet.painter
    paint.fill(box, theme.surface)
    divider(sheet, 0, box.bottom - 1, box.w)
    right = _attention(sheet, view, box, _menu(sheet, view, box, hints=hints))
    middle = _days(sheet, view, box, right)
    _business(sheet, view, box, middle)


def narrow_bars(sheet: Sheet, view: View, box: Box, *, hints: bool) -> float:
    """The same in two rows, where there is one column; returns the lower edge."""
    low = status_bar(sheet, view, Box(box.x, box.bottom, box.w, 48))
    sheet.painter.fill(box, sheet.theme.surface)
    _business(sheet, view, box, _menu(sheet, view, box, hints=hints) + 12)
    return low


def status_bar(sheet: Sheet, view: View, box: Box) -> float:
    """The day and the hours left in a row of their own; returns its lower edge."""
    sheet.painter.fill(box, sheet.theme.surface)
    divider(sheet, box.x, box.bottom - 1, box.w)
    left = _attention(sheet, view, box, box.right + 2)
    count = f"Day {view.day} of {view.days}"
    wide = max(sheet.painter.measure(view.weekday, 16, EXTRA), sheet.painter.measure(count, META, SEMI))
    _days(sheet, view, box, min(left, box.x + 16 + 24 + wide))
    return box.bottom


def _business(sheet: Sheet, view: View, box: Box, end: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    room, called = end - 66 - 24, sheet.you.shop or view.business
    wide = min(room, max(paint.measure(w, 20, EXTRA) for w in (called, _offer(sheet, view, room))))
    spot = Box(10, box.cy - 22, 66 + wide, 44)
    touch = sheet.region("about", spot, f"{called}: what this run is about, and its goals", Open(AboutBox()), key="G")
    if touch.hover:
        paint.panel(spot, theme.hover, radius=12)
    own_mark(sheet, 36, box.cy, 40)
    offer = _offer(sheet, view, room)
    size = paint.fitting(called, room, (17, 16) if offer else (20, 18, 16, BODY, META), EXTRA)
    if offer:
        name = (called, size, EXTRA, theme.text)
        two_lines(sheet, 66, box.cy + 1, name, (offer, META, SEMI, theme.muted), width=room, may_end=True)
    else:
        paint.text(called, 66, box.cy, size, theme.text, EXTRA, width=room, may_end=True)


def _offer(sheet: Sheet, view: View, room: float) -> str:
    """What is sold, as long a sentence as fits whole; "" where none does: then it stands with the goals."""
    if not view.offer:
        return ""
    you = f"{sheet.you.name} sells" if sheet.you.name else "You sell"
    told = (f"{you} {view.offer}", f"You sell {view.offer}", view.offer, f"You sell {view.offer.partition(',')[0]}")
    return next((words for words in told if sheet.painter.measure(words, META, SEMI) <= room), "")


def _days(sheet: Sheet, view: View, box: Box, end: float) -> float:
    """The weekday and the days; returns where it begins."""
    theme, paint = sheet.theme, sheet.painter
    count = f"Day {view.day} of {view.days}"
    words = f"{view.weekday}, day {view.day} of {view.days}: read the nights again"
    if not sheet.roomy:
        wide = max(paint.measure(view.weekday, 16, EXTRA), paint.measure(count, META, SEMI))
        x = end - 24 - wide
        _nights(sheet, Box(x - 8, box.cy - 22, wide + 16, 44), words)
        two_lines(sheet, x, box.cy + 1, (view.weekday, 16, EXTRA, theme.text), (count, META, SEMI, theme.muted))
        return x
    wide = 344 if sheet.wide else 260
    x = min(box.cx - wide / 2, end - 32 - wide)
    _nights(sheet, Box(x - 10, box.cy - 22, wide + 20, 44), words)
    paint.text(view.weekday, x, box.cy - 9, BODY, theme.text, EXTRA)
    paint.text(count, x + wide, box.cy - 9, META, theme.muted, SEMI, align="right")
    gap = 4 if view.days <= 30 else 2
    each = (wide - gap * (view.days - 1)) / view.days
    for day in range(1, view.days + 1):
        pill = Box(x + (day - 1) * (each + gap), box.cy + 8, each, 6)
        if day < view.day:
            colour = mix(theme.primary, theme.surface, 0.45)
        elif day == view.day:
            colour = theme.primary
            pill = Box(pill.x - 0.5, pill.y - 2, pill.w + 1, 10)
        else:
            colour = theme.border
        paint.panel(pill, colour, radius=3)
    return x


def _nights(sheet: Sheet, spot: Box, words: str) -> None:
    """The days lead to the nights behind them."""
    touch = sheet.region("nights", spot, words, Open(NightsBox()), key="B")
    if touch.hover:
        sheet.painter.panel(spot, sheet.theme.hover, radius=12)


def _menu(sheet: Sheet, view: View, box: Box, *, hints: bool) -> float:
    """What if, hint, help and settings; returns where they begin."""
    x = box.right - 12
    again = "The hint of today, once more" if view.nudge is not None else "A hint, one a day"
    for name, icon, label, action, key in (
        ("settings", "gear", "Menu and settings", Open(SettingsBox()), "M"),
        ("help", "help_circle", "Help", Open(HelpBox()), "F1"),
        *([("nudge", "spark", again, AskNudge(), "J")] if hints else []),
        *([("what_if", "compare", WHAT_IF, OpenWhatIf(), "R")] if view.practice else []),
    ):
        x -= 40
        icon_button(sheet, name, Box(x, box.cy - 20, 40, 40), icon, label, action, key=key)
    return x


def _attention(sheet: Sheet, view: View, box: Box, x: float) -> float:
    """Hours left, before what begins at x; returns where they begin."""
    theme, paint = sheet.theme, sheet.painter
    x -= 10
    if not sheet.narrow:
        paint.fill(Box(x, box.cy - 14, 1, 28), theme.border)
    pips = max(1, min(20, round(view.hours_total / PIP_HOURS)))
    share = view.hours_left / view.hours_total * pips if view.hours_total else 0.0
    words = f"{minutes_of(view.hours_left)} of {minutes_of(view.hours_total)} min"
    title = "Attention" if sheet.roomy else "Left"
    wide = max(pips * 13 - 3, paint.measure(words, META, SEMI) + paint.measure(title, BODY, EXTRA) + 14)
    wide = min(wide, 210.0) if sheet.narrow else wide
    x -= 16 + wide
    paint.icon("bolt", x - 16, box.cy - 9, 18, theme.primary)
    paint.text(title, x, box.cy - 9, BODY, theme.text, EXTRA)
    paint.text(words, x + wide, box.cy - 9, META, theme.muted, SEMI, align="right")
    step = (wide + 3) / pips
    for i in range(pips):
        pip = Box(x + i * step, box.cy + 7, step - 3, 10)
        full = min(1.0, max(0.0, share - i))
        paint.panel(pip, None, radius=3, edge=theme.strong)
        if full > 0.05:
            paint.panel(Box(pip.x, pip.y, max(5.0, pip.w * full), pip.h), theme.primary, radius=3)
    return x - 26
