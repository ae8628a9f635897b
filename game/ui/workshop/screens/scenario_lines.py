"""Hearing the lines of a scenario: choose one and who says it, and it is drawn ten times."""

from game.ui.common.shared_actions import Sequence, turn
from game.ui.drawing.frames.page_head import panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button, divider
from game.ui.workshop.workshop_actions import Hear
from game.ui.workshop.workshop_state import ScenarioPage
from game.ui.workshop.workshop_values import HeardLines

ROW, HEAD = 38.0, 34.0


def say(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab in which lines are heard."""
    lines = page.lines
    if lines is None:
        return
    if sheet.narrow:
        shown, room = panes(sheet, box.inset(8, 8), (("lines", "Which line"), ("heard", "How it is said")), page.pane)
        if shown == "lines":
            _choices(sheet, page, lines, room)
        else:
            top = _people(sheet, page, lines, room)
            _said(sheet, page, Box(room.x, top, room.w, room.bottom - top - 8))
        return
    side = 250.0 if sheet.wide else 200.0
    _choices(sheet, page, lines, Box(box.x, box.y, side, box.h))
    sheet.painter.fill(Box(box.x + side, box.y + 1, 1, box.h - 2), sheet.theme.border)
    right = Box(box.x + side + 1, box.y, box.w - side - 1, box.h)
    top = _people(sheet, page, lines, right)
    _said(sheet, page, Box(right.x, top, right.w, box.bottom - top - 8))


def _choices(sheet: Sheet, page: ScenarioPage, lines: HeardLines, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    parts = (("What they say", lines.signals), ("What you say", lines.moves))
    high = sum(HEAD + ROW * len(rows) for _, rows in parts) + 12
    with sheet.scroll("lines", Box(box.x + 1, box.y + 8, box.w - 2, box.h - 16), high) as start:
        y = start
        for title, rows in parts:
            paint.text(title, box.x + 20, y + HEAD / 2, META, theme.muted, BOLD, width=box.w - 36)
            y += HEAD
            for name, words in rows:
                spot = Box(box.x + 8, y, box.w - 20, ROW - 2)
                held = name == page.line
                heard: object = Sequence((turn(pane="heard"), Hear(name))) if sheet.narrow else Hear(name)
                touch = sheet.region(f"line.{name}", spot, words, heard, role="item", chosen=held)
                if held or touch.hover:
                    paint.panel(spot, theme.soft if held else theme.hover, radius=10)
                paint.text(words, spot.x + 12, spot.cy, BODY, theme.on_soft if held else theme.text,
                           BOLD if held else SEMI, width=spot.w - 20)  # fmt: skip
                y += ROW


def _people(sheet: Sheet, page: ScenarioPage, lines: HeardLines, box: Box) -> float:
    """Who says it, in as many rows as the names need. Returns the y below."""
    theme, paint = sheet.theme, sheet.painter
    again = Box(box.right - 16 - 128, box.y + 10, 128, 38)
    x, y = box.x + 16, box.y + 11
    end = again.x - 12
    for name, words in (("", "Everybody"), *lines.followers):
        wide = min(paint.measure(words, META, BOLD) + 28, box.w - 32)
        if x + wide > end:
            x, y, end = box.x + 16, y + 42, box.right - 16
        spot = Box(x, y, wide, 36)
        held = name == page.who
        touch = sheet.region(f"who.{name or 'all'}", spot, f"As {words}", Hear(who=name), role="option", chosen=held)
        ground = theme.soft if held else theme.hover if touch.hover else theme.sunken
        paint.panel(spot, ground, radius=18, edge=theme.primary if held else theme.border)
        paint.text(words, spot.cx, spot.cy, META, theme.on_soft if held else theme.muted, BOLD, align="center",
                   width=spot.w - 16)  # fmt: skip
        x += wide + 8
    button(sheet, "again", again, "Again", Hear(), style="soft", icon="undo", key="A", show_key=True,
           spoken="Draw it again")  # fmt: skip
    divider(sheet, box.x, y + 47, box.w - 1)
    return y + 48


def _said(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    mine = page.lines is not None and page.line in {name for name, _ in page.lines.moves}
    width = min(box.w - 80, 620.0)
    named = 0.0 if page.who else 22.0
    sizes = [named + paint.height(text, width - 32, BODY, SEMI, leading=1.45) + 20 for _, text in page.said]
    with sheet.scroll("said", box, sum(sizes) + 10 * len(sizes) + 24) as start:
        y = start + 14
        for (name, text), size in zip(page.said, sizes, strict=True):
            lines = paint.wrap(text, width - 32, BODY, SEMI)
            wide = max(paint.measure(line, BODY, SEMI) for line in lines) + 32
            x = box.right - 28 - wide if mine else box.x + 20
            radius = (16, 16, 4, 16) if mine else (16, 16, 16, 4)
            bubble = Box(x, y + named, wide, size - named)
            if named:
                at, words = (box.right - 30, f"To {name}") if mine else (x + 2, name)
                paint.text(words, at, y + 10, META, theme.muted, BOLD, align="right" if mine else "left")
            paint.panel(bubble, theme.bubble_me if mine else theme.bubble, radius=radius)
            ink = theme.on_bubble_me if mine else theme.text
            paint.paragraph(text, x + 16, bubble.y + 10, width - 32, BODY, ink, SEMI, leading=1.45)
            y += size + 10
