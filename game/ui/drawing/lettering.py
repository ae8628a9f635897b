"""Text: fonts, measuring, wrapping and crisp rendering.

Below 30 pixels a string is rendered three times as large and scaled down, and measured with the large
font: the renderer rounds every letter's advance to whole pixels, which tears small words apart.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pygame

from game.scenario.texts.writing import can_be_shown, has_no_shape
from game.ui.drawing.cache import Recent
from game.ui.drawing.geometry import Box
from game.ui.drawing.tiles import rgb

OVERSAMPLE = 3
DIRECT_FROM = 30.0  # pixels
_WORDS = re.compile(r"\S+|\s+")
NO_LETTER = "\U0010ffff"
BOLD_FROM = 700  # weights that the second font, which has one, is made bold for
GAMMA = 0.85
FALLBACK = "NotoSans[wdth,wght].ttf"  # what Manrope has no letters for; one weight, made bold by the renderer
FILES = {500: "Manrope-Medium.ttf", 600: "Manrope-SemiBold.ttf", 700: "Manrope-Bold.ttf", 800: "Manrope-ExtraBold.ttf"}
_THICKER = bytes(round(255 * (i / 255) ** GAMMA) for i in range(256))


def font_folder(package: str = "font_manrope") -> Path:
    """Where the files of a font package are.

    Raises:
        FileNotFoundError: it is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        name = package.replace("_", "-")
        raise FileNotFoundError(f"the font is missing: install the package {name} beside this game")
    return Path(next(iter(spec.submodule_search_locations))) / "files"


@dataclass(frozen=True)
class Fonts:
    """The two fonts of one size and weight, and how many times too large they are."""

    main: pygame.font.Font
    other: pygame.font.Font  # for letters that the main font has not
    over: int

    @property
    def ascent(self) -> int:
        """Pixels from the top of a line to its baseline."""
        return self.main.get_ascent()

    def runs(self, text: str) -> Iterator[tuple[pygame.font.Font, str]]:
        """Pieces of a text, each with the font that has its letters; a word stays in one font."""
        run, of = "", self.main
        for word in [text] if text.isascii() else _WORDS.findall(text):
            font = self.main if _in_main(word) else self.other
            if font is not of and run:
                yield of, run
                run = ""
            run, of = run + word, font
        if run:
            yield of, run


@dataclass(frozen=True)
class TextBox:
    """Where a line of text was drawn, for the tests."""

    text: str
    box: Box  # of the letters, from the top of a capital to the baseline
    size: float
    seen: Box  # the part inside the clip
    elided: bool
    may_end: bool  # it is a name, a preview, or the like, whose whole can be read elsewhere
    ink: str
    ground: str  # the pixel at its upper left corner before it was drawn; "" when a part is cut off
    scrolled: bool  # inside a scroll area, where a cut at the edge is right


@dataclass(frozen=True)
class Words:
    """Running text as a screen reader gets it."""

    box: Box
    text: str
    after: int  # how many regions were registered before it


class Lettering:
    """Fonts at any pixel size, and what was rendered with them lately."""

    def __init__(self) -> None:
        self._fonts: Recent[Fonts] = Recent(64)
        self._strings: Recent[pygame.Surface] = Recent(1500)
        self._widths: Recent[float] = Recent(6000)
        self._lines: Recent[tuple[str, ...]] = Recent(1500)
        self._folder = font_folder()
        self._fallback = font_folder("fontpkg_noto_sans") / FALLBACK

    def _font(self, pixels: float, weight: int) -> Fonts:
        """The fonts to render with."""
        size, over = _size(pixels)

        def opened() -> Fonts:
            other = pygame.font.Font(self._fallback, size)
            other.set_bold(weight >= BOLD_FROM)
            return Fonts(pygame.font.Font(self._folder / FILES[weight], size), other, over)

        return self._fonts.get((size, over, weight), opened)

    def width(self, text: str, pixels: float, weight: int) -> float:
        """Width of a string in pixels."""
        if not text:
            return 0.0

        def measured() -> float:
            fonts = self._font(pixels, weight)
            return sum(font.size(run)[0] for font, run in fonts.runs(printable(text))) / fonts.over

        return self._widths.get((text, _size(pixels), weight), measured)

    def render(self, text: str, pixels: float, weight: int, colour: str) -> tuple[pygame.Surface, float]:
        """A string as a picture, and the distance from its top to the baseline in pixels."""
        fonts = self._font(pixels, weight)
        key = (text, _size(pixels), weight, colour)
        return self._strings.get(key, lambda: _rendered(fonts, printable(text), colour)), fonts.ascent / fonts.over

    def wrap(self, text: str, width: float, pixels: float, weight: int) -> tuple[str, ...]:
        """Lines of a text that are at most `width` pixels wide; a longer word is cut."""
        key = (text, round(width * 4), _size(pixels), weight)
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


def _size(pixels: float) -> tuple[int, int]:
    """The whole size to render letters with, and how many times too large that is; both tell one font from another."""
    over = OVERSAMPLE if pixels < DIRECT_FROM else 1
    return round(pixels * over), over


def _rendered(fonts: Fonts, text: str, colour: str) -> pygame.Surface:
    over, large = fonts.over, _large(fonts, text, colour)
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


def _large(fonts: Fonts, text: str, colour: str) -> pygame.Surface:
    """A string at the size of its fonts, all its runs on one baseline."""
    shown = [(font, run) for font, run in fonts.runs(text) if font.size(run)[0]]  # what has no width is not rendered
    pieces = [(font, font.render(run, True, rgb(colour))) for font, run in shown]
    if len(pieces) == 1 and pieces[0][0] is fonts.main:
        return pieces[0][1]
    below = max((piece.get_height() - font.get_ascent() for font, piece in pieces), default=1)
    whole = pygame.Surface(
        (max(1, sum(piece.get_width() for _, piece in pieces)), fonts.ascent + below), pygame.SRCALPHA
    )
    whole.fill((*rgb(colour), 0))
    left = 0
    for font, piece in pieces:
        whole.blit(piece, (left, fonts.ascent - font.get_ascent()), special_flags=pygame.BLEND_RGBA_MAX)
        left += piece.get_width()
    return whole


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text as it is drawn: accents joined to their letters, without what shows nothing by itself.

    What the fonts have no letters for stays, and is drawn as an empty box.

    >>> printable("Gru" + chr(0x308) + "ße" + chr(0x200b))
    'Grüße'
    """
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFC", text) if not has_no_shape(c))


def _in_main(word: str) -> bool:
    """Whether the main font has these letters; what no font has is its empty box."""
    return word.isascii() or all(c.isascii() or _in_manrope(c) or not can_be_shown(c) for c in word)


@lru_cache(maxsize=4096)
def _in_manrope(letter: str) -> bool:
    """Whether Manrope has a letter: what it has not looks like the box that it draws for no letter at all."""
    return not unicodedata.combining(letter) and _picture(letter) != _picture(NO_LETTER)


@lru_cache(maxsize=256)
def _picture(letter: str) -> bytes:
    font = pygame.font.Font(font_folder() / FILES[500], 16)
    if not font.size(letter)[0]:
        return b""
    return pygame.image.tobytes(font.render(letter, False, (0, 0, 0)), "RGBA")
