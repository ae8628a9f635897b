"""Areas in logical units on a pygame surface: rectangles with round corners, shadows, dashed outlines, clips.

Every coordinate is multiplied by one scale factor and both edges are rounded, so neighbours never gap.
Small parts are kept in bounded stores, keyed by their size in pixels, so a new zoom needs no clearing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pygame

from game.ui.drawing import tiles
from game.ui.drawing.cache import Recent
from game.ui.drawing.geometry import Box
from game.ui.drawing.theme import Theme

SHADOWS = {"low": (5, 1, 0.10), "card": (14, 4, 0.09), "high": (34, 10, 0.26)}  # blur, drop, strength
DARK_SHADOW = 2.2  # times stronger on dark grounds


class Panels:
    """Draws areas on `surface`; `scale` pixels make one logical unit."""

    def __init__(self, surface: pygame.Surface, scale: float, theme: Theme) -> None:
        self.surface = surface
        self.scale = scale
        self.theme = theme
        self._tiles: Recent[pygame.Surface] = Recent(256)
        self._shadows: Recent[tuple[pygame.Surface, int]] = Recent(64)
        self._strips: Recent[pygame.Surface] = Recent(256)

    # Places

    def pixels(self, box: Box) -> pygame.Rect:
        """The pixels that a box of logical units covers."""
        s = self.scale
        left, top = round(box.x * s), round(box.y * s)
        return pygame.Rect(left, top, round(box.right * s) - left, round(box.bottom * s) - top)

    @contextmanager
    def clip(self, box: Box) -> Iterator[None]:
        """Draw nothing outside a box, and outside of the boxes around it."""
        before = self.surface.get_clip()
        self.surface.set_clip(self.pixels(box).clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def visible(self, box: Box) -> bool:
        """Whether anything drawn in a box would be seen."""
        return self.pixels(box).colliderect(self.surface.get_clip())

    # Areas

    def fill(self, box: Box, colour: str) -> None:
        """Fills a rectangle with one colour."""
        self.surface.fill(tiles.rgb(colour), self.pixels(box))

    def panel(
        self,
        box: Box,
        fill: str | None,
        *,
        radius: float | Sequence[float] = 14,
        edge: str | None = None,
        width: float = 1,
        shadow: str = "",
    ) -> None:
        """A rectangle with round corners, perhaps an edge inside and a shadow below."""
        rect = self.pixels(box)
        if rect.w <= 0 or rect.h <= 0:
            return
        if shadow:
            self._shadow(rect, radius if isinstance(radius, int | float) else max(radius), shadow)
        four = (radius,) * 4 if isinstance(radius, int | float) else tuple(radius)
        most = min(rect.w, rect.h) / 2
        radii = tuple(min(r * self.scale, most) for r in four)
        line = max(1, round(width * self.scale)) if edge else 0
        self._nine(rect, radii, fill, edge, line)

    def _nine(self, rect: pygame.Rect, radii: tuple[float, ...], fill: str | None, edge: str | None, line: int) -> None:
        ink = tiles.rgb(fill) if fill else None
        rim = tiles.rgb(edge) if edge else None
        tile = self._tiles.get((radii, ink, rim, line), lambda: tiles.rounded(radii, ink, rim, line))
        k = min(tiles.corner(radii, line), rect.w // 2, rect.h // 2)
        far = tile.get_width() - k
        put, x, y = self.surface.blit, rect.x, rect.y
        put(tile, (x, y), (0, 0, k, k))
        put(tile, (rect.right - k, y), (far, 0, k, k))
        put(tile, (x, rect.bottom - k), (0, far, k, k))
        put(tile, (rect.right - k, rect.bottom - k), (far, far, k, k))
        area = self.surface.fill
        wide, high = rect.w - 2 * k, rect.h - 2 * k
        if ink:
            area(ink, (x + k, y, wide, rect.h))
            area(ink, (x, y + k, k, high))
            area(ink, (rect.right - k, y + k, k, high))
        if rim:
            area(rim, (x + k, y, wide, line))
            area(rim, (x + k, rect.bottom - line, wide, line))
            area(rim, (x, y + k, line, high))
            area(rim, (rect.right - line, y + k, line, high))

    def _shadow(self, rect: pygame.Rect, radius: float, name: str) -> None:
        softness, lower, strength = SHADOWS[name]
        strength = min(1.0, strength * DARK_SHADOW) if self.theme.dark else strength
        blur, drop = softness * self.scale, round(lower * self.scale)
        radius = min(radius * self.scale, min(rect.w, rect.h) / 2)
        colour = tiles.rgb(self.theme.shadow)
        key = (name, round(radius), round(blur), colour)
        tile, k = self._shadows.get(key, lambda: tiles.shadow(radius, blur, colour, strength))
        reach = tiles.reach_of(blur)
        x, y, w, h = rect.x - reach, rect.y - reach + drop, rect.w + 2 * reach, rect.h + 2 * reach
        k = min(k, w // 2, h // 2)
        far = tile.get_width() - k
        middle = tile.get_width() // 2
        put = self.surface.blit
        put(tile, (x, y), (0, 0, k, k))
        put(tile, (x + w - k, y), (far, 0, k, k))
        put(tile, (x, y + h - k), (0, far, k, k))
        put(tile, (x + w - k, y + h - k), (far, far, k, k))
        wide, high = w - 2 * k, h - 2 * k
        for part, place, size in (
            ((middle, 0, 1, k), (x + k, y), (wide, k)),
            ((middle, far, 1, k), (x + k, y + h - k), (wide, k)),
            ((0, middle, k, 1), (x, y + k), (k, high)),
            ((far, middle, k, 1), (x + w - k, y + k), (k, high)),
        ):
            if size[0] > 0 and size[1] > 0:
                put(self._strip(tile, (*key, part), part, size), place)

    def _strip(
        self, tile: pygame.Surface, key: tuple[object, ...], part: tuple[int, int, int, int], size: tuple[int, int]
    ) -> pygame.Surface:
        return self._strips.get((key, size), lambda: pygame.transform.scale(tile.subsurface(part), size))

    def circle(
        self, x: float, y: float, radius: float, fill: str | None, edge: str | None = None, width: float = 1
    ) -> None:
        """A disc around a point, or a ring."""
        self.panel(Box(x - radius, y - radius, 2 * radius, 2 * radius), fill, radius=radius, edge=edge, width=width)

    def dashed(self, box: Box, colour: str, radius: float = 14) -> None:
        """A dashed outline with whole corners, for what has not happened yet.

        Drawn by hand: the SVG reader's dashes are, once in a hundred times, stray lines across the picture.
        """
        rect = self.pixels(box)
        line, dash, gap = (max(1, round(n * self.scale)) for n in (1.5, 5, 4))
        corner = min(round(radius * self.scale), rect.w // 2, rect.h // 2)
        before = self.surface.get_clip()
        for x in (rect.x, rect.right - corner):
            for y in (rect.y, rect.bottom - corner):
                self.surface.set_clip(pygame.Rect(x, y, corner, corner).clip(before))
                self._nine(rect, (float(corner),) * 4, None, colour, line)
        self.surface.set_clip(before)
        ink = tiles.rgb(colour)
        for start, length in _dashes(rect.w - 2 * corner, dash, gap):
            for y in (rect.y, rect.bottom - line):
                self.surface.fill(ink, (rect.x + corner + start, y, length, line))
        for start, length in _dashes(rect.h - 2 * corner, dash, gap):
            for x in (rect.x, rect.right - line):
                self.surface.fill(ink, (x, rect.y + corner + start, line, length))

    def veil(self, colour: str, strength: float) -> None:
        """Cover everything with a colour at an opacity 0..1."""
        cover = pygame.Surface(self.surface.get_size())
        cover.fill(tiles.rgb(colour))
        cover.set_alpha(round(255 * strength))
        self.surface.blit(cover, (0, 0))


def _dashes(room: int, dash: int, gap: int) -> list[tuple[int, int]]:
    """Dashes as (start, length), with gaps before, between and after them that fill the room evenly."""
    count = max(0, (room - gap) // (dash + gap))
    space = (room - count * dash) / (count + 1)
    return [(round(space + i * (dash + space)), dash) for i in range(count)]
