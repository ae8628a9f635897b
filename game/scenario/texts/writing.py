"""Which characters the window can show: those of its two fonts, in writings that go from the left, letter by letter.

That is Latin (with Vietnamese), Greek and Cyrillic, with the signs that go with them. The fonts are `font-manrope` and
`fontpkg-noto-sans`; why these, and why no others, is told in `docs/decisions/`.
"""

import re
import unicodedata
from bisect import bisect_right

_RANGES = (
    (0x0020, 0x03E1), (0x03F0, 0x052F), (0x1AB0, 0x1AC0), (0x1C80, 0x1C88), (0x1D00, 0x1DF9), (0x1DFB, 0x20C0),
    (0x20F0, 0x215F), (0x2183, 0x2184), (0x2189, 0x2189), (0x2190, 0x2193), (0x21B5, 0x21B5), (0x2202, 0x2202),
    (0x2205, 0x2205), (0x220F, 0x220F), (0x2211, 0x2212), (0x2215, 0x2215), (0x221A, 0x221A), (0x221E, 0x221E),
    (0x222B, 0x222B), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25CA, 0x25CA), (0x25CC, 0x25CC),
    (0x2C60, 0x2C7F), (0x2DE0, 0x2E5D), (0xA640, 0xA69F), (0xA700, 0xA7FF), (0xAB30, 0xAB6B),
)  # fmt: skip
"""First and last character of what can be shown; a test holds the fonts to it."""
_FIRSTS = [first for first, _ in _RANGES]
_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))  # choose between shapes of the character before them


def has_no_shape(character: str) -> bool:
    """Whether a character shows nothing by itself: joiners, marks of direction, halves, selectors."""
    code = ord(character)
    return unicodedata.category(character) in {"Cf", "Cc", "Cs"} or any(a <= code <= b for a, b in _SELECTORS)


def can_be_shown(character: str) -> bool:
    """Whether the window has a picture of a character.

    >>> [can_be_shown(c) for c in "eéßЖώệ₽東ع🙂"]
    [True, True, True, True, True, True, True, False, False, False]
    """
    code = ord(character)
    return code <= _RANGES[bisect_right(_FIRSTS, code) - 1][1] if code >= _FIRSTS[0] else False


def not_shown(text: str) -> tuple[str, ...]:
    """The characters of a text that the window cannot show, each once, as they come.

    >>> not_shown("Grüße 🙂🙂 東")
    ('🙂', '東')
    """
    if text.isascii():
        return ()
    composed = unicodedata.normalize("NFC", text)
    return tuple(dict.fromkeys(c for c in composed if not can_be_shown(c) and not has_no_shape(c)))


def one_line(text: str, most: int) -> str:
    r"""A text as it can stand on one line: accents joined to their letters, each gap one blank, nothing unseen.

    A blank at its end stays, so that it can be typed letter by letter.

    >>> one_line("  Ada" + chr(0x202e) + "\n  Bjork ", 8)
    'Ada Bjor'

    Args:
        text: anything.
        most: characters that stay.
    """
    composed = unicodedata.normalize("NFC", " ".join(re.split(r"\s+", text)))
    return "".join(c for c in composed if not has_no_shape(c)).lstrip()[:most]


def called(character: str) -> str:
    """A character with its number and its name in Unicode.

    >>> called("東")
    '“東” (U+6771, CJK unified ideograph-6771)'
    """
    name = unicodedata.name(character, "without a name")
    name = name.replace("CJK UNIFIED IDEOGRAPH", "CJK unified ideograph") if name.startswith("CJK") else name.lower()
    return f"“{character}” (U+{ord(character):04X}, {name})"
