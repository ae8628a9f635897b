"""Drawing in logical units on a pygame surface: text, icons and pictures, on top of what `panels.py` draws.

What was written is kept for screen readers, and for the tests. Letters and pictures are kept in bounded stores, keyed
by their size in pixels, so a new zoom needs no clearing.
"""

from collections.abc import Sequence

import pygame

from game.ui.drawing import drawn_pictures as pictures
from game.ui.drawing import images
from game.ui.drawing.cache import Recent
from game.ui.drawing.geometry import Box
from game.ui.drawing.lettering import Lettering, TextBox, Words
from game.ui.drawing.panels import Panels
from game.ui.drawing.theme import MEDIUM, Theme

LEAST_SIZE, SMALLER, CLOSE = 13.0, 0.86, 1.2  # of what stands in two lines: letters, their share, from line to line
NEARLY = 0.97  # of the size that would just fit: fonts have whole sizes only
CAPITAL, DESCENDER = 0.711, 0.24  # height of a capital letter, and depth of a p, in ems


class Painter(Panels):
    """Writes and shows pictures on `surface`, beside all that panels do; `scale` pixels make one logical unit."""

    def __init__(self, surface: pygame.Surface, scale: float, theme: Theme) -> None:
        super().__init__(surface, scale, theme)
        self.log: list[TextBox] | None = None
        self.scrolled = False
        self.grown = 1.0  # how much larger letters are wanted than the screens are drawn for; at least 1
        self.words: list[Words] = []  # running text, for screen readers
        self.regions = 0  # registered so far: says where a text stands among them
        self._letters = Lettering()
        self._pictures: Recent[pygame.Surface | None] = Recent(400)
        self._photos: Recent[pygame.Surface | None] = Recent(100)

    # Text

    def measure(self, text: str, size: float, weight: int = MEDIUM) -> float:
        """Width of a string in logical units."""
        return self._width(text, size * self.grown, weight)

    def _width(self, text: str, size: float, weight: int) -> float:
        """Width of a string whose letters have exactly that size."""
        return self._letters.width(text, size * self.scale, weight) / self.scale

    def wrap(self, text: str, width: float, size: float, weight: int = MEDIUM) -> tuple[str, ...]:
        """Lines that fit a width."""
        return self._wrapped(text, width, size * self.grown, weight)

    def _wrapped(self, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
        return self._letters.wrap(text, width * self.scale, size * self.scale, weight)

    def sizes(self, *wanted: float) -> tuple[float, ...]:
        """Sizes to be tried one after the other: grown as is wanted, then as they are, before a word is left out."""
        return wanted if self.grown == 1.0 else (*wanted, *(size / self.grown for size in wanted))

    def step(self, size: float, leading: float) -> int:
        """From line to line, for letters of a size."""
        return round(size * self.grown * leading)

    def apart(self, upper: float, lower: float, least: float) -> float:
        """From the middle of one line to that of the next, smaller one, so that large letters do not touch."""
        return max(least, (CAPITAL / 2 * (upper + lower) + DESCENDER * upper) * self.grown + 3)

    def one_size(self, texts: Sequence[str], width: float, size: float, weight: int) -> float:
        """One real size for all lines of a list: as large as is wanted, or as most of them, three in four, fit.

        Args:
            texts: the lines.
            width: room of each.
            size: as the screen is drawn for; no smaller one is told.
            weight: of letters.
        """
        if self.grown == 1.0 or not texts:
            return size * self.grown
        wide = sorted(self.measure(text, size, weight) for text in texts)[(3 * len(texts) - 1) // 4]
        return size * self.grown * min(1.0, max(1 / self.grown, width / max(wide, 1.0)))

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
        real: float = 0.0,
        may_end: bool = False,
    ) -> float:
        """One line whose capitals are centred on `y`. Returns its width.

        What is wider than `width` stands in two lines around `y`; only what `may_end` is elided, such as a name or a
        preview whose whole stands elsewhere. With a `real` size, which lines of a list share, its letters have that.
        """
        if not text:
            return 0.0
        real = real or self._size_in(text, size, weight, width)
        if width is not None and not may_end and self._width(text, real, weight) > width:
            for least in (min(real, size), min(real, max(LEAST_SIZE, size * SMALLER))):
                lines = self._wrapped(text, width, least, weight)
                widest = max(self._width(line, least, weight) for line in lines)
                if len(lines) <= 2 and widest <= width:
                    top = y - round(least * CLOSE) * (len(lines) - 1) / 2
                    for number, line in enumerate(lines):
                        at = top + round(least * CLOSE) * number
                        self._line(line, x, at, least, colour, weight, align, None)
                    return widest
        return self._line(text, x, y, real, colour, weight, align, width, may_end=may_end)

    def _line(
        self, text: str, x: float, y: float, size: float, colour: str, weight: int, align: str, width: float | None,
        *, cut: bool = False, may_end: bool = False,
    ) -> float:  # fmt: skip
        """One line in letters of exactly that size; `cut` says that its end was left out before."""
        shown = text
        if width is not None:
            shown = self._letters.elide(text, width * self.scale, size * self.scale, weight)
        drawn = self._width(shown, size, weight)
        left = {"left": x, "center": x - drawn / 2, "right": x - drawn}[align]
        top = y - CAPITAL * size / 2
        if not self.visible(Box(left, top - size * 0.4, drawn, size * 1.6)):
            return drawn
        surface, ascent = self._letters.render(shown, size * self.scale, weight, colour)
        if self.log is not None:
            self._note(
                shown, Box(left, top, drawn, CAPITAL * size), size, colour, elided=cut or shown != text, may_end=may_end
            )
        self.surface.blit(surface, (round(left * self.scale), round((top + CAPITAL * size) * self.scale - ascent)))
        return drawn

    def _size_in(self, text: str, size: float, weight: int, width: float | None) -> float:
        """The size a line gets: as large as is wanted, or as fits; never below what the screen is drawn for."""
        if width is None or self.grown == 1.0:
            return size * self.grown
        wide = self._width(text, size * self.grown, weight)
        return size * self.grown if wide <= width else max(size, size * self.grown * width / wide * NEARLY)

    def _note(self, text: str, box: Box, size: float, ink: str, *, elided: bool, may_end: bool) -> None:
        """Write down where a line is about to be drawn, and on what."""
        if self.log is None:
            return
        seen = box.meets(Box(*(v / self.scale for v in self.surface.get_clip())))
        at = (round(seen.x * self.scale) + 1, round(seen.y * self.scale))
        whole = abs(seen.w - box.w) < 0.5 and abs(seen.h - box.h) < 0.5
        inside = whole and self.surface.get_rect().collidepoint(at)
        r, g, b = self.surface.get_at(at)[:3] if inside else (0, 0, 0)
        ground = f"#{r:02X}{g:02X}{b:02X}" if inside else ""
        self.log.append(
            TextBox(
                text=text,
                box=box,
                size=size,
                seen=seen,
                elided=elided,
                may_end=may_end,
                ink=ink,
                ground=ground,
                scrolled=self.scrolled,
            )
        )

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
        may_end: bool = False,
    ) -> float:
        """Wrapped text with its upper edge at `y`, at most `lines` of them. Returns the height used.

        Text that has more of them is to be given only where it `may_end`: its whole can be read elsewhere.
        """
        real, wrapped = self._lines(text, width, size, weight, lines, leading)
        step = round(real * leading)
        cut = len(wrapped) > lines
        if cut:
            rest = " ".join(wrapped[lines - 1 :])
            wrapped = (*wrapped[: lines - 1], self._begun(rest, width + 1, real, weight))
        self.speak(Box(x, y, width, step * len(wrapped)), text)
        at = {"left": x, "center": x + width / 2, "right": x + width}[align]
        for i, line in enumerate(wrapped):
            if line:
                last = cut and i == lines - 1
                self._line(line, at, y + step * (i + 0.5), real, colour, weight, align, width + 1, cut=last,
                           may_end=may_end)  # fmt: skip
        return step * len(wrapped)

    def _lines(
        self, text: str, width: float, size: float, weight: int, lines: int, leading: float
    ) -> tuple[float, tuple[str, ...]]:
        """The real size of letters, and the lines: as large as is wanted, but no higher than the lines allowed."""
        room = lines * round(size * leading)
        for share in (1.0, 0.8, 0.6, 0.4, 0.2, 0.0):
            real = size * (1 + (self.grown - 1) * share)
            wrapped = self._wrapped(text, width, real, weight)
            if round(real * leading) * len(wrapped) <= room or self.grown == 1.0:
                break
        return real, wrapped

    def _begun(self, text: str, width: float, size: float, weight: int) -> str:
        """As many whole words of a text as fit with an ellipsis; where not even one does, all of it, to be elided."""
        words = text.split(" ")
        for count in range(len(words) - 1, 0, -1):
            shown = " ".join(words[:count]).rstrip(" ,.;:–") + "…"
            if self._width(shown, size, weight) <= width:
                return shown
        return text

    def height(
        self, text: str, width: float, size: float, weight: int = MEDIUM, *, lines: int = 99, leading: float = 1.38
    ) -> float:
        """Height a paragraph would use."""
        real, wrapped = self._lines(text, width, size, weight, lines, leading)
        return round(real * leading) * min(lines, len(wrapped))

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
