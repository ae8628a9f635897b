"""The frame of a dialog: where it stands in the window, its head, and the room it leaves."""

from game.ui.common.shared_actions import Close
from game.ui.drawing.geometry import Box, centred
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, EXTRA, META, SECTION, TITLE
from game.ui.drawing.widgets import icon_button


def dialog_room(sheet: Sheet, width: float) -> float:
    """The width that a dialog of a width leaves for what is in it."""
    return min(width, sheet.window.w - _outside(sheet)) - 2 * _inside(sheet)


def _outside(sheet: Sheet) -> float:
    """How much of the window a dialog leaves free beside it, and above and below it."""
    return 16 if sheet.narrow else 24


def _inside(sheet: Sheet) -> float:
    """How far from its edge what is in a dialog begins."""
    return 18 if sheet.narrow else 24


def dialog(
    sheet: Sheet, width: float, height: float, icon: str, title: str, subtitle: str = "", *, closable: bool = True
) -> Box:
    """The frame of a dialog in the middle of the window. Returns the room below its head."""
    theme, paint = sheet.theme, sheet.painter
    window = sheet.window
    outside, inside = _outside(sheet), _inside(sheet)
    width, height = min(width, window.w - outside), min(height, window.h - outside)
    box = centred(width, height, window)
    paint.panel(box, theme.surface, radius=24, edge=theme.border if theme.dark else None, shadow="high")
    head, left = box.y + 38, box.x + inside + 36
    paint.icon(icon, box.x + inside + 12, head, 24, theme.on_soft)
    room = box.right - left - (64 if closable else inside)
    paint.speak(Box(left, head - 12, room, 24), f"{title}. {subtitle}".rstrip(". "))
    size = paint.fitting(title, room, (TITLE, 20, SECTION, 16), EXTRA)
    if paint.measure(title, size, EXTRA) > room:
        size = BODY if len(paint.wrap(title, room, BODY, EXTRA)) <= 2 else META
        high = paint.height(title, room, size, EXTRA, lines=3, leading=1.2)
        paint.paragraph(title, left, head - high / 2, room, size, theme.text, EXTRA, lines=3, leading=1.2, may_end=True)
        end = box.right
    else:
        end = left + paint.text(title, left, head, size, theme.text, EXTRA, width=room)
    free = box.right - 64 - end - 16
    if subtitle and paint.measure(subtitle, BODY) <= free:
        paint.text(subtitle, end + 14, head + 1, BODY, theme.muted)
    if closable:
        icon_button(sheet, "close", Box(box.right - 58, head - 20, 40, 40), "close", "Close", Close(), key="Esc")
    return Box(box.x + inside, box.y + 72, box.w - 2 * inside, box.h - 72 - 22)
