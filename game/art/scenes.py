"""Small landscapes and still lifes in a 320 x 140 box, for photos and videos that followers and you share."""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

from game.art.svg import box, dot, fill, line, oval, ramp

# Sky above, sky below, sun, far, middle, near, accent.
PALETTES = (
    ("#ffe3c2", "#fff3e0", "#f4846f", "#f0b48a", "#3f4a8a", "#2a7a7c", "#fff7ea"),
    ("#bfe3f5", "#eaf6f3", "#ffd166", "#a8d3c2", "#5fa98a", "#2f7f6b", "#fffdf5"),
    ("#d9cffb", "#fbe3ee", "#ff9e7d", "#b79be0", "#7a62c4", "#4a3d94", "#fff4e6"),
    ("#fbd3d9", "#fff0e0", "#ef6f6c", "#e9a6a1", "#b7607c", "#6e3b63", "#fff6ee"),
    ("#cdebd9", "#fbf7dc", "#f2b84b", "#9fcf9f", "#5d9e63", "#37704f", "#fffbea"),
    ("#2f3a74", "#8a6aa8", "#fde3b0", "#5a4f96", "#3d3a7a", "#262757", "#f7d9a8"),
)


def pick(seed: int, salt: int, count: int) -> int:
    """A number 0..count-1 that looks random but follows from `seed` and `salt` alone."""
    value = (seed * 0x9E3779B1 + salt * 0x85EBCA77 + 0x165667B1) & 0xFFFFFFFF
    for factor in (0x85EBCA6B, 0xC2B2AE35):
        value = ((value ^ value >> 15) * factor) & 0xFFFFFFFF
    return (value ^ value >> 16) % count


def scene(seed: int) -> str:
    """One of the scenes in one of the palettes."""
    names = ("top", "bottom", "sun", "far", "mid", "near", "light")
    colours = dict(zip(names, PALETTES[pick(seed, 1, len(PALETTES))], strict=True))
    sky = ramp("sky", 0, 0, 0, 140, "{top}", "{bottom}") + box(0, 0, 320, 140, 0, "url(#sky)")
    shift = pick(seed, 3, 5) * 14 - 28
    return (sky + _SCENES[pick(seed, 2, len(_SCENES))](shift)).format_map(colours)


def _birds(x: float, y: float) -> str:
    return line(f"M{x:g} {y:g}q5 -6 9 0q4 -6 9 0M{x + 30:g} {y - 9:g}q4 -5 7 0q3 -5 7 0", "{mid}", 2.2)


def _sea(shift: int) -> str:
    return (
        dot(210 + shift, 54, 24, "{sun}")
        + _birds(70 - shift, 30)
        + fill("M0 70C50 42 96 46 140 66C190 88 240 56 320 60V140H0Z", "{mid}")
        + fill("M0 98C60 80 120 92 170 100C230 110 280 86 320 92V140H0Z", "{near}")
        + line("M24 78Q40 70 54 76M92 66Q108 64 122 74M214 76Q232 70 250 74M272 70Q288 64 304 70", "{light}", 2.6, 0.85)
        + line("M40 110Q60 104 78 110M128 116Q148 110 168 118M226 112Q248 106 268 112", "{light}", 2.6, 0.85)
        + fill("M0 126Q80 112 160 126T320 122V140H0Z", "{mid}", 0.5)
    )


def _hills(shift: int) -> str:
    trees = "".join(
        _tree(x + shift * 0.4, y, s) for x, y, s in ((60, 102, 1.0), (84, 108, 0.75), (246, 100, 1.15), (278, 110, 0.8))
    )
    return (
        dot(110 - shift, 48, 22, "{sun}")
        + _cloud(220 + shift, 34)
        + fill("M0 92C40 60 90 58 130 84C170 52 230 44 320 86V140H0Z", "{far}")
        + fill("M0 112C70 84 130 96 180 104C230 84 280 92 320 104V140H0Z", "{mid}")
        + trees
        + fill("M0 130C90 112 200 124 320 114V140H0Z", "{near}")
    )


def _mountains(shift: int) -> str:
    return (
        dot(244 + shift * 0.6, 40, 18, "{sun}")
        + fill("M0 104L56 50L92 84L140 30L196 92L232 60L320 112V140H0Z", "{far}")
        + fill("M140 30L120 54L132 62L140 54L150 64L162 55Z", "{light}")
        + fill("M56 50L43 62.6L54 68L60 62L68 62Z", "{light}")
        + fill("M0 104H320V140H0Z", "{mid}")
        + line("M30 116H90M120 124H180M210 114H262M236 128H292M60 132H104", "{light}", 2.6, 0.6)
        + fill("M0 104C40 96 70 98 96 104Z", "{near}")
        + "".join(_tree(x, 106, s) for x, s in ((22, 0.9), (42, 1.2), (62, 0.85), (286, 1.1), (304, 0.85)))
    )


def _city(shift: int) -> str:
    blocks = (
        (8, 66, 34),
        (46, 44, 28),
        (78, 78, 38),
        (120, 36, 30),
        (154, 60, 40),
        (198, 50, 26),
        (228, 74, 36),
        (268, 40, 30),
        (300, 64, 20),
    )
    houses = "".join(box(x, y, w, 140 - y, 3, "{mid}" if i % 2 else "{near}") for i, (x, y, w) in enumerate(blocks))
    panes = "".join(
        box(x + 6 + 9 * column, y + 9 + 13 * row, 4.6, 6.4, 1, "{light}", 0.9)
        for i, (x, y, w) in enumerate(blocks)
        for column in range(int((w - 8) // 9))
        for row in range(4)
        if (i + column * 2 + row) % 3
    )
    return (
        dot(178 + shift, 42, 20, "{sun}")
        + fill("M0 92L40 74L90 84L150 64L220 80L320 66V140H0Z", "{far}")
        + houses
        + panes
        + box(0, 130, 320, 10, 0, "{near}")
    )


def _still_life(shift: int) -> str:
    x = 160 + shift
    return (
        box(0, 96, 320, 44, 0, "{far}")
        + box(0, 94, 320, 4, 0, "{light}", 0.6)
        + oval(x, 112, 66, 10, "{mid}", 0.35)
        + oval(x, 108, 56, 9, "{light}")
        + line(f"M{x + 30:g} 76C{x + 54:g} 70 {x + 54:g} 98 {x + 28:g} 96", "{sun}", 7)
        + fill(
            f"M{x - 34:g} 62H{x + 34:g}V84C{x + 34:g} 102 {x + 20:g} 108 {x:g} 108S{x - 34:g} 102 {x - 34:g} 84Z",
            "{sun}",
        )
        + oval(x, 62, 34, 7, "{light}")
        + oval(x, 63, 28, 5, "{near}")
        + line(
            f"M{x - 9:g} 46C{x - 15:g} 38 {x - 3:g} 32 {x - 9:g} 22M{x + 9:g} 46C{x + 3:g} 38 {x + 15:g} 32 {x + 9:g} 22",
            "{light}",
            4,
            0.9,
        )
        + fill(f"M{x - 112:g} 108L{x - 106:g} 76H{x - 82:g}L{x - 76:g} 108Z", "{near}")
        + line(
            f"M{x - 94:g} 76V44M{x - 94:g} 62Q{x - 110:g} 56 {x - 112:g} 42M{x - 94:g} 58Q{x - 78:g} 54 {x - 76:g} 38",
            "{mid}",
            3.4,
        )
        + dot(x - 94, 38, 9, "{sun}")
        + dot(x - 113, 38, 6.4, "{light}")
        + dot(x - 75, 34, 7, "{light}")
        + box(x + 72, 96, 60, 10, 3, "{mid}")
        + box(x + 78, 86, 50, 10, 3, "{near}")
    )


def _tree(x: float, y: float, size: float) -> str:
    s = size
    return line(f"M{x:g} {y + 4 * s:g}V{y - 10 * s:g}", "{near}", 3 * s) + fill(
        f"M{x:g} {y - 34 * s:g}C{x + 12 * s:g} {y - 22 * s:g} {x + 12 * s:g} {y - 6 * s:g} {x:g} {y - 4 * s:g}"
        f"C{x - 12 * s:g} {y - 6 * s:g} {x - 12 * s:g} {y - 22 * s:g} {x:g} {y - 34 * s:g}Z",
        "{near}",
    )


def _cloud(x: float, y: float) -> str:
    return (
        dot(x - 14, y, 9, "{light}", 0.9)
        + dot(x, y - 5, 13, "{light}", 0.9)
        + dot(x + 15, y, 9, "{light}", 0.9)
        + box(x - 22, y - 1, 45, 10, 5, "{light}", 0.9)
    )


_SCENES = (_sea, _hills, _mountains, _city, _still_life)
