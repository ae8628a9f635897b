"""Small dialogs: a question, a notice, what the run is about."""

from game.coach.looking_back.score_told import COUNTED
from game.session.view import GoalView
from game.ui.common.shared_actions import Close, Sequence
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, divider, icon_tile
from game.ui.play.play_state import AboutBox, ConfirmBox, NoticeBox

WIDTH, WAY = 520, 50.0


def confirm(sheet: Sheet, model: Model) -> None:
    """A question with two answers."""
    box = model.dialog
    if not isinstance(box, ConfirmBox):
        return
    paint = sheet.painter
    width = dialog_room(sheet, WIDTH)
    high = paint.height(box.text, width, BODY, leading=1.5)
    ways = WAY * len(box.ways)
    body = dialog(sheet, WIDTH, 72 + high + ways + 24 + 46 + 22, box.icon, box.title)
    paint.paragraph(box.text, body.x, body.y, width, BODY, sheet.theme.muted, SEMI, leading=1.5)
    for number, way in enumerate(box.ways):
        spot = Box(body.x, body.y + high + 14 + WAY * number, body.w, WAY - 8)
        whole = Sequence((Close(), way.action))
        button(sheet, way.name, spot, way.label, whole, icon=way.icon, key=way.key, show_key=not sheet.narrow, size=14)
    wide = max(140.0, paint.measure(box.yes, BODY, BOLD) + 90)
    yes = Box(body.right - wide, body.bottom - 46, wide, 46)
    style = "danger" if box.danger else "primary"
    button(sheet, "yes", yes, box.yes, Sequence((Close(), box.action)), style=style, key="Enter Y", show_key=True)
    other: object = Close() if box.other is None else Sequence((Close(), box.other))
    least = min(yes.x - 12 - body.x, max(120.0, paint.measure(box.no, BODY, BOLD) + 28))
    button(sheet, "no", Box(yes.x - 12 - least, yes.y, least, 46), box.no, other, key="N")


def notice(sheet: Sheet, model: Model) -> None:
    """Something to be read once."""
    box = model.dialog
    if not isinstance(box, NoticeBox):
        return
    paint = sheet.painter
    width = dialog_room(sheet, WIDTH)
    high = paint.height(box.text, width, BODY, leading=1.5)
    body = dialog(sheet, WIDTH, 72 + high + 24 + 46 + 22, box.icon, box.title)
    paint.paragraph(box.text, body.x, body.y, width, BODY, sheet.theme.text, leading=1.5)
    button(
        sheet,
        "ok",
        Box(body.right - 130, body.bottom - 46, 130, 46),
        "All right",
        Close(),
        style="primary",
        key="Enter",
    )


def _told(goal: GoalView) -> str:
    """Who counts for a goal, and how far it has come."""
    return " ".join(filter(None, (goal.counts, "" if goal.reached else goal.progress)))


def _lines_of(sheet: Sheet, goal: GoalView) -> list[tuple[str, float, str, int]]:
    """What is written of a goal, one below the other: text, size, colour, weight."""
    theme = sheet.theme
    below = f"{goal.text} · reached" if goal.reached else goal.text
    lines = [
        (goal.title, BODY, theme.text, BOLD),
        (below, META, theme.good if goal.reached else theme.muted, SEMI),
        (_told(goal), META, theme.text, SEMI),
    ]
    return [line for line in lines if line[0]]


def _goal_high(sheet: Sheet, goal: GoalView, width: float) -> float:
    texts = _lines_of(sheet, goal)
    return max(46.0, sum(sheet.painter.height(text, width, size, weight) for text, size, _, weight in texts)) + 14.0


def about(sheet: Sheet, model: Model) -> None:
    """The business, and the goals."""
    view = model.view
    if not isinstance(model.dialog, AboutBox) or view is None:
        return
    paint, theme = sheet.painter, sheet.theme
    width = dialog_room(sheet, 600)
    sells = f"You sell: {view.offer}." if view.offer else ""
    texts = [t for t in (view.about, view.summary, sells, COUNTED) if t]
    picture_high = 132 if view.business_picture else 0
    beside_bar = width - 12
    high = sum(paint.height(t, beside_bar, BODY, leading=1.5) + 8 for t in texts) + picture_high
    rows = [_goal_high(sheet, goal, width - 64) for goal in view.goals]
    need = high + (40 + sum(rows) if view.goals else 0) + 44
    body = dialog(sheet, 600, 72 + need + 32, "flag", view.business, view.title)
    with sheet.scroll("about", body, need) as start:
        y = start
        if picture_high and paint.photo(view.business_picture, Box(body.x, y, width, 120), radius=14):
            y += picture_high
        for text in texts:
            y += paint.paragraph(text, body.x, y, beside_bar, BODY, theme.text, leading=1.5) + 8
        if view.goals:
            divider(sheet, body.x, y + 4, width)
            paint.text("Goals", body.x, y + 26, CARD, theme.text, EXTRA)
            y += 44
        for goal, row in zip(view.goals, rows, strict=True):
            icon_tile(
                sheet,
                "check" if goal.reached else "flag",
                Box(body.x, y + 2, 40, 40),
                "good" if goal.reached else "plain",
            )
            at = y + 2
            for text, size, colour, weight in _lines_of(sheet, goal):
                at += paint.paragraph(text, body.x + 54, at, width - 64, size, colour, weight)
            y += row
        seed = f"Seed {view.seed}: the same number brings the same people"
        paint.paragraph(seed, body.x, y + 4, width, META, theme.faint, SEMI)
