"""The title picture: two people at a café window, in the morning or in the evening."""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

from game.art.avatar import bust_layers, look_of, tones_of
from game.art.poses import INNER, OUTER, POSES, arm, grip
from game.art.props import cup
from game.art.svg import box, document, dot, fill, glow, group, line, oval, ramp

_MORNING = {
    "wall": "#f6e6fb", "wall_low": "#fde9dc", "frame": "#ffffff", "frame_low": "#e6d6e6", "sky": "#bcd9f7", "sky_mid": "#f3e0ef", "sky_low": "#ffe2c4", "orb": "#ffc66b",
    "far": "#c3c7ea", "mid": "#a3c9b8", "near": "#6fae95", "house": "#f0a58c", "house_2": "#f7d9b9", "roof": "#b9607a", "pane": "#fff6da",
    "wood": "#c98b5f", "wood_high": "#dba67c", "wood_low": "#91593b", "floor": "#efd2c1", "chair": "#8a6fc4", "chair_low": "#6f55aa", "cord": "#8a7a92", "shade": "#6a5ae0", "shade_low": "#4f40bd", "light": "#fff3c9",
    "leaf": "#4f9a6d", "leaf_high": "#78bd8f", "leaf_low": "#35774f", "pot": "#e07f5f", "pot_low": "#c3654a",
}  # fmt: skip
_EVENING = {
    "wall": "#2a2142", "wall_low": "#3a2846", "frame": "#5a4a78", "frame_low": "#3b2e55", "sky": "#171d49", "sky_mid": "#51407f", "sky_low": "#e08a6b", "orb": "#fff1cf",
    "far": "#40407a", "mid": "#33346a", "near": "#262752", "house": "#3a315f", "house_2": "#473a70", "roof": "#241f47", "pane": "#ffcf7a",
    "wood": "#9a6448", "wood_high": "#b67d5d", "wood_low": "#5f3a2d", "floor": "#33233f", "chair": "#5b4794", "chair_low": "#46357a", "cord": "#171128", "shade": "#8d7cf2", "shade_low": "#6a58d0", "light": "#ffdf9a",
    "leaf": "#3f7f62", "leaf_high": "#5fa483", "leaf_low": "#2b5c48", "pot": "#b4634a", "pot_low": "#8f4b39",
}  # fmt: skip
_SCALE, _TOP, _LEFT, _RIGHT = 1.72, 150.0, 178.0, 462.0
_YOU, _OTHER = 0, 3


def title_svg(dark: bool) -> str:
    """The title illustration, 640 x 420; `dark` is the evening."""
    colours = _EVENING if dark else _MORNING
    return document(
        640,
        420,
        (_wall() + _view(dark=dark) + _frame() + _lamps() + _plant()).format_map(colours),
        "".join(_chair(x) for x in (_LEFT, _RIGHT)).format_map(colours),
        _person(_YOU, "delighted", 1, _LEFT),
        _person(_OTHER, "warm", -1, _RIGHT),
        _table().format_map(colours),
        _arms(),
        _light() if dark else "",
    )


def _wall() -> str:
    return (
        ramp("wall", 0, 0, 0, 420, "{wall}", "{wall_low}")
        + box(0, 0, 640, 420, 0, "url(#wall)")
        + box(0, 352, 640, 68, 0, "{floor}")
    )


def _view(*, dark: bool) -> str:
    opening = "M84 330V196C84 92 186 28 320 28S556 92 556 196V330Z"
    sparks = "".join(
        dot(x, y, r, "#fff4d8", 0.85)
        for x, y, r in (
            (210, 96, 1.7),
            (262, 64, 1.3),
            (330, 54, 1.8),
            (396, 84, 1.4),
            (150, 150, 1.5),
            (470, 128, 1.6),
            (300, 112, 1.2),
        )
    )
    clouds = "".join(
        dot(x, y, r, "#ffffff", 0.85)
        for x, y, r in ((196, 128, 13), (214, 119, 17), (234, 128, 13), (440, 158, 9), (454, 152, 12), (469, 158, 9))
    )
    return (
        ramp("dawn", 0, 28, 0, 236, "{sky}", "{sky_mid}", "{sky_low}")
        + fill(opening, "url(#dawn)")
        + dot(410, 132, 42 if dark else 56, "{orb}", 0.2)
        + dot(410, 132, 27 if dark else 36, "{orb}")
        + (sparks if dark else clouds + line("M190 136H240M436 164H472", "#ffffff", 7, 0.85))
        + fill("M84 240C140 196 210 190 262 224C330 186 420 176 556 232V330H84Z", "{far}")
        + _village()
        + fill("M84 268C180 240 250 262 320 256C400 248 470 256 556 250V330H84Z", "{mid}")
        + fill("M84 300C180 276 260 296 330 288C420 280 500 290 556 284V330H84Z", "{near}")
    )


def _village() -> str:
    def house(x: float, y: float, width: float, wall: str) -> str:
        roof = fill(f"M{x - 5:g} {y:g}L{x + width / 2:g} {y - width * 0.62:g}L{x + width + 5:g} {y:g}Z", "{roof}")
        panes = "".join(
            box(x + 6 + 13 * i, y + 8 + 16 * j, 7, 9, 1.5, "{pane}")
            for i in range(int((width - 8) // 12))
            for j in range(2)
        )
        return box(x, y, width, 60, 0, wall) + roof + panes

    return (
        house(272, 222, 32, "{house}")
        + house(308, 232, 28, "{house_2}")
        + house(340, 220, 36, "{house_2}")
        + house(380, 230, 26, "{house}")
    )


def _frame() -> str:
    return (
        line("M84 330V196C84 92 186 28 320 28S556 92 556 196V330Z", "{frame}", 15)
        + line("M320 30V328M86 190H554", "{frame}", 9)
        + box(60, 326, 520, 16, 8, "{frame}")
        + box(70, 341, 500, 5, 2.5, "{frame_low}")
        + line("M124 168L188 96M142 178L190 124M360 174L414 112", "#ffffff", 6, 0.16)
    )


def _lamps() -> str:
    def lamp(x: float, drop: float) -> str:
        return (
            line(f"M{x:g} 0V{drop:g}", "{cord}", 3)
            + fill(
                f"M{x:g} {drop - 4:g}C{x - 20:g} {drop:g} {x - 34:g} {drop + 16:g} {x - 36:g} {drop + 34:g}H{x + 36:g}C{x + 34:g} {drop + 16:g} {x + 20:g} {drop:g} {x:g} {drop - 4:g}Z",
                "{shade}",
            )
            + fill(f"M{x - 16:g} {drop + 34:g}A16 13 0 0 0 {x + 16:g} {drop + 34:g}Z", "{light}")
            + line(f"M{x - 24:g} {drop + 22:g}Q{x - 20:g} {drop + 10:g} {x - 10:g} {drop + 5:g}", "#ffffff", 3, 0.3)
        )

    return lamp(50, 62) + lamp(590, 40)


def _plant() -> str:
    return (
        fill("M596 352C584 316 590 282 606 262C618 292 616 326 604 352Z", "{leaf_low}")
        + fill("M600 352C606 318 622 298 640 292V330C630 342 616 350 606 354Z", "{leaf}")
        + fill("M600 354C580 340 566 318 566 298C586 306 600 328 606 352Z", "{leaf_high}")
        + fill("M576 348H640V420H588Z", "{pot}")
        + box(570, 342, 80, 14, 6, "{pot_low}")
    )


def _chair(x: float) -> str:
    return line(
        f"M{x - 60:g} 430V282Q{x - 58:g} 260 {x - 36:g} 257Q{x:g} 251 {x + 36:g} 257Q{x + 58:g} 260 {x + 60:g} 282V430",
        "{chair_low}",
        12,
    ) + line(f"M{x - 57:g} 300Q{x:g} 290 {x + 57:g} 300", "{chair}", 8)


def _person(look: int, expression: str, side: int, x: float) -> str:
    back, body, front = bust_layers(look_of(look), expression, side * 0.9)
    tilt = f"rotate({side * 4:g} 50 74)"
    return group(
        f"translate({x - 50 * _SCALE:g} {_TOP:g}) scale({_SCALE:g})", group(tilt, back), body, group(tilt, front)
    )


def _table() -> str:
    return (
        oval(320, 402, 250, 40, "{wood_low}")
        + oval(320, 393, 250, 40, "{wood}")
        + oval(320, 391, 232, 33, "{wood_high}", 0.5)
        + line("M150 384Q210 370 270 366M380 367Q440 371 486 380", "{wood_high}", 2.2, 0.7)
    )


def _arms() -> str:
    """Both people with a warm cup in their hands, scaled from the café's table to this one, and a vase between them."""
    scale = _SCALE / 2.25
    pose = POSES["warm"]
    parts = []
    for look, colour in ((_YOU, "#ef7757"), (_OTHER, "#6a5ae0")):
        tones = tones_of(look_of(look))
        fingers = (grip(222, 296, -6) + grip(270, 296, 186)).format_map(tones)
        mug = cup(246, 312, colour, saucer=False)
        parts.append(arm(OUTER, pose.outer, tones) + arm(INNER, pose.inner, tones) + mug + fingers)
    place = f"translate({_LEFT - 150 * scale:g} {_TOP - 62 * scale:g}) scale({scale:g})"
    mirrored = group(f"translate({_LEFT + _RIGHT:g} 0) scale(-1 1)", group(place, parts[1]))
    return _vase() + group(place, parts[0]) + mirrored


def _vase() -> str:
    petals = "".join(
        dot(320 + dx, 318 + dy, 8, "#f4879c")
        for dx, dy in ((0, -9), (8.6, -2.8), (5.3, 7.3), (-5.3, 7.3), (-8.6, -2.8))
    )
    return (
        oval(320, 387, 20, 4.5, "#000000", 0.12)
        + line("M320 354Q318 338 320 320M319 344Q330 336 337 324", "#4f9a6d", 3.4)
        + fill("M337 326C330 318 333 308 340 304C347 310 346 320 337 326Z", "#f2b84f")
        + fill("M319 346C308 346 302 338 302 330C312 331 318 336 319 346Z", "#6bb384")
        + petals
        + dot(320, 318, 6, "#fff3c4")
        + fill(
            "M312 352H328V358C328 364 337 367 337 376C337 384 330 387 320 387S303 384 303 376C303 367 312 364 312 358Z",
            "#fdfaff",
        )
        + fill("M305 374C312 378 328 378 335 374C336 384 330 387 320 387S304 384 305 374Z", "#b9aef5")
    )


def _light() -> str:
    return (
        glow("left", 50, 100, 300, "#ffb765", 0.34)
        + glow("right", 590, 78, 320, "#ffb765", 0.32)
        + box(0, 0, 640, 420, 0, "#2a1540", 0.03)
        + box(0, 0, 640, 420, 0, "url(#left)")
        + box(0, 0, 640, 420, 0, "url(#right)")
    )
