"""Arms and hands at the café table. Everything is drawn for the person on the left; the other one is the mirror image.

The left person's middle stands at x 150; shoulders are at (74, 284) and (226, 284).
"""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

import math
from collections.abc import Mapping
from dataclasses import dataclass

from game.art.svg import dot, line

Point = tuple[float, float]
OUTER, INNER = (78.0, 290.0), (222.0, 290.0)


@dataclass(frozen=True)
class Arm:
    """An arm from the shoulder over the elbow to the hand; `hand` is fist, palm, point or none, `angle` in degrees."""

    elbow: Point
    wrist: Point
    hand: str = "fist"
    angle: float = 0.0


@dataclass(frozen=True)
class Pose:
    """Both arms, and how far the head leans (degrees, positive towards the table)."""

    outer: Arm
    inner: Arm
    lean: float = 0.0
    has_cup: bool = False


_RESTING = Arm((92, 336), (172, 330), "fist")
POSES = {
    "neutral": Pose(_RESTING, Arm((238, 332), (256, 322))),
    "warm": Pose(Arm((94, 338), (200, 320), "none"), Arm((258, 334), (282, 314), "none"), 3, has_cup=True),
    "delighted": Pose(Arm((88, 338), (176, 292)), Arm((240, 330), (198, 288)), 4),
    "puzzled": Pose(Arm((96, 338), (206, 330)), Arm((262, 322), (200, 240), "chin"), 6),
    "weary": Pose(_RESTING, Arm((268, 318), (214, 218), "fist"), 9),
    "shocked": Pose(Arm((70, 330), (132, 300), "palm", -60), Arm((262, 318), (272, 258), "palm", -75), -5),
    "cool": Pose(Arm((84, 338), (196, 312), "none"), Arm((236, 334), (112, 308), "fist"), -3),
}


def arm(shoulder: Point, limb: Arm, tones: Mapping[str, str]) -> str:
    """A sleeve and its hand."""
    path = f"M{shoulder[0]:g} {shoulder[1]:g}L{limb.elbow[0]:g} {limb.elbow[1]:g}L{limb.wrist[0]:g} {limb.wrist[1]:g}"
    sleeve = line(path, "{sleeve_low}", 37) + line(path, "{sleeve}", 33)
    return (hand(limb) + sleeve if limb.hand == "palm" else sleeve + hand(limb)).format_map(tones)


def hand(limb: Arm) -> str:
    """The hand at the end of an arm, as a template."""
    (x, y), (x0, y0) = limb.wrist, limb.elbow
    length = math.hypot(x - x0, y - y0) or 1
    x, y = x + (x - x0) / length * 17, y + (y - y0) / length * 17
    if limb.hand == "none":
        return ""
    if limb.hand == "palm":
        return _palm(x, y, limb.angle)
    finger = line(f"M{x + 4:g} {y - 6:g}L{x + 2:g} {y - 25:g}", "{skin}", 10) if limb.hand == "chin" else ""
    if limb.hand == "point":
        turn = math.radians(limb.angle)
        finger = line(f"M{x:g} {y:g}L{x + 29 * math.cos(turn):g} {y + 29 * math.sin(turn):g}", "{skin}", 9.5)
    return (
        finger
        + dot(x, y, 15.5, "{skin}")
        + line(f"M{x + 3:g} {y - 6:g}h7M{x + 4:g} {y:g}h8M{x + 3:g} {y + 6:g}h6", "{shade}", 1.8, 0.75)
    )


def grip(x: float, y: float, angle: float = 0.0) -> str:
    """Fingers that close over the edge of something held, seen from outside."""
    fingers = "".join(line(f"M-7 {d}H7", "{skin}", 7.6) for d in (-12, -4, 4, 12))
    gaps = line("M-5 -8H7M-5 0H7M-5 8H7", "{shade}", 1.4, 0.7)
    return f'<g transform="translate({x:g} {y:g}) rotate({angle:g})">{fingers}{gaps}</g>'


def _palm(x: float, y: float, angle: float) -> str:
    """An open hand whose fingers spread around `angle`."""

    def ray(degrees: float, start: float, end: float) -> str:
        turn = math.radians(degrees)
        return f"M{x + start * math.cos(turn):.1f} {y + start * math.sin(turn):.1f}L{x + end * math.cos(turn):.1f} {y + end * math.sin(turn):.1f}"

    fingers = "".join(
        line(ray(angle + d, 6, reach), "{skin}", 8.4) for d, reach in ((-33, 27), (-11, 31), (11, 31), (33, 27))
    )
    return fingers + line(ray(angle - 80, 4, 22), "{skin}", 8.4) + dot(x, y, 14, "{skin}")
