"""Something that happens to the player and wants an answer."""

from game.session.entries import AnswerEvent
from game.session.view import EventView
from game.ui.common.shared_actions import Close
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, SEMI
from game.ui.drawing.widgets import button, divider, key_cap
from game.ui.play.play_state import EventBox

WIDTH = 640


def event(sheet: Sheet, model: Model) -> None:
    """Draw an event with its choices, or its reply."""
    box, view = model.dialog, model.view
    if not isinstance(box, EventBox) or view is None:
        return
    happened = next((e for e in view.events if e.id == box.event), None)
    if happened is None:
        return
    paint, theme = sheet.painter, sheet.theme
    width = dialog_room(sheet, WIDTH)
    answered = bool(happened.reply) or not happened.choices
    text_high = paint.height(happened.text, width, BODY, leading=1.5)
    reply_high = paint.height(happened.reply, width - 40, BODY, SEMI, leading=1.5) + 28 if happened.reply else 0
    rows = [] if answered else [_row_height(sheet, c.told, width) for c in happened.choices]
    said_high = 28 if model.said and not answered else 0
    low = (70 if answered else sum(rows) + 8 * len(rows) + 16) + said_high
    need = text_high + reply_high + 12
    room = sheet.window.h - 24 - 72 - 22 - low
    body = dialog(sheet, WIDTH, 72 + min(need, room) + low + 22, "event", happened.title)
    with sheet.scroll(f"event.{box.event}", Box(body.x, body.y, body.w, min(need, room)), need) as start:
        y = start
        paint.paragraph(happened.text, body.x, y, width, BODY, theme.text, leading=1.5)
        if happened.reply:
            strip = Box(body.x, y + text_high + 12, width, reply_high - 8)
            paint.panel(strip, theme.soft, radius=12)
            paint.icon("answer", strip.x + 20, strip.cy, 20, theme.on_soft)
            paint.paragraph(happened.reply, strip.x + 40, strip.y + 10, width - 52, BODY, theme.text, SEMI, leading=1.5)
    y = body.y + min(need, room) + 8
    if answered:
        button(
            sheet,
            "event.on",
            Box(body.right - 160, body.bottom - 46, 160, 46),
            "Go on",
            Close(),
            style="primary",
            key="Enter",
            show_key=True,
        )
        return
    if said_high:
        paint.icon("warning", body.x + 9, y + 10, 18, theme.danger)
        paint.text(model.said, body.x + 26, y + 10, 14, theme.danger, BOLD, width=width - 30)
        y += said_high
    divider(sheet, body.x, y, body.w)
    y += 8
    for choice, size in zip(happened.choices, rows, strict=True):
        _choice(sheet, happened, choice.index, choice.told, Box(body.x, y, body.w, size))
        y += size + 8


def _row_height(sheet: Sheet, label: str, width: float) -> float:
    return max(48.0, sheet.painter.height(label, width - 76, BODY, BOLD) + 22)


def _choice(sheet: Sheet, happened: EventView, index: int, label: str, box: Box) -> None:
    paint, theme = sheet.painter, sheet.theme
    key = str(index + 1)
    touch = sheet.region(f"answer.{index}", box, label, AnswerEvent(happened.id, index), role="option", key=key)
    paint.panel(
        box,
        theme.hover if touch.hover else theme.raised,
        radius=14,
        edge=theme.primary if touch.hover else theme.border,
    )
    key_cap(sheet, key, box.x + 26, box.cy, theme.on_soft, theme.soft)
    high = paint.height(label, box.w - 76, BODY, BOLD)
    paint.paragraph(label, box.x + 50, box.cy - high / 2, box.w - 76, BODY, theme.text, BOLD)
