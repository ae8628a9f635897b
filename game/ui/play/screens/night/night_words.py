"""The end of a night: what everybody wrote, who came and went, and what was reached."""

from collections.abc import Sequence

from game.art.evenings.evening_places import tables_in
from game.session.seen.night.evening import Met
from game.session.seen.night.night_folds import folded
from game.session.view import NightItem, View
from game.ui.drawing.drawn_pictures import corner_svg, reading_svg, room_svg, scenery_of
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, CARD, EXTRA, SEMI
from game.ui.drawing.widgets import divider, empty, icon_tile
from game.ui.play.night_steps import in_words
from game.ui.play.play_state import NightPage
from game.ui.play.screens.night import night_rows

SLEEPS = 0.94  # of the height of the corner's picture: where the cat and the plant begin
FEW = 5  # so many people leave room for you beside them


def written(sheet: Sheet, view: View, page: NightPage, stage: Box, unseen: Sequence[Met] = ()) -> None:
    """Draw what was written, most important first, and what else there was beside it.

    Args:
        sheet: what is drawn on.
        view: of the player.
        page: the night.
        stage: where.
        unseen: those whom no picture of the evening had room for.
    """
    report, margin = page.report, 16
    told = _told_of(view, page, unseen, tables_in(stage.w, stage.h))
    scenery = scenery_of(view.seed, report.day, view.business)
    with sheet.painter.clip(stage):
        sheet.painter.svg(
            room_svg(sheet.theme.dark, clock=False, sign=sheet.you.sign, scenery=scenery), stage, cover=True
        )
    side = 330 if sheet.wide else 270 if sheet.roomy else 240
    has_side = bool(_side_rows(page))
    room = Box(margin, stage.y + 14, stage.w - 2 * margin, stage.h - 28)
    if sheet.narrow:
        _one_column(sheet, view, page, room, told)
        return
    few = len(told[0]) <= FEW and sheet.roomy
    if few:
        room = _you(sheet, stage, room)
    body = Box(room.x, room.y, room.w - (side + 12 if has_side else 0), room.h)
    aside = Box(body.right + 12, room.y, side, room.h)
    ends = room.y
    if told[0] or told[1]:
        ends = night_rows.draw(sheet, view, told, body)
    elif not has_side:
        empty(sheet, room, "moon", "A quiet night", "Nobody wrote.")
    else:
        aside = Box(room.x, room.y, min(room.w, 520.0), room.h)
    if has_side:
        ends = max(ends, _side(sheet, page, aside))
    _cat(sheet, stage, ends)


def _one_column(sheet: Sheet, view: View, page: NightPage, room: Box, told: night_rows.NightTold) -> None:
    """What was written, and below it what else there was: each takes the height it needs, and both scroll."""
    has_side = bool(_side_rows(page))
    if not (told[0] or told[1]):
        if has_side:
            _side(sheet, page, room)
        else:
            empty(sheet, room, "moon", "A quiet night", "Nobody wrote.")
        return
    need = night_rows.height(sheet, told, room.w)
    least = min(room.h * 0.42, _side_height(sheet, page, room.w) + 12) if has_side else 0.0
    body = Box(room.x, room.y, room.w, min(need, room.h - least))
    night_rows.draw(sheet, view, told, body)
    if has_side:
        _side(sheet, page, Box(room.x, body.bottom + 12, room.w, room.bottom - body.bottom - 12))


def _side_rows(page: NightPage) -> list[tuple[str, str, str]]:
    """What else there was: icon, words, tone."""
    report = page.report
    rows: list[tuple[str, str, str]] = [("star", text, "warn") for text in report.notes]
    rows += [("flag", text, "plain") for text in report.nearer]
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


def _told_of(view: View, page: NightPage, unseen: Sequence[Met], tables: int) -> night_rows.NightTold:
    """What is told in full and what stands together; with those who were out of sight and did nothing."""
    report = page.report
    did = {item.follower for item in report.items}
    silent = tuple(
        NightItem(met.follower, met.name, "silent", f"{met.first} {met.does}", 0)
        for met in unseen
        if met.follower not in did
    )
    rows, folds = folded(in_words(report, page.evening, tables), view.nights, silent)
    return rows, folds, {met.follower: f"{met.first} {met.does}" for met in unseen if met.follower in did}


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
