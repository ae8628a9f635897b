"""The bar on top of a page that one goes back from, and the panes of a page in one column."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.ui.common.shared_actions import Close, turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import EXTRA, META
from game.ui.drawing.widgets import divider, icon_button, segmented

PANES = 44.0
"""Height of the row that turns to another pane."""
LEFT = 62.0  # where a title begins, behind the way back
BACK = Close()


@dataclass(frozen=True)
class PageHead:
    """The bar on top of a page, in logical units."""

    row: Box  # of the way back and the title
    bottom: float  # of the bar; below the row where there is a second one
    end: float  # the x at which the title ends
    body: Box  # what the window has left below, with its margins


def page_head(
    sheet: Sheet, title: str, back: str = "Back", action: object = BACK, *, taken: float = 0.0, below: float = 0.0
) -> PageHead:
    """Draw the bar with the way back and the title.

    Args:
        sheet: to draw on.
        title: of the page; "" where the page writes it itself, with `page_title`.
        back: what the way back is called, for screen readers.
        action: of the way back.
        taken: width at the right end that the title leaves free.
        below: height of a second row.
    """
    window = sheet.window
    row = Box(0, 0, window.w, 56 if sheet.tall else 50)
    bottom = row.h + below
    sheet.painter.fill(row._replace(h=bottom), sheet.theme.surface)
    divider(sheet, 0, bottom - 1, row.w)
    icon_button(sheet, "back", Box(12, row.cy - 20, 40, 40), "back", back, action, key="Esc")
    end = page_title(sheet, row, title, row.right - taken) if title else LEFT
    side = 8 if sheet.narrow else 16
    body = Box(side, bottom + 12, window.w - 2 * side, window.h - bottom - 26)
    return PageHead(row, bottom, end, body)


def page_title(sheet: Sheet, row: Box, title: str, right: float) -> float:
    """The title behind the way back, up to an x; in smaller letters or in lines where it is long. Returns its end."""
    paint, room = sheet.painter, right - LEFT - 16
    size = paint.fitting(title, room, (20, 18, 16), EXTRA)
    if sheet.narrow and paint.measure(title, size, EXTRA) > room:
        high = paint.height(title, room, META, EXTRA, lines=3, leading=1.2)
        paint.paragraph(
            title, LEFT, row.cy - high / 2, room, META, sheet.theme.text, EXTRA, lines=3, leading=1.2, may_end=True,
        )  # fmt: skip
        return LEFT + room
    return LEFT + paint.text(title, LEFT, row.cy, size, sheet.theme.text, EXTRA, width=room, may_end=True)


def panes(sheet: Sheet, box: Box, choices: Sequence[tuple[str, str]], held: str) -> tuple[str, Box]:
    """Turns from part to part of a page where there is one column: draws the row, and tells the part and its room.

    Args:
        sheet: to draw on.
        box: for the row and the part below it.
        choices: the parts, as names and labels; the first is shown at first.
        held: the pane of the page.
    """
    names = [name for name, _ in choices]
    shown = held if held in names else names[0]
    row = Box(box.x, box.y, box.w, PANES - 6)
    segmented(sheet, "pane", row, [(name, label, turn(pane=name)) for name, label in choices], shown, role="tab")
    at = names.index(shown)
    sheet.shortcut("]", turn(pane=names[(at + 1) % len(names)]))
    sheet.shortcut("[", turn(pane=names[at - 1]))
    return shown, Box(box.x, box.y + PANES, box.w, box.h - PANES)
