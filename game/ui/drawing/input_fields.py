"""Parts for writing and waiting: a field to type into, a bar of progress, a small label with a state."""

from game.ui.common.shared_actions import Typed
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI


def field(sheet: Sheet, name: str, box: Box, value: str, spoken: str, empty: str, icon: str = "") -> None:
    """A field to type into. What is too long for it shows its end, where one types.

    Args:
        sheet: what is drawn on.
        name: of the region, and of what is typed.
        box: where.
        value: what is in it.
        spoken: what it is for.
        empty: shown while nothing is in it.
        icon: before the text.
    """
    theme, paint = sheet.theme, sheet.painter
    touch = sheet.region(name, box, f"{spoken}: {value or 'empty'}", Typed(name, value), role="entry")
    edge, width = (theme.primary, 2.0) if touch.focus else (theme.strong if touch.hover else theme.border, 1.0)
    paint.panel(box, theme.sunken, radius=12, edge=edge, width=width)
    x, room = box.x + 14, box.w - 28
    if icon:
        paint.icon(icon, x + 8, box.cy, 17, theme.muted)
        x, room = x + 26, room - 26
    shown = value
    while shown and paint.measure(shown, BODY, SEMI) > room:
        shown = shown[1:]
    if value:
        paint.text(shown, x, box.cy, BODY, theme.text, SEMI)
    else:
        paint.text(empty, x + 6, box.cy, BODY, theme.muted, SEMI, width=room - 6, may_end=True)
    if touch.focus:
        paint.fill(Box(x + 1 + paint.measure(shown, BODY, SEMI), box.cy - 9, 2, 18), theme.primary)


def its_end(sheet: Sheet, text: str, width: float, size: float, weight: int) -> str:
    """As much of the end of a text as fits, an ellipsis before it: of a path, the end tells most."""
    paint, shown = sheet.painter, text
    while len(shown) > 2 and paint.measure(shown, size, weight) > width:
        shown = "…" + shown[2:]
    return shown


def progress(sheet: Sheet, box: Box, share: float) -> None:
    """A bar that fills: a share of 0..1."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.sunken, radius=box.h / 2, edge=theme.border)
    width = max(box.h, box.w * min(max(share, 0.0), 1.0))
    paint.panel(Box(box.x, box.y, width, box.h), theme.primary, radius=box.h / 2)


def caption(sheet: Sheet, text: str, x: float, y: float, width: float) -> None:
    """A small heading over a part of a list or form."""
    sheet.painter.text(text, x, y, META, sheet.theme.muted, BOLD, width=width)
