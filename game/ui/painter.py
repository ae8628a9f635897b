"""Drawing in logical units on a pygame surface: panels, shadows, text, icons and pictures.

Every coordinate is multiplied by one scale factor and both edges are rounded, so neighbours never gap.
Small parts are kept in bounded stores, keyed by their size in pixels, so a new zoom needs no clearing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pygame

from game.ui import images, pictures, tiles
from game.ui.cache import Recent
from game.ui.geometry import Box
from game.ui.lettering import Lettering
from game.ui.theme import MEDIUM, Theme

CAPITAL = 0.711  # height of a capital letter in ems
SHADOWS = {"low": (5, 1, 0.10), "card": (14, 4, 0.09), "high": (34, 10, 0.26)}  # blur, drop, strength
DARK_SHADOW = 2.2  # times stronger on dark grounds


@dataclass(frozen=True)
class TextBox:
    """Where a line of text was drawn, for the tests."""

    text: str
    box: Box  # of the letters, from the top of a capital to the baseline
    size: float
    seen: Box  # the part inside the clip
    elided: bool
    ink: str
    ground: str  # the pixel at its upper left corner before it was drawn; "" when a part is cut off
    scrolled: bool  # inside a scroll area, where a cut at the edge is right


@dataclass(frozen=True)
class Words:
    """Running text as a screen reader gets it."""

    box: Box
    text: str
    after: int  # how many regions were registered before it


class Painter:
    """Draws on `surface`; `scale` pixels make one logical unit."""

    def __init__(self, surface: pygame.Surface, scale: float, theme: Theme) -> None:
        self.surface = surface
        self.scale = scale
        self.theme = theme
        self.log: list[TextBox] | None = None
        self.scrolled = False
        self.words: list[Words] = []  # running text, for screen readers
        self.regions = 0  # registered so far: says where a text stands among them
        self._letters = Lettering()
        self._tiles: Recent[pygame.Surface] = Recent(256)
        self._shadows: Recent[tuple[pygame.Surface, int]] = Recent(64)
        self._strips: Recent[pygame.Surface] = Recent(256)
        self._pictures: Recent[pygame.Surface | None] = Recent(400)
        self._photos: Recent[pygame.Surface | None] = Recent(100)

    # Places

    def pixels(self, box: Box) -> pygame.Rect:
        """A box in pixels."""
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
        """A plain rectangle."""
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
        self, tile: pygame.Surface, key: tuple, part: tuple[int, int, int, int], size: tuple[int, int]
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

    # Text

    def measure(self, text: str, size: float, weight: int = MEDIUM) -> float:
        """Width of a string in logical units."""
        return self._letters.width(text, size * self.scale, weight) / self.scale

    def wrap(self, text: str, width: float, size: float, weight: int = MEDIUM) -> tuple[str, ...]:
        """Lines that fit a width."""
        return self._letters.wrap(text, width * self.scale, size * self.scale, weight)

    def fitting(self, text: str, width: float, sizes: Sequence[float], weight: int) -> float:
        """The first of some sizes at which a string fits a width, else the last."""
        return next((s for s in sizes if self.measure(text, s, weight) <= width), sizes[-1])

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        colour: str,
        weight: int = MEDIUM,
        *,
        align: str = "left",
        width: float | None = None,
    ) -> float:
        """One line whose capitals are centred on `y`; it is elided to `width`. Returns its width."""
        if not text:
            return 0.0
        shown = text
        if width is not None:
            shown = self._letters.elide(text, width * self.scale, size * self.scale, weight)
        drawn = self.measure(shown, size, weight)
        left = {"left": x, "center": x - drawn / 2, "right": x - drawn}[align]
        top = y - CAPITAL * size / 2
        if not self.visible(Box(left, top - size * 0.4, drawn, size * 1.6)):
            return drawn
        surface, ascent = self._letters.render(shown, size * self.scale, weight, colour)
        if self.log is not None:
            self._note(shown, Box(left, top, drawn, CAPITAL * size), size, colour, elided=shown != text)
        self.surface.blit(surface, (round(left * self.scale), round((top + CAPITAL * size) * self.scale - ascent)))
        return drawn

    def _note(self, text: str, box: Box, size: float, ink: str, *, elided: bool) -> None:
        """Write down where a line is about to be drawn, and on what."""
        if self.log is None:
            return
        seen = box.meets(Box(*(v / self.scale for v in self.surface.get_clip())))
        at = (round(seen.x * self.scale) + 1, round(seen.y * self.scale))
        whole = abs(seen.w - box.w) < 0.5 and abs(seen.h - box.h) < 0.5
        inside = whole and self.surface.get_rect().collidepoint(at)
        r, g, b = self.surface.get_at(at)[:3] if inside else (0, 0, 0)
        ground = f"#{r:02X}{g:02X}{b:02X}" if inside else ""
        self.log.append(TextBox(text, box, size, seen, elided, ink, ground, self.scrolled))

    def speak(self, box: Box, text: str) -> None:
        """Running text that is not part of any button, and where it stands."""
        if text and self.visible(box):
            self.words.append(Words(box, text, self.regions))

    def paragraph(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        colour: str,
        weight: int = MEDIUM,
        *,
        lines: int = 99,
        leading: float = 1.38,
        align: str = "left",
    ) -> float:
        """Wrapped text with its upper edge at `y`, at most `lines` of them. Returns the height used."""
        step = round(size * leading)
        wrapped = self.wrap(text, width, size, weight)
        if len(wrapped) > lines:
            wrapped = (*wrapped[: lines - 1], " ".join(wrapped[lines - 1 :]))
        self.speak(Box(x, y, width, step * len(wrapped)), text)
        at = {"left": x, "center": x + width / 2, "right": x + width}[align]
        for i, line in enumerate(wrapped):
            self.text(line, at, y + step * (i + 0.5), size, colour, weight, align=align, width=width + 1)
        return step * len(wrapped)

    def height(
        self, text: str, width: float, size: float, weight: int = MEDIUM, *, lines: int = 99, leading: float = 1.38
    ) -> float:
        """Height a paragraph would use."""
        return round(size * leading) * min(lines, len(self.wrap(text, width, size, weight)))

    # Pictures

    def svg(self, code: str, box: Box, *, radius: float | Sequence[float] = 0, cover: bool = False) -> None:
        """A drawing fitted into a box; with `cover` it fills the box and what stands out is cut off."""
        rect = self.pixels(box)
        if rect.w <= 0 or rect.h <= 0 or not rect.colliderect(self.surface.get_clip()):
            return
        radii = self._radii(rect, radius)
        picture = self._pictures.get(
            (code, rect.size, radii, cover), lambda: images.drawing(code, rect.size, radii, cover)
        )
        if picture is not None:
            self.surface.blit(picture, picture.get_rect(center=rect.center))

    def _radii(self, rect: pygame.Rect, radius: float | Sequence[float]) -> tuple[float, ...]:
        four = (radius,) * 4 if isinstance(radius, int | float) else tuple(radius)
        return tuple(min(r * self.scale, min(rect.w, rect.h) / 2) for r in four)

    def icon(self, name: str, x: float, y: float, size: float, colour: str) -> None:
        """An icon around a point."""
        side = round(size * self.scale)
        left, top = round((x - size / 2) * self.scale), round((y - size / 2) * self.scale)
        if not self.surface.get_clip().colliderect((left, top, side, side)):
            return
        key = ("icon", name, colour, side)
        picture = self._pictures.get(
            key, lambda: images.drawing(pictures.icon_svg(name, colour), (side, side), (), cover=False)
        )
        if picture is not None:
            self.surface.blit(picture, (left, top))

    def avatar(self, look: int, x: float, y: float, size: float, *, mood: str = "neutral", picture: str = "") -> None:
        """A round face around a point: the scenario's picture, or the drawn one."""
        box = Box(x - size / 2, y - size / 2, size, size)
        if picture and self.photo(picture, box, radius=size / 2):
            return
        rect = self.pixels(box)
        if not rect.colliderect(self.surface.get_clip()):
            return
        key = ("avatar", look, mood, rect.w)
        radii = (rect.w / 2,) * 4
        drawn = self._pictures.get(
            key, lambda: images.drawing(pictures.avatar_svg(look, mood), (rect.w, rect.w), radii, cover=True)
        )
        if drawn is not None:
            self.surface.blit(drawn, rect)

    def forget_photos(self) -> None:
        """Picture files may have changed: the next time they are read again."""
        self._photos = Recent(100)

    def photo(self, path: str, box: Box, *, radius: float | Sequence[float] = 0) -> bool:
        """A picture file that fills a box; False when it cannot be read, and nothing is drawn."""
        rect = self.pixels(box)
        if rect.w <= 0 or rect.h <= 0:
            return True
        radii = self._radii(rect, radius)
        picture = self._photos.get((path, rect.size, radii), lambda: images.photo(path, rect.size, radii))
        if picture is None:
            return False
        self.surface.blit(picture, rect)
        return True


def _dashes(room: int, dash: int, gap: int) -> list[tuple[int, int]]:
    """Dashes as (start, length), with gaps before, between and after them that fill the room evenly."""
    count = max(0, (room - gap) // (dash + gap))
    space = (room - count * dash) / (count + 1)
    return [(round(space + i * (dash + space)), dash) for i in range(count)]
