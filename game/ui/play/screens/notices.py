"""Small dialogs: a question, a notice, what the run is about."""

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


def _told_high(sheet: Sheet, goal: GoalView, width: float) -> float:
    return sheet.painter.height(_told(goal), width, META, SEMI) if _told(goal) else 0.0


def about(sheet: Sheet, model: Model) -> None:
    """The business, and the goals."""
    view = model.view
    if not isinstance(model.dialog, AboutBox) or view is None:
        return
    paint, theme = sheet.painter, sheet.theme
    width = dialog_room(sheet, 600)
    texts = [t for t in (view.about, view.summary, f"You sell: {view.offer}." if view.offer else "") if t]
    picture_high = 132 if view.business_picture else 0
    high = sum(paint.height(t, width, BODY, leading=1.5) + 8 for t in texts) + picture_high
    rows = [54.0 + _told_high(sheet, goal, width - 60) for goal in view.goals]
    need = high + (40 + sum(rows) if view.goals else 0) + 44
    body = dialog(sheet, 600, 72 + need + 16, "flag", view.business, view.title)
    with sheet.scroll("about", body, need) as start:
        y = start
        if picture_high and paint.photo(view.business_picture, Box(body.x, y, width, 120), radius=14):
            y += picture_high
        for text in texts:
            y += paint.paragraph(text, body.x, y, width, BODY, theme.text, leading=1.5) + 8
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
            paint.text(goal.title, body.x + 54, y + 12, BODY, theme.text, BOLD, width=width - 60)
            below = f"{goal.text} · reached" if goal.reached else goal.text
            paint.text(
                below, body.x + 54, y + 33, META, theme.good if goal.reached else theme.muted, SEMI, width=width - 60
            )
            paint.paragraph(_told(goal), body.x + 54, y + 44, width - 60, META, theme.text, SEMI)
            y += row
        paint.text(f"Seed {view.seed}", body.x, y + 12, META, theme.faint, SEMI)
