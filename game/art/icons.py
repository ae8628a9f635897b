"""Line icons: one weight, round ends, drawn on a 24 x 24 grid with a margin of 2."""

import difflib

from game.art.drawings import document, drawing, names


def icon_svg(name: str, colour: str, stroke: float = 2.0) -> str:
    """An icon in one colour.

    Args:
        name: a drawing of the kind `icons`.
        colour: ``#rrggbb``.
        stroke: line width in grid units; 2 suits 18 to 28 pixels, 1.6 larger sizes.

    Raises:
        KeyError: when there is no such icon; the message lists the nearest names.
    """
    if name not in names("icons"):
        near = difflib.get_close_matches(name, names("icons"), n=4, cutoff=0.4)
        raise KeyError(f"no icon {name!r}; near it: {', '.join(near) or 'nothing'}")
    values = {"ink": colour, "pen": f"{stroke:g}", "dot": f"{stroke * 0.62:g}"}
    return document(24, 24, drawing("icons", name).svg(values))
