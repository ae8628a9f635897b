"""The date mirror: the move taken up, as it would be at a café table."""

from game.session.view import DateLine, OpeningScene
from game.session.words.hours_text import hours_text
from game.session.words.personas import YOUR_LOOK
from game.ui.common.shared_actions import Close, Open, Sequence, turn_dialog
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import cafe_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, SECTION, SEMI
from game.ui.drawing.widgets import button, chip, dialog
from game.ui.play.play_state import MirrorBox, OpeningBox, plan_of

ZONES = {"you": (240, 12, 282, (213, 166)), "them": (248, 108, 270, (555, 172))}  # in the 768 x 360 scene
OPENING_LOOK = 3
BUBBLE, BUBBLE_INK = "#FFFFFF", "#231F33"
MOODS = {
    "delighted": "good",
    "warm": "good",
    "neutral": "plain",
    "puzzled": "warn",
    "weary": "danger",
    "shocked": "danger",
}
OPEN = "neutral"  # the mood of a scene without a verdict
MOOD_ICONS = {"good": "check", "plain": "person", "warn": "help_circle", "danger": "warning"}


def mirror(sheet: Sheet, model: Model) -> None:
    """Draw the date mirror of a move."""
    box = model.dialog
    if not isinstance(box, MirrorBox):
        return
    date = box.date
    subtitle = "Before you do: the same move, face to face" if box.unasked else "The same move, face to face"
    body, scene, words = _parts(sheet, "cup", "Date mirror", subtitle, (date.what, date.then))
    table_scene(sheet, scene, box.look, date)
    _words(sheet, words, (date.what, date.then))
    _foot(sheet, model, box, Box(body.x, body.bottom - 46, body.w, 46))


def opening(sheet: Sheet, model: Model) -> None:
    """A scene before the first day."""
    box = model.dialog
    if not isinstance(box, OpeningBox):
        return
    told = box.scenes[box.at]
    count = f"{box.at + 1} of {len(box.scenes)}" if len(box.scenes) > 1 else ""
    body, scene, words = _parts(sheet, "cup", told.title, count, ("", told.text), closable=False)
    table_scene(sheet, scene, OPENING_LOOK, told)
    _words(sheet, words, ("", told.text))
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    last = box.at + 1 == len(box.scenes)
    label, icon, action = ("Begin", "play", Close()) if last else ("Go on", "next", turn_dialog(at=box.at + 1))
    button(
        sheet,
        "opening.on",
        Box(foot.right - 160, foot.y, 160, 46),
        label,
        action,
        style="primary",
        icon=icon,
        key="Enter Right",
        show_key=True,
    )
    if box.at:
        back = turn_dialog(at=box.at - 1)
        button(
            sheet,
            "opening.back",
            Box(foot.right - 160 - 12 - 110, foot.y, 110, 46),
            "Back",
            back,
            icon="back",
            key="Left",
        )
    if not last:
        button(sheet, "opening.skip", Box(foot.x, foot.y, 110, 46), "Skip", Close(), style="ghost", key="Esc")


def _parts(
    sheet: Sheet, icon: str, title: str, subtitle: str, texts: tuple[str, str], *, closable: bool = True
) -> tuple[Box, Box, Box]:
    """The frame: all below its head, the scene, and the words below it or, in a low window, beside it."""
    paint, window = sheet.painter, sheet.window
    if not sheet.tall:
        body = dialog(sheet, 830, 456, icon, title, subtitle, closable=closable)
        scene_high = body.h - 46 - 14
        scene_wide = min(scene_high * 768 / 360, body.w - 250)
        scene = Box(body.x, body.y, scene_wide, scene_wide * 360 / 768)
        return body, scene, Box(scene.right + 20, body.y, body.right - scene.right - 20, scene_high)
    first, second = (
        paint.height(t, 768.0, size, weight, lines=3)
        for t, size, weight in zip(texts, (SECTION, BODY), (BOLD, SEMI), strict=True)
    )
    text_high = (first + 6 if texts[0] else 0) + second + 4
    room = window.h - 24 - 72 - 22 - text_high - 18 - 60
    scale = min(1.0, room / 360)
    body = dialog(sheet, 816, 72 + 360 * scale + 18 + text_high + 60 + 22, icon, title, subtitle, closable=closable)
    scene = Box(body.cx - 384 * scale, body.y, 768 * scale, 360 * scale)
    return body, scene, Box(body.x, scene.bottom + 18, body.w, text_high)


def _words(sheet: Sheet, box: Box, texts: tuple[str, str]) -> None:
    theme, paint = sheet.theme, sheet.painter
    lines = 3 if sheet.tall else 8
    y = box.y
    if texts[0]:
        y += 6 + paint.paragraph(texts[0], box.x, y, box.w, SECTION, theme.text, BOLD, lines=lines)
    paint.paragraph(texts[1], box.x, y, box.w, BODY, theme.muted if texts[0] else theme.text, SEMI, lines=lines)


def table_scene(sheet: Sheet, scene: Box, look: int, date: DateLine | OpeningScene) -> None:
    """Draw two people at a table, and what they say."""
    paint, theme = sheet.painter, sheet.theme
    try:
        code = cafe_svg(look, date.mood, date.prop, you_look=YOUR_LOOK, dark=theme.dark)
    except ValueError:
        code = cafe_svg(look, "neutral", "cup", you_look=YOUR_LOOK, dark=theme.dark)
    paint.svg(code, scene, radius=18)
    below = _bubble(sheet, scene, "you", date.you, scene.y) if date.you else scene.y
    if date.they:
        _bubble(sheet, scene, "them", date.they, below)


def _bubble(sheet: Sheet, scene: Box, who: str, text: str, least: float) -> float:
    """A speech bubble with its tail; returns the y below it."""
    paint = sheet.painter
    scale = scene.w / 768
    x, y, width, tail = ZONES[who]
    room = max(width * scale, 196.0) - 28
    most = 84 * scale
    size = next((s for s in (18, 17, 16, 15, 14) if paint.height(text, room, s, BOLD, leading=1.3) <= most - 14), 13.0)
    lines = paint.wrap(text, room, size, BOLD)
    step = round(size * 1.3)
    wide = max(paint.measure(line, size, BOLD) for line in lines) + 28
    high = step * len(lines) + 16
    middle = scene.x + (x + width / 2) * scale
    top = max(scene.y + y * scale, least)
    bubble = Box(middle - wide / 2, top, wide, high)
    end_x, end_y = scene.x + tail[0] * scale, scene.y + tail[1] * scale
    inner = bubble.x + 26 if who == "you" else bubble.right - 26
    _tail(
        sheet,
        inner,
        bubble.bottom - 6,
        end_x + (14 if who == "you" else -14) * scale,
        max(end_y - 8, bubble.bottom + 8),
    )
    paint.panel(bubble, BUBBLE, radius=14, shadow="low")
    for i, line in enumerate(lines):
        paint.text(line, bubble.x + 14, bubble.y + 8 + step * (i + 0.5), size, BUBBLE_INK, BOLD)
    return bubble.bottom + 8


def _tail(sheet: Sheet, x: float, y: float, to_x: float, to_y: float) -> None:
    left, right, top, bottom = min(x - 10, to_x), max(x + 10, to_x), min(y, to_y), max(y, to_y)
    wide, high = right - left, bottom - top
    points = f"{x - 10 - left},{y - top} {x + 10 - left},{y - top} {to_x - left},{to_y - top}"
    sheet.painter.svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<polygon points="{points}" fill="{BUBBLE}"/></svg>',
        Box(left, top, wide, high),
    )


def _foot(sheet: Sheet, model: Model, box: MirrorBox, foot: Box) -> None:
    tone = MOODS.get(box.date.mood, "plain")
    plan = Box(foot.right - 140, foot.y, 140, foot.h)
    other = Box(plan.x - 12 - 220, foot.y, 220, foot.h)
    button(sheet, "mirror.other", other, "Choose another move", Sequence((Close(), Close())), key="A")
    words = f"Plan it: {box.title}"
    button(
        sheet,
        "mirror.plan",
        plan,
        "Plan it",
        Sequence((Open(None), plan_of(model))),
        style="primary",
        icon="send",
        key="Enter",
        show_key=True,
        spoken=words,
    )
    x, room = foot.x, other.x - 14 - foot.x
    label = "You cannot tell yet" if box.date.mood == OPEN else box.date.mood.capitalize()
    x += chip(sheet, label, x, foot.cy, tone, MOOD_ICONS[tone]) + 8
    x += chip(sheet, hours_text(box.hours), x, foot.cy, "soft", "bolt") + 8
    title = box.name
    if foot.x + room - x > 120:
        sheet.painter.text(title, x + 4, foot.cy, 14, sheet.theme.muted, SEMI, width=foot.x + room - x - 4)
