"""The date mirror: a move shown as what it would be face to face, at a café table."""

from collections.abc import Collection, Iterator, Mapping

from game.art.avatar import bust_layers, look_of, moods, tones_of
from game.art.cafe_boxes import APART_AT
from game.art.cast import YOURS, CastLook, cast
from game.art.drawings import DrawingFile, document, drawing, group, names
from game.art.illustrations import hung_sign
from game.art.walls import wall_colours

WIDTH, HEIGHT = 768, 360
SCALE, MIDDLE, TOP = 2.25, 150.0, 62.0  # of the person on the left: scale, x of the middle, y of the portrait's top
_YOUR_CUP, _THEIR_CUP = "#6a5ae0", "#1e988a"
PEOPLE = ("room", "queue", "next_table", "friend", "apart", "away")
"""Surroundings that are people and not files: who else is there, and where the other one sits and looks."""
_APART = "translate({:g} {:g}) scale({:g})".format(*APART_AT)
"""Where the right half of the picture lies if the other one sits at a table of their own."""
SIGN_AT: dict[str, tuple[float, float, float]] = {"": (52.0, 78.0, 0.86), "market": (62.0, 58.0, 0.84)}
"""Where the sign of your shop hangs, by place: x of its middle, y of what it hangs from, and its scale."""
_AT_THE_BACK = {
    "room": (262.0, 342.0, 428.0, 506.0),
    "queue": (258.0, 316.0, 374.0, 432.0, 490.0),
    "next_table": (300.0, 462.0),
}
_AT_THE_EDGE = {"room": (22.0, 746.0)}
_WAITER = (726.0, 126.0, 1.12)
"""Where the waiter stands, whole in the picture: x of the middle, y of the head, and the scale."""
_AT_EASE = ("warm", "delighted", "neutral", "beaming", "warm")
_PUT_OUT = ("puzzled", "glancing", "weary", "cool", "taken_aback")
_OPEN = ("neutral", "puzzled", "warm", "glancing", "neutral")
"""Faces of everybody else: with a glad mood of the other one, with a sorry one, and without a verdict."""
EVENING = {
    "wall": "#4d3a49", "wall_low": "#3c2d3f", "panel": "#33263a", "panel_line": "#46354a", "frame": "#715565",
    "frame_low": "#4a3746", "sky": "#1d2450", "sky_mid": "#4d3f78", "sky_low": "#d98368", "orb": "#fff1cf",
    "far": "#3c3a66", "near": "#2a2d52", "house": "#3a3058", "house_2": "#453765", "roof": "#2b2547",
    "pane": "#ffcf7a", "wood": "#9a6448", "wood_high": "#b3795a", "wood_low": "#5f3a2d", "chair": "#7c4a4a",
    "chair_low": "#613838", "leaf": "#3f7f62", "leaf_high": "#5a9e7c", "leaf_low": "#2b5c48", "pot": "#b4634a",
    "pot_low": "#8f4b39", "shade": "#e88b62", "shade_low": "#c4684a", "cord": "#2a1f2e", "light": "#ffd98f",
    "china": "#f3ebe8", "china_low": "#c9bcc0", "shelf": "#8a5b45", "wet": "#262b4c", "cloud": "#4a5178",
    "drop": "#aebbe6",
}  # fmt: skip


def cafe_svg(
    look: int, mood: str, prop: str, *, you_look: int, dark: bool, held: str = "you", face: str = "",
    around: Collection[str] = (), body: str = "", their_face: str = "", sign: str = "", friend_look: int = -1,
    walls: str = "",
) -> str:  # fmt: skip
    """Two people at a round table: you on the left, `look` on the right in `mood`, and `prop` in one's hands.

    Args:
        look: the other person, any integer as for `avatar_svg`.
        mood: the other person's mood, one of `moods()`.
        prop: a drawing of the kind `props`; a gesture comes with it, and if you hold it a face.
        you_look: your own person.
        dark: a warm evening instead of a bright day.
        held: who has the prop, "you" or "them"; the other one has a cup.
        face: your own, a drawing of the kind `faces`; "" for the prop's.
        around: what else is drawn, of `surroundings()`.
        body: what the other one does instead of `mood`, a drawing of the kind `bodies`; "" for the mood.
        their_face: with a body, a drawing of the kind `faces`; "" for the body's own.
        sign: of your shop, a drawing of the kind `signs`, where one hangs: in the café and at the market stall.
        friend_look: of the friend who is brought along and named; below 0 for somebody else.
        walls: of the café, one of `WALLS`; "" for the first.

    Raises:
        ValueError: when there is no such mood, prop or surrounding.
    """
    if mood not in moods():
        raise ValueError(f"no mood {mood!r}; there are {', '.join(moods())}")
    if prop not in names("props"):
        raise ValueError(f"no prop {prop!r}; there are {', '.join(names('props'))}")
    if unknown := sorted(set(around) - set(surroundings())):
        raise ValueError(f"no surrounding {unknown[0]!r}; there are {', '.join(surroundings())}")
    gesture = drawing("props", prop)
    you, theirs = look_of(you_look), held == "them"
    yours = drawing("poses", "warm") if theirs else gesture
    face = face or ("warm" if theirs else gesture.fact("expression"))
    if body:
        behind, *held_up = person_parts(look_of(look), drawing("bodies", body), -1, their_face)
        behind, hands = (group(f"translate({WIDTH - 2 * MIDDLE:g} 0)", part) for part in (behind, "".join(held_up)))
    else:
        away = "away" in around or "clock" in around
        behind, hands = _other(look_of(look), mood, gesture if theirs else None, away)
    seat = _APART if "apart" in around else "translate(0 0)"
    place = next((name for name in names("places") if name in around), "")
    return document(
        WIDTH,
        HEIGHT,
        _lit(drawing("places", place), dark, "back") if place else _room(walls, dark, around),
        hung_sign(sign, *SIGN_AT[place]) if place in SIGN_AT else "",
        _things(around, "window", dark),
        _things(around, "wall", dark),
        *_guests(around, look, you_look, mood, "" if prop == "cup" else held, dark, friend_look),
        group(_APART, _lit(drawing("cafe", "room"), dark, "their_chair")) if "apart" in around else "",
        group(seat, behind),
        seated(you, face, 1, float(yours.fact("lean")), place_of(MIDDLE)),
        *(_tables("apart" in around, dark) if not place else (_lit(drawing("places", place), dark, "front"),)),
        group(seat, hands),
        arms_and_cup(you, yours, _YOUR_CUP) if theirs else _holding(you, gesture, _YOUR_CUP),
        _things(around, "table", dark),
        drawing("cafe", "light").svg({}) if dark else "",
    )


def surroundings() -> tuple[str, ...]:
    """What can be drawn besides two people and what is in hand: things and weather, another place, other people."""
    return (*names("around"), *names("places"), *PEOPLE)


def seated(person: CastLook, expression: str, side: int, lean: float, place: str) -> str:
    """A person as far as a table shows them.

    Args:
        person: who.
        expression: a drawing of the kind `faces`.
        side: 1 looks to the right of the picture, -1 to the left.
        lean: how far the head tilts towards where they look, in degrees.
        place: the SVG transform that puts a portrait there.
    """
    back, body, front = bust_layers(person, expression, side * 0.9)
    tilt = f"rotate({side * lean:g} 50 74)"
    return group(place, group(tilt, back), body, group(tilt, front))


def place_of(middle: float, top: float = TOP, scale: float = SCALE) -> str:
    """The SVG transform that puts a portrait, 100 wide, with its middle and upper edge at a place of the picture."""
    return f"translate({middle - 50 * scale:g} {top:g}) scale({scale:g})"


def arms_and_cup(person: CastLook, pose: DrawingFile, colour: str) -> str:
    """The arms of a person on the left seat, and a cup: between the hands if fingers close over it, or beside them."""
    tones, cup = tones_of(person), drawing("props", "cup")
    arms, fingers = pose.svg(tones, "arms"), pose.svg(tones, "fingers")
    arms = _chest(tones) + arms
    thing, saucer = cup.svg({"cup": colour}, "thing"), cup.svg({"cup": colour}, "saucer")
    return arms + thing + fingers if fingers else group("translate(88 16)", saucer, thing) + arms


def person_parts(
    person: CastLook, body: DrawingFile, side: int, face: str = "", nearer: float = 0.0, looks: int = 0
) -> tuple[str, str, str]:  # fmt: skip
    """Somebody in the café's frame, sitting at x 150: head and body, the arms with what they hold, and the fingers.

    What stands before them on the table is drawn `nearer` than the large table of the drawing has it. They look where
    the body does, or to one side of the picture as `looks` (1 right, -1 left) says.
    """
    lean, turn = float(body.fact("lean")), float(body.fact("turn"))
    gaze = float(body.fact("look")) * side
    gaze = looks * abs(gaze) if looks else gaze
    back, clothes, front = bust_layers(person, face or body.fact("expression"), gaze * 0.9)
    tilt, hip = f"rotate({side * lean:g} 50 74)", f"rotate({side * turn:g} 150 360)"
    bust = f"translate({150 - 50 * SCALE:g} {TOP:g}) scale({SCALE:g})"
    behind = group(hip, group(bust, group(tilt, back), clothes, group(tilt, front)))
    tones = {**tones_of(person), "cup": "#1e988a" if side < 0 else "#6a5ae0"}
    turned = f"rotate({turn:g} 150 360)"
    under = body.svg(tones, "under")
    held = (group(f"translate({-nearer:g} 0)", under) if nearer and under else under) + group(
        turned,
        "" if "on_their_feet" in body.fact("shows") else _chest(tones),
        body.svg(tones, "arms"),
        body.svg(tones, "thing"),
    )
    fingers = group(turned, body.svg(tones, "fingers"), body.svg(tones, "over"))
    if side < 0:
        held, fingers = (group("translate(300 0) scale(-1 1)", part) for part in (held, fingers))
    return behind, held, fingers


def _chest(tones: Mapping[str, str]) -> str:
    """The chest of somebody who leans over the edge of a table, behind the arms that lie there."""
    whole = f'<path d="M88 284H212L210 304Q200 324 150 324Q100 324 90 304Z" fill="{tones["sleeve"]}"/>'
    shade = f'<path d="M92 310Q150 296 208 310Q198 324 150 324Q102 324 92 310Z" fill="{tones["sleeve_low"]}"'
    return f'{whole}{shade} fill-opacity="0.5"/>'


def _holding(person: CastLook, gesture: DrawingFile, cup: str) -> str:
    """The arms of a person on the left seat, what is held, and the fingers over its edge."""
    tones = {**tones_of(person), "cup": cup}
    return _chest(tones) + "".join(gesture.svg(tones, layer) for layer in ("arms", "thing", "fingers"))


def at_a_counter(person: CastLook, cup: str) -> str:
    """The arms of somebody at a counter, around a cup, in the frame of a portrait, 100 wide."""
    held = drawing("bodies", "listens")
    tones = {**tones_of(person), "cup": cup}
    return group(
        f"translate({50 - MIDDLE / SCALE:g} {-TOP / SCALE - 9:g}) scale({1 / SCALE:g})",
        *(held.svg(tones, layer) for layer in ("arms", "thing", "fingers", "over")),
    )


def _other(them: CastLook, mood: str, gesture: DrawingFile | None, away: bool) -> tuple[str, str]:
    """Who sits on the right: what is behind the table, and arms with what they hold, which is `gesture` or a cup."""
    pose = drawing("poses", mood)
    hands = _holding(them, gesture, _THEIR_CUP) if gesture else arms_and_cup(them, pose, _THEIR_CUP)
    side, face = (1, "glancing") if away else (-1, mood)
    behind = seated(them, face, side, float(pose.fact("lean")), place_of(WIDTH - MIDDLE))
    return behind, group(f"translate({WIDTH} 0) scale(-1 1)", hands)


def _tables(apart: bool, dark: bool) -> Iterator[str]:
    """The table between you, or one for each."""
    table = _lit(drawing("cafe", "table"), dark)
    if apart:
        yield group("translate(452 142) scale(0.41 0.5)", table)
        yield group("translate(-66 0) scale(0.66 1)", table)
    else:
        yield table


def _room(walls: str, dark: bool, around: Collection[str]) -> str:
    """The café behind you, with its walls and what depends on the surroundings."""
    drawn, holds = drawing("cafe", "room"), {*around, "dark"} if dark else around
    colours = wall_colours(walls, dark=dark, near=True)
    return drawn.svg({**drawn.shown, **(EVENING if dark else {}), **colours}, when=holds)


def _lit(drawn: DrawingFile, dark: bool, layer: str = "") -> str:
    """A drawing of the café by day or in the evening."""
    return drawn.svg({**drawn.shown, **(EVENING if dark else {})}, layer, when=["dark"] * dark)


def _things(around: Collection[str], place: str, dark: bool) -> str:
    """Those of the surroundings that are files and belong at a place."""
    files = [drawing("around", name) for name in names("around") if name in around]
    return "".join(_lit(drawn, dark) for drawn in files if drawn.fact("place") == place)


def others(look: int, you_look: int, count: int) -> tuple[int, ...]:
    """Looks of people who are neither of you, each another one, and none that a player can have."""
    found: list[int] = []
    number = look * 5 + 3
    while len(found) < count:
        number += 11
        taken = (look % len(cast()), you_look % len(cast()), *YOURS, *found)
        if number % len(cast()) not in taken:
            found.append(number % len(cast()))
    return tuple(found)


def _guests(
    around: Collection[str], look: int, you_look: int, mood: str, held: str, dark: bool, friend_look: int
) -> Iterator[str]:  # fmt: skip
    """Everybody else in the café, behind the two of you; `held` says who holds a thing that could hide a friend."""
    looks = iter(others(look, you_look, 12))
    faces = {"warm": _AT_EASE, "delighted": _AT_EASE, "neutral": _OPEN}.get(mood, _PUT_OUT)
    for kind, middles in _AT_THE_BACK.items():
        for number, middle in enumerate(middles if kind in around else ()):
            side = 1 if kind == "queue" or middle < WIDTH / 2 else -1
            yield seated(look_of(next(looks)), faces[number % 5], side, 2, place_of(middle, 174, 0.78))
    if "next_table" in around:
        yield group("translate(266 170) scale(0.3 0.3)", _lit(drawing("cafe", "table"), dark))
    for kind, middles in _AT_THE_EDGE.items():
        for number, middle in enumerate(middles if kind in around else ()):
            side = 1 if middle < WIDTH / 2 else -1
            yield seated(look_of(next(looks)), faces[(number + 2) % 5], side, 2, place_of(middle, 152, 1.4))
    if "waiter" in around:
        yield seated(look_of(next(looks)), "neutral", -1, 2, place_of(*_WAITER))
    if "friend" in around:
        middle = {"you": 450.0, "them": 318.0}.get(held, 384.0)
        friend = look_of(next(looks) if friend_look < 0 else friend_look)
        yield seated(friend, "warm", 1, 2, place_of(middle, 156, 1.35))
    yield _things(around, "waiter", dark)
