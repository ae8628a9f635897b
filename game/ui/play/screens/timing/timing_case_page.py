"""One case of the timing test: the thread, who they say they are, and the two questions below."""

from game.coach.timing.timing_case import TimingCase, view_of
from game.coach.timing.timing_marks import SURENESS
from game.scenario.texts.first_names import first_name
from game.session.view import View
from game.ui.common.shared_actions import turn
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, divider, icon_button, segmented
from game.ui.play.screens.day import profile
from game.ui.play.screens.day.bubbles import thread_blocks
from game.ui.play.screens.day.thread import stack
from game.ui.play.timing.timing_state import EarlierCase, NextCase, TimingPage

SURE_KEYS = ("5", "6", "7", "8", "9", "0")
"""Keys of the sureness: its tens."""
FOOT = 128.0


def case(sheet: Sheet, model: Model, page: TimingPage, box: Box) -> None:
    """Draw a case with its questions."""
    shown = page.cases[page.at]
    view = view_of(shown)
    foot = Box(box.x, box.bottom - FOOT, box.w, FOOT)
    high = box.h - FOOT - 12
    side = 360.0 if sheet.wide else 270.0
    _thread(sheet, view, shown, Box(box.x, box.y, box.w - side - 12, high))
    _profile(sheet, view, Box(box.right - side, box.y, side, high))
    _questions(sheet, model, page, shown, foot)


def _thread(sheet: Sheet, view: View, shown: TimingCase, box: Box) -> None:
    """What was said so far."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    head = Box(box.x, box.y, box.w, 54)
    left = shown.days - shown.day
    ends = "the last day" if not left else "one more day to come" if left == 1 else f"{left} more days to come"
    told = f"{shown.business} · day {shown.day} of {shown.days}, {ends}"
    room = head.w - 40
    title = shown.name
    paint.text(title, head.x + 20, head.cy - 9, paint.fitting(title, room, (SECTION, 16), EXTRA), theme.text, EXTRA,
               width=room)  # fmt: skip
    paint.text(told, head.x + 20, head.cy + 13, META, theme.muted, SEMI, width=room)
    paint.speak(head, f"{title}. {told}")
    divider(sheet, box.x + 1, head.bottom, box.w - 2)
    inside = Box(box.x + 1, head.bottom + 1, box.w - 2, box.bottom - head.bottom - 2)
    stack(sheet, f"timing.{shown.id}", inside, thread_blocks(sheet, view, view.followers[0], inside))


def _profile(sheet: Sheet, view: View, box: Box) -> None:
    """Who they say they are, and what was noticed."""
    sheet.painter.panel(box, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="card")
    profile.face(sheet, view.followers[0], box)
    inside = Box(box.x + 1, box.y + 100, box.w - 2, box.h - 108)
    profile.found_out(sheet, view, view.followers[0], inside)


def _questions(sheet: Sheet, model: Model, page: TimingPage, shown: TimingCase, box: Box) -> None:
    """Ask now or not yet, and how sure."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x, last = box.x + 20, page.at + 1 == len(page.cases)
    wide = 150.0
    ready = page.ask is not None and page.sure
    button(
        sheet, "next", Box(box.right - 20 - wide, box.y + 14, wide, 44), "Finish" if last else "Next",
        NextCase(), style="primary" if ready else "plain", icon="next",
        key="Enter", show_key=True,
    )  # fmt: skip
    room = box.w - wide - 40 - 20
    if page.at:
        icon_button(
            sheet, "earlier", Box(box.right - 20 - wide - 50, box.y + 16, 40, 40), "undo", "The case before",
            EarlierCase(), style="plain", key="Backspace",
        )  # fmt: skip
        room -= 50
    question = f"Would you ask {first_name(shown.name)} today to buy {shown.offer}?"
    if model.said:
        paint.paragraph(model.said, x, box.y + 16, room, 14, theme.danger, SEMI, lines=2)
    else:
        size = 16 if len(paint.wrap(question, room, 16, BOLD)) <= 2 else 14
        paint.paragraph(question, x, box.y + 14, room, size, theme.text, BOLD, lines=2)
    row = Box(x, box.y + 72, 264.0, 42)
    held = "" if page.ask is None else "now" if page.ask else "later"
    choices = (("now", "Ask now", turn(ask=True)), ("later", "Not yet", turn(ask=False)))
    segmented(sheet, "ask", row, choices, held, keys=("A", "N"))
    label = "How sure?"
    at = row.right + 22
    used = paint.text(label, at, row.cy, BODY, theme.text, BOLD) if box.w > 900 else 0.0
    sure = Box(at + (used + 14 if used else 0.0), row.y, 0.0, 42)
    sure = Box(sure.x, sure.y, min(480.0, box.right - 20 - sure.x), 42)
    levels = tuple((str(level), f"{level} %", turn(sure=level)) for level in SURENESS)
    segmented(sheet, "sure", sure, levels, str(page.sure), spoken="How sure:", keys=SURE_KEYS)
