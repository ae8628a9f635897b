"""Colours of people: skin, hair, cloth, and the tones made from them."""

from game.art.svg import luminance, mix

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
INK = "#241c2b"


def skin_tones(skin: str) -> dict[str, str]:
    """Face colours for a skin: ``skin shade soft blush lip eye white mouth tongue``."""
    base = SKINS[skin]
    is_dark = luminance(base) < 0.12
    return {
        "skin": base,
        "shade": mix(base, "#6a2a1c" if not is_dark else "#1c0a08", 0.30),
        "soft": mix(base, "#7d3320" if not is_dark else "#1c0a08", 0.16),
        "blush": "#ea6a66" if not is_dark else "#c0504a",
        "lip": _lip(base),
        "eye": "#1b1320",
        "white": "#fffaf6",
        "mouth": "#6d1c30" if not is_dark else "#4a0f1d",
        "tongue": "#e2717a",
        "dark_skin": "yes" if is_dark else "",
    }


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
