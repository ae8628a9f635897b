"""Text: fonts, measuring, wrapping and crisp rendering.

Below 30 pixels a string is rendered three times as large and scaled down, and measured with the large
font: the renderer rounds every letter's advance to whole pixels, which tears small words apart.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pygame

from game.ui.drawing.cache import Recent
from game.ui.drawing.tiles import rgb

OVERSAMPLE = 3
DIRECT_FROM = 30.0  # pixels
GAMMA = 0.85
FILES = {500: "Manrope-Medium.ttf", 600: "Manrope-SemiBold.ttf", 700: "Manrope-Bold.ttf", 800: "Manrope-ExtraBold.ttf"}
_THICKER = bytes(round(255 * (i / 255) ** GAMMA) for i in range(256))


def font_folder() -> Path:
    """Where the font files are.

    Raises:
        FileNotFoundError: the package `font-manrope` is not installed.
    """
    spec = find_spec("font_manrope")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the font is missing: install the package font-manrope beside this game")
    return Path(next(iter(spec.submodule_search_locations))) / "files"


class Lettering:
    """Fonts at any pixel size, and what was rendered with them lately."""

    def __init__(self) -> None:
        self._fonts: Recent[pygame.font.Font] = Recent(64)
        self._strings: Recent[pygame.Surface] = Recent(1500)
        self._widths: Recent[float] = Recent(6000)
        self._lines: Recent[tuple[str, ...]] = Recent(1500)
        self._folder = font_folder()

    def _font(self, pixels: float, weight: int) -> tuple[pygame.font.Font, int]:
        """The font to render with, and how many times too large it is."""
        over = OVERSAMPLE if pixels < DIRECT_FROM else 1
        size = round(pixels * over)
        font = self._fonts.get((size, weight), lambda: pygame.font.Font(self._folder / FILES[weight], size))
        return font, over

    def width(self, text: str, pixels: float, weight: int) -> float:
        """Width of a string in pixels."""
        if not text:
            return 0.0

        def measured() -> float:
            font, over = self._font(pixels, weight)
            return font.size(printable(text))[0] / over

        return self._widths.get((text, round(pixels * 4), weight), measured)

    def render(self, text: str, pixels: float, weight: int, colour: str) -> tuple[pygame.Surface, float]:
        """A string as a picture, and the distance from its top to the baseline in pixels."""
        font, over = self._font(pixels, weight)
        ascent = font.get_ascent() / over
        key = (text, round(pixels * 4), weight, colour)
        return self._strings.get(key, lambda: _rendered(font, over, printable(text), colour)), ascent

    def wrap(self, text: str, width: float, pixels: float, weight: int) -> tuple[str, ...]:
        """Lines of a text that are at most `width` pixels wide; a longer word is cut."""
        key = (text, round(width * 4), round(pixels * 4), weight)
        return self._lines.get(key, lambda: tuple(self._wrapped(text, width, pixels, weight)))

    def _wrapped(self, text: str, width: float, pixels: float, weight: int) -> list[str]:
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self.width(longer, pixels, weight) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                pieces = self._cut(word, width, pixels, weight)
                lines.extend(pieces[:-1])
                line = pieces[-1]
            lines.append(line)
        return lines

    def _cut(self, word: str, width: float, pixels: float, weight: int) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, pixels, weight) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def elide(self, text: str, width: float, pixels: float, weight: int) -> str:
        """The text, or as much of it as fits with an ellipsis."""
        if self.width(text, pixels, weight) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + "…", pixels, weight) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip(" ,.;:") + "…"


def _rendered(font: pygame.font.Font, over: int, text: str, colour: str) -> pygame.Surface:
    large = font.render(text, True, rgb(colour))
    if over == 1:
        return large
    width, height = -(-large.get_width() // over), -(-large.get_height() // over)
    # A ground in the text's colour at no opacity: with black the edges of the letters would go dark.
    ground = pygame.Surface((width * over, height * over), pygame.SRCALPHA)
    ground.fill((*rgb(colour), 0))
    ground.blit(large, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
    small = pygame.transform.smoothscale(ground, (width, height))
    alpha = pygame.surfarray.pixels_alpha(small)
    alpha[:] = _thicker()[alpha]
    del alpha
    return small


@lru_cache(maxsize=1)
def _thicker() -> Any:
    import numpy as np

    return np.frombuffer(_THICKER, dtype=np.uint8)


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text without characters the font cannot draw; a font draws those as empty boxes.

    >>> printable("Grüße 🙂 ok")
    'Grüße ok'
    """
    if text.isascii():
        return text
    kept = "".join(c for c in text if c.isascii() or _drawable(c))
    return " ".join(kept.split(" ")) if "  " not in kept else " ".join(kept.split())


def _drawable(letter: str) -> bool:
    """Latin, Greek and Cyrillic letters, and the usual punctuation and currency signs."""
    code = ord(letter)
    return code < 0x0530 or 0x1E00 <= code < 0x1F00 or letter in "–—‘’‚“”„†•…‰‹›€₽₴−×÷≈≠≤≥→←↑↓"
