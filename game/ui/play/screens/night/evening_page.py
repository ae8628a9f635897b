"""A step of the evening: tables with people you approached, the next table, and those at the bar."""

from game.art.evenings.evening_places import CLOTHS, SLIM, ScenePart, arranged, bar_in, clock_on
from game.session.seen.night.evening import Evening, Met, Whisper
from game.ui.drawing.drawn_pictures import (
    BY_YOURSELF,
    Scenery,
    Seated,
    heads_at,
    pieces,
    raised_hands_at,
    room_svg,
    your_seat,
)
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, EXTRA, META, SEMI
from game.ui.play.night_steps import NightStep
from game.ui.play.play_actions import Morning
from game.ui.play.screens.speech import CLOTH_INK, CLOTH_SOFT, PAPER, RIM, balanced, bubble, on_cloth

BAR_INK = "#FFF1DF"


def evening(sheet: Sheet, told: Evening, step: NightStep, stage: Box, lit: int, scenery: Scenery) -> None:
    """Draw a step of the evening.

    Args:
        sheet: what is drawn on.
        told: the night.
        step: which of its people.
        stage: where.
        lit: how many parts of the picture have come in.
        scenery: how the café looks.
    """
    paint, dark = sheet.painter, sheet.theme.dark
    tables, bar = told.tables[slice(*step.tables)], told.bar[slice(*step.bar)]
    beside = whisper = told.whisper if step.start == 0 else None
    top = stage.y + 8
    if stage.w < SLIM and whisper is not None:  # no room for a next table: what is said there stands above
        top += _overheard_high(sheet, whisper.text, stage.w) + 8
        whisper = None
    places = arranged(stage.w, stage.h, len(tables), next_table=whisper is not None, bar=len(bar))
    pair = None
    if whisper is not None:
        pair = (Seated(whisper.looks[0], whisper.poses[0]), Seated(whisper.looks[1], whisper.poses[1]))
    guests = tuple(Seated(m.look, m.pose, m.face, ease=m.ease) for m in tables)
    standing = tuple(Seated(m.look, m.pose, m.face) for m in bar)
    with paint.clip(stage):
        paint.svg(room_svg(dark, clock=top == stage.y + 8, sign=sheet.you.sign, scenery=scenery), stage, cover=True)
        clock = _clock(stage).cx - stage.x
        drawn = pieces(
            places, guests, you_look=sheet.you.look, dark=dark, clock=clock, pair=pair, bar=standing, scenery=scenery
        )
        for place, svg in drawn:
            if place.kind == "bar" or _turn_of(place) <= lit:
                paint.svg(svg, Box(stage.x + place.x, stage.y + place.y, place.w, place.h))
    if beside is not None and whisper is None:
        _overheard(sheet, beside, stage)
    you = (
        your_seat(sheet.you.look, guests[0], scenery.turn)
        if guests
        else Seated(sheet.you.look, *BY_YOURSELF[scenery.turn])
    )
    heads = {number: _heads(stage, place, guests, pair, you) for number, (place, _) in enumerate(drawn)}
    keep = [_clock(stage), *(head for found in heads.values() for head in found)]
    keep += [hand for place, _ in drawn for hand in _hands(stage, place, _there(place, guests, pair, you))]
    for number, (place, _) in enumerate(drawn):
        shown = _turn_of(place) <= lit
        if place.kind in {"two", "one"}:
            box = _table(
                sheet,
                stage,
                place,
                tables[place.number],
                heads[number],
                keep,
                shown=shown,
                alone=len(tables) == 1 and whisper is None,
                top=top,
            )
        elif place.kind == "you":
            box = _moved(stage, place, CLOTHS["one"])
            _alone(sheet, box, told.alone)
        elif place.kind == "next" and whisper is not None and shown:
            box = _next(sheet, stage, place, whisper.text, heads[number][0], keep)
        elif place.kind == "guest":
            box = _guest(sheet, stage, place, bar[place.number], heads[number][0], keep, shown=shown, alone=not tables)
        else:
            box = None
        if box is not None:
            keep.append(box)


def _heads(
    stage: Box, place: ScenePart, guests: tuple[Seated, ...], pair: tuple[Seated, Seated] | None, you: Seated
) -> list[Box]:  # fmt: skip
    """The heads of those in a part of the picture, from left to right."""
    return [Box(stage.x + x, stage.y + y, w, h) for x, y, w, h in heads_at(place, _there(place, guests, pair, you))]


def _hands(stage: Box, place: ScenePart, there: tuple[Seated, ...]) -> list[Box]:
    """The hands that they hold up."""
    return [Box(stage.x + x, stage.y + y, w, h) for x, y, w, h in raised_hands_at(place, there)]


def _there(
    place: ScenePart, guests: tuple[Seated, ...], pair: tuple[Seated, Seated] | None, you: Seated
) -> tuple[Seated, ...]:  # fmt: skip
    """Who sits in a part of the picture, from left to right."""
    if place.kind == "two":
        return you, guests[place.number]
    if place.kind == "one":
        return (guests[place.number],)
    if place.kind == "you":
        return (you,)
    return pair if place.kind == "next" and pair is not None else ()


def _clock(stage: Box) -> Box:
    x, y, w, h = clock_on(stage.w, stage.h)
    return Box(stage.x + x, stage.y + y, w, h)


def _turn_of(place: ScenePart) -> int:
    """When a part comes in: your own table, the others, the next table, the bar."""
    return {"you": 0, "two": 0, "one": place.number, "next": 3, "guest": 4}.get(place.kind, 0)


def _moved(stage: Box, place: ScenePart, rect: tuple[float, float, float, float]) -> Box:
    x, y, w, h = place.within(rect)
    return Box(stage.x + x, stage.y + y, w, h)


def _table(
    sheet: Sheet, stage: Box, place: ScenePart, met: Met, heads: list[Box], keep: list[Box], *, shown: bool,
    alone: bool, top: float,
) -> Box | None:  # fmt: skip
    whole = Box(stage.x + place.x, stage.y + place.y, place.w, place.h).meets(stage)
    sheet.region(f"met.{met.follower}", whole.inset(6, 2), met.spoken, Morning(met.follower), role="item")
    if not shown:
        return None
    head = heads[-1]
    cloth = _moved(stage, place, CLOTHS[place.kind])
    both = f"{sheet.you.name} and {met.name}" if sheet.you.name and place.kind == "two" else met.name
    fits = sheet.painter.measure(both, 18, EXTRA) <= cloth.w
    on_cloth(sheet, cloth, both if fits else met.name, met.did, met.does)
    if not met.wrote:
        return None
    if stage.w < SLIM:  # above both, as wide as there is room
        zone = Box(stage.x + 10, top, stage.w - 20, max(20.0, min(h.y for h in heads) - 16 - top))
        return bubble(sheet, met.wrote, zone, head, keep=keep)
    if place.kind == "two":
        left, right = heads[0].right + 10, head.x - 12
        zone = Box(left, top, right - left, stage.y + place.y + 222 * place.scale - top)
        beside = Box(head.right + 14, top, stage.right - 8 - head.right - 14, head.bottom - top)
        others = [beside] if alone else []
        return bubble(sheet, met.wrote, _raised(zone, head.bottom - 4), head, others=others, keep=keep)
    zone = Box(whole.x + 6, top, place.w - 12, max(20.0, head.y - 14 - top))
    return bubble(sheet, met.wrote, zone, head, keep=keep)


def _alone(sheet: Sheet, cloth: Box, text: str) -> None:
    """What you did today, on the cloth of your own table."""
    paint = sheet.painter
    sizes = paint.sizes(18, 16, 15, 14)
    size = next((s for s in sizes if paint.height(text, cloth.w, s, BOLD) <= cloth.h), META / paint.grown)
    lines, step = balanced(sheet, text, cloth.w, size, BOLD), paint.step(size, 1.32)
    paint.speak(cloth, text)
    y = cloth.y + (cloth.h - step * len(lines)) * 0.4
    for number, line in enumerate(lines):
        paint.text(line, cloth.cx, y + step * (number + 0.5), size, CLOTH_INK, BOLD, align="center")


def _overheard_high(sheet: Sheet, text: str, width: float) -> float:
    return max(46.0, 28 + sheet.painter.height(text, width - 100, META, SEMI) + 8)


def _overheard(sheet: Sheet, whisper: Whisper, stage: Box) -> None:
    """What is said at the next table, with those who say it, along the upper edge."""
    paint = sheet.painter
    box = Box(stage.x + 8, stage.y + 8, stage.w - 16, _overheard_high(sheet, whisper.text, stage.w))
    paint.panel(box, PAPER, radius=14, edge=RIM, shadow="low")
    for number, look in enumerate(whisper.looks):
        paint.avatar(look, box.x + 24 + 26 * number, box.cy, 34)
    paint.text("At the next table", box.x + 76, box.y + 16, META, CLOTH_SOFT, SEMI)
    paint.paragraph(whisper.text, box.x + 76, box.y + 26, box.w - 84, META, CLOTH_INK, BOLD)


def _raised(zone: Box, bottom: float) -> Box:
    """A zone that ends where a bubble looks best, if there is room for a few lines above."""
    return Box(zone.x, zone.y, zone.w, bottom - zone.y) if bottom - zone.y > 130 else zone


def _next(sheet: Sheet, stage: Box, place: ScenePart, text: str, head: Box, keep: list[Box]) -> Box | None:
    paint = sheet.painter
    cloth = _moved(stage, place, CLOTHS["next"])
    paint.speak(cloth, f"At the next table: {text}")
    lines = paint.wrap(text, cloth.w, META, SEMI)
    if len(lines) == 1 and cloth.h >= 36 and paint.measure("At the next table", META, SEMI) <= cloth.w:
        paint.text("At the next table", cloth.cx, cloth.y + 10, META, CLOTH_SOFT, SEMI, align="center")
        paint.text(text, cloth.cx, cloth.y + 28, META, CLOTH_INK, EXTRA, align="center")
        return None
    wide = min(190.0, max(place.w * 1.3, 150.0))
    zone = Box(stage.x + place.x + place.w / 2 - wide / 2, stage.y + 8, wide, head.y - stage.y - 18)
    return bubble(sheet, text, zone, head, keep=keep, sizes=(14, 13))


def _guest(
    sheet: Sheet, stage: Box, place: ScenePart, met: Met, head: Box, keep: list[Box], *, shown: bool, alone: bool
) -> Box | None:  # fmt: skip
    """Somebody at the bar: the words stand on its front."""
    paint = sheet.painter
    each = stage.w / bar_in(stage.w)
    top = stage.y + place.y + place.h - 2
    cell = Box(stage.x + place.x, top + 14, each - 24, stage.bottom - top - 16)
    spot = Box(cell.x - 10, stage.y + place.y, each - 8, stage.bottom - stage.y - place.y)
    words = met.spoken.replace(f"{met.name}.", met.name, 1) if not met.did else f"{met.name} {met.does} {met.did}"
    sheet.region(f"met.{met.follower}", spot.meets(stage), f"{words} {met.wrote if met.did else ''}".strip(),
                 Morning(met.follower), role="item")  # fmt: skip
    if not shown:
        return None
    size, lines = _at_the_bar(sheet, met, cell)
    step = paint.step(size, 1.3)
    y = cell.y + max(0.0, (cell.h - step * len(lines)) / 2)
    for number, line in enumerate(lines):
        x = cell.x
        if number == 0:
            x += paint.text(met.first, x, y + step / 2, size, "#FFFFFF", EXTRA, width=cell.w) + size * 0.3
        paint.text(line, x, y + step * (number + 0.5), size, BAR_INK, SEMI, width=cell.right - x + 1)
    if alone:  # nobody sits at a table: there is room for what they wrote
        return _over_the_bar(sheet, stage, met, head, keep)
    return None


def _at_the_bar(sheet: Sheet, met: Met, cell: Box) -> tuple[float, list[str]]:
    """Size and lines of what is told of somebody at the bar: all, or else what they did and no cause of it."""
    paint = sheet.painter
    does, aside = met.does, met.does.find(". ")
    for told in (does, does[: aside + 1]) if aside > 0 else (does,):
        for size in (*paint.sizes(16, 15, 14), 13 / paint.grown):
            lines = _named(sheet, met.first, told, cell.w, size)
            if len(lines) * paint.step(size, 1.3) <= cell.h:
                return size, lines
    return size, lines


def _named(sheet: Sheet, first_name: str, does: str, width: float, size: float) -> list[str]:
    """What stands behind a first name, in lines; the first one is shorter by the name."""
    paint = sheet.painter
    left = width - paint.measure(first_name, size, EXTRA) - size * 0.3
    words, first = does.split(), ""
    while words and paint.measure(f"{first} {words[0]}".strip(), size, SEMI) <= left:
        first = f"{first} {words.pop(0)}".strip()
    return [first, *paint.wrap(" ".join(words), width, size, SEMI)] if words else [first]


def _over_the_bar(
    sheet: Sheet, stage: Box, met: Met, head: Box, keep: list[Box]
) -> Box | None:  # fmt: skip
    if not met.wrote:
        return None
    wide = min(stage.w / bar_in(stage.w) - 20, 290.0)
    x = min(max(head.cx - wide / 2, stage.x + 8), stage.right - 8 - wide)
    zone = Box(x, stage.y + 8, wide, max(24.0, head.y - 16 - stage.y - 8))
    return bubble(sheet, met.wrote, zone, head, keep=keep)
