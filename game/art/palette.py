"""Colours of people: skin, hair, cloth, the tones made from them, and sums with colours."""

SKINS = {
    "porcelain": "#fbdfd0",
    "light": "#f5cbae",
    "beige": "#ebb68c",
    "tan": "#d39a6b",
    "bronze": "#b87b4e",
    "brown": "#96603d",
    "deep": "#784932",
    "ebony": "#613b2b",
}
HAIRS = {
    "black": "#231a26",
    "jet": "#15101a",
    "dark": "#432c24",
    "brown": "#6b4429",
    "auburn": "#95452b",
    "ginger": "#d5702d",
    "blond": "#d9a23c",
    "sand": "#c79a5b",
    "platinum": "#f0dfb4",
    "grey": "#8f8c9b",
    "silver": "#c3c1cc",
    "white": "#eceaf0",
    "pink": "#dd5f8c",
    "blue": "#3e57a8",
    "teal": "#1d8683",
    "violet": "#7548bd",
    "plum": "#4e1a44",
}
CLOTHS = {
    "violet": "#6a5ae0",
    "teal": "#1e988a",
    "coral": "#ef7757",
    "rose": "#d84878",
    "blue": "#3b7cd6",
    "mustard": "#dfa32c",
    "green": "#4a9459",
    "navy": "#2f3b6b",
    "plum": "#8449ae",
    "red": "#c8454c",
    "cream": "#f4e8d6",
    "white": "#f6f4fb",
    "slate": "#5d6b85",
    "charcoal": "#3b3748",
    "olive": "#7d8542",
    "rust": "#b9582f",
    "sky": "#7fb8e6",
    "lilac": "#b3a4f0",
}
BACKS = {
    "peach": "#ffdfcd",
    "butter": "#ffecbf",
    "mint": "#cfeee3",
    "sky": "#d2e6fa",
    "lilac": "#e0dafc",
    "pink": "#fbd8e6",
    "sage": "#e0efd3",
    "sand": "#f0e2cf",
}


def skin_tones(skin: str) -> dict[str, str]:
    """Face colours for a skin: ``skin shade gleam blush lip eye white mouth tongue``."""
    base, is_dark = SKINS[skin], is_dark_skin(skin)
    return {
        "skin": base,
        "shade": mix(base, "#6a2a1c" if not is_dark else "#1c0a08", 0.30),
        "blush": "#ea6a66" if not is_dark else "#c0504a",
        "lip": _lip(base),
        "eye": "#1b1320",
        "white": "#fffaf6",
        "mouth": "#6d1c30" if not is_dark else "#4a0f1d",
        "tongue": "#e2717a",
        "gleam": mix(base, "#ffffff", 0.4),
    }


def is_dark_skin(skin: str) -> bool:
    """Whether eyes need a white ground and lips a light line to be seen."""
    return luminance(SKINS[skin]) < 0.12


def _lip(skin: str) -> str:
    """The line of a closed mouth: dark on light skin, light on dark skin."""
    if luminance(skin) < 0.12:
        return "#e59a8c"
    return mix(skin, "#7e1f33", 0.8) if luminance(skin) > 0.3 else mix(skin, "#560e20", 0.9)


def hair_tones(hair: str, skin: str) -> dict[str, str]:
    """Hair colours: ``hair low`` (shadow) ``high`` (shine) ``brow``."""
    base = HAIRS[hair]
    bright = luminance(base) > 0.35
    brow = mix(base, "#4a3020", 0.45) if bright else mix(base, "#140c14", 0.30)
    if luminance(SKINS[skin]) < 0.3 and (bright or luminance(SKINS[skin]) < 0.12):
        brow = base if bright else "#170e12"
    return {
        "hair": base,
        "low": mix(base, "#2a1030", 0.22),
        "high": mix(base, "#ffffff", 0.22 if bright else 0.16),
        "brow": brow,
    }


def cloth_tones(cloth: str, prefix: str) -> dict[str, str]:
    """A cloth with its fold and its lighter side, as ``<prefix> <prefix>_low <prefix>_high``."""
    base = CLOTHS[cloth]
    return {
        prefix: base,
        f"{prefix}_low": mix(base, "#1e1030", 0.20),
        f"{prefix}_high": mix(base, "#ffffff", 0.28),
    }


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0..1) of `other` stirred in.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255, of a colour written ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance 0..1 as the web accessibility guidelines define it."""
    red, green, blue = (c / 255 for c in channels(colour))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
