"""Line icons: one weight, round ends, drawn on a 24 x 24 grid."""

import difflib

from game.art.icon_moves import MOVES
from game.art.icon_things import THINGS
from game.art.svg import document, dot, fill, line

_OUTLINES = {**MOVES, **THINGS}
ICONS: tuple[str, ...] = tuple(sorted(_OUTLINES))


def icon_svg(name: str, colour: str, stroke: float = 2.0) -> str:
    """An icon in one colour.

    Args:
        name: one of `ICONS`.
        colour: ``#rrggbb``.
        stroke: line width in grid units; 2 suits 18 to 28 pixels, 1.6 larger sizes.

    Raises:
        KeyError: when there is no such icon; the message lists the nearest names.
    """
    if name not in _OUTLINES:
        near = difflib.get_close_matches(name, ICONS, n=4, cutoff=0.4)
        raise KeyError(f"no icon {name!r}; near it: {', '.join(near) or 'nothing'}")
    return document(24, 24, *(_draw(outline, colour, stroke) for outline in _OUTLINES[name]))


def _draw(outline: str, colour: str, stroke: float) -> str:
    """A stroked outline, ``*y@x`` for a point, or ``*path`` for a filled shape."""
    if not outline.startswith("*"):
        return line(outline, colour, stroke)
    if "@" in outline:
        y, x = outline[1:].split("@")
        return dot(float(x), float(y), stroke * 0.62, colour)
    return fill(outline[1:], colour)
