"""The café around the two people: wall, window, shelf, lamp, plants and table, by day and on a warm evening."""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

from game.art.svg import box, dot, fill, glow, line, oval, ramp

DAY = {
    "wall": "#fae8d6", "wall_low": "#f4d9bf", "panel": "#e6c4a4", "panel_line": "#d5ac87", "frame": "#fff8ee", "frame_low": "#e9d3ba",
    "sky": "#bfe0f4", "sky_mid": "#d9edf5", "sky_low": "#fdf0da", "orb": "#ffd98a", "far": "#b5d6c0", "near": "#83b796", "house": "#f2b79a",
    "house_2": "#e8d3b8", "roof": "#c46f55", "pane": "#fff2cf", "wood": "#c98b5f", "wood_high": "#d9a277", "wood_low": "#8f5a3b", "chair": "#b5705c", "chair_low": "#965646",
    "leaf": "#4f9a6d", "leaf_high": "#74b98a", "leaf_low": "#37784f", "pot": "#d67a56", "pot_low": "#b65f40", "shade": "#e2785c", "shade_low": "#c05f46",
    "cord": "#6d5546", "light": "#fff0c4", "china": "#fffdf8", "china_low": "#e5dbd6", "shelf": "#b98058",
}  # fmt: skip
EVENING = {
    "wall": "#4d3a49", "wall_low": "#3c2d3f", "panel": "#33263a", "panel_line": "#46354a", "frame": "#715565", "frame_low": "#4a3746",
    "sky": "#1d2450", "sky_mid": "#4d3f78", "sky_low": "#d98368", "orb": "#fff1cf", "far": "#3c3a66", "near": "#2a2d52", "house": "#3a3058",
    "house_2": "#453765", "roof": "#2b2547", "pane": "#ffcf7a", "wood": "#9a6448", "wood_high": "#b3795a", "wood_low": "#5f3a2d", "chair": "#7c4a4a", "chair_low": "#613838",
    "leaf": "#3f7f62", "leaf_high": "#5a9e7c", "leaf_low": "#2b5c48", "pot": "#b4634a", "pot_low": "#8f4b39", "shade": "#e88b62", "shade_low": "#c4684a",
    "cord": "#2a1f2e", "light": "#ffd98f", "china": "#f3ebe8", "china_low": "#c9bcc0", "shelf": "#8a5b45",
}  # fmt: skip


def room(*, dark: bool) -> str:
    """Everything behind the people, in the 768 x 360 box."""
    parts = _wall() + (evening_glow(0.34) if dark else "") + _window(dark=dark) + _shelf() + _fern() + _lamp()
    return parts.format_map(_colours(dark=dark))


def chair(x: float, *, dark: bool) -> str:
    """The back of a chair whose middle stands at `x`."""
    parts = (
        line(
            f"M{x - 78:g} 372V232Q{x - 76:g} 206 {x - 48:g} 202Q{x:g} 194 {x + 48:g} 202Q{x + 76:g} 206 {x + 78:g} 232V372",
            "{chair_low}",
            15,
        )
        + line(
            f"M{x - 78:g} 370V230Q{x - 76:g} 204 {x - 48:g} 200Q{x:g} 192 {x + 48:g} 200Q{x + 76:g} 204 {x + 78:g} 230V370",
            "{chair}",
            13,
        )
        + line(f"M{x - 74:g} 250Q{x:g} 238 {x + 74:g} 250", "{chair}", 10)
    )
    return parts.format_map(_colours(dark=dark))


def table(*, dark: bool) -> str:
    """The round table in front of the people."""
    parts = (
        oval(384, 342, 322, 52, "{wood_low}")
        + oval(384, 332, 322, 52, "{wood}")
        + oval(384, 330, 302, 44, "{wood_high}", 0.5)
        + line("M150 318Q240 296 330 292M452 293Q520 298 574 309M200 345Q300 364 420 364", "{wood_high}", 2.4, 0.7)
    )
    return parts.format_map(_colours(dark=dark))


def evening_glow(strength: float) -> str:
    """The lamp's light over what has been drawn so far, 0..1, with a little dusk in the corners."""
    name = f"lamp{round(strength * 100)}"
    dusk = box(0, 0, 768, 360, 0, "#1d1038", strength * 0.35)
    return dusk + glow(name, 560, 60, 460, "#ffb765", strength) + box(0, 0, 768, 360, 0, f"url(#{name})")


def _colours(*, dark: bool) -> dict[str, str]:
    return EVENING if dark else DAY


def _wall() -> str:
    return (
        ramp("wall", 0, 0, 0, 250, "{wall}", "{wall_low}")
        + box(0, 0, 768, 360, 0, "url(#wall)")
        + box(0, 246, 768, 114, 0, "{panel}")
        + box(0, 242, 768, 7, 0, "{panel_line}")
        + "".join(line(f"M{x} 258V360", "{panel_line}", 2, 0.7) for x in range(24, 768, 48))
    )


def _window(*, dark: bool) -> str:
    view = (
        ramp("sky", 0, 22, 0, 190, "{sky}", "{sky_mid}", "{sky_low}")
        + box(246, 20, 276, 178, 10, "url(#sky)")
        + dot(462, 70 if dark else 76, 17 if dark else 22, "{orb}")
        + (_stars() if dark else _clouds())
        + fill("M246 150C282 122 318 126 352 142C392 118 440 112 522 146V198H246Z", "{far}")
        + _houses()
        + fill(
            "M246 178C300 160 344 172 396 170C446 166 486 172 522 164V188Q522 198 512 198H256Q246 198 246 188Z",
            "{near}",
        )
        + dot(282, 164, 13, "{near}")
        + dot(298, 170, 10, "{near}")
        + dot(500, 160, 14, "{near}")
    )
    frame = (
        fill(
            "M234 18Q234 8 244 8H524Q534 8 534 18V200Q534 210 524 210H244Q234 210 234 200ZM246 30V188Q246 198 256 198H376V20H256Q246 20 246 30ZM392 20V198H512Q522 198 522 188V30Q522 20 512 20Z",
            "{frame}",
            even_odd=True,
        )
        + box(224, 206, 320, 12, 6, "{frame}")
        + box(232, 216, 304, 4, 2, "{frame_low}")
        + line("M262 92L300 40M272 110L306 64M410 88L440 46", "#ffffff", 4, 0.16 if dark else 0.4)
    )
    return view + frame


def _stars() -> str:
    return "".join(
        dot(x, y, r, "#fff4d8", 0.85)
        for x, y, r in (
            (268, 46, 1.5),
            (304, 70, 1.1),
            (338, 40, 1.6),
            (420, 44, 1.2),
            (500, 40, 1.5),
            (354, 92, 1.1),
            (500, 108, 1.1),
        )
    )


def _clouds() -> str:
    return "".join(
        dot(x, y, r, "#ffffff", 0.85)
        for x, y, r in ((290, 66, 10), (304, 60, 13), (319, 66, 10), (424, 100, 7), (434, 96, 9), (445, 100, 7))
    ) + line("M284 74H325M420 105H450", "#ffffff", 5, 0.85)


def _houses() -> str:
    walls = (
        box(330, 132, 32, 46, 0, "{house}")
        + box(362, 142, 26, 36, 0, "{house_2}")
        + box(430, 126, 34, 52, 0, "{house_2}")
    )
    roofs = (
        fill("M325 134L346 114L367 134Z", "{roof}")
        + fill("M360 144L375 130L392 144Z", "{roof}")
        + fill("M426 128L447 104L468 128Z", "{roof}")
    )
    panes = "".join(
        box(x, y, 7, 9, 1.5, "{pane}")
        for x, y in ((337, 142), (349, 142), (337, 157), (369, 150), (437, 136), (450, 136), (437, 152), (450, 152))
    )
    return walls + roofs + panes


def _shelf() -> str:
    board = box(24, 66, 176, 9, 3, "{shelf}") + line("M46 76V86M178 76V86", "{shelf}", 5)
    jars = (
        box(36, 30, 26, 36, 6, "#f1c66f") + box(38, 23, 22, 9, 3, "#a9714b") + box(41, 42, 16, 12, 2, "#fff3da")
        + box(68, 40, 22, 26, 6, "#d9775a") + box(70, 34, 18, 8, 3, "#a9714b")
        + box(100, 22, 9, 44, 2, "#6a5ae0") + box(110, 28, 11, 38, 2, "#1e988a") + box(122, 24, 8, 42, 2, "#e2b453")
        + fill("M132 65L138 26L147 28L142 66Z", "#c8556b")
        + fill("M158 48H188V57Q188 66 179 66H167Q158 66 158 57Z", "{china}") + line("M188 51Q197 51 196 56T187 60", "{china}", 3) + line("M158 53H188", "#7fb8e6", 3)
    )  # fmt: skip
    return board + jars


def _lamp() -> str:
    return (
        line("M572 0V26", "{cord}", 3)
        + fill("M572 20C552 22 540 40 536 58H608C604 40 592 22 572 20Z", "{shade}")
        + fill("M536 58C538 50 541 43 545 37H599C603 43 606 50 608 58Z", "{shade_low}", 0.55)
        + fill("M556 58A16 13 0 0 0 588 58Z", "{light}")
    )


def _fern() -> str:
    leaves = "".join(
        fill(path, tone)
        for path, tone in (
            ("M706 40C684 34 668 46 664 68C684 70 700 60 706 40Z", "{leaf_low}"),
            ("M706 40C728 32 746 44 750 66C730 70 712 60 706 40Z", "{leaf}"),
            ("M706 42C690 54 686 76 694 96C710 84 714 62 706 42Z", "{leaf}"),
            ("M706 42C722 54 728 74 722 92C706 82 702 62 706 42Z", "{leaf_high}"),
        )
    )
    return (
        line("M690 34L706 0L722 34", "{cord}", 2)
        + leaves
        + fill("M684 30H728L723 52Q722 58 716 58H696Q690 58 689 52Z", "{pot}")
        + box(681, 26, 50, 9, 4, "{pot_low}")
    )
