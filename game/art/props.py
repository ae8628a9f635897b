"""The things on the café table or in your hand; each stands for a kind of move. Drawn around the origin unless said."""

from game.art.svg import box, dot, fill, line, oval, ring


def cup(x: float, y: float, colour: str, *, steam: bool = True, saucer: bool = True) -> str:
    """A cup, with or without a saucer, standing at (`x`, `y`)."""
    puffs = line("M-5 -44C-9 -50 -1 -54 -5 -60M7 -44C3 -50 11 -54 7 -60", "#ffffff", 3.4, 0.75) if steam else ""
    plate = oval(0, 2, 38, 9, "#000000", 0.12) + oval(0, 0, 37, 9, "#fffdf8") + oval(0, -1.4, 26, 5.6, "#e5dbd6")
    parts = (
        (plate if saucer else "")
        + line("M21 -24C34 -27 35 -9 19 -9", colour, 5.4)
        + fill("M-23 -34H23V-18C23 -6 15 -1 0 -1C-15 -1 -23 -6 -23 -18Z", colour)
        + oval(0, -34, 23, 5.4, "#f7efe9")
        + oval(0, -33.4, 19.4, 3.9, "#7a4a32")
        + line("M-16 -24C-16 -14 -13 -9 -9 -7", "#ffffff", 3, 0.35)
        + puffs
    )
    return _at(x, y, parts)


def _at(x: float, y: float, parts: str, angle: float = 0.0) -> str:
    turn = f" rotate({angle:g})" if angle else ""
    return f'<g transform="translate({x:g} {y:g}){turn}">{parts}</g>'


def _baby(x: float, y: float, skin: str, cloth: str) -> str:
    return (
        fill(f"M{x - 11:g} {y + 16:g}C{x - 11:g} {y + 5:g} {x + 11:g} {y + 5:g} {x + 11:g} {y + 16:g}Z", cloth)
        + dot(x, y, 9, skin)
        + line(f"M{x - 2:g} {y - 9:g}Q{x + 2:g} {y - 13:g} {x + 3:g} {y - 8.6:g}", "#5b3a2a", 1.8)
        + dot(x - 3.2, y - 0.4, 1.3, "#2a1c28")
        + dot(x + 3.2, y - 0.4, 1.3, "#2a1c28")
        + line(f"M{x - 2.4:g} {y + 3.6:g}Q{x:g} {y + 5.6:g} {x + 2.4:g} {y + 3.6:g}", "#9a3b46", 1.5)
    )


def _heart(x: float, y: float, size: float, colour: str) -> str:
    s = size
    return fill(
        f"M{x:g} {y + s:g}C{x - 1.7 * s:g} {y - 0.2 * s:g} {x - 0.9 * s:g} {y - 1.2 * s:g} {x:g} {y - 0.4 * s:g}"
        f"C{x + 0.9 * s:g} {y - 1.2 * s:g} {x + 1.7 * s:g} {y - 0.2 * s:g} {x:g} {y + s:g}Z",
        colour,
    )


def _album() -> str:
    return (
        fill("M-82 -50Q-42 -62 0 -48Q42 -62 82 -50V46Q42 34 0 50Q-42 34 -82 46Z", "#b8456c")
        + fill("M-76 -47Q-40 -57 -1 -44V43Q-40 30 -76 40Z", "#fff7ec")
        + fill("M76 -47Q40 -57 1 -44V43Q40 30 76 40Z", "#fffcf6")
        + line("M0 -44V45", "#e4cfc0", 2.4)
        + _at(
            -40,
            -6,
            box(-26, -30, 52, 56, 3, "#ffffff")
            + box(-22, -26, 44, 42, 2, "#cfe6f7")
            + _baby(0, 0, "#f5cbae", "#f2a7b8"),
            -5,
        )
        + _at(
            39,
            -22,
            box(-24, -20, 48, 40, 3, "#ffffff")
            + box(-21, -17, 42, 30, 2, "#fde2b8")
            + _at(0, 0, _baby(0, -3, "#c98e62", "#8fc7b4")),
            5,
        )
        + _heart(24, 16, 6, "#e0607e")
        + line("M38 14L64 8M38 22L58 18", "#d9c3b6", 3)
    )


def _ring_box() -> str:
    return (
        fill("M-30 -8L-25 -46Q0 -54 25 -46L30 -8Z", "#8f2440")
        + fill("M-24 -11L-20 -40Q0 -46 20 -40L24 -11Z", "#f6dfe4")
        + fill("M-32 -8H32V18Q32 24 26 24H-26Q-32 24 -32 18Z", "#b3304f")
        + fill("M-26 -8H26V-2Q0 4 -26 -2Z", "#fbeef1")
        + ring(0, -11, 11, "#e9b53f", 4)
        + fill("M-8 -30L-4 -36H4L8 -30L0 -20Z", "#dff4ff")
        + fill("M-8 -30H8L0 -20Z", "#a9d8f2")
        + line("M0 -62V-54M-20 -58L-15 -52M20 -58L15 -52", "#f2c65a", 3.4)
    )


def _megaphone() -> str:
    return (
        fill("M-44 -8L40 -38V38L-44 10Z", "#f5f1fb")
        + fill("M-44 2L40 8V38L-44 10Z", "#d9d0ea")
        + oval(40, 0, 12, 39, "#d84878")
        + oval(41, 0, 8, 30, "#8f2450")
        + fill("M-58 -9H-42V11H-58Q-62 11 -62 5V-3Q-62 -9 -58 -9Z", "#d84878")
        + line("M-14 16L-8 38", "#5d5472", 10)
        + line("M64 -22Q76 0 64 22M80 -34Q98 0 80 34", "#f2a03d", 6)
    )


def _flowers() -> str:
    stems = line("M0 42L-24 -14M0 42L-8 -24M0 42L10 -22M0 42L26 -10", "#4f9a6d", 4)
    leaves = fill("M-30 4Q-22 -10 -8 2Q-18 14 -30 4Z", "#6bb384") + fill("M30 6Q22 -8 8 4Q18 16 30 6Z", "#4f9a6d")
    heads = "".join(
        _bloom(x, y, petal)
        for x, y, petal in (
            (-26, -22, "#ee7d98"),
            (24, -18, "#f2b84f"),
            (-2, -36, "#b78bea"),
            (10, -10, "#f48b6d"),
            (-14, -4, "#fbd1dc"),
        )
    )
    paper = (
        fill("M-28 2L0 62L28 2Q14 16 0 12Q-14 16 -28 2Z", "#fff2dc")
        + fill("M28 2L0 62L6 14Q18 14 28 2Z", "#ecd5b4")
        + line("M-9 42H9", "#d84878", 5)
    )
    return stems + leaves + heads + paper


def _bloom(x: float, y: float, petal: str) -> str:
    around = ((0, -7), (6.7, -2.2), (4.1, 5.7), (-4.1, 5.7), (-6.7, -2.2))
    return "".join(dot(x + dx, y + dy, 6, petal) for dx, dy in around) + dot(x, y, 4.6, "#fff3c4")


def _book() -> str:
    return (
        fill("M-44 -34Q-44 -40 -38 -40H36Q42 -40 42 -34V34H-38Q-44 34 -44 40Z", "#2f6f9f")
        + fill("M-44 40Q-44 32 -38 32H42V44H-38Q-44 44 -44 40Z", "#fff7e8")
        + line("M-38 38H42", "#dccbb0", 1.6)
        + line("M-38 46H42", "#255a82", 3.4)
        + box(-28, -26, 52, 40, 4, "#f3dca0")
        + fill("M-24 10L-8 -10L2 2L10 -6L20 10Z", "#d97757")
        + dot(8, -16, 5, "#d84878")
        + line("M-36 -38V30", "#255a82", 3)
    )


def _mirror() -> str:
    return (
        line("M0 36V70", "#a9714b", 11)
        + oval(0, 0, 33, 41, "#d9a441")
        + oval(0, 0, 27, 35, "#d7ecf7")
        + line("M-12 14L10 -20M-2 20L16 -8", "#ffffff", 5, 0.85)
        + line("M0 -46V-54M-26 -40L-31 -47M26 -40L31 -47", "#f2c65a", 3.6)
    )


def _clock() -> str:
    return (
        line("M-22 30L-29 40M22 30L29 40", "#3f4770", 6)
        + dot(-22, -32, 11, "#d84878")
        + dot(22, -32, 11, "#d84878")
        + line("M0 -38V-46", "#3f4770", 6)
        + dot(0, 0, 37, "#d84878")
        + dot(0, 0, 30, "#fffaf2")
        + line("M0 -25V-22M25 0H22M0 25V22M-25 0H-22", "#8d84a5", 3)
        + line("M0 0V-17M0 0L13 8", "#2c2540", 4)
        + dot(0, 0, 3.4, "#d84878")
        + line("M46 -26Q52 -18 52 -8M-46 -26Q-52 -18 -52 -8", "#f2a03d", 4.4)
    )


def _gift() -> str:
    return (
        box(-36, -26, 72, 58, 5, "#6a5ae0")
        + box(-36, -26, 72, 58, 5, "#ffffff", 0.06)
        + box(-41, -38, 82, 20, 5, "#8376ea")
        + box(-8, -38, 16, 70, 0, "#f5c75b")
        + fill("M0 -38C-8 -60 -34 -60 -30 -44C-28 -36 -12 -36 0 -38Z", "#f5c75b")
        + fill("M0 -38C8 -60 34 -60 30 -44C28 -36 12 -36 0 -38Z", "#e5b043")
        + dot(0, -39, 6.4, "#fbdc8c")
    )


def _menu() -> str:
    rows = "".join(line(f"M-24 {y}H6M16 {y}H24", "#7a6a86", 3.6) for y in (-8, 6, 20, 34))
    return (
        box(-38, -56, 76, 108, 6, "#7b3b2e")
        + box(-32, -50, 64, 96, 4, "#fff8ea")
        + line("M-14 -34H14", "#c8454c", 5.4)
        + line("M-22 -23H22", "#e2cbb0", 2)
        + rows
    )


def _phone() -> str:
    return (
        box(-21, -38, 42, 76, 8, "#262036")
        + box(-17, -32, 34, 62, 4, "#d8ecff")
        + box(-13, -27, 20, 12, 5, "#8f82ee")
        + box(-6, -11, 19, 10, 5, "#ffffff")
        + box(-13, 3, 23, 10, 5, "#8f82ee")
        + _heart(8, 20, 4, "#e0607e")
    )


def _letters() -> str:
    def leaf(x: float, y: float, angle: float, colour: str) -> str:
        face = (
            box(-26, -34, 52, 68, 3, "#fffaf0")
            + box(-26, -34, 52, 24, 3, colour)
            + line("M-17 0H17M-17 9H17M-17 18H6", "#b9a9bd", 3.2)
        )
        return _at(x, y, box(-24, -32, 52, 68, 3, "#000000", 0.1) + face, angle)

    return (
        leaf(-20, 8, -22, "#1e988a")
        + leaf(-4, 2, -8, "#f0a53c")
        + leaf(12, 0, 7, "#6a5ae0")
        + leaf(28, 4, 21, "#d84878")
    )


PROPS = {
    "album": _at(326, 258, _album(), -3),
    "ring": _at(318, 262, _ring_box(), -4),
    "megaphone": _at(262, 224, _megaphone(), 16),
    "flowers": _at(312, 254, _flowers(), 14),
    "book": _at(328, 262, _book(), -5),
    "mirror": _at(290, 249, _mirror(), 10),
    "clock": _at(376, 276, _clock()),
    "gift": _at(338, 282, _gift()),
    "menu": _at(322, 254, _menu(), 6),
    "phone": _at(280, 262, _phone(), -8),
    "letter": _at(316, 252, _letters(), 2),
}
