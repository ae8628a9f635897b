"""Spacing and type sizes of the window, and sums with its colours. Nothing else in the front end names a colour."""

from game.art.tokens import DARK, LIGHT, PAIRS, THEMES, Theme

__all__ = ["DARK", "LIGHT", "PAIRS", "THEMES", "Theme"]

META, BODY, CARD, SECTION, TITLE, HERO = 13, 15, 16, 18, 22, 40
MEDIUM, SEMI, BOLD, EXTRA = 500, 600, 700, 800
MARGIN, GUTTER = 16, 12
SMALLEST_TEXT = 13
SMALLEST_TARGET = 36


def contrast(one: str, other: str) -> float:
    """The contrast of two #rrggbb colours, 1..21 (relative luminance of WCAG).

    >>> round(contrast("#000000", "#FFFFFF"), 1)
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def mix(one: str, other: str, share: float) -> str:
    """`one` with a share (0..1) of `other` in it.

    >>> mix("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
