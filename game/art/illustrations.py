"""Illustrations of shared content, profile banners, shop signs, and the app's mark."""

import re
from collections.abc import Mapping

from game.art.drawings import document, drawing, group, names
from game.art.stills import NEUTRAL, still_of

_SKIES = (  # of scenes and banners
    ("#ffe3c2", "#fff3e0", "#f4846f", "#f0b48a", "#3f4a8a", "#2a7a7c", "#fff7ea"),
    ("#bfe3f5", "#eaf6f3", "#ffd166", "#a8d3c2", "#5fa98a", "#2f7f6b", "#fffdf5"),
    ("#d9cffb", "#fbe3ee", "#ff9e7d", "#b79be0", "#7a62c4", "#4a3d94", "#fff4e6"),
    ("#fbd3d9", "#fff0e0", "#ef6f6c", "#e9a6a1", "#b7607c", "#6e3b63", "#fff6ee"),
    ("#cdebd9", "#fbf7dc", "#f2b84b", "#9fcf9f", "#5d9e63", "#37704f", "#fffbea"),
    ("#2f3a74", "#8a6aa8", "#fde3b0", "#5a4f96", "#3d3a7a", "#262757", "#f7d9a8"),
)
_SKY_NAMES = ("top", "bottom", "sun", "far", "mid", "near", "light")
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
TOLD = frozenset({"text", "guide", "story"})
"""Formats that show what they speak of, where it can be drawn, besides those that always show something."""
AT_THE_CAFE, SHADE = "cups", "#16112a"
_SPEAKERS = (("#f0c09a", "#432c24"), ("#b87b4e", "#231a26"), ("#744630", "#1a1218"), ("#ebb68c", "#95452b"))


def still_svg(title: str, *, dark: bool = False) -> str:
    """A 320 x 140 still life of what a title speaks of, or of two cups; nobody is in it.

    Args:
        title: of what it stands for; it picks the colours, too.
        dark: a darker shade over it.
    """
    seed = seed_of(title)
    drawn = drawing("stills", still_of(title) or AT_THE_CAFE).svg(_sky(seed, 1), move=pick(seed, 3, 5) * 10 - 20)
    shade = f'<path d="M0 0H320V140H0Z" fill="{SHADE}" fill-opacity="0.35"/>' if dark else ""
    return document(320, 140, drawn, shade)


def content_svg(format: str, title: str, *, dark: bool = False) -> str:  # noqa: A002 - the word the scenarios use
    """A 320 x 140 picture of a piece of content: what its title speaks of, or one that stands for its format alone.

    Args:
        format: a drawing of the kind `formats`.
        title: of the content; it picks the still life and the colours.
        dark: calmer colours for a dark screen.

    Raises:
        ValueError: when there is no such format.
    """
    if format not in names("formats"):
        raise ValueError(f"no format {format!r}; there are {', '.join(names('formats'))}")
    seed, frame, still = seed_of(title), drawing("formats", format), still_of(title)
    over = "over" in frame.facts
    values, when = _of_seed(seed)
    values |= zip(_TINT_NAMES, (_DARK_TINTS if dark else _TINTS)[pick(seed, 4, len(_TINTS))], strict=True)
    if dark:
        when.add("dark")
    if over or (still and format in TOLD):
        scene = drawing("stills", still or NEUTRAL).svg(_sky(seed, 1), move=pick(seed, 3, 5) * 10 - 20)
        shade = frame if over else drawing("formats", "photo")
        return document(320, 140, scene, shade.svg(values, when=when))
    return document(320, 140, frame.svg(values, when=when))


def seed_of(title: str) -> int:
    """A number that is the same for the same title."""
    return sum((i + 1) * ord(c) for i, c in enumerate(title)) % 9973


def _of_seed(seed: int) -> tuple[dict[str, str], set[str]]:
    """What follows from the seed in the drawings of formats: lengths of bars and who speaks, and what holds.

    Of the conditions, one ``order_0..2`` says how cards lie, one ``bend_0..2`` how a way winds, one ``best_1..3`` which
    answer most people gave.
    """
    shares = [0.3 + pick(seed, 30 + i, 7) * 0.085 for i in range(3)]
    best = shares.index(max(shares))
    skin, hair = _SPEAKERS[pick(seed, 10, len(_SPEAKERS))]
    values = {"skin": skin, "hair": hair, "reach": f"{60 + pick(seed, 8, 6) * 28}"}
    values |= {f"row_{i + 1}": f"{176 + pick(seed, 20 + i, 5) * 16}" for i in range(4)}
    values |= {f"share_{i + 1}": f"{232 * share:g}" for i, share in enumerate(shares)}
    values |= {f"strength_{i + 1}": "1" if i == best else "0.4" for i in range(3)}
    return values, {f"order_{pick(seed, 9, 3)}", f"bend_{pick(seed, 11, 3)}", f"best_{best + 1}"}


def banner_svg(seed: int) -> str:
    """A 292 x 70 strip of soft hills for the head of a profile."""
    values = {"sun_x": f"{40 + pick(seed, 6, 8) * 28}", "lift": f"translate(0 {-4 * pick(seed, 7, 4)})"}
    return document(292, 70, drawing("app", "banner").svg(_sky(seed, 5) | values))


def logo_svg() -> str:
    """The app's mark in a 64 x 64 box: a speech bubble that is also a cup, with a heart in it."""
    return document(64, 64, drawing("app", "logo").svg({}))


def pick(seed: int, salt: int, count: int) -> int:
    """A number 0..count-1 that looks random but follows from `seed` and `salt` alone."""
    value = (seed * 0x9E3779B1 + salt * 0x85EBCA77 + 0x165667B1) & 0xFFFFFFFF
    for factor in (0x85EBCA6B, 0xC2B2AE35):
        value = ((value ^ value >> 15) * factor) & 0xFFFFFFFF
    return (value ^ value >> 16) % count


def _sky(seed: int, salt: int) -> dict[str, str]:
    return dict(zip(_SKY_NAMES, _SKIES[pick(seed, salt, len(_SKIES))], strict=True))


SIGNS: Mapping[str, str] = {
    "cup": "a cup",
    "loaf": "a loaf of bread",
    "flower": "a flower",
    "book": "a book",
    "spool": "thread and needle",
    "key": "a key",
}
"""Signs that can hang over a shop, drawings of the kind `signs`, each in a few words."""
_OF_TRADES: Mapping[str, str] = {
    "cup": r"coffee|caf[eé]|tea|roast|barista",
    "loaf": r"bak(er|ing)|bread|pastr|cake|confection",
    "flower": r"flor|flower|garden|plant|nursery",
    "book": r"book|bind|paper|print|stationer|librar",
    "spool": r"sew|tailor|thread|yarn|knit|cloth|textil|fashion|dress|upholster",
    "key": r"\bkeys?\b|lock|estate agent|hotel|guest ?house",
}
"""By sign: what the trade of a shop that has it by itself is called."""


def sign_of_trade(trade: str) -> str:
    """The sign that a shop of a trade has by itself, or "" where there is none for it.

    >>> sign_of_trade("coffee roaster"), sign_of_trade("bookbinder"), sign_of_trade("bicycle workshop")
    ('cup', 'book', '')
    """
    return next((sign for sign, called in _OF_TRADES.items() if re.search(called, trade, re.IGNORECASE)), "")


def sign_svg(sign: str) -> str:
    """A shop sign on its round board, 66 x 68.

    Raises:
        DrawingError: there is no such sign.
    """
    return document(66, 68, group("translate(-3 -22)", _board(sign)))


def hung_sign(sign: str, middle: float, top: float, scale: float) -> str:
    """A shop sign that hangs on two chains, as an SVG fragment; "" for no sign.

    Args:
        sign: one of `SIGNS`, or "".
        middle: x of its middle.
        top: y of what it hangs from.
        scale: of the sign, which is 72 wide and 92 high.
    """
    if not sign:
        return ""
    chains = drawing("app", "signboard").svg({}, "chains")
    return group(f"translate({middle - 36 * scale:g} {top:g}) scale({scale:g})", chains, _board(sign))


def _board(sign: str) -> str:
    emblem = group("translate(14.4 33.4) scale(0.9)", drawing("signs", sign).svg({}))
    return drawing("app", "signboard").svg({}, "board") + emblem
