"""Dialogs to choose from: content to share, a second follower, a motive for the notebook."""

from game.art.icon_names import format_icon
from game.session.entries import SURENESS, Note
from game.session.seen.offered import hours_with, suited
from game.session.view import ContentView, FollowerView, MotiveView
from game.session.words.hours_text import hours_text
from game.ui.common.shared_actions import turn_dialog
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import content_svg
from game.ui.drawing.frames.dialogs import dialog
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, empty, key_cap, segmented
from game.ui.play.play_actions import Pick
from game.ui.play.play_state import ContentBox, MotiveBox, PeopleBox, PlayPage
from game.ui.play.reading_views import follower_of, move_of

GAP = 10
CONTENT = 118.0
"""Height of a card of a content."""
NOTEBOOK = (
    "Write down what you think, and how sure you are; you can change it any day, and nobody sees it. "
    "After the last day the notebook tells how well you read people."
)


def _grid(count: int, body: Box, across: int, height: float) -> tuple[list[tuple[float, float]], float, float]:
    """Places of cards in a grid as (x, y from its top), their width, and the height of all."""
    width = (body.w - 10 - GAP * (across - 1)) / across
    places = [(body.x + (i % across) * (width + GAP), 4 + (i // across) * (height + GAP)) for i in range(count)]
    return places, width, 8 + -(-count // across) * (height + GAP) - GAP


def content(sheet: Sheet, model: Model) -> None:
    """Which content: its topic and format are shown, whether it fits is for the player to judge."""
    box, view, page = model.dialog, model.view, model.page
    if not isinstance(box, ContentBox) or view is None or not isinstance(page, PlayPage):
        return
    move = move_of(view, box.move)
    everybody = move is not None and move.group == "all"
    chosen = None if everybody else follower_of(view, page.selected)
    subtitle = "for everybody" if everybody else f"for {chosen.name}" if chosen else ""
    tall = CONTENT + (26 if sheet.narrow else 0)
    whole = sheet.window.h if sheet.narrow else 640.0
    body = dialog(sheet, 940, whole, "share", move.title if move else "Choose", subtitle)
    if not view.contents:
        empty(sheet, body, "folder", "Nothing to share yet", "This scenario brings no content.")
        return
    across = 2 if body.w >= 640 else 1
    contents = suited(move.id if move else "", view.contents)
    places, width, high = _grid(len(contents), body, across, tall)
    with sheet.scroll("contents", body, high) as top:
        for i, (piece, (x, y)) in enumerate(zip(contents, places, strict=True)):
            takes = hours_with(move, piece, view) if move else piece.hours
            _content(sheet, piece, chosen, box, Box(x, top + y, width, tall), str(i + 1) if i < 9 else "", takes)


LOCKED = "Locked until something in the story unlocks it."


def _content(
    sheet: Sheet,
    piece: ContentView,
    chosen: FollowerView | None,
    dialog_box: ContentBox,
    box: Box,
    key: str,
    takes: float,
) -> None:
    theme, paint = sheet.theme, sheet.painter
    topics = " · ".join(piece.topics)
    used = _used(piece, chosen)
    spoken = f"{piece.title}, {piece.format}, about {topics or 'nothing special'}, {hours_text(takes)}. {used}"
    held = dialog_box.selected == piece.id
    touch = sheet.region(
        f"content.{piece.id}", box, spoken, Pick(dialog_box.move, content=piece.id), role="option",
        why_not=LOCKED if piece.locked else "", key=key, chosen=held,
    )  # fmt: skip
    if not paint.visible(box):
        return
    ground = theme.sunken if piece.locked else theme.hover if touch.hover else theme.raised
    paint.panel(box, ground, radius=16, edge=theme.primary if held else theme.border, width=2 if held else 1)
    picture = Box(box.x + 10, box.y + 10, 96 if sheet.narrow else 116, box.h - 20)
    if not (piece.picture and paint.photo(piece.picture, picture, radius=11)):
        paint.svg(
            content_svg(format_icon(piece.format), piece.title, dark=theme.dark),
            picture,
            radius=11,
            cover=True,
        )
    if key and not piece.locked:
        key_cap(sheet, key, picture.x + 17, picture.y + 17, theme.muted, theme.surface)
    x, room = picture.right + 14, box.right - 14 - picture.right - 14
    ink = theme.muted if piece.locked else theme.text
    most = 3 if sheet.narrow else 2
    used_high = paint.paragraph(
        piece.title, x, box.y + 10, room, BODY, ink, EXTRA, lines=most, leading=1.3, may_end=True
    )
    y = box.y + 10 + used_high + 12
    paint.icon(format_icon(piece.format), x + 8, y, 16, theme.on_soft)
    wide = paint.text(piece.format.capitalize(), x + 22, y, META, theme.on_soft, BOLD)
    if topics:
        paint.text(topics, x + 34 + wide, y, META, theme.muted, SEMI, width=room - wide - 34, may_end=True)
    _cost(sheet, takes, picture)
    words = LOCKED if piece.locked else used or piece.text
    icon = "lock" if piece.locked else "check" if used else ""
    left = x + (22 if icon else 0)
    ink = theme.warn if used and not piece.locked else theme.muted
    if icon:
        paint.icon(icon, x + 8, y + 20, 15, ink)
    lines = int((box.bottom - 8 - (y + 11)) // 18)
    paint.paragraph(words, left, y + 11, box.right - 14 - left, META, ink, SEMI, lines=lines, may_end=True)


def _cost(sheet: Sheet, takes: float, picture: Box) -> None:
    """What the move takes with it, on the lower corner of the picture."""
    theme, paint = sheet.theme, sheet.painter
    words = hours_text(takes)
    wide = paint.measure(words, META, SEMI) + 14
    pill = Box(picture.right - 6 - wide, picture.bottom - 28, wide, 22)
    paint.panel(pill, theme.surface, radius=11, shadow="low")
    paint.text(words, pill.cx, pill.cy, META, theme.muted, SEMI, align="center")


def _corner_key(sheet: Sheet, key: str, box: Box, ground: str) -> None:
    if key:
        key_cap(sheet, key, box.right - 24, box.cy, sheet.theme.muted, ground)


def _used(piece: ContentView, chosen: FollowerView | None) -> str:
    if "everyone" in piece.used_on:
        return "Posted to everybody before"
    if chosen is not None and chosen.id in piece.used_on:
        return "They have seen it"
    return ""


def people(sheet: Sheet, model: Model) -> None:
    """Draw the question whom to introduce."""
    box, view, page = model.dialog, model.view, model.page
    if not isinstance(box, PeopleBox) or view is None or not isinstance(page, PlayPage):
        return
    chosen = follower_of(view, page.selected)
    others = [f for f in view.followers if f.following and f.id != page.selected]
    subtitle = f"Who should meet {chosen.name}?" if chosen else ""
    body = dialog(sheet, 820, 600, "introduce", "Introduce", subtitle)
    if not others:
        empty(sheet, body, "people", "Nobody else is here", "You need a second follower to bring two people together.")
        return
    across = 2 if body.w >= 600 else 1
    tall = 96.0 if sheet.narrow else 78.0
    places, width, high = _grid(len(others), body, across, tall)
    with sheet.scroll("people", body, high) as top:
        for i, (person, (x, y)) in enumerate(zip(others, places, strict=True)):
            _person(sheet, person, chosen, box, Box(x, top + y, width, tall), str(i + 1) if i < 9 else "")


def _person(
    sheet: Sheet, person: FollowerView, chosen: FollowerView | None, dialog_box: PeopleBox, box: Box, key: str
) -> None:
    theme, paint = sheet.theme, sheet.painter
    known = chosen is not None and person.id in chosen.knows
    topics = " · ".join(person.topics)
    below = "They know each other already" if known else f"Loves {topics}" if topics else person.bio
    held = dialog_box.selected == person.id
    touch = sheet.region(
        f"person.{person.id}",
        box,
        f"{person.name}. {below}",
        Pick(dialog_box.move, other=person.id),
        role="option",
        key=key,
        chosen=held,
    )
    if not paint.visible(box):
        return
    paint.panel(
        box, theme.hover if touch.hover else theme.raised, radius=16, edge=theme.primary if held else theme.border
    )
    paint.avatar(person.look, box.x + 36, box.cy, 44, picture=person.picture)
    x, room = box.x + 70, box.w - 70 - 44
    most = 3 if sheet.narrow else 2
    told = min(most, len(paint.wrap(below, room, META, SEMI)))
    y = box.cy - 2 - 9 * told
    size = paint.fitting(person.name, room, (16, 14, META), EXTRA)
    paint.text(person.name, x, y, size, theme.text, EXTRA, width=room, may_end=True)
    paint.paragraph(below, x, y + 12, room, META, theme.warn if known else theme.muted, SEMI, lines=most, may_end=True)
    _corner_key(sheet, key, box, theme.hover if touch.hover else theme.raised)


def motive(sheet: Sheet, model: Model) -> None:
    """Whom the player takes a follower for, and how sure they are."""
    box, view = model.dialog, model.view
    if not isinstance(box, MotiveBox) or view is None:
        return
    person = follower_of(view, box.follower)
    if person is None:
        return
    paint, theme = sheet.painter, sheet.theme
    body = dialog(sheet, 820, 740 if sheet.narrow else 668, "notebook", "Why do they follow you?", person.name)
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    sure = foot.moved(0, -54) if sheet.narrow else foot  # where there is one column, in a row of its own
    told = 12 + paint.paragraph(NOTEBOOK, body.x, body.y - 4, body.w, 14, sheet.theme.muted, SEMI)
    area = Box(body.x, body.y + told, body.w, sure.y - 14 - body.y - told)
    across = 2 if body.w >= 600 else 1
    places, width, high = _grid(len(view.motives), area, across, 72)
    with sheet.scroll("motives", area, high) as top:
        for i, (one, (x, y)) in enumerate(zip(view.motives, places, strict=True)):
            _motive(sheet, one, box, Box(x, top + y, width, 72), str(i + 1) if i < 9 else "")
    button(
        sheet, "motive.save", Box(foot.right - 190, foot.y, 190, 46), "Write it down",
        Note(box.follower, box.motive, box.sure),
        style="primary", icon="check", key="Enter", show_key=True,
        why_not="" if box.motive else "Choose first why they follow you.",
    )  # fmt: skip
    if person.guess is not None:
        strike = Box(foot.right - 190 - 12 - 116, foot.y, 116, 46)
        button(
            sheet, "motive.strike", strike, "Strike out", Note(box.follower, person.guess.motive, 0), size=14, key="S"
        )
    label = "How sure?"
    used = paint.text(label, sure.x, sure.cy, BODY, theme.text, BOLD)
    room = sure.w - used - (14 if sheet.narrow else 350)
    row = Box(sure.x + used + 14, sure.cy - 19, min(270.0, room), 38)
    choices = tuple((str(s), f"{s} %", turn_dialog(sure=s)) for s in SURENESS)
    segmented(sheet, "howsure", row, choices, str(box.sure), spoken="How sure:")


def _motive(sheet: Sheet, one: MotiveView, dialog_box: MotiveBox, box: Box, key: str) -> None:
    theme, paint = sheet.theme, sheet.painter
    held = one.id == dialog_box.motive
    touch = sheet.region(
        f"motive.{one.id}",
        box,
        f"{one.title}. {one.text}",
        turn_dialog(motive=one.id),
        role="option",
        key=key,
        chosen=held,
    )
    if not paint.visible(box):
        return
    ground = theme.soft if held else theme.hover if touch.hover else theme.raised
    paint.panel(box, ground, radius=14, edge=theme.primary if held else theme.border, width=2 if held else 1)
    paint.circle(box.x + 24, box.cy, 9, None, edge=theme.primary if held else theme.strong, width=2)
    if held:
        paint.circle(box.x + 24, box.cy, 4.5, theme.primary)
    x, room = box.x + 46, box.w - 46 - 44
    lines = paint.wrap(one.text, room, META)
    y = box.cy - (11 if len(lines) == 1 else 18)
    paint.text(one.title, x, y, BODY, theme.text, EXTRA, width=room)
    paint.paragraph(one.text, x, y + 10, room, META, theme.muted, lines=2, leading=1.3)
    _corner_key(sheet, key, box, ground)
