"""Moments of a night: the picture above, and below it what happened and what led to it. And the quiet night."""

from collections.abc import Callable, Sequence

from game.art.evenings.moments import HEIGHT, TALL_ROOM, WHOLE, WIDTH, spots, tall_spots
from game.session.seen.night.evening import Met, Moment
from game.ui.drawing.drawn_pictures import (
    Scenery,
    Seated,
    crowd_head,
    crowd_svg,
    moment_heads,
    moment_scene,
    quiet_svg,
    wall_svg,
    your_head_in_the_room,
)
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI, TITLE
from game.ui.play.play_actions import Morning
from game.ui.play.screens.speech import CLOTH_INK, balanced, bubble

BODIES = {"blast": "shouts", "repost": "claps"}
FACES = 1000.0  # of the width of a scene: so much has both faces in it
HIGHER = 1.1  # for its width, from which a stage has the whole room drawn tall
MOST_BUBBLES = 6  # bubbles in the picture of the whole room
LIES = {"blast": "booklet", "repost": ""}


def moment(sheet: Sheet, told: Moment, stage: Box, lit: int, scenery: Scenery) -> None:
    """Draw a moment; its words come in after the picture."""
    if told.who is None:
        _room(sheet, told, stage, lit, scenery)
        return
    paint, theme, who = sheet.painter, sheet.theme, told.who
    caption = _caption(sheet, told, stage)
    picture = whole = Box(stage.x, stage.y, stage.w, stage.h - caption.h)
    if sheet.narrow:
        wrote = paint.height(who.wrote, stage.w - 80, 16, SEMI) + 60 if who.wrote else 60.0
        picture, whole = narrow_picture(sheet, whole, HEIGHT / FACES, wrote, scenery.walls)
        caption = Box(stage.x, whole.bottom, stage.w, stage.bottom - whole.bottom)
    with paint.clip(picture):
        paint.svg(
            moment_scene(
                told.kind, who.look, you_look=sheet.you.look, dark=theme.dark, sign=sheet.you.sign, scenery=scenery
            ),
            picture,
            cover=True,
        )
    sheet.region(f"met.{who.follower}", stage, _spoken(told), Morning(who.follower), role="item")
    paint.fill(caption, theme.surface)
    if lit < 1:
        return
    at = _placing(picture, HEIGHT)
    if who.wrote:
        yours, theirs = (_at(at, rect) for rect in moment_heads(told.kind))
        left, right = max(yours.right, picture.x) + 14, theirs.x - theirs.w * 0.24
        if sheet.narrow:
            zone = Box(whole.x + 12, whole.y + 8, whole.w - 24, theirs.y - 18 - whole.y)
            bubble(sheet, who.wrote, zone, theirs)
            _words(sheet, told, caption)
            return
        zone = Box(left, picture.y + 10, right - left, max(theirs.y + theirs.h * 0.36 - picture.y - 10, 60.0))
        right = theirs.right + theirs.w * 0.3
        beside = Box(right, picture.y + 10, picture.right - 10 - right, theirs.bottom - picture.y - 10)
        bubble(sheet, who.wrote, zone, theirs, others=(beside,), keep=(yours,), sizes=(18, 16, 15, 14, 13))
    _words(sheet, told, caption)


def narrow_picture(sheet: Sheet, room: Box, share: float, above: float, walls: str) -> tuple[Box, Box]:
    """Where a picture stands where there is one column, and the wall that it and what is said above it stand on.

    Args:
        sheet: on which the wall is drawn.
        room: all there is for picture and wall.
        share: the height of the picture for its width.
        above: room that is wanted above it.
        walls: of the café.
    """
    high = min(room.w * share, room.h * 0.7)
    wall = room._replace(h=min(room.h, max(high + above, room.h * 0.56)))
    with sheet.painter.clip(wall):
        sheet.painter.svg(wall_svg(sheet.theme.dark, walls), wall, cover=True)
    return Box(wall.x, wall.bottom - high, wall.w, high), wall


def _spoken(told: Moment) -> str:
    who = told.who.wrote if told.who is not None else ""
    trail = " ".join(f"Day {day}: {text}." for day, text in told.trail).replace("..", ".")
    return " ".join(part for part in (f"{told.name}.", told.title, told.mirror, who, told.text, trail) if part)


def _placing(
    box: Box, height: float, width: float = WIDTH, *, cover: bool = True
) -> Callable[[float, float], tuple[float, float]]:
    """From units of a scene that covers a box, or lies in it, to logical units."""
    scale = (max if cover else min)(box.w / width, box.h / height)

    def at(x: float, y: float) -> tuple[float, float]:
        return box.cx + (x - width / 2) * scale, box.cy + (y - height / 2) * scale

    return at


def _at(at: Callable[[float, float], tuple[float, float]], rect: tuple[float, float, float, float]) -> Box:
    """A rectangle of a scene in logical units."""
    (x, y), (right, bottom) = at(rect[0], rect[1]), at(rect[0] + rect[2], rect[1] + rect[3])
    return Box(x, y, right - x, bottom - y)


def _caption(sheet: Sheet, told: Moment, stage: Box) -> Box:
    """The room for words below the picture."""
    width, mirror = _width(stage), _mirror_high(sheet, told, stage)
    if told.trail and sheet.narrow:
        high = 54 + mirror + sum(_step_high(sheet, day, text, stage.w) for day, text in told.trail) + 8
    elif told.trail:
        each = width / len(told.trail) - 16
        lines = max(len(sheet.painter.wrap(f"Day {day} {text}", each, 14, SEMI)) for day, text in told.trail)
        high = 54 + mirror + 26 + 19 * lines + 12
    else:
        high = 46 + mirror + sheet.painter.height(told.text, width, BODY, SEMI) + 14
    return Box(stage.x, stage.bottom - high, stage.w, high)


def _width(box: Box) -> float:
    """Of the words below a picture."""
    return min(box.w - 48, 1100.0)


def _mirror_high(sheet: Sheet, told: Moment, box: Box) -> float:
    return sheet.painter.height(told.mirror, _width(box), BODY, BOLD) + 4


def _words(sheet: Sheet, told: Moment, box: Box) -> None:
    paint, theme = sheet.painter, sheet.theme
    width, mirror = _width(box), _mirror_high(sheet, told, box)
    size = paint.fitting(told.title, width, (TITLE, 20, SECTION, 16, 14), EXTRA)
    paint.text(told.title, box.cx, box.y + 28, size, theme.text, EXTRA, align="center", width=width)
    paint.paragraph(told.mirror, box.cx - width / 2, box.y + 46, width, BODY, theme.primary, BOLD, align="center")
    box = Box(box.x, box.y + mirror, box.w, box.h - mirror)
    if not told.trail:
        paint.paragraph(told.text, box.cx - width / 2, box.y + 46, width, BODY, theme.muted, SEMI, align="center")
        return
    if sheet.narrow:
        _trail_down(sheet, told.trail, box)
        return
    each = width / len(told.trail)
    y = box.y + 62
    first, last = box.cx - width / 2 + each / 2, box.cx + width / 2 - each / 2
    paint.svg(_thread(last - first, theme.primary), Box(first, y - 8, last - first, 16))
    for number, (day, text) in enumerate(told.trail):
        x = first + each * number
        paint.circle(x, y, 9, theme.surface)
        if number + 1 == len(told.trail):
            paint.icon("heart", x, y, 22, theme.danger)
        else:
            paint.panel(Box(x - 7, y - 7, 14, 14), theme.surface, radius=7, edge=theme.primary, width=3)
        for line, words in enumerate(paint.wrap(f"Day {day} {text}", each - 16, 14, SEMI)):
            paint.text(words, x, y + 26 + 19 * line, 14, theme.muted, SEMI, align="center")


def _step_high(sheet: Sheet, day: int, text: str, width: float) -> float:
    return sheet.painter.height(f"Day {day} {text}", width - 76, 14, SEMI) + 8


def _trail_down(sheet: Sheet, trail: Sequence[tuple[int, str]], box: Box) -> None:
    """What led to it, below each other."""
    paint, theme = sheet.painter, sheet.theme
    y = box.y + 52
    for number, (day, text) in enumerate(trail):
        high = _step_high(sheet, day, text, box.w)
        if number + 1 < len(trail):
            paint.fill(Box(box.x + 34, y + 10, 2, high), theme.primary)
            paint.panel(Box(box.x + 28, y + 3, 14, 14), theme.surface, radius=7, edge=theme.primary, width=3)
        else:
            paint.icon("heart", box.x + 35, y + 10, 22, theme.danger)
        paint.paragraph(f"Day {day} {text}", box.x + 56, y, box.w - 76, 14, theme.muted, SEMI)
        y += high


def _thread(width: float, colour: str) -> str:
    """A line that swings a little from left to right."""
    w = max(2.0, width)
    d = f"M0 8C{w * 0.2:.0f} 2 {w * 0.3:.0f} 14 {w * 0.5:.0f} 8S{w * 0.8:.0f} 2 {w:.0f} 8"
    path = f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="3"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:.0f} 16">{path}</svg>'


# --- the whole room ------------------------------------------------------------------------------------------------


def _room(sheet: Sheet, told: Moment, stage: Box, lit: int, scenery: Scenery) -> None:
    """Everybody at once: those who said something have it above them, as far as there is room."""
    paint, theme = sheet.painter, sheet.theme
    crowd = tuple(Seated(m.look, m.pose, m.face) for m in told.crowd)
    kind, tall = told.kind, sheet.narrow and stage.h > stage.w * HIGHER
    svg = crowd_svg(
        crowd,
        you_look=sheet.you.look,
        dark=theme.dark,
        body=BODIES[kind],
        thing=LIES[kind],
        piles=kind == "blast",
        sign=sheet.you.sign,
        tall=tall,
    )
    width, height = TALL_ROOM if tall else (WIDTH, WHOLE)
    words = f"{told.title} {told.text} {told.mirror}" if sheet.narrow else f"{told.title} {told.text}"
    fits = paint.measure(words, META, BOLD) <= stage.w - 40
    told_high = 0.0 if fits and not sheet.narrow else paint.height(words, stage.w - 40, BODY, BOLD)
    deep = told_high + 24 if sheet.narrow else 66.0 if fits else told_high + 44
    foot = Box(stage.x, stage.bottom - deep, stage.w, deep)
    picture = wall = Box(stage.x, stage.y, stage.w, stage.h - foot.h)
    if tall:
        with paint.clip(wall):
            paint.svg(wall_svg(theme.dark, scenery.walls), wall, cover=True)
        high = min(wall.h, wall.w * height / width)
        picture = wall._replace(y=wall.bottom - high, h=high)
    elif sheet.narrow:
        picture, wall = narrow_picture(sheet, picture, WHOLE / WIDTH, 120, scenery.walls)
        foot = Box(stage.x, wall.bottom, stage.w, stage.bottom - wall.bottom)
    with paint.clip(picture):
        if not sheet.narrow:
            paint.svg(wall_svg(theme.dark, scenery.walls), picture, cover=True)
        paint.svg(svg, picture)
    paint.fill(foot, theme.surface)
    paint.speak(Box(picture.x, picture.y, picture.w, 20), f"{told.name}. {told.title} {told.text} {told.mirror}")
    at, scale = _placing(picture, height, width, cover=False), min(picture.w / width, picture.h / height)
    seats = list(zip(told.crowd, (tall_spots if tall else spots)(len(told.crowd)), strict=True))
    for met, spot in seats:
        x, y = at(spot.x, spot.hem - 250 * spot.scale)
        wide, high = max(40.0, 190 * spot.scale * scale), max(40.0, 240 * spot.scale * scale)
        box = Box(x - wide / 2, y, wide, high).meets(picture)
        if box.h >= 36 and box.w >= 36:
            sheet.region(f"met.{met.follower}", box, met.spoken, Morning(met.follower), role="item")
    if lit >= 1:
        heads = [_at(at, crowd_head(spot, met.pose)) for met, spot in seats]
        yours = _at(at, your_head_in_the_room(BODIES[kind], tall=tall))
        taken: list[Box] = []
        for (met, _), head in zip(seats, heads, strict=True):
            if met.wrote and len(taken) < MOST_BUBBLES:
                _called(sheet, met, head, wall, [*heads, yours, *taken], taken)
        room = picture.right - 6 - yours.right - 14
        zone = Box(yours.right + 14, yours.y, min(176 * max(1.0, scale), room), yours.h * 0.9)
        if not any(zone.overlaps(other) for other in taken):
            bubble(sheet, told.cry, zone, yours, keep=heads, sizes=(15, 14, 13))
    if sheet.narrow:
        paint.paragraph(words, foot.x + 20, foot.y + 12, foot.w - 40, BODY, theme.text, BOLD, align="center")
        return
    if fits:
        size = paint.fitting(words, foot.w - 40, (16, 15, 14, META), BOLD)
        paint.text(words, foot.cx, foot.y + 22, size, theme.text, BOLD, align="center")
    else:
        paint.paragraph(words, foot.x + 20, foot.y + 9, foot.w - 40, BODY, theme.text, BOLD, align="center")
    paint.text(told.mirror, foot.cx, foot.bottom - 21, BODY, theme.primary, BOLD, align="center", width=foot.w - 40)


def _called(sheet: Sheet, met: Met, head: Box, picture: Box, hidden: list[Box], taken: list[Box]) -> None:
    """A short bubble over a small table, unless it would hide a face or another bubble."""
    wide, high = 156.0, 34.0
    x = min(max(head.cx - wide / 2, picture.x + 6), picture.right - 6 - wide)
    y = max(head.y - high - 10, picture.y + 4)
    zone = Box(x, y, wide, high)
    if any(zone.overlaps(other, 2.0) for other in hidden):
        return
    if bubble(sheet, met.wrote, zone, head, sizes=(14, 13)) is not None:
        taken.append(zone)


# --- nobody --------------------------------------------------------------------------------------------------------


def quiet(sheet: Sheet, text: str, stage: Box, scenery: Scenery) -> None:
    """Rain at the window, an empty chair, and the cat; the words stand on the cloth."""
    paint = sheet.painter
    drawn = quiet_svg(you_look=sheet.you.look, dark=sheet.theme.dark, sign=sheet.you.sign, scenery=scenery)
    if sheet.narrow:
        paint.fill(stage, sheet.theme.surface)
        deep = paint.height(text, stage.w - 48, SECTION, BOLD) + 40
        picture, wall = narrow_picture(sheet, stage._replace(h=stage.h - deep), WHOLE / FACES, 60, scenery.walls)
        with paint.clip(picture):
            paint.svg(drawn, picture, cover=True)
        y = wall.bottom + max(20.0, (stage.bottom - wall.bottom - deep) / 2)
        paint.paragraph(text, stage.x + 24, y, stage.w - 48, SECTION, sheet.theme.text, BOLD, align="center")
        return
    with paint.clip(stage):
        paint.svg(drawn, stage, cover=True)
    at = _placing(stage, WHOLE)
    (left, top), (right, bottom) = at(150, 462), at(774, 590)
    bottom = min(bottom, stage.bottom - 6)
    size = next(
        (s for s in paint.sizes(22, 20, 18, 16, 14) if paint.height(text, right - left, s, BOLD) <= bottom - top), 14
    )
    lines, step = balanced(sheet, text, right - left, size, BOLD), paint.step(size, 1.38)
    paint.speak(Box(left, top, right - left, bottom - top), text)
    y = top + (bottom - top - step * len(lines)) * 0.4
    for number, line in enumerate(lines):
        paint.text(line, (left + right) / 2, y + step * (number + 0.5), size, CLOTH_INK, BOLD, align="center")
