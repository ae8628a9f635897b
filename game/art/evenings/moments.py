"""Moments of a night, each a picture of its own: a sale, a no, a farewell, the whole room, and nobody at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from game.art.avatar import look_of
from game.art.cafe import others, person_parts
from game.art.drawings import document, drawing, group
from game.art.evenings.evening_scene import (
    BY_YOURSELF,
    CUPS,
    HEM,
    KEPT,
    Seated,
    drawn_in,
    hung,
    lit,
    next_table_svg,
    papered,
    shelf,
    table_for_one_svg,
)
from game.art.evenings.moment_places import PLACES, Figure, MomentPlace, PlacedThing
from game.art.evenings.scenery import PLAIN, Scenery
from game.art.walls import WALLS

WIDTH, HEIGHT = 1280.0, 489.0  # of a moment between two; words stand below it
WHOLE = 601.0  # height of the pictures of a whole room
IN_THE_PICTURE = 16
_TOP, _MIDDLE, _LOW = (228.0, 0.56), (410.0, 0.56), (594.0, 0.68)  # y of the hem and scale of the rows of tables
_CENTRE = (640.0, 0.99)  # middle and scale of you in the whole room


@dataclass(frozen=True)
class TableSpot:
    """A table in the whole room: middle, y of the hem, scale, and which way one looks there."""

    x: float
    hem: float
    scale: float
    side: int


TALL_ROOM = (760, 1040)
"""Width and height of the whole room where it is higher than wide, as on a phone."""
_ROWS_FROM, _IN_ROW, _BESIDE_YOU = 1030.0, 4, 2  # the hem of the foremost tables there, tables in a row, rows with you
YOU_IN_THE_TALL_ROOM = (207.5, 597.0, 1.15)
"""Where the café's frame lies in it for you: x, y, scale."""


@cache
def tall_spots(count: int) -> tuple[TableSpot, ...]:
    """Where tables stand in the tall room: one on each side of you, and rows of four behind; those in front last."""
    width, scale = TALL_ROOM[0], 0.72 if count <= 2 * _BESIDE_YOU + 2 * _IN_ROW else 0.6
    low = min(count, 2 * _BESIDE_YOU)
    rows = [_IN_ROW] * ((count - low) // _IN_ROW)
    rows = [*([(count - low) % _IN_ROW] if (count - low) % _IN_ROW else []), *rows]
    found = []
    for back, held in enumerate(reversed(rows), _BESIDE_YOU):
        hem = _ROWS_FROM - 325 * scale * back
        found += [(width * (n + 0.5) / held, hem) for n in range(held)]
    found.sort(key=lambda spot: spot[1])
    for number in range(low):
        edge = 133 * scale
        hem = _ROWS_FROM - 325 * scale * ((low - 1 - number) // 2)
        found.append((edge if number % 2 == 0 else width - edge, hem))
    return tuple(TableSpot(x, hem, scale, 1 if x < width / 2 else -1) for x, hem in found)


@cache
def spots(count: int) -> tuple[TableSpot, ...]:
    """Where tables stand around you, as even on both sides as `count` (0..16) allows; those in front come last."""
    low = 0 if count < 5 else min(4, (count - 3) // 2 if count < 11 else 4)
    middle = max(0, count - low - 6)
    top = count - low - middle
    hem, scale = (_TOP[0] + 66, 0.76) if not middle else _TOP
    found = [(WIDTH * (n + 0.5) / top, hem, scale) for n in range(top)]
    for number, (edge, step, row) in ((middle, (78, 144, _MIDDLE)), (low, (112, 208, _LOW))):
        left = (number + 1) // 2
        found += [(edge + step * n, *row) for n in range(left)]
        found += [(WIDTH - edge - step * n, *row) for n in range(number - left)]
    return tuple(TableSpot(x, hem, scale, 1 if x < WIDTH / 2 else -1) for x, hem, scale in found)


YOU_IN_THE_ROOM = (_CENTRE[0] - 150 * _CENTRE[1], 216.0, _CENTRE[1])
"""Where the café's frame lies in the whole room for you: x, y, scale."""


def seats_of(kind: str) -> tuple[Figure, Figure]:
    """You and the other one in a moment between two."""
    place = PLACES[kind]
    return place.you, place.them


@lru_cache(KEPT)
def crowd_svg(
    people: tuple[Seated, ...], *, you_look: int, dark: bool, body: str, thing: str = "", piles: bool = False,
    sign: str = "", tall: bool = False,
) -> str:  # fmt: skip
    """You in the middle of the whole room, and everybody at tables of their own, before `wall_svg`.

    It is 1280 x 601, or as large as `TALL_ROOM`.

    Args:
        people: at most sixteen, at the tables of `spots`, or of `tall_spots`.
        you_look: your own person.
        dark: lamplight.
        body: what you do, a drawing of the kind `bodies`.
        thing: a drawing of the kind `evening` that lies on every table, or "".
        piles: whether more of it stands beside you.
        sign: of your shop, one of `SIGNS` or "".
        tall: the room higher than wide.
    """
    (width, height), you_at, seats = (
        (TALL_ROOM, YOU_IN_THE_TALL_ROOM, tall_spots) if tall else ((WIDTH, WHOLE), YOU_IN_THE_ROOM, spots)
    )
    lies = group("translate(-4 -16) scale(0.9)", lit(thing, dark)) if thing else ""
    behind = [group("translate(436 14) scale(0.48)", lit("room", dark, "wide"))]
    behind += [group("translate(392 12) scale(0.6)", shelf(dark, sign))]
    behind += [group("translate(762 0)", lit("hangings", dark, "fern"))]
    parts = [group(f"translate({(width - WIDTH) / 2:g} 0)", *behind)]
    for guest, spot in zip(people, seats(len(people)), strict=True):
        table = table_for_one_svg(guest, dark, spot.side, lies)
        inside = table[table.index(">") + 1 : -len("</svg>")]
        at = f"translate({spot.x - 130 * spot.scale:g} {spot.hem - 356 * spot.scale:g}) scale({spot.scale:g})"
        parts.append(group(at, inside))
    if piles:
        parts += [group(f"translate({width / 2 + x:g} {height - 101:g})", lit("pile", dark)) for x in (-188, 102)]
    place = "translate({:g} {:g}) scale({:g})".format(*you_at)
    you = "".join(person_parts(look_of(you_look), drawing("bodies", body), 1))
    return document(width, height, *parts, group(place, you))


@lru_cache(KEPT)
def wall_svg(dark: bool, walls: str = WALLS[0]) -> str:
    """The room without anything in it, 1280 x 640; its walls are one of `WALLS`."""
    return document(WIDTH, 640, papered(walls, dark), lit("room", dark, "pools"))


@lru_cache(KEPT)
def quiet_svg(*, you_look: int, dark: bool, sign: str = "", scenery: Scenery = PLAIN) -> str:
    """Rain at the window, an empty chair, and Folio the cat asleep on the bar, 1280 x 601."""
    at, (body, face) = "translate(88 -16) scale(1.22)", BY_YOURSELF[scenery.turn]
    behind, held, fingers = person_parts(look_of(you_look), drawing("bodies", body), 1, face)
    return document(
        WIDTH, WHOLE, papered(scenery.walls, dark), lit("room", dark, "pools"),
        group("translate(72 10) scale(1.46)", lit("room", dark, "wide", rain=True)),
        hung(scenery, dark), group("translate(-10 24) scale(1)", shelf(dark, sign)),
        *(group(f"translate({x - 50:g} {y:g})", lit("hangings", dark, "lamp")) for x, y in ((356, 34), (1090, 92))),
        group(at, lit("chair", dark), behind), group("translate(474 -16) scale(1.22)", lit("chair", dark)),
        group("translate(850 380)", lit("bar", dark)), group("translate(930 186)", lit("cat", dark)),
        group("translate(1172 232)", lit("plant", dark)),
        group("translate(96 92) scale(1.22)", lit("cloth_two", dark, hem=HEM)),
        group(at, held, fingers), group("translate(440 300) scale(0.94)", lit("vase", dark)),
        group("translate(556 336) scale(1.2)", lit("cup", dark, cup=CUPS[4])),
    )  # fmt: skip


@lru_cache(KEPT)
def reading_svg(*, you_look: int, dark: bool) -> str:
    """You at a table by yourself, with what was written, 260 x 376."""
    return table_for_one_svg(Seated(you_look, "reads_on"), dark)


@lru_cache(KEPT)
def corner_svg(dark: bool) -> str:
    """The end of the bar with Folio asleep on it, 430 x 400."""
    bar, cat = group("translate(0 190)", lit("bar", dark)), group("translate(80 -4)", lit("cat", dark))
    return document(430, 400, bar, cat, group("translate(320 42)", lit("plant", dark)))


@lru_cache(KEPT)
def moment_scene(
    kind: str, look: int, *, you_look: int, dark: bool, sign: str = "", scenery: Scenery = PLAIN
) -> str:  # fmt: skip
    """A moment between you and somebody, 1280 x 489; the sign of your shop, one of `SIGNS`, hangs where the shelf is.

    Raises:
        ValueError: there is no such moment.
    """
    if kind not in PLACES:
        raise ValueError(f"no moment {kind!r}; there are {', '.join(PLACES)}")
    place = PLACES[kind]
    you, them = _drawn(place.you, you_look, dark), _drawn(place.them, look, dark)
    stands = "".join(them) if place.them.stands else ""
    at_the_table = (you,) if stands else (you, them)
    return document(
        WIDTH, HEIGHT, _at_the_door(place, dark, sign, scenery) if stands else _near(dark, sign, scenery),
        *_lying(place.behind[:1], dark), stands, *_lying(place.behind[1:], dark),
        _witnesses(place, look, you_look, dark), *(parts[0] for parts in at_the_table),
        group(f"translate(0 {place.wood:g})", lit("wood", dark)), *(parts[1] for parts in at_the_table),
        *_lying(place.things, dark), *(parts[2] for parts in at_the_table),
    )  # fmt: skip


def _drawn(figure: Figure, look: int, dark: bool) -> tuple[str, str, str]:
    """Somebody large: what is behind the table, arms with what they hold, and the fingers that close over it."""
    x, y, scale = figure.placed
    at = f"translate({x:g} {y:g}) scale({scale:g})"
    behind, held, fingers = person_parts(look_of(look), drawing("bodies", figure.body), figure.side, figure.face)
    chair = "" if figure.stands else lit("chair", dark)
    return group(at, chair, behind), group(at, held), group(at, fingers)


def _lying(things: Sequence[PlacedThing], dark: bool) -> list[str]:
    return [group(f"translate({t.x:g} {t.y:g}) scale({t.scale:g})", lit(t.name, dark, cup=t.cup)) for t in things]


def _witnesses(place: MomentPlace, look: int, you_look: int, dark: bool) -> str:
    """Two at the next table between you, who see it."""
    if place.witnesses is None:
        return ""
    one, two = (
        Seated(who, body) for who, body in zip(others(look, you_look, 2), place.witnesses, strict=True)
    )  # fmt: skip
    return group("translate(545 132) scale(0.95)", drawn_in(next_table_svg(one, two, dark)))


def _at_the_door(place: MomentPlace, dark: bool, sign: str, scenery: Scenery) -> str:
    """The room behind a moment at a door: the window is where the door is not."""
    window = -40 if place.them.middle > WIDTH / 2 else 300
    return "".join((
        papered(scenery.walls, dark),
        group(f"translate({window} -6) scale(1.16)", _window(scenery, dark)), hung(scenery, dark),
        group("translate(20 0) scale(1.2)", shelf(dark, sign)),
    ))  # fmt: skip


def _near(dark: bool, sign: str, scenery: Scenery) -> str:
    """The room behind a moment, nearer than in the evening."""
    return "".join((
        papered(scenery.walls, dark), group("translate(-100 0) scale(1.1)", lit("room", dark, "pools")),
        group("translate(47 -12) scale(1.4)", _window(scenery, dark)), hung(scenery, dark),
        group("translate(-20 -24) scale(1.36)", shelf(dark, sign, 100)),
        group("translate(1098 -16) scale(1.34)", "" if scenery.hung else lit("hangings", dark, "fern")),
        group("translate(577 14) scale(1.26)", lit("hangings", dark, "lamp")),
    ))  # fmt: skip


def _window(scenery: Scenery, dark: bool) -> str:
    """The wide window alone, with the weather at it."""
    weather = lit("weather", dark, f"wide_{scenery.weather}") if scenery.weather in {"snow", "mist"} else ""
    return lit("room", dark, "wide", rain=scenery.weather == "rain") + weather
