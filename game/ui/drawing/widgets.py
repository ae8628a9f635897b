"""Parts that many screens share: buttons, chips, tabs, key caps, switches."""

from collections.abc import Sequence

from game.art.palette import mix
from game.ui.common.hand_keys import key_for
from game.ui.drawing.drawn_pictures import sign_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet, Touch
from game.ui.drawing.theme import BODY, BOLD, META, SEMI

# style -> (ground, ground under the pointer, edge, ink); "" is none
STYLES = {
    "primary": ("primary", "primary_hover", "", "on_primary"),
    "soft": ("soft", "soft_hover", "", "on_soft"),
    "plain": ("raised", "hover", "border", "text"),
    "ghost": ("", "hover", "", "muted"),
    "danger": ("danger", "danger", "", "on_danger"),
}


def button(
    sheet: Sheet,
    name: str,
    box: Box,
    label: str,
    action: object,
    *,
    style: str = "plain",
    icon: str = "",
    key: str = "",
    show_key: bool = False,
    why_not: str = "",
    spoken: str = "",
    size: float = BODY,
) -> Touch:
    """A push button with a label, perhaps an icon before it and a key cap behind it."""
    touch = sheet.region(name, box, spoken or label, action, why_not=why_not, key=key)
    paint, theme = sheet.painter, sheet.theme
    ground, over, edge, ink = (getattr(theme, token) if token else "" for token in STYLES[style])
    if why_not:
        ground, edge, ink = theme.sunken, theme.border, theme.faint
    elif touch.hover or touch.pressed:
        ground = over
    if touch.pressed:
        box = box.moved(0, 1)
    if ground:
        paint.panel(box, ground, radius=min(14, box.h / 2), edge=edge or None)
    words = paint.measure(label, META, BOLD)
    show_key = show_key and words <= box.w - 24 - (26 if icon else 0) - 30  # rather no key than half a word
    icon = icon if words <= box.w - 24 - 26 - (30 if show_key else 0) else ""
    room = box.w - 24 - ((icon and 26) or 0) - ((show_key and 30) or 0)
    size = paint.fitting(label, room, (size, 14, META), BOLD)
    wide = min(paint.measure(label, size, BOLD), room) + (26 if icon else 0) + (30 if show_key else 0)
    x = box.cx - wide / 2
    if icon:
        paint.icon(icon, x + 9, box.cy, 18, ink)
        x += 26
    paint.text(label, x, box.cy, size, ink, BOLD, width=room + 1)
    if show_key:
        x += min(paint.measure(label, size, BOLD), room) + 19
        key_cap(sheet, key.split(maxsplit=1)[0], x, box.cy, ink, ground)
    return touch


def icon_button(
    sheet: Sheet, name: str, box: Box, icon: str, label: str, action: object, *, style: str = "ghost", key: str = ""
) -> None:
    """A button that shows only an icon; the label is spoken."""
    touch = sheet.region(name, box, label, action, key=key)
    if touch.hover or touch.focus:
        sheet.tip = (box, label)
    ground, over, edge, ink = (getattr(sheet.theme, token) if token else "" for token in STYLES[style])
    ground = over if touch.hover or touch.pressed else ground
    if ground:
        sheet.painter.panel(box, ground, radius=12, edge=edge or None)
    sheet.painter.icon(icon, box.cx, box.cy + (1 if touch.pressed else 0), 20, ink)


def two_lines(
    sheet: Sheet, x: float, y: float, upper: tuple[str, float, int, str], lower: tuple[str, float, int, str],
    *, least: float = 20.0, width: float | None = None, may_end: bool = False,
) -> None:  # fmt: skip
    """A line and a smaller one below it, their middle at a y, as far apart as their letters need.

    Args:
        sheet: to draw on.
        x: of both.
        y: of the middle between both.
        upper: text, size, weight and colour of the first line.
        lower: the same of the second.
        least: from the middle of one line to that of the other, in logical units.
        width: room of each.
        may_end: whether they may be elided, because their whole can be read elsewhere.
    """
    half = sheet.painter.apart(upper[1], lower[1], least) / 2
    for (text, size, weight, ink), at in ((upper, y - half), (lower, y + half)):
        sheet.painter.text(text, x, at, size, ink, weight, width=width, may_end=may_end)


KEY_NAMES = {"Enter": "enter", "Esc": "esc", "PgUp": "page up", "PgDn": "page down"}


def key_cap(
    sheet: Sheet,
    key: str,
    x: float,
    y: float,
    ink: str = "",
    ground: str = "",
    *,
    left: bool = False,
    fixed: bool = False,
) -> float:
    """A small key around a point, or from a point on. Returns its width."""
    theme, key = sheet.theme, key if fixed else key_for(sheet.hand, key)
    label = "" if key == "Enter" else KEY_NAMES.get(key, key)
    wide = max(22.0, sheet.painter.measure(label, META, SEMI) + 12)
    x = x + wide / 2 if left else x
    ink = ink or theme.muted
    edge = mix(ink, ground or theme.surface, 0.55)
    sheet.painter.panel(Box(x - wide / 2, y - 11, wide, 22), ground or theme.surface, radius=6, edge=edge)
    if key == "Enter":
        _enter_sign(sheet, x, y, ink)
    else:
        sheet.painter.text(label, x, y, META, ink, SEMI, align="center")
    return wide


def _enter_sign(sheet: Sheet, x: float, y: float, ink: str) -> None:
    sheet.painter.svg(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M19 6 V13 H6 M10 8.5 L5.5 13 L10 17.5" '
        f'fill="none" stroke="{ink}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>',
        Box(x - 8, y - 8, 16, 16),
    )


def chip(
    sheet: Sheet, text: str, x: float, y: float, tone: str = "soft", icon: str = "", *, width: float = 999
) -> float:
    """A small pill that starts at x and is centred on y. Returns its width."""
    theme, paint = sheet.theme, sheet.painter
    grounds = {
        "soft": (theme.soft, theme.on_soft),
        "good": (theme.good_soft, theme.good),
        "warn": (theme.warn_soft, theme.warn),
        "danger": (theme.danger_soft, theme.danger),
        "plain": (theme.sunken, theme.muted),
    }
    ground, ink = grounds[tone]
    room = width - 20 - (20 if icon else 0)
    wide = min(paint.measure(text, META, BOLD), room) + 20 + (20 if icon else 0)
    paint.panel(Box(x, y - 13, wide, 26), ground, radius=13, edge=theme.border if tone == "plain" else None)
    if icon:
        paint.icon(icon, x + 18, y, 16, ink)
    paint.text(text, x + (30 if icon else 10), y, META, ink, BOLD, width=room + 1)
    return wide


def chip_width(sheet: Sheet, text: str, icon: str = "") -> float:
    """Width a chip will have."""
    return sheet.painter.measure(text, META, BOLD) + 20 + (20 if icon else 0)


def segmented(
    sheet: Sheet,
    name: str,
    box: Box,
    choices: Sequence[tuple[str, str, object]],
    chosen: str,
    *,
    role: str = "option",
    spoken: str = "",
    keys: Sequence[str] = (),
    rows: int = 1,
) -> None:
    """Choices of which one holds, in a row or in several: (id, label, action)."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.sunken, radius=min(14, box.h / rows / 2), edge=theme.border)
    across = -(-len(choices) // rows)
    width, high = box.w / across, box.h / rows
    widest = max((label for _, label, _ in choices), key=lambda label: paint.measure(label, META, BOLD))
    plain = {s: paint.measure(widest, s, BOLD) / paint.grown for s in (14, META)}
    size = 14 if plain[14] <= width - 18 else META
    real = max(size, size * min(paint.grown, (width - 18) / max(plain[size], 1.0)))  # all alike
    for i, (key, label, action) in enumerate(choices):
        part = Box(box.x + i % across * width, box.y + i // across * high, width, high)
        held = key == chosen
        hint = keys[i] if i < len(keys) else ""
        words = f"{spoken} {label}".strip()
        touch = sheet.region(f"{name}.{key}", part, words, action, role=role, chosen=held, key=hint)
        if held:
            paint.panel(part.inset(3), theme.raised, radius=min(11, high / 2 - 3), edge=theme.border, shadow="low")
        elif touch.hover:
            paint.panel(part.inset(3), theme.hover, radius=min(11, high / 2 - 3))
        ink = theme.on_soft if held else theme.muted
        paint.text(
            label, part.cx, part.cy, size, ink, BOLD if held else SEMI, align="center", width=width - 8, real=real
        )


def switch_height(sheet: Sheet, text: str, width: float) -> float:
    """The height a switch needs for its words."""
    return 36 + sheet.painter.height(text, width - 130, META)


def switch(sheet: Sheet, name: str, box: Box, label: str, text: str, on: bool, action: object) -> None:
    """A setting that is on or off: words left, a slider right."""
    theme, paint = sheet.theme, sheet.painter
    state = "on" if on else "off"
    touch = sheet.region(name, box, f"{label}: {state}. {text}", action, role="switch", chosen=on)
    if touch.hover:
        paint.panel(box, theme.hover, radius=12)
    paint.text(label, box.x + 14, box.y + 20, BODY, theme.text, BOLD)
    paint.paragraph(text, box.x + 14, box.y + 32, box.w - 130, META, theme.muted)
    track = Box(box.right - 62, box.cy - 13, 46, 26)
    paint.panel(track, theme.primary if on else theme.sunken, radius=13, edge=theme.primary if on else theme.strong)
    knob = track.right - 13 if on else track.x + 13
    paint.circle(knob, track.cy, 9, theme.on_primary if on else theme.strong)
    paint.text("On" if on else "Off", track.x - 10, track.cy, META, theme.muted, SEMI, align="right")


def icon_tile(sheet: Sheet, icon: str, box: Box, tone: str = "plain") -> None:
    """An icon on a small coloured square."""
    theme = sheet.theme
    grounds = {
        "plain": (theme.sunken, theme.muted),
        "soft": (theme.soft, theme.on_soft),
        "good": (theme.good_soft, theme.good),
        "primary": (theme.primary, theme.on_primary),
        "danger": (theme.danger_soft, theme.danger),
        "warn": (theme.warn_soft, theme.warn),
    }
    ground, ink = grounds[tone]
    sheet.painter.panel(box, ground, radius=min(11, box.h * 0.3))
    sheet.painter.icon(icon, box.cx, box.cy, box.h * 0.55, ink)


def divider(sheet: Sheet, x: float, y: float, width: float) -> None:
    """Draw a line one pixel thick."""
    s = sheet.painter.scale
    sheet.painter.fill(Box(x, y, width, max(1.0, round(s)) / s), sheet.theme.border)


def empty(sheet: Sheet, box: Box, icon: str, title: str, text: str) -> None:
    """What stands where there is nothing yet."""
    theme, paint = sheet.theme, sheet.painter
    width = min(box.w - 32, 420)
    high = 52 + 14 + 22 + paint.height(text, width, 14)
    y = box.cy - high / 2
    icon_tile(sheet, icon, Box(box.cx - 26, y, 52, 52), "soft")
    paint.text(title, box.cx, y + 76, 16, theme.text, BOLD, align="center", width=width)
    paint.paragraph(text, box.cx - width / 2, y + 90, width, 14, theme.muted, align="center")


def own_mark(sheet: Sheet, x: float, y: float, size: float) -> None:
    """The player's own portrait around a point, `size` across, with the sign of the shop at its lower right."""
    paint, you = sheet.painter, sheet.you
    paint.avatar(you.look, x, y, size)
    if you.sign:
        badge = size * 0.46
        at = Box(x + size * 0.5 - badge * 0.82, y + size * 0.5 - badge * 0.86, badge, badge * 68 / 66)
        paint.circle(at.cx, at.cy, badge / 2 + 1.5, sheet.theme.surface)
        paint.svg(sign_svg(you.sign), at)
