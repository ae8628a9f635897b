"""The date mirror: the move taken up, as it would be at a café table."""

from game.ui.actions import Close, Plan, Sequence
from game.ui.geometry import Box
from game.ui.pictures import cafe_svg
from game.ui.sheet import Sheet
from game.ui.state import MirrorBox, Model, hours_text
from game.ui.theme import BODY, BOLD, SECTION, SEMI
from game.ui.widgets import button, chip, dialog

ZONES = {"you": (240, 12, 282, (213, 166)), "them": (248, 108, 270, (555, 172))}  # in the 768 x 360 scene
YOU_LOOK = 0
BUBBLE, BUBBLE_INK = "#FFFFFF", "#231F33"
MOODS = {"delighted": "good", "warm": "good", "neutral": "plain", "puzzled": "warn", "weary": "danger", "shocked": "danger"}
MOOD_ICONS = {"good": "check", "plain": "person", "warn": "help_circle", "danger": "warning"}


def mirror(sheet: Sheet, model: Model) -> None:
    """Draw the dialog."""
    box = model.dialog
    if not isinstance(box, MirrorBox):
        return
    paint, theme, window = sheet.painter, sheet.theme, sheet.window
    date = box.date
    small = not sheet.tall
    subtitle = "Before you do: the same move, face to face" if box.unasked else "The same move, face to face"
    if small:
        body = dialog(sheet, 830, 456, "cup", "Date mirror", subtitle)
        foot = 46
        scene_high = body.h - foot - 14
        scene_wide = min(scene_high * 768 / 360, body.w - 250)
        scene = Box(body.x, body.y, scene_wide, scene_wide * 360 / 768)
        words = Box(scene.right + 20, body.y, body.right - scene.right - 20, scene_high)
    else:
        width = 768.0
        text_high = paint.height(date.what, width, SECTION, BOLD, lines=2) + paint.height(date.then, width, BODY, lines=2) + 10
        room = window.h - 24 - 72 - 22 - text_high - 18 - 60
        scale = min(1.0, room / 360)
        body = dialog(sheet, 816, 72 + 360 * scale + 18 + text_high + 60 + 22, "cup", "Date mirror", subtitle)
        scene = Box(body.cx - 384 * scale, body.y, 768 * scale, 360 * scale)
        words = Box(body.x, scene.bottom + 18, body.w, text_high)
    _scene(sheet, box, scene)
    used = paint.paragraph(date.what, words.x, words.y, words.w, SECTION, theme.text, BOLD, lines=5 if small else 2)
    paint.paragraph(date.then, words.x, words.y + used + 6, words.w, BODY, theme.muted, SEMI, lines=5 if small else 2)
    _foot(sheet, box, Box(body.x, body.bottom - 46, body.w, 46))


def _scene(sheet: Sheet, box: MirrorBox, scene: Box) -> None:
    paint, theme, date = sheet.painter, sheet.theme, box.date
    try:
        code = cafe_svg(box.look, date.mood, date.prop, you_look=YOU_LOOK, dark=theme.dark)
    except ValueError:
        code = cafe_svg(box.look, "neutral", "cup", you_look=YOU_LOOK, dark=theme.dark)
    paint.svg(code, scene, radius=18)
    below = _bubble(sheet, scene, "you", date.you, scene.y)
    if date.they:
        _bubble(sheet, scene, "them", date.they, below)


def _bubble(sheet: Sheet, scene: Box, who: str, text: str, least: float) -> float:
    """A speech bubble with its tail; returns the y below it."""
    paint = sheet.painter
    scale = scene.w / 768
    x, y, width, tail = ZONES[who]
    room = max(width * scale, 196.0) - 28
    most = 84 * scale
    size = next(
        (s for s in (18, 17, 16, 15, 14) if paint.height(text, room, s, BOLD, leading=1.3) <= most - 14), 13.0
    )
    lines = paint.wrap(text, room, size, BOLD)
    step = round(size * 1.3)
    wide = max(paint.measure(line, size, BOLD) for line in lines) + 28
    high = step * len(lines) + 16
    middle = scene.x + (x + width / 2) * scale
    top = max(scene.y + y * scale, least)
    bubble = Box(middle - wide / 2, top, wide, high)
    end_x, end_y = scene.x + tail[0] * scale, scene.y + tail[1] * scale
    inner = bubble.x + 26 if who == "you" else bubble.right - 26
    _tail(sheet, inner, bubble.bottom - 6, end_x + (14 if who == "you" else -14) * scale, max(end_y - 8, bubble.bottom + 8))
    paint.panel(bubble, BUBBLE, radius=14, shadow="low")
    for i, line in enumerate(lines):
        paint.text(line, bubble.x + 14, bubble.y + 8 + step * (i + 0.5), size, BUBBLE_INK, BOLD)
    return bubble.bottom + 8


def _tail(sheet: Sheet, x: float, y: float, to_x: float, to_y: float) -> None:
    left, right, top, bottom = min(x - 10, to_x), max(x + 10, to_x), min(y, to_y), max(y, to_y)
    wide, high = right - left, bottom - top
    points = f"{x - 10 - left},{y - top} {x + 10 - left},{y - top} {to_x - left},{to_y - top}"
    sheet.painter.svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"><polygon points="{points}" fill="{BUBBLE}"/></svg>',
        Box(left, top, wide, high),
    )


def _foot(sheet: Sheet, box: MirrorBox, foot: Box) -> None:
    tone = MOODS.get(box.date.mood, "plain")
    plan = Box(foot.right - 140, foot.y, 140, foot.h)
    other = Box(plan.x - 12 - 220, foot.y, 220, foot.h)
    button(sheet, "mirror.other", other, "Choose another move", Sequence((Close(), Close())), key="A")
    words = f"Plan it: {box.title}"
    button(sheet, "mirror.plan", plan, "Plan it", Plan(), style="primary", icon="send", key="Enter", show_key=True, spoken=words)
    x, room = foot.x, other.x - 14 - foot.x
    x += chip(sheet, box.date.mood.capitalize(), x, foot.cy, tone, MOOD_ICONS[tone]) + 8
    x += chip(sheet, hours_text(box.hours), x, foot.cy, "soft", "bolt") + 8
    title = f"{box.title}, {box.name}"
    if foot.x + room - x > 120:
        sheet.painter.text(title, x + 4, foot.cy, 14, sheet.theme.muted, SEMI, width=foot.x + room - x - 4)


