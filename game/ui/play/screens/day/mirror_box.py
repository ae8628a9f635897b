"""The date mirror: the move taken up, as it would be at a café table."""

from collections.abc import Sequence
from dataclasses import replace

from game.art.cafe import BUBBLE_ZONES, FACE_BOXES, MIDDLE, WIDTH, face_box_of_them
from game.art.evenings.evening_heads import head_in_frame
from game.scenario.texts.first_names import first_name
from game.session.date_lines import DateLine, OpeningScene
from game.session.seen.after_the_move import SILENT, as_it_was, met_in, taken_told
from game.session.seen.night.evening import Met
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.odds_told import NO_VERDICT
from game.session.seen.said_at_table import likeness_told
from game.session.words.hours_text import hours_text
from game.ui.common.shared_actions import Close, Open, turn_dialog
from game.ui.common.shared_actions import Sequence as InTurn
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import cafe_svg
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, SECTION, SEMI
from game.ui.drawing.widgets import button, chip
from game.ui.play.play_state import MirrorBox, OpeningBox
from game.ui.play.reading_views import plan_of
from game.ui.play.screens.speech import bubble

OPENING_LOOK = 3
BESIDE, MOST_BESIDE = 228.0, 11  # room beside the picture in a low window, and lines that it holds
MORE_ROOM = {"you": (206.0, 4.0, 540.0, 84.0), "them": (206.0, 104.0, 344.0, 100.0)}
"""Of the scene's 768 x 360: where there is more room for what is said, over both heads and between them."""
IN_YOUR_HAND = (280.0, 198.0, 76.0, 76.0)
"""The same: what you hold."""
MOODS = {
    "delighted": "good", "warm": "good", "neutral": "plain", "puzzled": "warn", "weary": "danger", "shocked": "danger",
}  # fmt: skip
TONES = {"well": "good", "ill": "danger", "open": "plain"}
MOST_BELOW = 0.26  # of the height of a window with one column, for the words below a scene
FOOT = 104.0  # where there is one column: height of the foot
SHARE, LOWER_SHARE = 0.86, 0.7  # of the width of a picture, for a bubble above it and for one below that
BESIDE_TAIL = 20.0  # between the end of a tail and a bubble beside it
MOOD_ICONS = {"good": "check", "plain": "person", "warn": "help_circle", "danger": "warning"}


def mirror(sheet: Sheet, model: Model) -> None:
    """Draw the date mirror of a move."""
    box = model.dialog
    if not isinstance(box, MirrorBox):
        return
    date = box.date
    subtitle = "Before you do: the same move, face to face" if box.unasked else "The same move, face to face"
    texts = (date.what, _below(sheet, date))
    if box.past:
        date = as_it_was(date, None if date.move in SILENT else _met(model, box))
        subtitle, texts = f"{box.title}, yesterday, face to face", (date.what, f"And so it was: {_taken(model, box)}")
    body, scene, words = parts_of_scene(
        sheet, "cup", "Date mirror", subtitle, texts, said_in(date), foot=60.0 if box.past else FOOT
    )
    table_scene(sheet, scene, box.look, date)
    words_of_scene(sheet, words, texts)
    _foot(sheet, model, box, Box(body.x, body.bottom - 46, body.w, 46))


def _below(sheet: Sheet, date: DateLine) -> str:
    """What stands below the scene: what is known of the message, and apart from it the same on a date; or less."""
    counted, wrap = date.forecast.counted, sheet.painter.wrap
    known = " ".join(filter(None, (date.although, counted)))
    whole, short, least = (
        "\n".join(filter(None, (known, " ".join(filter(None, (likeness_told(told), told.then))))))
        for told in (date, replace(date, as_if=""), replace(date, as_if="", then=""))
    )
    if sheet.narrow:
        wide, most = dialog_room(sheet, 816), MOST_BELOW * sheet.window.h
        ways = (whole, short, least, counted, counted.split("\n")[0])
        return next((words for words in ways if sheet.painter.height(words, wide, BODY, SEMI) <= most), ways[-1])
    if sheet.tall:
        return whole
    lines = len(wrap(whole, BESIDE, BODY, SEMI)) + len(wrap(date.what, BESIDE, SECTION, BOLD))
    return short if lines > MOST_BESIDE else whole


def _met(model: Model, box: MirrorBox) -> Met | None:
    """The one to whom yesterday's move was made, in the evening after it."""
    view = model.view
    return met_in(evening_seen(view, view.night), box.past) if view is not None and view.night is not None else None


def _taken(model: Model, box: MirrorBox) -> str:
    """How yesterday's move was taken, as far as it could be seen."""
    return taken_told(box.date.move, first_name(box.name), _met(model, box))


def opening(sheet: Sheet, model: Model) -> None:
    """A scene before the first day."""
    box = model.dialog
    if not isinstance(box, OpeningBox):
        return
    told = box.scenes[box.at]
    count = f"{box.at + 1} of {len(box.scenes)}" if len(box.scenes) > 1 else ""
    body, scene, words = parts_of_scene(sheet, "cup", told.title, count, ("", told.text), said_in(told), closable=False)
    table_scene(sheet, scene, OPENING_LOOK, told)
    words_of_scene(sheet, words, ("", told.text))
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    last = box.at + 1 == len(box.scenes)
    label, icon, action = ("Begin", "play", Close()) if last else ("Go on", "next", turn_dialog(at=box.at + 1))
    keys = "Enter Right Esc" if last else "Enter Right"
    skip, back, on = Box(foot.x, foot.y, 110, 46), Box(foot.right - 282, foot.y, 110, 46), foot.right - 160
    if sheet.narrow:  # all three in a row, the way on the widest
        each = (foot.w - 20) * 0.28
        skip, back, on = skip._replace(w=each), Box(foot.x + each + 10, foot.y, each, 46), foot.x + 2 * each + 20
    way = Box(on, foot.y, foot.right - on, 46)
    button(sheet, "opening.on", way, label, action, style="primary", icon=icon, key=keys, show_key=True)
    if box.at:
        button(sheet, "opening.back", back, "Back", turn_dialog(at=box.at - 1), icon="back", key="Left")
    if not last:
        button(sheet, "opening.skip", skip, "Skip", Close(), style="ghost", key="Esc")


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
    ) as y:
        if texts[0]:
            paint.paragraph(texts[0], box.x, y, width, large, theme.text, BOLD)
        paint.paragraph(texts[1], box.x, y + high, width, BODY, theme.muted if texts[0] else theme.text, SEMI)


def table_scene(sheet: Sheet, scene: Box, look: int, date: DateLine | OpeningScene) -> None:
    """Draw two people at a table, and what they say."""
    paint, theme = sheet.painter, sheet.theme
    told = date if isinstance(date, DateLine) else DateLine("", "", "", "", "", date.mood, date.prop)
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
    heads = {"you": _on(scene, FACE_BOXES["you"]), "them": _on(scene, face_box_of_them(told.around, face))}
    if said_above:
        _talk_above(sheet, Box(whole.x, whole.y, whole.w, scene.y + 4 - whole.y), heads, date)
        return
    _talk_inside(sheet, scene, heads, told)


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


def _narrow_foot(sheet: Sheet, model: Model, box: MirrorBox, foot: Box, tone: str, label: str) -> None:
    """The verdict in a row, the two ways on in the next."""
    row = foot.moved(0, -44)
    x = row.x + chip(sheet, label, row.x, row.cy, tone, MOOD_ICONS[tone]) + 8
    x += chip(sheet, hours_text(box.hours), x, row.cy, "soft", "bolt") + 8
    paint, room = sheet.painter, row.right - x - 4
    title = next((words for words in (box.name, first_name(box.name)) if paint.measure(words, 14, SEMI) <= room), "")
    paint.text(title, x + 4, row.cy, 14, sheet.theme.muted, SEMI)
    first, second = columns(foot, 2, 10)
    button(sheet, "mirror.other", first, "Another move", InTurn((Close(), Close())), key="A", size=14,
           spoken="Choose another move")  # fmt: skip
    button(sheet, "mirror.plan", second, "Plan it", InTurn((Open(None), plan_of(model))), style="primary",
           icon="send", key="Enter", show_key=True, spoken=f"Plan it: {box.title}")  # fmt: skip


def _foot(sheet: Sheet, model: Model, box: MirrorBox, foot: Box) -> None:
    tone, label = TONES[box.date.forecast.tone], box.date.forecast.told
    if box.past:
        tone = MOODS.get(box.date.mood, "plain")
        label = "It was open" if box.date.mood == NO_VERDICT else f"It looked: {box.date.mood}"
        chip(sheet, label, foot.x, foot.cy, tone, MOOD_ICONS[tone])
        close = Box(foot.right - 140, foot.y, 140, foot.h)
        button(sheet, "mirror.close", close, "Close", Close(), style="primary", key="Enter", show_key=True)
        return
    if sheet.narrow:
        _narrow_foot(sheet, model, box, foot, tone, label)
        return
    plan = Box(foot.right - 140, foot.y, 140, foot.h)
    paint, full = sheet.painter, "Choose another move"
    label_other = full if paint.measure(full, BODY, BOLD) <= 190 else "Another move"
    wide = paint.measure(label_other, BODY, BOLD) + 40
    other = Box(plan.x - 12 - wide, foot.y, wide, foot.h)
    button(sheet, "mirror.other", other, label_other, InTurn((Close(), Close())), key="A", spoken=full)
    words = f"Plan it: {box.title}"
    button(sheet, "mirror.plan", plan, "Plan it", InTurn((Open(None), plan_of(model))), style="primary",
           icon="send", key="Enter", show_key=True, spoken=words)  # fmt: skip
    x, room = foot.x, other.x - 14 - foot.x
    x += chip(sheet, label, x, foot.cy, tone, MOOD_ICONS[tone]) + 8
    x += chip(sheet, hours_text(box.hours), x, foot.cy, "soft", "bolt") + 8
    room -= x + 4 - foot.x
    first = first_name(box.name)
    told = (f"{sheet.you.name} and {box.name}", f"{sheet.you.name} and {first}") if sheet.you.name else ()
    title = next((words for words in (*told, box.name, first) if paint.measure(words, 14, SEMI) <= room), "")
    paint.text(title, x + 4, foot.cy, 14, sheet.theme.muted, SEMI)
