"""Something that happens to the player and wants an answer."""

from dataclasses import dataclass

from game.session.entries import AnswerEvent
from game.session.event_view import EventView
from game.ui.common.shared_actions import Close
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import still_svg
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button, divider, key_cap
from game.ui.play.play_state import EventBox

WIDTH = 640
BESIDE, HIGH = 232, 102  # of the picture beside the words
ABOVE = 124  # how high it is above them, in a narrow window
FACE, APART = 52, 38  # how large a face below the picture is, and how far the next one stands from it
MARGIN = 20


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
    reply_high = paint.height(happened.reply, width - 40, BODY, SEMI, leading=1.5) + 28 if happened.reply else 0
    rows = [] if answered else [_row_height(sheet, c.told, width) for c in happened.choices]
    said_high = 28 if model.said and not answered else 0
    low = (70 if answered else sum(rows) + 8 * len(rows) + 16) + said_high
    room = sheet.window.h - 24 - 72 - 22 - low
    told = _told(sheet, happened, width, room - reply_high - 12)
    need = told.high + reply_high + 12
    body = dialog(sheet, WIDTH, 72 + min(need, room) + low + 22, "event", happened.title)
    with sheet.scroll(f"event.{box.event}", Box(body.x, body.y, body.w, min(need, room)), need) as y:
        paint.paragraph(happened.text, body.x, y + told.down, told.words, BODY, theme.text, leading=1.5)
        if told.picture:
            _picture(sheet, happened, told.picture._replace(x=body.x + told.picture.x, y=y))
        if happened.reply:
            strip = Box(body.x, y + told.high + 12, width, reply_high - 8)
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


@dataclass(frozen=True)
class _Told:
    """Where the words of an event and its picture stand."""

    high: float  # of both
    words: float  # how wide the words are
    down: float = 0.0  # how far below the top they begin
    picture: Box | None = None  # from the left of the words; nothing where there is no room for it


def _told(sheet: Sheet, happened: EventView, width: float, room: float) -> _Told:
    """The picture stands beside the words, or above them in a narrow window, where all of it has room."""
    faces = FACE / 2 + 4 if happened.people else 0
    alone = sheet.painter.height(happened.text, width, BODY, leading=1.5)
    if sheet.narrow:
        above = ABOVE + faces + 12
        told = _Told(above + alone, width, above, Box(0, 0, width, ABOVE))
    else:
        words = width - BESIDE - MARGIN
        high = max(sheet.painter.height(happened.text, words, BODY, leading=1.5), HIGH + faces)
        told = _Told(high, words, 0.0, Box(width - BESIDE, 0, BESIDE, HIGH))
    return told if told.high <= room else _Told(alone, width)


def _picture(sheet: Sheet, happened: EventView, box: Box) -> None:
    """What an event is about, and of whom it tells."""
    paint, theme = sheet.painter, sheet.theme
    paint.svg(still_svg(happened.shows or happened.title, dark=theme.dark), box, radius=14, cover=True)
    x = box.x + 8 + FACE / 2
    for person in happened.people:
        paint.panel(Box(x - FACE / 2 - 3, box.bottom - FACE / 2 - 3, FACE + 6, FACE + 6), theme.surface, radius=FACE)
        paint.avatar(person.look, x, box.bottom, FACE, picture=person.picture)
        x += APART
    if happened.people:
        left = x - APART + FACE / 2 + 8
        names = ", ".join(person.name for person in happened.people)
        paint.text(names, left, box.bottom + 17, META, theme.muted, SEMI, width=box.right - left)


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
