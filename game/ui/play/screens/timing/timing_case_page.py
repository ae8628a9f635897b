"""One case of the timing test: the thread, who they say they are, and the two questions below."""

from game.coach.timing.timing_case import TimingCase, view_of
from game.coach.timing.timing_marks import SURENESS
from game.scenario.texts.first_names import first_name
from game.session.view import View
from game.ui.common.shared_actions import turn
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, divider, icon_button, segmented
from game.ui.play.screens.day import profile
from game.ui.play.screens.day.talk.bubbles import thread_blocks
from game.ui.play.screens.day.thread import stack
from game.ui.play.timing.timing_state import EarlierCase, NextCase, TimingPage

SURE_KEYS = ("5", "6", "7", "8", "9", "0")
"""Keys of the sureness: its tens."""
FOOT = 128.0
TALL_FOOT = 232.0
"""Height of the questions, and where there is one column."""


def case(sheet: Sheet, model: Model, page: TimingPage, box: Box) -> None:
    """Draw a case with its questions."""
    shown = page.cases[page.at]
    view = view_of(shown)
    if sheet.narrow:
        foot = Box(box.x, box.bottom - TALL_FOOT, box.w, TALL_FOOT)
        upper = Box(box.x, box.y, box.w, box.h - TALL_FOOT - 8)
        part, room = panes(sheet, upper, (("thread", "The thread"), ("person", "The person")), page.pane)
        if part == "thread":
            _thread(sheet, view, shown, room)
        else:
            _profile(sheet, view, room)
        _questions(sheet, model, page, shown, foot)
        return
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
               width=room, may_end=True)  # fmt: skip
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
    if sheet.narrow:
        _questions_below(sheet, model, page, shown, box)
        return
    x = box.x + 20
    room = _ways_on(sheet, page, Box(x, box.y + 14, box.w - 40, 44))
    _question(sheet, model, shown, Box(x, box.y + 14, room, 50))
    row = Box(x, box.y + 72, 264.0, 42)
    _ask(sheet, page, row)
    label = "How sure?"
    at = row.right + 22
    used = paint.text(label, at, row.cy, BODY, theme.text, BOLD) if box.w > 900 else 0.0
    sure = Box(at + (used + 14 if used else 0.0), row.y, 0.0, 42)
    _sure(sheet, page, Box(sure.x, sure.y, min(480.0, box.right - 20 - sure.x), 42))


def _questions_below(sheet: Sheet, model: Model, page: TimingPage, shown: TimingCase, box: Box) -> None:
    """The same below each other."""
    row = Box(box.x + 14, box.y + 12, box.w - 28, 44)
    _question(sheet, model, shown, row)
    _ask(sheet, page, row.moved(0, 52)._replace(h=42))
    _sure(sheet, page, row.moved(0, 104)._replace(h=42))
    _ways_on(sheet, page, Box(row.x, box.bottom - 58, row.w, 44))


def _ways_on(sheet: Sheet, page: TimingPage, box: Box) -> float:
    """The next case and the one before; returns what room they leave."""
    wide, last = 150.0, page.at + 1 == len(page.cases)
    ready = page.ask is not None and page.sure
    button(
        sheet, "next", Box(box.right - wide, box.y, wide, 44), "Finish" if last else "Next",
        NextCase(), style="primary" if ready else "plain", icon="next",
        key="Enter", show_key=True,
    )  # fmt: skip
    if not page.at:
        return box.w - wide
    icon_button(
        sheet, "earlier", Box(box.right - wide - 50, box.y + 2, 40, 40), "undo", "The case before",
        EarlierCase(), style="plain", key="Backspace",
    )  # fmt: skip
    return box.w - wide - 50


def _question(sheet: Sheet, model: Model, shown: TimingCase, box: Box) -> None:
    """What is asked; or what was refused."""
    theme, paint = sheet.theme, sheet.painter
    question = f"Would you ask {first_name(shown.name)} today to buy {shown.offer}?"
    if model.said:
        paint.paragraph(model.said, box.x, box.y + 2, box.w, 14, theme.danger, SEMI, lines=2)
        return
    size = next((s for s in (16, 14) if len(paint.wrap(question, box.w, s, BOLD)) <= 2), META)
    paint.paragraph(question, box.x, box.y, box.w, size, theme.text, BOLD, lines=3, leading=1.25)


def _ask(sheet: Sheet, page: TimingPage, box: Box) -> None:
    held = "" if page.ask is None else "now" if page.ask else "later"
    choices = (("now", "Ask now", turn(ask=True)), ("later", "Not yet", turn(ask=False)))
    segmented(sheet, "ask", box, choices, held, keys=("A", "N"))


def _sure(sheet: Sheet, page: TimingPage, box: Box) -> None:
    levels = tuple((str(level), f"{level} %", turn(sure=level)) for level in SURENESS)
    segmented(sheet, "sure", box, levels, str(page.sure), spoken="How sure:", keys=SURE_KEYS)
