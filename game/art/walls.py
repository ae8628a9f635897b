"""The walls of a café: each business meets its people in a café of its own, by day, by lamplight, and near."""

WALLS = ("apricot", "sage", "rose", "blue")
"""Names of the walls there are."""
_PARTS = ("wall", "wall_low", "panel", "panel_line")
_NEAR = {
    "apricot": ("#fae8d6", "#f4d9bf", "#e6c4a4", "#d5ac87"),
    "sage": ("#eef0df", "#e0e4c8", "#c5ceae", "#a9b592"),
    "rose": ("#fae6e4", "#f4d3d0", "#e3bab8", "#cf9d9c"),
    "blue": ("#e9f1f3", "#d8e5e9", "#b9ced6", "#9bb5c0"),
}
_WIDE = {
    "apricot": ("#f0cfae", "#e2b48f", "#cf9f7b", "#b9875f"),
    "sage": ("#d9dcc0", "#c2c79f", "#9aa582", "#7f8b69"),
    "rose": ("#f0cfcf", "#e2b0b0", "#c98f92", "#b27579"),
    "blue": ("#cfdce0", "#aec3cb", "#8aa5b1", "#6f8b99"),
}
_LAMPLIGHT = {
    "apricot": ("#4d3a49", "#3c2d3f", "#33263a", "#46354a"),
    "sage": ("#34483f", "#293a35", "#22312c", "#37493f"),
    "rose": ("#5a3449", "#45293b", "#392231", "#523449"),
    "blue": ("#31415c", "#28344c", "#212b41", "#374763"),
}


def walls_of(business: str) -> str:
    """The walls of the café in which a business meets its people.

    Args:
        business: its name.

    >>> walls_of("Quill Street Bindery") == walls_of("Halfpenny Roasters")
    False
    """
    return WALLS[sum(business.encode()) % len(WALLS)]


def wall_colours(walls: str, *, dark: bool, near: bool = False) -> dict[str, str]:
    """What a drawing of the room asks for, by the names it has there.

    Args:
        walls: one of `WALLS`; anything else counts as the first, as in what an earlier version has kept.
        dark: by lamplight.
        near: at a table of the date mirror, where all is lighter by day; else in the whole room.
    """
    painted = _LAMPLIGHT if dark else _NEAR if near else _WIDE
    return dict(zip(_PARTS, painted.get(walls, painted[WALLS[0]]), strict=True))
