"""The date mirror: a move shown as what it would be face to face, at a café table."""

from dataclasses import dataclass

from game.art.avatar import bust_layers, look_of, tones_of
from game.art.cast import Look
from game.art.face import MOODS
from game.art.poses import INNER, OUTER, POSES, Arm, Point, Pose, arm, grip
from game.art.props import PROPS as HELD
from game.art.props import cup
from game.art.room import chair, evening_glow, room, table
from game.art.svg import document, group

WIDTH, HEIGHT = 768, 360
_SCALE, _TOP, _MIDDLE = 2.25, 62.0, 150.0
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Zone:
    """Where a speech bubble may lie (x, y, width, height) and the point its tail should reach, in the 768 x 360 box."""

    rect: Rect
    tail: tuple[float, float]


BUBBLE_ZONES = {
    "you": Zone((240, 12, 282, 88), (213, 166)),
    "them": Zone((248, 108, 270, 84), (555, 172)),
}
FACE_BOXES: dict[str, Rect] = {"you": (100, 90, 100, 134), "them": (568, 90, 100, 134)}
PROPS = ("cup", *HELD)


@dataclass(frozen=True)
class Gesture:
    """What you do with a prop: your face, your arms, and where fingers close over the thing."""

    expression: str
    pose: Pose
    grips: tuple[tuple[float, float, float], ...] = ()


_REST = Arm((92, 336), (172, 330))


def _holding(elbow: Point, wrist: Point, lean: float) -> Pose:
    """One arm rests on the table, the other holds a thing that hides its hand."""
    return Pose(_REST, Arm(elbow, wrist, "none"), lean)


_BOTH = Pose(Arm((92, 338), (212, 314), "none"), Arm((262, 346), (352, 330), "none"), 3)
_GESTURES = {
    "cup": Gesture("warm", POSES["warm"]),
    "album": Gesture("beaming", _BOTH, ((247, 292, -14), (370, 308, -100))),
    "ring": Gesture("hopeful", _holding((250, 326), (286, 288), 4), ((292, 272, 10),)),
    "megaphone": Gesture("shouting", _holding((268, 322), (258, 276), -3), ((255, 258, 20),)),
    "flowers": Gesture("hopeful", _holding((254, 328), (286, 304), 4), ((301, 297, 14),)),
    "book": Gesture("warm", _holding((250, 328), (278, 290), 3), ((290, 276, -5),)),
    "mirror": Gesture("smug", _holding((252, 338), (276, 320), -2), ((279, 304, 10),)),
    "clock": Gesture("impatient", Pose(_REST, Arm((244, 330), (296, 300), "point", -14), 2)),
    "gift": Gesture("beaming", Pose(_REST, Arm((240, 332), (276, 312)), 3)),
    "menu": Gesture("beaming", _holding((250, 328), (276, 296), 3), ((286, 282, 6),)),
    "phone": Gesture("reading", _holding((252, 332), (268, 304), 7), ((270, 284, -8),)),
    "letter": Gesture("beaming", _holding((252, 330), (290, 300), 3), ((308, 286, -80),)),
}


def cafe_svg(look: int, mood: str, prop: str, *, you_look: int, dark: bool) -> str:
    """Two people at a round table: you on the left with `prop`, `look` on the right in `mood`.

    Args:
        look: the other person, any integer as for `avatar_svg`.
        mood: the other person's mood, one of `MOODS`.
        prop: one of `PROPS`; your face and gesture follow from it.
        you_look: your own person.
        dark: a warm evening instead of a bright day.

    Raises:
        ValueError: when there is no such mood or prop.
    """
    if mood not in MOODS:
        raise ValueError(f"no mood {mood!r}; there are {', '.join(MOODS)}")
    if prop not in _GESTURES:
        raise ValueError(f"no prop {prop!r}; there are {', '.join(PROPS)}")
    gesture, theirs = _GESTURES[prop], POSES[mood]
    you, them = look_of(you_look), look_of(look)
    your_cup = cup(246, 312, "#6a5ae0", saucer=False) if prop == "cup" else ""
    their_cup = cup(246, 312, "#1e988a", saucer=False) if theirs.has_cup else cup(334, 328, "#1e988a")
    return document(
        WIDTH,
        HEIGHT,
        room(dark=dark),
        chair(_MIDDLE, dark=dark),
        chair(WIDTH - _MIDDLE, dark=dark),
        _seated(you, gesture.expression, 1, gesture.pose.lean),
        _seated(them, mood, -1, theirs.lean),
        table(dark=dark),
        _mirrored(_arms(them, theirs, their_cup)),
        _arms(you, gesture.pose, your_cup),
        HELD.get(prop, ""),
        "".join(grip(*place) for place in gesture.grips).format_map(tones_of(you)),
        evening_glow(0.12) if dark else "",
    )


def _seated(person: Look, expression: str, side: int, lean: float) -> str:
    """A person behind the table; `side` 1 sits on the left and looks to the right, -1 the other way."""
    back, body, front = bust_layers(person, expression, side * 0.9)
    x = (_MIDDLE if side > 0 else WIDTH - _MIDDLE) - 50 * _SCALE
    tilt = f"rotate({side * lean:g} 50 74)"
    return group(f"translate({x:g} {_TOP:g}) scale({_SCALE:g})", group(tilt, back), body, group(tilt, front))


def _arms(person: Look, pose: Pose, between: str) -> str:
    tones = tones_of(person)
    if pose.has_cup:
        hands = (grip(222, 296, -6) + grip(270, 296, 186)).format_map(tones)
        return arm(OUTER, pose.outer, tones) + arm(INNER, pose.inner, tones) + between + hands
    return between + arm(OUTER, pose.outer, tones) + arm(INNER, pose.inner, tones)


def _mirrored(parts: str) -> str:
    return group(f"translate({WIDTH} 0) scale(-1 1)", parts)
