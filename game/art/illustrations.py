"""Illustrations of shared content, profile banners, and the app's mark."""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

from game.art.formats import DRAW, FORMATS
from game.art.scenes import PALETTES, pick
from game.art.svg import box, document, dot, fill, line, ramp
from game.art.title_picture import title_svg

__all__ = ["FORMATS", "banner_svg", "content_svg", "logo_svg", "title_svg"]

_TINTS = (
    ("#ece8fd", "#5a46d6", "#f4846f", "#ffffff"),
    ("#dff3ec", "#1e8a7a", "#f2b84b", "#ffffff"),
    ("#ffe9dc", "#d1603f", "#5a9ec9", "#ffffff"),
    ("#fde4ec", "#c23f70", "#7a62c4", "#ffffff"),
    ("#e2eefb", "#2f6fb5", "#f29b5c", "#ffffff"),
)
_DARK_TINTS = (
    ("#2b2450", "#9d8ef7", "#f4907a", "#453c74"),
    ("#173a36", "#4fc4a8", "#efbb5a", "#28544d"),
    ("#452b2c", "#ee8a68", "#7db9dd", "#644241"),
    ("#43233c", "#e874a0", "#a894ee", "#643a59"),
    ("#1d3050", "#6ba9ea", "#f2a56d", "#31486f"),
)
_TINT_NAMES = ("ground", "main", "accent", "paper")


def content_svg(format: str, seed: int, *, dark: bool = False) -> str:  # noqa: A002 - the word the scenarios use
    """A 320 x 140 picture that stands for a piece of content.

    Args:
        format: one of `FORMATS`.
        seed: any integer; it picks scene and colours.
        dark: calmer colours for a dark screen.

    Raises:
        ValueError: when there is no such format.
    """
    if format not in DRAW:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    tints = (_DARK_TINTS if dark else _TINTS)[pick(seed, 4, len(_TINTS))]
    return document(
        320,
        140,
        DRAW[format](seed).format_map(dict(zip(_TINT_NAMES, tints, strict=True))),
        _dusk(format, dark=dark),
    )


def banner_svg(seed: int) -> str:
    """A 292 x 70 strip of soft hills for the head of a profile."""
    top, bottom, sun, far, mid, near, _ = PALETTES[pick(seed, 5, len(PALETTES))]
    x = 40 + pick(seed, 6, 8) * 28
    lift = pick(seed, 7, 4) * 4
    return document(
        292,
        70,
        ramp("sky", 0, 0, 292, 70, top, bottom),
        box(0, 0, 292, 70, 0, "url(#sky)"),
        dot(x, 30, 26, sun, 0.85),
        dot(x, 30, 36, sun, 0.18),
        fill(
            f"M0 {50 - lift}C50 {34 - lift} 96 {58 - lift} 150 {46 - lift}C206 {32 - lift} 250 {54 - lift} 292 {40 - lift}V70H0Z",
            far,
        ),
        fill("M0 62C60 44 110 64 170 56C222 50 258 62 292 54V70H0Z", mid),
        fill("M120 70C170 58 230 66 292 62V70Z", near),
    )


def logo_svg() -> str:
    """The app's mark in a 64 x 64 box: a speech bubble that is also a cup, with a heart in it."""
    return document(
        64,
        64,
        ramp("mark", 0, 0, 64, 64, "#7a66ee", "#4a36c4"),
        box(0, 0, 64, 64, 16, "url(#mark)"),
        line("M44 26.5H47.5A6.8 6.8 0 0 1 47.5 40H44", "#ffffff", 4.6),
        fill(
            "M17 18H39A7 7 0 0 1 46 25V38A8 8 0 0 1 38 46H27.5L19.6 53.2C18.6 54.1 17 53.4 17 52V45.6A8 8 0 0 1 10 38V25A7 7 0 0 1 17 18Z",
            "#ffffff",
        ),
        fill(
            "M28 42.4C21.6 37.8 17.2 34 17.2 29.1C17.2 25.7 19.7 23.4 22.7 23.4C24.9 23.4 26.9 24.7 28 26.7C29.1 24.7 31.1 23.4 33.3 23.4C36.3 23.4 38.8 25.7 38.8 29.1C38.8 34 34.4 37.8 28 42.4Z",
            "#ee5f7d",
        ),
        line("M22.6 13.6C20.9 11.2 24.3 9.8 22.6 7.4M33.4 13.6C31.7 11.2 35.1 9.8 33.4 7.4", "#ffffff", 3, 0.9),
    )


def _dusk(format: str, *, dark: bool) -> str:  # noqa: A002
    """Photographs keep their own colours on a dark screen, only a little less bright."""
    return box(0, 0, 320, 140, 0, "#14102a", 0.16) if dark and format in ("photo", "video") else ""
