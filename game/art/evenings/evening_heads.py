"""Where heads and raised hands are in the pictures of a night: what no bubble may hide, and where its tail may end."""

import re
from collections.abc import Sequence
from math import cos, radians, sin

from game.art.cafe import SCALE, TOP
from game.art.cafe_boxes import Rect
from game.art.drawings import drawing
from game.art.evenings.evening_places import ScenePart
from game.art.evenings.evening_scene import ABOVE, SEATS, Seated
from game.art.evenings.moments import YOU_IN_THE_ROOM, YOU_IN_THE_TALL_ROOM, TableSpot, seats_of

HELD_UP = frozenset({"arm_out", "hand_raised", "finger_raised"})
"""What a drawing shows where a hand is up in the air."""
HEAD = (27.0, 14.0, 73.0, 72.0)
"""A head without hair that stands up, in the units of a portrait: left, top, right, bottom."""


def _turned(x: float, y: float, degrees: float, about: tuple[float, float]) -> tuple[float, float]:
    a, (cx, cy) = radians(degrees), about
    return cx + (x - cx) * cos(a) - (y - cy) * sin(a), cy + (x - cx) * sin(a) + (y - cy) * cos(a)


def head_in_frame(body: str, side: int) -> Rect:
    """The head of somebody in the café's frame, as `person_parts` draws them: x, y, width, height.

    Args:
        body: what they do, a drawing of the kind `bodies`.
        side: 1 sits on the left and looks to the right, -1 the other way round.
    """
    drawn = drawing("bodies", body)
    lean, turn = side * float(drawn.fact("lean")), side * float(drawn.fact("turn"))
    left, top, right, bottom = HEAD
    points = []
    for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
        tilted = _turned(x, y, lean, (50, 74))
        placed = 150 + (tilted[0] - 50) * SCALE, TOP + tilted[1] * SCALE
        points.append(_turned(*placed, turn, (150, 360)))
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def raised_hand_in_frame(body: str, side: int) -> Rect | None:
    """A hand that is held up in the café's frame; None where both lie or hold something.

    Args:
        body: what they do, a drawing of the kind `bodies`.
        side: 1 sits on the left and looks to the right, -1 the other way round.
    """
    drawn = drawing("bodies", body)
    if HELD_UP.isdisjoint(drawn.fact("shows").split()):
        return None
    places = re.findall(r"translate\(([\d.]+) ([\d.]+)\) rotate", drawn.svg(drawn.shown))
    x, y = min(((float(x), float(y)) for x, y in places), key=lambda at: at[1])
    x, y = _turned(x, y, float(drawn.fact("turn")), (150, 360))
    return (x if side > 0 else 300 - x) - 26, y - 46, 52, 66


def _set(rect: Rect, x: float, y: float, scale: float) -> Rect:
    return x + rect[0] * scale, y + rect[1] * scale, rect[2] * scale, rect[3] * scale


def heads_at(place: ScenePart, guests: Sequence[Seated]) -> tuple[Rect, ...]:
    """The heads of those who sit in a part of an evening, in the units of the stage.

    Args:
        place: the part.
        guests: who, from left to right; a part without people has none.
    """
    if place.kind == "guest":
        left, top, right, bottom = HEAD
        return (place.within((left, top + 12, right - left, bottom - top)),)
    found = []
    for guest, (side, scale, middle, edge) in zip(guests, SEATS.get(place.kind, ()), strict=False):
        nearer = guest.nearer if place.kind == "two" and side < 0 else 0.0
        x, y = middle - nearer - 150 * scale, ABOVE + edge - 330 * scale
        found.append(place.within(_set(head_in_frame(guest.body, side), x, y, scale)))
    return tuple(found)


def raised_hands_at(place: ScenePart, guests: Sequence[Seated]) -> tuple[Rect, ...]:
    """The hands that those in a part of an evening hold up, in the units of the stage.

    Args:
        place: the part.
        guests: who, from left to right.
    """
    found = []
    for guest, (side, scale, middle, edge) in zip(guests, SEATS.get(place.kind, ()), strict=False):
        hand = raised_hand_in_frame(guest.body, side)
        nearer = guest.nearer if place.kind == "two" and side < 0 else 0.0
        if hand is not None:
            found.append(place.within(_set(hand, middle - nearer - 150 * scale, ABOVE + edge - 330 * scale, scale)))
    return tuple(found)


def moment_heads(kind: str) -> tuple[Rect, Rect]:
    """Your head and theirs in a moment between two, 1280 x 489."""
    you, them = seats_of(kind)
    yours, theirs = (_set(head_in_frame(f.body, f.side), *f.placed) for f in (you, them))
    return yours, theirs


def crowd_head(spot: TableSpot, body: str) -> Rect:
    """The head of somebody at a small table of the whole room, 1280 x 601."""
    scale = spot.scale
    inside = _set(head_in_frame(body, spot.side), 130 - 20 * spot.side - 150 * 0.62, ABOVE + 166 - 330 * 0.62, 0.62)
    return _set(inside, spot.x - 130 * scale, spot.hem - 356 * scale, scale)


def your_head_in_the_room(body: str, *, tall: bool = False) -> Rect:
    """Your own head in the middle of the whole room, or of the tall one."""
    return _set(head_in_frame(body, 1), *(YOU_IN_THE_TALL_ROOM if tall else YOU_IN_THE_ROOM))
