"""The hint of the day: a question, and on a second press what it is about."""

from game.ui.common.shared_actions import Close, Sequence, turn_dialog
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SECTION, SEMI
from game.ui.drawing.widgets import button
from game.ui.play.play_actions import Select
from game.ui.play.play_state import NudgeBox
from game.ui.play.reading_views import ASKED_FOOT, follower_of

WIDE = 560


def nudge(sheet: Sheet, model: Model) -> None:
    """Draw the hint of the day."""
    box = model.dialog
    if not isinstance(box, NudgeBox):
        return
    paint, theme = sheet.painter, sheet.theme
    room = dialog_room(sheet, WIDE)
    question = paint.height(box.told.question, room, SECTION, BOLD, leading=1.4)
    more = 12 + paint.height(box.told.more, room, BODY, leading=1.5) if box.more else 0.0
    foot = paint.height(ASKED_FOOT, room, META, SEMI)
    body = dialog(sheet, WIDE, 72 + question + more + 16 + foot + 18 + 46 + 22, "spark", "A hint", "one a day")
    y = body.y
    y += paint.paragraph(box.told.question, body.x, y, body.w, SECTION, theme.text, BOLD, leading=1.4)
    if box.more:
        y += 12 + paint.paragraph(box.told.more, body.x, y + 12, body.w, BODY, theme.text, leading=1.5)
    paint.paragraph(ASKED_FOOT, body.x, y + 16, body.w, META, theme.muted, SEMI)
    half = (body.w - 12) / 2
    left, right = (Box(body.x + i * (half + 12), body.bottom - 46, half, 46) for i in (0, 1))
    person = follower_of(model.view, box.told.who) if model.view is not None else None
    if not box.more:
        button(sheet, "more", left, "Tell me more", turn_dialog(more=True), icon="plus", key="M", show_key=True)
    elif person is not None:
        to = Sequence((Close(), Select(person.id)))
        spoken = f"To the thread with {person.name}"
        button(sheet, "turn_to", left, "To the thread", to, icon="person", key="T", show_key=True, spoken=spoken)
    button(sheet, "think", right, "I will think about it", Close(), style="primary", key="Enter", show_key=True)
