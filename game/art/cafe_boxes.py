"""Where faces and bubbles lie in a picture of the date mirror."""

from collections.abc import Collection
from dataclasses import dataclass

from game.art.drawings import drawing

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
APART_AT = (252.0, 92.0, 0.61)
"""Where the right half of the picture lies if the other one sits at a table of their own: x, y, scale."""


def face_box_of_you(prop: str, held: str) -> Rect:
    """Where your face is: a head that is bent over what you hold reaches further.

    Args:
        prop: what is in hand.
        held: who has it, you or them.
    """
    x, y, width, height = FACE_BOXES["you"]
    lean = float(drawing("props", prop).fact("lean")) if held == "you" else 0.0
    return x, y, width + abs(lean), height


def face_box_of_them(around: Collection[str], face: Rect = FACE_BOXES["them"]) -> Rect:
    """Where the other one's face is: at your table, where it is `face`, or smaller at one of their own."""
    x, y, width, height = face
    if "apart" not in around:
        return face
    left, top, scale = APART_AT
    return left + x * scale, top + y * scale, width * scale, height * scale
