"""The timing test: what it is, its cases, and what came of it, under one head."""

from game.ui.common.shared_actions import turn
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import page_head
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, EXTRA, META, SEMI, TITLE
from game.ui.drawing.widgets import button, divider, icon_tile
from game.ui.play.screens.timing import timing_case_page, timing_marks_page
from game.ui.play.timing.timing_state import BeginTiming, TimingPage

NAME = "Do you know when?"
EACH = "half a minute each"
SEEN = (
    "You see {count} people, each on one morning of a game that nobody has played: their profile, the thread, and what "
    "was noticed."
)
TOLD = (
    "Then you read how well you tell the ready from the others, which way you lean, and whether your sureness can be "
    "trusted. Single cases are not solved, so that they can be taken again."
)
INTRO = (
    ("people", SEEN),
    ("question", "For each you say: ask now, or not yet, and how sure you are. Half of them are ready."),
    ("eye", TOLD),
    ("lock", "It is no part of any score. The answers stay on this machine, and nobody else is told."),
)


def timing(sheet: Sheet, model: Model) -> None:
    """Draw the timing test at the step where it stands."""
    page = model.page
    if not isinstance(page, TimingPage):
        return
    body = _head(sheet, page)
    if page.step == "case":
        timing_case_page.case(sheet, model, page, body)
    elif page.step == "told":
        timing_marks_page.told(sheet, page, body)
    else:
        _intro(sheet, page, body)


def _head(sheet: Sheet, page: TimingPage) -> Box:
    """The bar on top, with how far one is; returns the room below."""
    theme, paint = sheet.theme, sheet.painter
    head = page_head(sheet, "" if sheet.narrow and page.step == "case" else NAME)
    row = head.row
    if page.step == "case":
        count = len(page.cases)
        words = f"Case {page.at + 1} of {count}"
        used = paint.text(words, row.right - 20, row.cy, 14, theme.muted, SEMI, align="right")
        paint.speak(Box(row.right - 20 - used, row.y, used, row.h), words)
        wide = min(280.0, row.w * 0.25)
        bar = Box(row.right - 20 - used - 14 - wide, row.cy - 4, wide, 8)
        paint.panel(bar, theme.sunken, radius=4, edge=theme.border)
        paint.panel(Box(bar.x, bar.y, max(8.0, bar.w * (page.at + 1) / count), bar.h), theme.primary, radius=4)
    return head.body


def _intro(sheet: Sheet, page: TimingPage, box: Box) -> None:
    """What the test is, before it begins."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    foot = Box(box.x, box.bottom - 78, box.w, 78)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    wide = min(720.0, box.w - (32 if sheet.narrow else 56))
    x = box.cx - wide / 2
    count = len(page.book.forms.forms[page.book.following])
    lines = [(icon, words.format(count=count)) for icon, words in INTRO]
    sizes = [max(40.0, paint.height(words, wide - 58, BODY, leading=1.5)) + 18 for _, words in lines]
    high = 78 + sum(sizes)
    inside = Box(box.x + 1, box.y + 1, box.w - 2, foot.y - box.y - 1)
    with sheet.scroll("timing.intro", inside, high + 24) as start:
        y = start + max(16.0, (inside.h - high) / 2 - 8)
        paint.text(NAME, x, y + 18, TITLE, theme.text, EXTRA)
        about = f"{count} short cases, {EACH}"
        paint.text(about, x, y + 46, 14, theme.muted, SEMI)
        paint.speak(Box(x, y, wide, 60), f"{NAME} {about}")
        y += 78
        for (icon, words), size in zip(lines, sizes, strict=True):
            icon_tile(sheet, icon, Box(x, y, 40, 40), "soft")
            used = paint.height(words, wide - 58, BODY, leading=1.5)
            paint.paragraph(words, x + 58, y + max(0.0, (40 - used) / 2), wide - 58, BODY, theme.text, leading=1.5)
            y += size
    start_wide = 140.0 if sheet.narrow else 190.0
    button(
        sheet, "begin", Box(foot.right - 16 - start_wide, foot.cy - 25, start_wide, 50), "Begin", BeginTiming(),
        style="primary",
        icon="play", key="Enter", show_key=True, size=16, spoken="Begin the test",
    )  # fmt: skip
    if page.book.told is not None:
        button(
            sheet, "last", Box(foot.x + 16, foot.cy - 22, min(210.0, foot.w - start_wide - 44), 44),
            "What came of it last",
            turn(step="told"),
            icon="chart", key="L", size=14,
        )  # fmt: skip
    else:
        paint.text("Leave it whenever you like.", foot.x + 20, foot.cy, META, theme.muted, SEMI,
                   width=foot.w - start_wide - 48)  # fmt: skip
