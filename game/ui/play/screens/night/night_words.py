"""The end of a night: what everybody wrote, who came and went, and what was reached."""

from game.art.icon_names import signal_icon
from game.session.view import NightItem, View
from game.ui.drawing.drawn_pictures import corner_svg, reading_svg, room_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, SEMI
from game.ui.drawing.widgets import divider, empty, icon_tile
from game.ui.play.play_actions import Morning
from game.ui.play.play_state import NightPage
from game.ui.play.reading_views import follower_of

GOOD = {"answer_warm", "share_plain", "share_compliment", "thanks", "life_event", "buys", "accepts"}
BAD = {"complaint", "declines_coldly", "unfollows", "blocks", "buys_elsewhere"}
SLEEPS = 0.94  # of the height of the corner's picture: where the cat and the plant begin
FEW = 5  # so many items leave room for you beside them
MANY = 4  # so many items stand in two columns, where there is room


def written(sheet: Sheet, view: View, page: NightPage, stage: Box) -> None:
    """Draw what was written, most important first, and what else there was beside it."""
    report, margin = page.report, 16
    with sheet.painter.clip(stage):
        sheet.painter.svg(room_svg(sheet.theme.dark, clock=False, sign=sheet.you.sign), stage, cover=True)
    side = 330 if sheet.wide else 270 if sheet.roomy else 240
    has_side = bool(report.notes or report.found or report.joined or report.left)
    room = Box(margin, stage.y + 14, stage.w - 2 * margin, stage.h - 28)
    if sheet.narrow:
        _one_column(sheet, view, page, room)
        return
    few = len(report.items) <= FEW and sheet.roomy
    if few:
        room = _you(sheet, stage, room)
    body = Box(room.x, room.y, room.w - (side + 12 if has_side else 0), room.h)
    aside = Box(body.right + 12, room.y, side, room.h)
    ends = room.y
    if report.items:
        ends = _items(sheet, view, page, body)
    elif not has_side:
        empty(sheet, room, "moon", "A quiet night", "Nobody wrote.")
    else:
        aside = Box(room.x, room.y, min(room.w, 520.0), room.h)
    if has_side:
        ends = max(ends, _side(sheet, page, aside))
    _cat(sheet, stage, ends)


def _one_column(sheet: Sheet, view: View, page: NightPage, room: Box) -> None:
    """What was written, and below it what else there was: each takes the height it needs, and both scroll."""
    report = page.report
    has_side = bool(report.notes or report.found or report.joined or report.left)
    if not report.items:
        if has_side:
            _side(sheet, page, room)
        else:
            empty(sheet, room, "moon", "A quiet night", "Nobody wrote.")
        return
    need = sum(_height(sheet, item, room.w - 8) + 10 for item in report.items)
    least = min(room.h * 0.42, _side_height(sheet, page, room.w) + 12) if has_side else 0.0
    body = Box(room.x, room.y, room.w, min(need, room.h - least))
    _items(sheet, view, page, body)
    if has_side:
        _side(sheet, page, Box(room.x, body.bottom + 12, room.w, room.bottom - body.bottom - 12))


def _side_rows(page: NightPage) -> list[tuple[str, str, str]]:
    """What else there was: icon, words, tone."""
    report = page.report
    rows: list[tuple[str, str, str]] = [("star", text, "warn") for text in report.notes]
    rows += [("megaphone" if text.startswith("“") else "look", text, "plain") for text in report.found]
    rows += [("plus", f"{name} follows you now.", "good") for name in report.joined]
    return rows + [("minus", f"{name} has gone.", "plain") for name in report.left]


def _side_sizes(sheet: Sheet, page: NightPage, width: float) -> list[float]:
    return [max(42.0, sheet.painter.height(text, width - 76, BODY, SEMI) + 16) for _, text, _ in _side_rows(page)]


def _side_height(sheet: Sheet, page: NightPage, width: float) -> float:
    return 64 + sum(_side_sizes(sheet, page, width)) + 12


def _you(sheet: Sheet, stage: Box, room: Box) -> Box:
    """You at your table, with what was written; returns the room beside it."""
    high = min(430.0, stage.h * 0.82)
    box = Box(stage.x + 20, stage.bottom - high + 6, high * 260 / 376, high)
    sheet.painter.svg(reading_svg(you_look=sheet.you.look, dark=sheet.theme.dark), box)
    return Box(box.right + 20, room.y, room.right - box.right - 20, room.h)


def _cat(sheet: Sheet, stage: Box, top: float) -> None:
    """Folio, asleep on the bar in the corner, if what is written ends above; `top` says where it ends."""
    high = min(330.0, stage.h * 0.56)
    wide = high * 430 / 400
    if stage.bottom - high * SLEEPS < top:
        return
    sheet.painter.svg(corner_svg(sheet.theme.dark), Box(stage.right - wide, stage.bottom - high, wide, high))


def tone_of(signal: str) -> str:
    """Whether a signal is good news, bad news, or neither."""
    return "good" if signal in GOOD else "danger" if signal in BAD else "plain"


def _items(sheet: Sheet, view: View, page: NightPage, box: Box) -> float:
    """Bubbles beside the faces of those who wrote; two columns where they would be too long a list.

    Returns:
        The y at which they end.
    """
    items = sorted(page.report.items, key=lambda i: -i.weight)
    columns = 2 if len(items) >= MANY and box.w >= 780 else 1
    wide = (box.w - 12 * (columns - 1) - (8 if columns == 1 else 0)) / columns
    sizes = [_height(sheet, item, wide) for item in items]
    rows = [sizes[start : start + columns] for start in range(0, len(sizes), columns)]
    total = sum(max(row) + 10 for row in rows)
    with sheet.scroll("night", box, total) as start:
        y = start
        for number, row in enumerate(rows):
            for column, _ in enumerate(row):
                index = number * columns + column
                x = box.x + column * (wide + 12)
                _item(sheet, view, items[index], index, Box(x, y, wide - (8 if column else 0), max(row)))
            y += max(row) + 10
    return min(box.bottom, box.y + total)


def _height(sheet: Sheet, item: NightItem, width: float) -> float:
    text = sheet.painter.height(item.text, width - 76 - 32 - 56, BODY, SEMI)
    return max(66.0, 40 + text + 12)


def _item(sheet: Sheet, view: View, item: NightItem, index: int, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    tone = tone_of(item.signal)
    touch = sheet.region(f"night.{index}", box, f"{item.name}. {item.text}", Morning(item.follower), role="item")
    if not paint.visible(box):
        return
    bubble = Box(box.x + 70, box.y, box.w - 70, box.h)
    person = follower_of(view, item.follower)
    mood = "delighted" if tone == "good" else "weary" if tone == "danger" else "neutral"
    if person is not None:
        paint.avatar(person.look, box.x + 28, box.y + 33, 52, picture=person.picture, mood=mood)
    ground = theme.hover if touch.hover else theme.surface
    edge = theme.strong if item.weight >= 3 else theme.border
    paint.panel(bubble, ground, radius=(6, 18, 18, 18), edge=edge, shadow="low")
    x = bubble.x + 18
    paint.text(
        item.name,
        x,
        bubble.y + 22,
        CARD,
        theme.text,
        EXTRA if item.weight >= 3 else BOLD,
        width=bubble.w - 90,
        may_end=True,
    )
    ink = theme.text if item.weight >= 2 else theme.muted
    paint.paragraph(item.text, x, bubble.y + 36, bubble.w - 18 - 70, BODY, ink, SEMI)
    _signal(sheet, item.signal, tone, Box(bubble.right - 50, bubble.y + 14, 36, 36))


def _signal(sheet: Sheet, signal: str, tone: str, box: Box) -> None:
    """Good is outlined, bad is solid: not by colour alone."""
    theme, paint = sheet.theme, sheet.painter
    if tone == "good":
        paint.panel(box, theme.surface, radius=11, edge=theme.good, width=2)
        paint.icon(signal_icon(signal), box.cx, box.cy, 20, theme.good)
    elif tone == "danger":
        paint.panel(box, theme.danger, radius=11)
        paint.icon(signal_icon(signal), box.cx, box.cy, 20, theme.on_danger)
    else:
        icon_tile(sheet, signal_icon(signal), box)


def _side(sheet: Sheet, page: NightPage, box: Box) -> float:
    """What else there was; returns the y at which it ends."""
    theme, paint = sheet.theme, sheet.painter
    report, rows = page.report, _side_rows(page)
    width = box.w - 32 - 44
    sizes = _side_sizes(sheet, page, box.w)
    box = Box(box.x, box.y, box.w, min(box.h, _side_height(sheet, page, box.w)))
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    paint.text("Also" if report.items else "What came of the day", box.x + 18, box.y + 26, CARD, theme.text, EXTRA)
    divider(sheet, box.x + 1, box.y + 48, box.w - 2)
    inside = Box(box.x + 1, box.y + 49, box.w - 2, box.h - 50)
    with sheet.scroll("also", inside, sum(sizes) + 20) as start:
        y = start + 10
        for (icon, text, tone), size in zip(rows, sizes, strict=True):
            icon_tile(sheet, icon, Box(box.x + 16, y + 1, 32, 32), tone)
            paint.paragraph(text, box.x + 60, y + (7 if size <= 42 else 2), width, BODY, theme.text, SEMI)
            y += size
    return box.bottom
