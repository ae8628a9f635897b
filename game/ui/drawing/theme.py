"""Spacing and type sizes of the window; its colours are those of `art/tokens.py`."""

from game.art.tokens import DARK, LIGHT, MOST_CONTRAST, PAIRS, THEMES, Theme

__all__ = ["DARK", "LIGHT", "MOST_CONTRAST", "PAIRS", "THEMES", "Theme"]

META, BODY, CARD, SECTION, TITLE, HERO = 13, 15, 16, 18, 22, 40
MEDIUM, SEMI, BOLD, EXTRA = 500, 600, 700, 800
MARGIN, GUTTER = 16, 12
SMALLEST_TEXT = 13
SMALLEST_TARGET = 36
