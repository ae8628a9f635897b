"""A scene at a table, as the date mirror shows it: the frame, two people and what they say, and the words beside it."""

from collections.abc import Sequence

from game.art.cafe import MIDDLE, WIDTH
from game.art.cafe_boxes import BUBBLE_ZONES, FACE_BOXES, face_box_of_them, face_box_of_you
from game.art.evenings.evening_heads import head_in_frame
from game.session.date_lines import DateLine, OpeningScene
from game.session.seen.asking_signs_told import AGAINST_IT, FOR_IT
from game.ui.drawing.drawn_pictures import cafe_svg
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, SECTION, SEMI
from game.ui.play.screens.speech import bubble

MORE_ROOM = {"you": (206.0, 4.0, 540.0, 84.0), "them": (206.0, 104.0, 344.0, 100.0)}
"""Of the scene's 768 x 360: where there is more room for what is said, over both heads and between them."""
IN_YOUR_HAND = (280.0, 198.0, 76.0, 76.0)
"""The same: what you hold."""
SHARE, LOWER_SHARE = 0.86, 0.7  # of the width of a picture, for a bubble above it and for one below that
BESIDE_TAIL = 20.0  # between the end of a tail and a bubble beside it


def parts_of_scene(
    sheet: Sheet, icon: str, title: str, subtitle: str, texts: tuple[str, str], said: Sequence[str], *,
    closable: bool = True, foot: float = 60.0,
) -> tuple[Box, Box, Box]:  # fmt: skip
    """The frame: all below its head, the scene, and the words below it or, in a low window, beside it."""
    paint, window = sheet.painter, sheet.window
    if sheet.narrow:
        wide = dialog_room(sheet, 816)
        high = sum(paint.height(t, wide, size, weight) + 8 for t, size, weight in
                   zip(texts, (SECTION, BODY), (BOLD, SEMI), strict=True) if t)  # fmt: skip
        above = talk_high(sheet, wide, said)
        room = min(window.h - 16 - 72 - 22 - high - 16 - foot, wide * 360 / 768 + above)
        body = dialog(sheet, 816, 72 + room + 16 + high + foot + 22, icon, title, subtitle, closable=closable)
        return body, Box(body.x, body.y, body.w, room), Box(body.x, body.y + room + 16, body.w, high)
    if not sheet.tall:
        body = dialog(sheet, 830, 456, icon, title, subtitle, closable=closable)
        scene_high = body.h - 46 - 14
        scene_wide = min(scene_high * 768 / 360, body.w - 250)
        scene = Box(body.x, body.y, scene_wide, scene_wide * 360 / 768)
        return body, scene, Box(scene.right + 20, body.y, body.right - scene.right - 20, scene_high)
    first, second = (
        paint.height(t, 768.0, size, weight)
        for t, size, weight in zip(texts, (SECTION, BODY), (BOLD, SEMI), strict=True)
    )
    text_high = (first + 6 if texts[0] else 0) + second + 4
    room = window.h - 24 - 72 - 22 - text_high - 18 - 60
    scale = min(1.0, room / 360)
    body = dialog(sheet, 816, 72 + 360 * scale + 18 + text_high + 60 + 22, icon, title, subtitle, closable=closable)
    scene = Box(body.cx - 384 * scale, body.y, 768 * scale, 360 * scale)
    return body, scene, Box(body.x, scene.bottom + 18, body.w, text_high)


def words_of_scene(sheet: Sheet, box: Box, texts: tuple[str, str]) -> None:
    """What you do in a scene and what comes of it, the first larger; where it is "", the second alone."""
    theme, paint = sheet.theme, sheet.painter
    width = box.w if sheet.tall else box.w - 8  # beside a low picture the words may scroll
    large = SECTION if sheet.tall or sheet.narrow else BODY
    high = paint.height(texts[0], width, large, BOLD) + 6 if texts[0] else 0.0
    need = high + paint.height(texts[1], width, BODY, SEMI)
    with sheet.scroll(
        "scene words", box._replace(h=max(box.h, need) if sheet.tall or sheet.narrow else box.h), need
    ) as top:
        if texts[0]:
            paint.paragraph(texts[0], box.x, top, width, large, theme.text, BOLD)
        y = top + high
        inks = {FOR_IT: theme.good, AGAINST_IT: theme.danger}
        for line in texts[1].split("\n"):
            ink = inks.get(line.partition(":")[0], theme.muted if texts[0] else theme.text)
            y += paint.paragraph(line, box.x, y, width, BODY, ink, SEMI)


def table_scene(sheet: Sheet, scene: Box, look: int, date: DateLine | OpeningScene) -> None:
    """Draw two people at a table, and what they say."""
    paint, theme = sheet.painter, sheet.theme
    told = date if isinstance(date, DateLine) else _as_date(date)
    code = cafe_svg(
        look, told.mood, told.prop, you_look=sheet.you.look, dark=theme.dark, held=told.held, face=told.face,
        around=told.around, body=told.body, their_face=told.their_face, sign=sheet.you.sign,
        friend_look=told.friend_look, walls=told.walls,
    )  # fmt: skip
    said_above = scene.h > scene.w * 360 / 768 + 40
    if said_above:  # the picture at the foot of the room; what is said stands above it
        whole, high = scene, scene.w * 360 / 768
        scene = Box(scene.x, scene.bottom - high, scene.w, high)
    paint.svg(code, scene, radius=18)
    face = FACE_BOXES["them"]
    if told.body:
        x, y, w, h = head_in_frame(told.body, -1)
        face = (x + WIDTH - 2 * MIDDLE, y, w, h)
    heads = {
        "you": _on(scene, face_box_of_you(told.prop, told.held)),
        "them": _on(scene, face_box_of_them(told.around, face)),
    }
    if said_above:
        _talk_above(sheet, Box(whole.x, whole.y, whole.w, scene.y + 4 - whole.y), heads, date)
        return
    _talk_inside(sheet, scene, heads, told)


def _as_date(scene: OpeningScene) -> DateLine:
    """A scene before the first day as one of the mirror: the same words, in the same room."""
    return DateLine("", scene.you, scene.they, "", "", scene.mood, scene.prop, walls=scene.walls)


def _talk_inside(sheet: Sheet, scene: Box, heads: dict[str, Box], date: DateLine) -> None:
    """What both say, in the picture: whole, below each other, and clear of both heads and of what you hold."""
    hand = [_on(scene, IN_YOUR_HAND)] if date.held == "you" else []
    others = {"friend", "room", "queue", "next_table"} & {*date.around}  # whose faces are below
    said = None
    for who, text in (("you", date.you), ("them", date.they)):
        if not text:
            continue
        zone, more = _on(scene, BUBBLE_ZONES[who].rect), _on(scene, MORE_ROOM[who])
        if said is not None:  # they answer below what you say
            zone = Box(zone.x, max(zone.y, said.bottom + 8), zone.w, max(zone.h, 66.0))
            more = Box(more.x, zone.y, more.w, max(more.bottom - zone.y, 66.0))
        keep = [*heads.values(), *([said] if said is not None else [])]
        for kept in ([*keep, *hand], keep) if hand else (keep,):
            found = bubble(
                sheet, text, zone, heads[who], others=(more,), keep=kept,
                at_bottom=who == "you" or not others, sizes=(18, 17, 16, 15, 14, 13), weight=BOLD,
            )  # fmt: skip
            if found is not None:
                said = found
                break


def _talk_above(sheet: Sheet, zone: Box, heads: dict[str, Box], date: DateLine | OpeningScene) -> None:
    """What both say, one below the other, above their heads."""
    said = [(who, text) for who, text in (("you", date.you), ("them", date.they)) if text]
    wide = {who: zone.w * SHARE for who, _ in said}
    if len(said) == 2:  # their bubble stands lower, and leaves the tail of yours free
        head = heads["you"]
        tail = min(max(zone.x + wide["you"] / 2, head.x + head.w * 0.3), head.right - head.w * 0.3)
        wide["them"] = min(wide["them"], zone.right - tail - BESIDE_TAIL)
    sizes = (16, 15, 14, 13)
    size = next((s for s in sizes if sum(_bubble_high(sheet, t, wide[w], s) for w, t in said) <= zone.h), 13)
    y = max(zone.y, zone.bottom - 10 - sum(_bubble_high(sheet, text, wide[who], size) + 6 for who, text in said))
    for who, text in said:
        high = _bubble_high(sheet, text, wide[who], size)
        x = zone.x if who == "you" else zone.right - wide[who]
        last = who == said[-1][0]
        room = Box(x, y, wide[who], zone.bottom - y if last else high)
        box = bubble(sheet, text, room, heads[who], at_bottom=False, sizes=tuple(range(size, 12, -1)), weight=BOLD)
        y = (box.bottom if box is not None else y + high) + 6


def said_in(date: DateLine | OpeningScene) -> tuple[str, ...]:
    """What is said in a scene, by you first."""
    return tuple(text for text in (date.you, date.they) if text)


def talk_high(sheet: Sheet, width: float, said: Sequence[str]) -> float:
    """The room above a picture of a width for what is said there, with the tails of the bubbles."""
    shares = (SHARE, LOWER_SHARE)
    return (
        sum(_bubble_high(sheet, t, width * s, 16) + 6 for t, s in zip(said, shares, strict=False)) + 14 if said else 0.0
    )


def _bubble_high(sheet: Sheet, text: str, width: float, size: int) -> float:
    return sheet.painter.height(text, width - 24, size, BOLD, leading=1.3) + 24


def _on(scene: Box, rect: tuple[float, float, float, float]) -> Box:
    """A rectangle of the café in logical units."""
    x, y, w, h = (number * scene.w / 768 for number in rect)
    return Box(scene.x + x, scene.y + y, w, h)
