"""The right column: who somebody says they are, what was noticed, and the player's notebook."""

from collections.abc import Sequence

from game.art.icon_names import noticed_icon
from game.session.entries import SURENESS, Note
from game.session.view import FollowerView, Guess, Notice, View
from game.ui.common.shared_actions import Open
from game.ui.drawing.drawn_pictures import banner_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import divider, icon_tile, segmented, two_lines
from game.ui.play.play_state import MotiveBox
from game.ui.play.reading_views import follower_of, is_invited

HEADING = 34
"""Height of the heading over what was noticed."""
NOTED, UNNOTED = 110.0, 68.0
"""Height of the notebook with a guess in it, and without one."""


def draw(sheet: Sheet, view: View, chosen: FollowerView, box: Box, *, framed: bool = True) -> None:
    """Draw the column; without a frame inside a drawer."""
    theme, paint = sheet.theme, sheet.painter
    if framed:
        paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    face(sheet, chosen, box)
    high = NOTED if chosen.guess is not None else UNNOTED
    note = Box(box.x, box.bottom - high, box.w, high)
    inside = Box(box.x + 1, box.y + 100, box.w - 2, note.y - box.y - 100)
    found_out(sheet, view, chosen, inside)
    _notebook(sheet, view, chosen, note)


def face(sheet: Sheet, chosen: FollowerView, box: Box) -> None:
    """Portrait, name and handle at the head of the column."""
    theme, paint = sheet.theme, sheet.painter
    banner = Box(box.x + 1, box.y + 1, box.w - 2, 44)
    paint.svg(banner_svg(chosen.look), banner, radius=(17, 17, 0, 0), cover=True)
    x, y = box.x + 48, box.y + 56
    paint.circle(x, y, 35, theme.surface)
    paint.avatar(chosen.look, x, y, 64, picture=chosen.picture)
    left, room = box.x + 92, box.right - 14 - box.x - 92
    size = paint.fitting(chosen.name, room, (17, 15, 14), EXTRA)
    paint.text(chosen.name, left, box.y + 63, size, theme.text, EXTRA, width=room, may_end=True)
    low = box.y + 63 + paint.apart(size, META, 20)
    paint.text(chosen.handle, left, low, META, theme.muted, SEMI, width=room, may_end=True)


def found_out(sheet: Sheet, view: View, chosen: FollowerView, box: Box) -> None:
    """Who they say they are and what was noticed, the newest first; that comes on top if not all of it is in sight."""
    width = box.w - 34
    newest = chosen.noticed[::-1]
    about_high = _about_high(sheet, view, chosen, width)
    rows = [_row_height(sheet, notice, width) for notice in newest]
    high = about_high + HEADING + (sum(rows) if rows else 64) + 14
    in_sight = about_high + HEADING + sum(rows) <= box.h - 6 or not rows
    with sheet.scroll("profile", box, high) as top:
        x, y = box.x + 16, top + 4
        if in_sight:
            _about(sheet, view, chosen, x, y, width)
            y += about_high
            divider(sheet, x, y - 4, width)
        y = _noticed(sheet, newest, rows, Box(x, y, width, 0))
        if not in_sight:
            divider(sheet, x, y + 2, width)
            _about(sheet, view, chosen, x, y + 10, width)


def _knows(view: View, chosen: FollowerView) -> str:
    return ", ".join(f.name for f in (follower_of(view, k) for k in chosen.knows) if f is not None)


def _about_high(sheet: Sheet, view: View, chosen: FollowerView, width: float) -> float:
    paint, knows = sheet.painter, _knows(view, chosen)
    knows_high = paint.height(f"Knows {knows}", width - 24, META, SEMI) + 8 if knows else 0
    return paint.height(chosen.bio, width, BODY) + 14 + knows_high


def _about(sheet: Sheet, view: View, chosen: FollowerView, x: float, y: float, width: float) -> None:
    """What they write of themselves, and whom they know."""
    theme, paint, knows = sheet.theme, sheet.painter, _knows(view, chosen)
    y += paint.paragraph(chosen.bio, x, y, width, BODY, theme.text) + 8
    if knows:
        paint.icon("tie", x + 8, y + 9, 16, theme.muted)
        paint.paragraph(f"Knows {knows}", x + 24, y, width - 24, META, theme.muted, SEMI)


def _noticed(sheet: Sheet, newest: Sequence[Notice], rows: Sequence[float], box: Box) -> float:
    """What was noticed, below its heading; returns the y below it."""
    theme, paint = sheet.theme, sheet.painter
    x, y = box.x, box.y
    paint.text("What you’ve noticed", x, y + 14, CARD, theme.text, EXTRA, width=box.w - 34)
    if newest:
        paint.text(str(len(newest)), x + box.w, y + 14, META, theme.muted, SEMI, align="right")
    y += HEADING
    if not newest:
        words = "Nothing yet. Look around, ask, and read what they write."
        return y + paint.paragraph(words, x, y, box.w, 14, theme.muted)
    for notice, row in zip(newest, rows, strict=True):
        _notice(sheet, notice, Box(x, y, box.w, row))
        y += row
    return y


def _row_height(sheet: Sheet, notice: Notice, width: float) -> float:
    paint = sheet.painter
    title_high = paint.height(notice.title, _title_room(sheet, notice, width), BODY, BOLD, lines=2, leading=1.3)
    return max(46.0, title_high + paint.height(notice.text, width - 46, META) + 10)


def _title_room(sheet: Sheet, notice: Notice, width: float) -> float:
    return width - 46 - (sheet.painter.measure("New", META, BOLD) + 24 if notice.new else 0)


def _notice(sheet: Sheet, notice: Notice, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    icon_tile(sheet, noticed_icon(notice.icon), Box(box.x, box.y + 2, 34, 34), "good" if notice.new else "plain")
    x = box.x + 46
    room = _title_room(sheet, notice, box.w)
    if notice.new:
        wide = paint.measure("New", META, BOLD) + 16
        paint.panel(Box(box.right - wide, box.y, wide, 20), theme.good_soft, radius=10)
        paint.text("New", box.right - wide / 2, box.y + 10, META, theme.good, BOLD, align="center")
    used = paint.paragraph(notice.title, x, box.y, room, BODY, theme.text, BOLD, lines=2, leading=1.3)
    paint.paragraph(notice.text, x, box.y + used, box.right - x, META, theme.muted)


def _notebook(sheet: Sheet, view: View, chosen: FollowerView, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    divider(sheet, box.x + 1, box.y, box.w - 2)
    x, wide = box.x + 14, box.w - 28
    guess = chosen.guess
    motive = next((m for m in view.motives if guess and m.id == guess.motive), None)
    invited = is_invited(view, chosen)
    label = motive.title if motive else "What is your guess?" if invited else "Nothing noted yet"
    pick = Box(x, box.y + 10, wide, 48)
    opens = Open(MotiveBox(chosen.id, guess.motive if guess else "", guess.sure if guess else 50))
    key = "N" if sheet.wide else "G"
    touch = sheet.region("motive", pick, f"I take {chosen.name} for: {label}", opens, key=key)
    ground, edge = (theme.soft, theme.primary) if invited else (theme.sunken, theme.border)
    paint.panel(pick, theme.hover if touch.hover else ground, radius=12, edge=edge)
    paint.icon("notebook", pick.x + 22, pick.cy, 20, theme.on_soft)
    left = pick.x + 44
    room, ink = pick.right - 40 - left, theme.text if motive else theme.muted
    if paint.measure(label, BODY, BOLD) > room:
        paint.text(label, left, pick.cy, BODY, ink, BOLD, width=room)  # it needs both lines for itself
    else:
        head = ("I take them for", META, SEMI, theme.muted)
        two_lines(sheet, left, pick.cy - 0.5, head, (label, BODY, BOLD, ink), least=19, width=room)
    paint.icon("next", pick.right - 20, pick.cy, 18, theme.muted)
    if guess is not None:
        _sure(sheet, chosen.id, guess, Box(x, box.y + 65, wide, 36))


def _sure(sheet: Sheet, follower: str, guess: Guess, box: Box) -> None:
    choices = tuple((str(s), f"{s} %", Note(follower, guess.motive, s)) for s in SURENESS)
    segmented(sheet, "sure", box, choices, str(guess.sure), spoken="How sure:")
