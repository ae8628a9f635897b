"""Practice: two choices for somebody beside each other, and what they may bring by what can be known."""

from game.coach.practice.what_if_found import WhatIfToday
from game.scenario.texts.first_names import first_name
from game.session.entries import AskWhatIf
from game.session.view import FollowerView
from game.ui.common.shared_actions import Close, turn_dialog
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button, divider
from game.ui.play.play_state import WhatIfBox
from game.ui.play.practice_choices import choices_of
from game.ui.play.reading_views import ASKED_FOOT, follower_of
from game.ui.play.screens.debrief import fan_picture

INTRO = "Choose two things to do today."
SAME = "The two choices are the same. Choose two that differ."
WIDE, ROW, MARK, GAP = 640, 46, 66, 6
BAR = 12  # beside what may have to be scrolled
SIDES = ("first", "second")
BUTTONS = 46


def what_if(sheet: Sheet, model: Model) -> None:
    """Draw the choices, or what they may bring."""
    box, view = model.dialog, model.view
    if not isinstance(box, WhatIfBox) or view is None:
        return
    person = follower_of(view, box.who)
    if person is None:
        return
    if box.found is None:
        _choosing(sheet, model, box, person, choices_of(view))
    else:
        _told(sheet, box.found, person)


def _choosing(
    sheet: Sheet, model: Model, box: WhatIfBox, person: FollowerView, choices: tuple[tuple[str, str], ...]
) -> None:
    paint, theme = sheet.painter, sheet.theme
    room = dialog_room(sheet, WIDE)
    titles = dict(choices)
    words = model.said or f"{INTRO} Chosen: {titles[box.first]}, or {titles[box.second]}."
    intro, foot = paint.height(words, room, META, SEMI), paint.height(ASKED_FOOT, room, META, SEMI)
    high = 72 + intro + 14 + ROW * len(choices) + 14 + foot + 16 + BUTTONS + 22
    body = dialog(sheet, WIDE, min(high, 680), "compare", "What if?", f"{person.name}, today")
    paint.paragraph(words, body.x, body.y, body.w, META, theme.danger if model.said else theme.muted, SEMI)
    low = body.bottom - BUTTONS - 16 - foot - 14
    area = Box(body.x, body.y + intro + 14, body.w, low - body.y - intro - 14)
    with sheet.scroll("what_if", area, ROW * len(choices)) as top:
        for i, (move, title) in enumerate(choices):
            _choice(sheet, box, move, title, Box(body.x, top + i * ROW, body.w - 10, ROW))
    divider(sheet, body.x, area.bottom, body.w)
    paint.paragraph(ASKED_FOOT, body.x, low + 14, body.w, META, theme.muted, SEMI)
    spot = Box(body.right - 200, body.bottom - BUTTONS, 200, BUTTONS)
    button(
        sheet, "compare", spot, "Compare", AskWhatIf(box.who, box.first, box.second), style="primary", icon="compare",
        key="Enter", show_key=True, why_not=SAME if box.first == box.second else "",
    )  # fmt: skip


def _choice(sheet: Sheet, box: WhatIfBox, move: str, title: str, row: Box) -> None:
    """A move, and the two marks by which it becomes the first or the second choice."""
    paint, theme = sheet.painter, sheet.theme
    marks = row.right - 2 * MARK - GAP
    held = move in {box.first, box.second}
    paint.text(title, row.x + 4, row.cy, BODY, theme.text, BOLD if held else SEMI, width=marks - row.x - 12)
    for i, side in enumerate(SIDES):
        spot = Box(marks + i * (MARK + GAP), row.y + 5, MARK, ROW - 10)
        on = getattr(box, side) == move
        touch = sheet.region(
            f"what_if.{side}.{move or 'none'}", spot, f"{title}, {side} choice", turn_dialog(**{side: move}),
            role="option", chosen=on,
        )  # fmt: skip
        if not paint.visible(spot):
            continue
        ground = theme.primary if on else theme.hover if touch.hover else theme.sunken
        paint.panel(spot, ground, radius=12, edge=None if on else theme.border)
        ink = theme.on_primary if on else theme.muted
        paint.text(side.capitalize(), spot.cx, spot.cy, META, ink, BOLD, align="center", width=MARK - 8)


def _told(sheet: Sheet, found: WhatIfToday, person: FollowerView) -> None:
    paint, theme = sheet.painter, sheet.theme
    room = dialog_room(sheet, WIDE) - BAR
    words = found.problem or found.sentence or "Finding out what can be known this morning …"
    said, foot = paint.height(words, room, BODY, BOLD, leading=1.4), paint.height(ASKED_FOOT, room + BAR, META, SEMI)
    entries = (found.first, found.second)
    fan = fan_picture.one_height(sheet, found.fans, entries, room) if found.fans else 0.0
    how = _how(found, person)
    how_high = paint.height(how, room, META, SEMI)
    inside = said + 16 + fan + (14 if fan else 0) + how_high
    whole = 72 + inside + 20 + foot + 16 + BUTTONS + 22
    body = dialog(sheet, WIDE, min(whole, 680), "compare", "What if?", f"{person.name}, today")
    low = body.bottom - BUTTONS - 16 - foot
    with sheet.scroll(
        f"told.{found.first}.{found.second}", Box(body.x, body.y, body.w, low - 8 - body.y), inside
    ) as top:
        y = top + paint.paragraph(words, body.x, top, room, BODY, theme.text, BOLD, leading=1.4) + 16
        if found.fans:
            fan_picture.draw_one(sheet, found.fans, entries, body.x, y, room)
            y += fan + 14
        paint.paragraph(how, body.x, y, room, META, theme.muted, SEMI)
    paint.paragraph(ASKED_FOOT, body.x, low, body.w, META, theme.muted, SEMI)
    half = (body.w - 12) / 2
    left, right = (Box(body.x + i * (half + 12), body.bottom - BUTTONS, half, BUTTONS) for i in (0, 1))
    button(sheet, "others", left, "Other choices", turn_dialog(found=None), icon="compare", key="O", show_key=True)
    button(sheet, "think", right, "I will think about it", Close(), style="primary", key="Enter", show_key=True)


def _how(found: WhatIfToday, person: FollowerView) -> str:
    """How the figures were made."""
    if not found.pairs:
        return ""
    more = f" so far, of {found.more:,}" if found.running else ""
    return (
        f"{found.pairs:,} pairs of games{more}, played on by a patient player to a month after the last day. It says "
        f"what is likely of people who would have shown what {first_name(person.name)} has shown; nobody’s secret is "
        "in it."
    )
