"""After the last day: tabs on how trust moved, who they were, what was asked, what mattered, and what it teaches."""

from game.ui.common.shared_actions import Close, Leave, Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import EXTRA, META, SEMI
from game.ui.drawing.widgets import button, divider, icon_button, own_mark, segmented
from game.ui.play.forward.forward_state import ToForward
from game.ui.play.play_actions import Again
from game.ui.play.play_state import ConfirmBox, DebriefPage, NightsBox
from game.ui.play.reading_views import way_out
from game.ui.play.screens.debrief import debrief_asks, debrief_lessons, debrief_people, debrief_review, debrief_trust

TABS = (
    ("trust", "How trust moved", "Trust"),
    ("people", "Who they were", "People"),
    ("asks", "Your asks", "Asks"),
    ("review", "What mattered", "Mattered"),
    ("lessons", "What it teaches", "Lessons"),
)


def debrief(sheet: Sheet, model: Model) -> None:
    """Draw the debrief with the tab that is open."""
    page, told = model.page, model.debrief
    if not isinstance(page, DebriefPage) or told is None:
        return
    theme, paint, window = sheet.theme, sheet.painter, sheet.window
    row = Box(0, 0, window.w, 56 if sheet.tall or sheet.narrow else 50)
    head = row._replace(h=row.h + 46) if sheet.narrow else row
    paint.fill(head, theme.surface)
    divider(sheet, 0, head.bottom - 1, head.w)
    right = _ways_out(sheet, way_out(model), row)
    own_mark(sheet, 36, row.cy, 40)
    tabs_wide = 640 if sheet.wide else 420
    tabs = Box(min(window.w / 2 - tabs_wide / 2, right - 12 - tabs_wide), row.cy - 19, tabs_wide, 38)
    room = tabs.x - 66 - 16
    if sheet.narrow:  # the tabs stand in a row of their own
        tabs, room = Box(8, row.bottom - 2, window.w - 16, 40), right - 66 - 12
    head, under = row, head
    titles = (f"Debrief for {sheet.you.name}", "Debrief") if sheet.you.name else ("Debrief",)
    called = next((words for words in titles if paint.measure(words, 18, EXTRA) <= room), "Debrief")
    paint.text(called, 66, head.cy - (8 if room >= 120 else 0), 18, theme.text, EXTRA)
    if room >= 120:
        paint.text(told.title, 66, head.cy + 13, META, theme.muted, SEMI, width=room, may_end=True)
    choices = tuple((name, label if sheet.wide else short, turn(tab=name, pane="")) for name, label, short in TABS)
    segmented(sheet, "tab", tabs, choices, page.tab, role="tab", keys=("1", "2", "3", "4", "5"))
    side = 8 if sheet.narrow else 16
    body = Box(side, under.bottom + side, window.w - 2 * side, window.h - under.bottom - side - min(side, 14))
    if not sheet.narrow:
        body = Box(16, head.bottom + 12, window.w - 32, window.h - head.bottom - 12 - 14)
    parts = {
        "trust": debrief_trust.trust,
        "people": debrief_people.people,
        "asks": debrief_asks.asks,
        "review": debrief_review.review,
        "lessons": debrief_lessons.lessons,
    }
    parts[page.tab](sheet, told, page, body)
    sheet.shortcut("Esc", Close())


def _ways_out(sheet: Sheet, out: str, head: Box) -> float:
    """The buttons on the right; returns where they begin."""
    question = ConfirmBox(
        "Play it again?",
        "The same scenario from its first day, with new chance. This run stays as it is.",
        "Play again",
        Again(),
        "undo",
    )
    x = head.right - 16
    if sheet.wide:
        button(
            sheet,
            "again",
            Box(x - 130, head.cy - 19, 130, 38),
            "Play again",
            Open(question),
            style="soft",
            key="A",
            size=14,
        )
        button(
            sheet,
            "to_title",
            Box(x - 130 - 10 - 144, head.cy - 19, 144, 38),
            out,
            Leave(),
            key="T",
            size=14,
        )
        return _to_nights(sheet, x - 284 - 10, head)
    icon_button(
        sheet, "again", Box(x - 40, head.cy - 20, 40, 40), "undo", "Play again", Open(question), style="soft", key="A"
    )
    icon_button(sheet, "to_title", Box(x - 88, head.cy - 20, 40, 40), "home", out, Leave(), key="T")
    return _to_nights(sheet, x - 88 - 4, head)


def _to_nights(sheet: Sheet, right: float, head: Box) -> float:
    """The ways over the nights, and on to where one's habits lead; returns where they begin."""
    spot = Box(right - 40, head.cy - 20, 40, 40)
    icon_button(sheet, "nights", spot, "moon", "Nights: read them again", Open(NightsBox()), key="B")
    ahead = Box(spot.x - 44, spot.y, 40, 40)
    icon_button(sheet, "forward", ahead, "person", "Your habits: where they lead", ToForward(), key="F")
    return ahead.x
