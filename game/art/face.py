"""Faces: eyes, brows, mouth, nose and cheeks for each mood, in the avatar's 100 x 100 box.

The face lies in x 29..71, y 21..71; the eyes stand at y 47, the mouth near y 60.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.art.svg import dot, fill, line, oval

EYE_Y = 47.0
EYES_X = (41.4, 58.6)


@dataclass(frozen=True)
class Expression:
    """Which eyes, brows and mouth make up a mood; `blush` is 0..1."""

    eyes: str
    brows: str
    mouth: str
    blush: float = 0.3


# The first seven are moods that callers may name; the rest serve the café, where you hold something.
EXPRESSIONS = {
    "neutral": Expression("open", "calm", "soft"),
    "warm": Expression("open", "lifted", "smile", 0.42),
    "delighted": Expression("happy", "high", "grin", 0.55),
    "puzzled": Expression("aside", "one_up", "wry", 0.2),
    "weary": Expression("tired", "sad", "down", 0.14),
    "shocked": Expression("wide", "very_high", "gasp", 0.2),
    "cool": Expression("half", "stern", "flat", 0.12),
    "shouting": Expression("happy", "high", "shout", 0.6),
    "smug": Expression("closed", "high", "smirk", 0.45),
    "reading": Expression("lowered", "calm", "soft", 0.3),
    "hopeful": Expression("bright", "worried", "grin", 0.6),
    "beaming": Expression("bright", "high", "grin", 0.5),
    "impatient": Expression("aside", "stern", "wry", 0.2),
}
MOODS = ("neutral", "warm", "delighted", "puzzled", "weary", "shocked", "cool")

# Left brow from the outer to the inner end, right brow mirrored unless given.
_BROWS = {
    "calm": ("M36.2 40.4Q40.4 36.8 45.4 38.8", None),
    "lifted": ("M36 39.6Q40.4 35.2 45.6 37.6", None),
    "high": ("M36.2 38Q41 33.8 45.8 37", None),
    "very_high": ("M36.4 36Q41 32 45.6 34.6", None),
    "one_up": ("M36.6 41.6Q41 40 45.8 41.4", "M54.2 36.6Q59 32.8 63.8 37"),
    "sad": ("M36 41.6Q41 39 45.4 37.4", None),
    "worried": ("M36 39.6Q41 36.4 45.4 35.6", None),
    "stern": ("M36.2 39.6Q41 39.4 45.8 41.6", None),
}
_MOUTHS = {
    "soft": (line("M44.8 60.2Q50 63 55.2 60.2", "{lip}", 2.1),),
    "smile": (line("M42.8 58.6Q50 66.4 57.2 58.6", "{lip}", 2.3),),
    "grin": (
        fill("M41.4 57.4Q50 59.4 58.6 57.4C58.8 64.2 55 67.6 50 67.6C45 67.6 41.2 64.2 41.4 57.4Z", "{mouth}"),
        fill(
            "M45.2 65.8C46.6 63.6 53.4 63.6 54.8 65.8C53.5 67 51.9 67.6 50 67.6C48.1 67.6 46.5 67 45.2 65.8Z",
            "{tongue}",
        ),
        fill(
            "M41.4 57.4Q50 59.4 58.6 57.4C58.6 59 58.4 60 58.1 61Q50 62.6 41.9 61C41.6 60 41.4 59 41.4 57.4Z", "{white}"
        ),
    ),
    "wry": (line("M44.2 61.4Q47.6 59 50.8 60.6T56.6 59.6", "{lip}", 2.2),),
    "down": (line("M44.4 62.4Q50 58.8 55.6 62.4", "{lip}", 2.2),),
    "flat": (line("M44.6 60.8Q50 60.2 55.4 61", "{lip}", 2.2),),
    "gasp": (oval(50, 61.4, 4, 5, "{mouth}"), oval(50, 64.4, 2.4, 1.5, "{tongue}")),
    "smirk": (line("M43.8 60Q52 65.4 57.2 57.6", "{lip}", 2.3), line("M56.4 56.6Q58 57 58.4 58.4", "{lip}", 1.5)),
    "shout": (
        fill("M42 57C44 55 56 55 58 57C60 63 56 69 50 69C44 69 40 63 42 57Z", "{mouth}"),
        fill("M44.6 66C47 63.4 53 63.4 55.4 66C53.8 68 52 69 50 69C48 69 46.2 68 44.6 66Z", "{tongue}"),
        fill(
            "M42 57C44 55 56 55 58 57C58.4 58 58.5 58.8 58.5 59.6Q50 61 41.5 59.6C41.5 58.8 41.6 58 42 57Z", "{white}"
        ),
    ),
}
_NOSES = {
    "small": line("M47.8 53.2Q50 55.4 52.2 53.2", "{shade}", 1.6),
    "soft": line("M50.4 48.6Q53 53.6 49.2 54.4", "{shade}", 1.6),
    "broad": line("M46.4 52.8Q47.4 55 50 54.8Q52.6 55 53.6 52.8", "{shade}", 1.7),
    "long": line("M51 47Q54 54.4 48.8 55", "{shade}", 1.6),
}


def face_parts(expression: str, tones: Mapping[str, str], *, nose: str, lashes: bool, turn: float) -> str:
    """Nose, eyes, brows and mouth; `turn` (-1..1) moves them towards that side, as a head turned half away."""
    mood = EXPRESSIONS[expression]
    eyes = "".join(_eye(mood.eyes, x, tones, turn, lashes=lashes) for x in EYES_X)
    parts = _shift(_NOSES[nose], turn * 0.9) + "".join(_MOUTHS[mood.mouth]) + eyes + _brows(mood.brows)
    return _shift(parts, turn * 2.6).format_map(tones)


def cheeks(expression: str, turn: float) -> str:
    """The blush of a mood, as a template; beards and freckles lie over it."""
    blush = EXPRESSIONS[expression].blush
    return _shift("".join(oval(x, 55.6, 4.6, 3.6, "{blush}", blush) for x in (36.4, 63.6)), turn * 2.6)


def _shift(parts: str, x: float) -> str:
    return f'<g transform="translate({x:g} 0)">{parts}</g>' if x else parts


def _brows(kind: str) -> str:
    left, right = _BROWS[kind]
    mirrored = f'<g transform="translate(100 0) scale(-1 1)">{line(left, "{brow}", 2)}</g>'
    return line(left, "{brow}", 2) + (line(right, "{brow}", 2) if right else mirrored)


def _eye(kind: str, x: float, tones: Mapping[str, str], turn: float, *, lashes: bool) -> str:
    outer = -1 if x < 50 else 1
    lash = (
        line(f"M{x + outer * 2.2:g} 45.2Q{x + outer * 3.5:g} 45 {x + outer * 4.3:g} 43.9", "{eye}", 1.1)
        if lashes
        else ""
    )
    return _EYES[kind](x, "{white}" if tones["dark_skin"] else "", turn) + (lash if kind not in _WITHOUT_LASHES else "")


def _open(x: float, white: str, turn: float, radius: float = 2.8) -> str:
    ground = oval(x, EYE_Y, 4, 3.5, white) if white else ""
    look = turn * 0.7 if white else 0
    return ground + dot(x + look, EYE_Y, radius, "{eye}") + dot(x + look + 1, EYE_Y - 1, 0.95, "{white}")


def _bright(x: float, white: str, turn: float) -> str:
    return _open(x, white, turn, 3.2) + dot(x - 1 + (turn * 0.7 if white else 0), EYE_Y + 1.3, 0.55, "{white}")


def _wide(x: float, _white: str, turn: float) -> str:
    return dot(x, EYE_Y - 0.4, 4.9, "{white}") + dot(x + turn, EYE_Y - 0.4, 2.2, "{eye}")


def _aside(x: float, _white: str, turn: float) -> str:
    look = 1.5 if turn >= 0 else -1.5
    return oval(x, EYE_Y, 4.1, 3.9, "{white}") + dot(x + look, EYE_Y - 0.9, 2.3, "{eye}")


def _half(x: float, white: str, turn: float) -> str:
    y = EYE_Y - 0.6
    ground = fill(f"M{x - 4:g} {y:g}C{x - 4:g} {y + 5.2:g} {x + 4:g} {y + 5.2:g} {x + 4:g} {y:g}Z", white or "{white}")
    ball = fill(f"M{x - 2.5 + turn:g} {y:g}A2.5 2.7 0 0 0 {x + 2.5 + turn:g} {y:g}Z", "{eye}")
    return ground + ball + line(f"M{x - 4.2:g} {y:g}H{x + 4.2:g}", "{eye}", 1.7)


def _tired(x: float, _white: str, turn: float) -> str:
    """Lids that sink towards the temples, over a shadow."""
    outer = -1 if x < 50 else 1
    inner_x, outer_x, y = x - outer * 4, x + outer * 4.2, EYE_Y
    ground = fill(
        f"M{inner_x:g} {y - 1.8:g}L{outer_x:g} {y + 1:g}Q{x + outer:g} {y + 5.4:g} {x - outer * 2.6:g} {y + 2.6:g}Z",
        "{white}",
    )
    ball = dot(x - outer * 0.2 + turn * 0.8, y + 1.1, 2, "{eye}")
    lid = line(f"M{inner_x:g} {y - 1.8:g}Q{x:g} {y - 1.6:g} {outer_x:g} {y + 1.2:g}", "{eye}", 1.8)
    return (
        ground
        + ball
        + lid
        + line(f"M{x - 2.8:g} {y + 5.2:g}Q{x:g} {y + 6.4:g} {x + 2.8:g} {y + 5.2:g}", "{shade}", 1.2, 0.8)
    )


def _lowered(x: float, _white: str, _turn: float) -> str:
    y = EYE_Y + 0.4
    return line(f"M{x - 4:g} {y - 1:g}Q{x:g} {y + 2.4:g} {x + 4:g} {y - 1:g}", "{eye}", 2) + line(
        f"M{x - 1.6:g} {y + 1.6:g}v1.4M{x + 1.6:g} {y + 1.6:g}v1.4", "{eye}", 1.1
    )


def _happy(x: float, _white: str, _turn: float) -> str:
    return line(f"M{x - 4:g} 48.6Q{x:g} 42.8 {x + 4:g} 48.6", "{eye}", 2.3)


def _closed(x: float, _white: str, _turn: float) -> str:
    return line(f"M{x - 4:g} 46.2Q{x:g} 50.6 {x + 4:g} 46.2", "{eye}", 2.2)


_EYES = {
    "open": _open,
    "bright": _bright,
    "wide": _wide,
    "aside": _aside,
    "half": _half,
    "tired": _tired,
    "lowered": _lowered,
    "happy": _happy,
    "closed": _closed,
}
_WITHOUT_LASHES = frozenset(("happy", "closed", "lowered", "wide"))
