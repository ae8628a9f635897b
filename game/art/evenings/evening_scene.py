"""The evening at the café: whom you approached at a table with you, those next door, those at the bar, and the room.

Every part is a small document of its own, so that a window can bring the tables in one by one; `evening_scene` puts the
parts of an `Arrangement` into one picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from game.art.avatar import bust_layers, look_of
from game.art.cafe import EVENING, at_a_counter, person_parts
from game.art.drawings import document, drawing, group, names
from game.art.evenings.evening_places import STAGE, ScenePart, arranged, clock_on
from game.art.evenings.scenery import AT_EASE, CLOSE, KNOWN, PLAIN, Scenery, order_of
from game.art.illustrations import hung_sign
from game.art.palette import mix
from game.art.walls import wall_colours

NIGHT = EVENING | {
    "floor": "#3a2530", "floor_line": "#2b1b27", "counter": "#b57a56", "counter_low": "#5f3a2d", "rain": "#aebbe6",
    "counter_face": "#5d3a2d", "counter_panel": "#4f3027", "dial": "#e8dcd2", "hand": "#2b2030", "cloud": "#2c3358",
}  # fmt: skip
HEM = "#6a5ae0"  # of every table: a colour of its own would seem to mean something
CUPS = ("#d84878", "#3b7cd6", "#dfa32c", "#8f8c9b", "#1e988a", "#ef7757")
NEARER = 46.0  # by which a cup moves that would stand before the other one of two
KEPT = 64  # pictures of each kind that are not composed again
ABOVE = 30  # units over a table, for tall hair
SEATS: dict[str, tuple[tuple[int, float, float, float], ...]] = {
    "two": ((1, 0.89, 130, 262), (-1, 0.89, 470, 262)), "one": ((1, 0.62, 110, 166),), "you": ((1, 0.62, 110, 166),),
    "next": ((1, 0.46, 62, 110), (-1, 0.46, 140, 110)),
}  # fmt: skip
"""By part, who sits in it: which way they look, scale of the café's frame, x of the person, y of the table's top."""


@dataclass(frozen=True)
class Seated:
    """Somebody at a table: who, and what their body does."""

    look: int  # any integer, as for `avatar_svg`
    body: str  # a drawing of the kind `bodies`
    face: str = ""  # a drawing of the kind `faces`; "" for the one that goes with the body
    looks: int = 0  # 1 to the right of the picture, -1 to the left; 0 as the body does
    ease: int = 0  # how much at home they are at your table: 1 the first time, 4 an old friend; 0 is not told

    @property
    def nearer(self) -> float:
        """How much nearer to you their chair stands, in the units of the table for two."""
        return {AT_EASE: 12.0}.get(self.ease, 30.0 if self.ease >= CLOSE else 0.0)


def bodies() -> tuple[str, ...]:
    """What a body can do at the table."""
    return names("bodies")


def lit(name: str, dark: bool, layer: str = "", *, rain: bool = False, **colours: str) -> str:
    """A drawing of the evening by lamplight or at dusk.

    Args:
        name: of the kind `evening`.
        dark: lamplight.
        layer: one of its layers; "" for all.
        rain: whether it rains at the windows.
        colours: other values it asks for.
    """
    return _lit(name, dark, layer, colours, rain=rain)


def _lit(name: str, dark: bool, layer: str, colours: Mapping[str, str], *, rain: bool = False) -> str:
    drawn = drawing("evening", name)
    values = {**drawn.shown, **(NIGHT if dark else {}), **colours}
    return drawn.svg(values, layer, when=[name for name, holds in (("dark", dark), ("rain", rain)) if holds])


def papered(walls: str, dark: bool) -> str:
    """Walls and floor of the room without windows, lamps and things; the walls are one of `WALLS`."""
    return _lit("room", dark, "wall", wall_colours(walls, dark=dark)) + (lit("room", dark, "dim") if dark else "")


@lru_cache(KEPT)
def room_svg(dark: bool, *, clock: bool = True, sign: str = "", scenery: Scenery = PLAIN) -> str:
    """The room with its windows and lamps and your sign, 1280 x 640; without its clock where words would cover it."""
    rain = scenery.weather == "rain"
    layers = ["pools", "wide", "small"]
    drawn = [papered(scenery.walls, dark), *(lit("room", dark, layer, rain=rain) for layer in layers)]
    drawn += [outside(scenery, dark), hung(scenery, dark), *(lit("room", dark, "clock") for _ in range(clock))]
    return document(1280, 640, *drawn, lit("room", dark, "lamps"), shelf(dark, sign))


def outside(scenery: Scenery, dark: bool) -> str:
    """Snow or mist at the windows of the room."""
    if scenery.weather not in {"snow", "mist"}:
        return ""
    return "".join(lit("weather", dark, f"{window}_{scenery.weather}") for window in ("wide", "small"))


def hung(scenery: Scenery, dark: bool) -> str:
    """What hangs from the ceiling; from wall to wall only between shelf and corner, and above the clock."""
    if scenery.hung == "fern":
        return group("translate(1140 18) scale(1.1)", lit("hangings", dark, "fern"))
    return group("translate(215 2) scale(0.767 0.54)", lit("dressing", dark, scenery.hung)) if scenery.hung else ""


def shelf(dark: bool, sign: str, middle: float = 62.0) -> str:
    """The shelf in the upper left of the room, and below it, at an x, the sign of your shop, one of `SIGNS` or ""."""
    return hung_sign(sign, middle, 86, 0.8) + lit("room", dark, "shelf")


@lru_cache(KEPT)
def table_for_two_svg(you: Seated, other: Seated, dark: bool, thing: str = "") -> str:
    """You on the left and somebody on the right at a laid table, 600 x 482; the cloth is free for words.

    Args:
        you: your seat.
        other: the other one; the more at ease, the more is theirs: an order, the coat on the chair, a nearer seat.
        dark: lamplight.
        thing: what stands between you, one of `THINGS` or ""; in its place stands the usual order of who has one.
    """
    (side, scale, middle, edge) = SEATS["two"][1]
    left = _seat(you, *SEATS["two"][0], dark, 1.6 * NEARER)
    right = _seat(other, side, scale, middle - other.nearer, edge, dark, NEARER)
    cloth = lit("cloth_two", dark, hem=HEM)
    stands = group("translate(262 170) scale(0.9)", lit("table_things", dark, thing)) if thing else ""
    if other.ease >= KNOWN:
        usual = lit("order", dark, "stand") + lit("order", dark, order_of(other.look))
        stands = group("translate(224 168) scale(0.84)", usual)
    return _table(600, 482, left[0], right[0], cloth, stands, left[1], right[1])


@lru_cache(KEPT)
def table_for_one_svg(guest: Seated, dark: bool, side: int = 1, thing: str = "") -> str:
    """Somebody at a small table, 260 x 376; the cloth is free for words.

    Args:
        guest: who.
        dark: lamplight.
        side: 1 looks to the right of the picture, -1 to the left.
        thing: an SVG fragment that lies on the table, around the point 0, 0.
    """
    behind, before = _seat(guest, side, 0.62, 130 - 20 * side, 166, dark, NEARER)
    return _table(260, 376, behind, lit("cloth_one", dark, hem=HEM), before, group("translate(130 176)", thing))


@lru_cache(KEPT)
def next_table_svg(left: Seated, right: Seated, dark: bool) -> str:
    """Two at the next table, 200 x 230."""
    one, two = (_seat(who, *seat, dark) for who, seat in zip((left, right), SEATS["next"], strict=True))
    return _table(200, 230, one[0], two[0], lit("cloth_small", dark, hem=HEM), one[1], two[1])


@lru_cache(KEPT)
def at_the_bar_svg(guest: Seated, cup: str) -> str:
    """Somebody as far as the bar shows them, with a cup, 160 x 124; they look to the right unless they say."""
    face = guest.face or drawing("bodies", guest.body).fact("expression")
    person = look_of(guest.look)
    back, clothes, front = bust_layers(person, face, 0.5 * (guest.looks or 1))
    return document(160, 124, group("translate(0 12)", back, clothes, front, at_a_counter(person, cup)))


@lru_cache(KEPT)
def bar_svg(width: float, height: float, dark: bool) -> str:
    """The counter in front, of any size."""
    top = group(f"scale({width / 1280:g} 1)", lit("counter", dark, "top"))
    return document(width, height, group(f"scale({width / 1280:g} {height / 90:g})", lit("counter", dark, "face")), top)


def moon_svg() -> str:
    """The moon on a round ground, 64 x 64."""
    return document(64, 64, lit("moon", True))


def evening_scene(
    guests: Sequence[Seated], *, you_look: int, dark: bool, pair: tuple[Seated, Seated] | None = None,
    bar: Sequence[Seated] = (), sign: str = "", scenery: Scenery = PLAIN,
) -> str:  # fmt: skip
    """The whole evening as one picture of 1280 x 601, without words.

    Args:
        guests: whom you approached, the strongest first: with you at a table for two, the others at tables beside it.
        you_look: your own person.
        dark: lamplight instead of dusk.
        pair: two at the next table.
        bar: the rest.
        sign: of your shop.
        scenery: how the café looks.
    """
    width, height = STAGE
    places = arranged(width, height, len(guests), next_table=pair is not None, bar=len(bar))
    parts = [_set(room_svg(dark, sign=sign, scenery=scenery), ScenePart("room", 0, 0, width, width / 2))]
    x, _, wide, _ = clock_on(width, height)
    for place, svg in pieces(
        places, guests, you_look=you_look, dark=dark, clock=x + wide / 2, pair=pair, bar=bar, scenery=scenery
    ):  # fmt: skip
        parts.append(_set(svg, place))
    return document(width, height, *parts)


def pieces(
    places: Sequence[ScenePart], guests: Sequence[Seated], *, you_look: int, dark: bool, clock: float,
    pair: tuple[Seated, Seated] | None = None, bar: Sequence[Seated] = (), scenery: Scenery = PLAIN,
) -> list[tuple[ScenePart, str]]:  # fmt: skip
    """What stands at each place of an arrangement, from back to front.

    Whoever looks at the clock looks to where it is: `clock` is the x of its middle on the stage.
    """
    found: list[tuple[ScenePart, str]] = []
    for place in places:
        number = place.number
        if place.kind == "next" and pair is not None:
            found.append((place, next_table_svg(*pair, dark)))
        elif place.kind == "two":
            guest = _watching(guests[number], place, clock)
            you = your_seat(you_look, guest, scenery.turn)
            found.append((place, table_for_two_svg(you, guest, dark, scenery.thing)))
        elif place.kind == "one":
            guest = _watching(guests[number], place, clock)
            found.append((place, table_for_one_svg(guest, dark)))
        elif place.kind == "you":
            found.append((place, table_for_one_svg(Seated(you_look, *BY_YOURSELF[scenery.turn]), dark)))
        elif place.kind == "guest":
            guest = _watching(bar[number], place, clock)
            found.append((place, at_the_bar_svg(guest, CUPS[number % len(CUPS)])))
        elif place.kind == "bar":
            found.append((place, bar_svg(place.w, place.h, dark)))
    return found


GLAD = (("beams", ""), ("leans_in", "beaming"), ("listens", "delighted"))
AT_A_LOSS = (("at_a_loss", ""), ("sits_alone", "taken_aback"), ("props_head", "downcast"))
KINDLY = (("listens", ""), ("still", "warm"), ("leans_in", "warm"))
OPEN = (("listens", "neutral"), ("still", "neutral"), ("rests", "neutral"))
BY_YOURSELF = (("rests", ""), ("reads_on", ""), ("props_head", "warm"))
"""Ways in which you sit, by what the evening is like: with the glad, with those who turn away, and so on."""


def your_seat(you_look: int, guest: Seated, turn: int = 0) -> Seated:
    """How you sit across from them: beaming with the glad, at a loss with those who turn away, else without a smile.

    Args:
        you_look: your own person.
        guest: who sits there.
        turn: which of several ways that fit, 0, 1 or 2.
    """
    if guest.body in {"lights_up", "leans_in", "reads_on"}:
        return Seated(you_look, *GLAD[turn])
    if guest.body in {"turns_away", "waiter", "puts_away", "refuses", "refuses_coldly"}:
        return Seated(you_look, *AT_A_LOSS[turn])
    is_glad = guest.body == "listens" or guest.face in {"warm", "beaming", "delighted"}
    return Seated(you_look, *(KINDLY if is_glad else OPEN)[turn])


def _watching(guest: Seated, place: ScenePart, clock: float) -> Seated:
    """Somebody as they are, or with their eyes on the clock if that is what their body does."""
    if guest.body != "clock" and (place.kind != "guest" or guest.face != "glancing"):
        return guest
    middle = place.x + (SEATS[place.kind][-1][2] if place.kind in SEATS else 50.0) * place.scale
    return replace(guest, looks=1 if clock > middle else -1)


def _set(svg: str, place: ScenePart) -> str:
    """A part at its place in a larger picture."""
    width = float(svg.split('width="', 1)[1].split('"', 1)[0])
    return group(f"translate({place.x:g} {place.y:g}) scale({place.w / width:g})", drawn_in(svg))


def drawn_in(svg: str) -> str:
    """What is drawn in a picture of its own, to be set into a larger one."""
    return svg[svg.index(">") + 1 : -len("</svg>")]


def _table(width: float, height: float, *parts: str) -> str:
    return document(width, height, group(f"translate(0 {ABOVE})", *parts))


def _seat(
    guest: Seated, side: int, scale: float, middle: float, edge: float, dark: bool, nearer: float = 0.0
) -> tuple[str, str]:  # fmt: skip
    """What of somebody is behind the table, and what lies on it.

    Args:
        guest: who.
        side: 1 sits on the left and looks to the right, -1 the other way round.
        scale: of the café's frame, in which bodies are drawn.
        middle: x of the person.
        edge: y of the middle of the table's top.
        dark: lamplight.
        nearer: how much nearer a cup on the table stands, in the café's frame.
    """
    place = f"translate({middle - 150 * scale:g} {edge - 330 * scale:g}) scale({scale:g})"
    body = drawing("bodies", guest.body)
    behind, held, fingers = person_parts(look_of(guest.look), body, side, guest.face, nearer, guest.looks)
    cloth = CUPS[guest.look % len(CUPS)]
    coat = lit("coat", dark, coat=cloth) if guest.ease >= AT_EASE else ""
    scarf = lit("scarf", dark, scarf=cloth, scarf_low=mix(cloth, "#000000", 0.3)) if 0 < guest.ease < AT_EASE else ""
    return group(place, lit("chair", dark), coat, behind, scarf), group(place, held, fingers)
