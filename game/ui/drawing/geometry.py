"""Boxes in logical units: one unit is one pixel at zoom 1."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in logical units; y grows downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The x of the middle."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The y of the middle."""
        return self.y + self.h / 2

    @property
    def empty(self) -> bool:
        """True when nothing can be seen of it."""
        return self.w <= 0 or self.h <= 0

    def inset(self, dx: float, dy: float | None = None) -> "Box":
        """The box made smaller by dx left and right, and by dy (else dx) above and below."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def moved(self, dx: float, dy: float) -> "Box":
        """A box of the same size, moved by a distance."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def meets(self, other: "Box") -> "Box":
        """What both boxes share; the empty box at the nearest edge when they share nothing.

        >>> Box(0, 0, 10, 10).meets(Box(5, 20, 10, 10))
        Box(x=5, y=20, w=5, h=0)
        """
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        if bottom < y:
            y = bottom = min(max(self.y, other.y), other.bottom)
        if right < x:
            x = right = min(max(self.x, other.x), other.right)
        return Box(x, y, right - x, bottom - y)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: "Box", slack: float = 0.0) -> bool:
        """Whether both share more than `slack` in each direction."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )


def columns(box: Box, count: int, gap: float) -> tuple[Box, ...]:
    """A box cut into equal columns.

    >>> [c.x for c in columns(Box(0, 0, 100, 10), 2, 20)]
    [0.0, 60.0]
    """
    width = (box.w - gap * (count - 1)) / count
    return tuple(Box(box.x + i * (width + gap), box.y, width, box.h) for i in range(count))


def centred(width: float, height: float, outer: Box) -> Box:
    """A box of a size in the middle of another."""
    return Box(outer.cx - width / 2, outer.cy - height / 2, width, height)
