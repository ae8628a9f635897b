"""The plan of the day, and the right column as a drawer."""

from game.art.icon_names import icon_of
from game.session.entries import TakeBack
from game.session.view import Planned
from game.session.words.hours_text import hours_text
from game.ui.common.shared_actions import Close
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, divider, empty, icon_button, icon_tile
from game.ui.play.play_actions import AskToEndDay
from game.ui.play.play_state import PlanBox, PlayPage, ProfileBox
from game.ui.play.reading_views import follower_of
from game.ui.play.screens.day import profile


def plan(sheet: Sheet, model: Model) -> None:
    """What is planned for tonight; each line can be taken back."""
    view = model.view
    if not isinstance(model.dialog, PlanBox) or view is None:
        return
    paint, theme = sheet.painter, sheet.theme
    sizes = [_row_height(sheet, p, dialog_room(sheet, 680)) for p in view.plan]
    deep = 84 if sheet.narrow else 46
    high = 72 + max(160.0, sum(sizes)) + deep + 24 + 22
    body = dialog(sheet, 680, min(high, 620), "plan", "Plan of the day", f"{view.weekday}, day {view.day}")
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    told = Box(foot.x, body.bottom - 46 - 36, foot.w, 30) if sheet.narrow else foot
    area = Box(body.x, body.y, body.w, told.y - 14 - body.y)
    divider(sheet, body.x, area.bottom, body.w)
    if not view.plan:
        empty(
            sheet,
            area,
            "plan",
            "Nothing is planned yet",
            "Choose a follower and a move. Nothing is sent before the day ends.",
        )
    with sheet.scroll("plan", area, sum(sizes)) as start:
        y = start
        for planned, size in zip(view.plan, sizes, strict=True):
            _row(sheet, model, planned, Box(body.x, y, body.w - 10, size))
            y += size
    button(
        sheet,
        "plan.end",
        Box(foot.right - 150, foot.y, 150, 46),
        "End day",
        AskToEndDay(),
        style="primary",
        icon="moon",
        key="E",
        show_key=True,
    )
    button(sheet, "plan.close", Box(foot.right - 150 - 12 - 130, foot.y, 130, 46), "Go on", Close(), key="Enter")
    paint.icon("bolt", told.x + 9, told.cy, 18, theme.primary)
    used = sum(p.hours for p in view.plan)
    left = (
        f"{hours_text(used)} planned, {hours_text(view.hours_left)} left"
        if view.plan
        else f"{hours_text(view.hours_left)} left"
    )
    left = left.replace("Free left", "nothing left").replace("Free planned", "nothing spent")
    paint.text(left, told.x + 26, told.cy, 14, theme.text, SEMI, width=foot.w - (30 if sheet.narrow else 330))


def _row_height(sheet: Sheet, planned: Planned, width: float) -> float:
    if sheet.narrow:
        return 34 + sheet.painter.height(_said(planned), width - 62, META) + 52
    return max(58.0, 34 + sheet.painter.height(_said(planned), width - 274, META, lines=3) + 10)


def _said(planned: Planned) -> str:
    return planned.content + ": " + planned.text if planned.content else planned.text


def _row(sheet: Sheet, model: Model, planned: Planned, box: Box) -> None:
    paint, theme = sheet.painter, sheet.theme
    icon_tile(sheet, icon_of(planned.move), Box(box.x, box.y + 9, 38, 38), "soft")
    room = box.w - 52 - (0 if sheet.narrow else 212)
    x = box.x + 52
    title = f"{planned.title} · {planned.name}"
    size = paint.fitting(title, room, (BODY, 14, META), EXTRA) if sheet.narrow else BODY
    paint.text(title, x, box.y + 18, size, theme.text, EXTRA, width=room, may_end=True)
    paint.paragraph(_said(planned), x, box.y + 30, room, META, theme.muted, lines=99 if sheet.narrow else 3)
    spot = Box(box.right - 130, box.bottom - 48 if sheet.narrow else box.y + 10, 126, 36)
    at = spot.cy if sheet.narrow else box.y + 28
    paint.text(hours_text(planned.hours), box.right - 140, at, META, theme.muted, SEMI, align="right")
    button(
        sheet, f"plan.take_back.{planned.id}", spot, "Take back",
        TakeBack(planned.id),
        style="soft", icon="undo", size=META, spoken=f"Take back: {planned.title}, {planned.name}",
    )  # fmt: skip
    del model


def drawer(sheet: Sheet, model: Model) -> None:
    """The right column where the window is too narrow for it."""
    view, page = model.view, model.page
    if not isinstance(model.dialog, ProfileBox) or view is None or not isinstance(page, PlayPage):
        return
    person = follower_of(view, page.selected)
    if person is None:
        return
    window = sheet.window
    wide = min(480.0, window.w - 16) if sheet.narrow else 340.0
    box = Box(window.w - 12 - wide, 12, wide, window.h - 24)
    if sheet.narrow:
        box = Box(window.cx - wide / 2, 8, wide, window.h - 16)
    sheet.painter.panel(box, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="high")
    profile.draw(sheet, view, person, box, framed=False)
    spot = Box(box.right - 46, box.y + 4, 40, 40)
    sheet.painter.circle(spot.cx, spot.cy, 17, sheet.theme.surface)
    icon_button(sheet, "close", spot, "close", "Close", Close(), key="Esc")
