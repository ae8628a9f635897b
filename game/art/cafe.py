"""The date mirror: a move shown as what it would be face to face, at a café table."""

from dataclasses import dataclass

from game.art.avatar import bust_layers, look_of, moods, tones_of
from game.art.cast import CastLook
from game.art.drawings import DrawingFile, document, drawing, group, names

WIDTH, HEIGHT = 768, 360
SCALE, MIDDLE, TOP = 2.25, 150.0, 62.0  # of the person on the left: scale, x of the middle, y of the portrait's top
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Zone:
    """Where a speech bubble may lie (x, y, width, height) and the point its tail should reach, in the 768 x 360 box."""

    rect: Rect
    tail: tuple[float, float]


BUBBLE_ZONES = {
    "you": Zone((226, 12, 268, 88), (213, 166)),
    "them": Zone((274, 108, 268, 84), (555, 172)),
}
FACE_BOXES: dict[str, Rect] = {"you": (100, 90, 100, 134), "them": (556, 90, 112, 134)}
_YOUR_CUP, _THEIR_CUP = "#6a5ae0", "#1e988a"
EVENING = {
    "wall": "#4d3a49", "wall_low": "#3c2d3f", "panel": "#33263a", "panel_line": "#46354a", "frame": "#715565",
    "frame_low": "#4a3746", "sky": "#1d2450", "sky_mid": "#4d3f78", "sky_low": "#d98368", "orb": "#fff1cf",
    "far": "#3c3a66", "near": "#2a2d52", "house": "#3a3058", "house_2": "#453765", "roof": "#2b2547",
    "pane": "#ffcf7a", "wood": "#9a6448", "wood_high": "#b3795a", "wood_low": "#5f3a2d", "chair": "#7c4a4a",
    "chair_low": "#613838", "leaf": "#3f7f62", "leaf_high": "#5a9e7c", "leaf_low": "#2b5c48", "pot": "#b4634a",
    "pot_low": "#8f4b39", "shade": "#e88b62", "shade_low": "#c4684a", "cord": "#2a1f2e", "light": "#ffd98f",
    "china": "#f3ebe8", "china_low": "#c9bcc0", "shelf": "#8a5b45",
}  # fmt: skip


def cafe_svg(
    look: int, mood: str, prop: str, *, you_look: int, dark: bool, held: str = "you", face: str = ""
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

    Raises:
        ValueError: when there is no such mood or prop.
    """
    if mood not in moods():
        raise ValueError(f"no mood {mood!r}; there are {', '.join(moods())}")
    if prop not in names("props"):
        raise ValueError(f"no prop {prop!r}; there are {', '.join(names('props'))}")
    gesture, pose = drawing("props", prop), drawing("poses", mood)
    you, them = look_of(you_look), look_of(look)
    theirs = held == "them"
    yours = drawing("poses", "warm") if theirs else gesture
    face = face or ("warm" if theirs else gesture.fact("expression"))
    hands = _holding(them, gesture, _THEIR_CUP) if theirs else arms_and_cup(them, pose, _THEIR_CUP)
    return document(
        WIDTH,
        HEIGHT,
        drawing("cafe", "room").lit(EVENING if dark else None),
        seated(you, face, 1, float(yours.fact("lean")), place_of(MIDDLE)),
        seated(them, mood, -1, float(pose.fact("lean")), place_of(WIDTH - MIDDLE)),
        drawing("cafe", "table").lit(EVENING if dark else None),
        group(f"translate({WIDTH} 0) scale(-1 1)", hands),
        arms_and_cup(you, yours, _YOUR_CUP) if theirs else _holding(you, gesture, _YOUR_CUP),
        drawing("cafe", "light").svg({}) if dark else "",
    )


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
    thing, saucer = cup.svg({"cup": colour}, "thing"), cup.svg({"cup": colour}, "saucer")
    return arms + thing + fingers if fingers else group("translate(88 16)", saucer, thing) + arms


def _holding(person: CastLook, gesture: DrawingFile, cup: str) -> str:
    """The arms of a person on the left seat, what is held, and the fingers over its edge."""
    tones = {**tones_of(person), "cup": cup}
    return "".join(gesture.svg(tones, layer) for layer in ("arms", "thing", "fingers"))
