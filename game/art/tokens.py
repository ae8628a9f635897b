"""Colours of the game for every front end: the window draws by them, a browser gets them as CSS."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """One set of colours, each as #rrggbb."""

    name: str
    bg: str
    surface: str
    sunken: str
    raised: str
    hover: str
    border: str
    strong: str
    text: str
    muted: str
    faint: str
    primary: str
    primary_hover: str
    on_primary: str
    soft: str
    soft_hover: str
    on_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    good: str
    on_good: str
    good_soft: str
    warn: str
    warn_soft: str
    bubble: str
    bubble_me: str
    on_bubble_me: str
    focus: str
    scrim: str
    shadow: str
    series: tuple[str, ...]

    @property
    def dark(self) -> bool:
        """Whether its ground is dark, so that pictures are drawn as by night."""
        return self.name != "light"


LIGHT = Theme(
    name="light",
    bg="#F3F0F8",
    surface="#FFFFFF",
    sunken="#F6F4FB",
    raised="#FFFFFF",
    hover="#F1EDFB",
    border="#E4DFF0",
    strong="#8E86A8",
    text="#231F33",
    muted="#5F5975",
    faint="#6B6483",
    primary="#5A46D6",
    primary_hover="#4A37C2",
    on_primary="#FFFFFF",
    soft="#ECE8FD",
    soft_hover="#E1DAFB",
    on_soft="#4B38C2",
    danger="#B92C42",
    on_danger="#FFFFFF",
    danger_soft="#FCE7EA",
    good="#0A7561",
    on_good="#FFFFFF",
    good_soft="#DDF3EE",
    warn="#8A5500",
    warn_soft="#FDF0D5",
    bubble="#F0EDF7",
    bubble_me="#5A46D6",
    on_bubble_me="#FFFFFF",
    focus="#231F33",
    scrim="#1A1430",
    shadow="#2A1F5C",
    series=("#0072B2", "#BD5200", "#007A5A", "#A33D7F", "#8A6200", "#4C4C9D"),
)

DARK = Theme(
    name="dark",
    bg="#14121D",
    surface="#1E1B2B",
    sunken="#191724",
    raised="#272338",
    hover="#2E2943",
    border="#37324C",
    strong="#7C7499",
    text="#F2EFFA",
    muted="#B9B3CE",
    faint="#A39CBC",
    primary="#A99BFF",
    primary_hover="#BDB2FF",
    on_primary="#1A1338",
    soft="#332B57",
    soft_hover="#3E3569",
    on_soft="#C4BAFF",
    danger="#FF8A96",
    on_danger="#2B0A10",
    danger_soft="#4A2530",
    good="#5FD4BB",
    on_good="#06231D",
    good_soft="#173A36",
    warn="#F2C063",
    warn_soft="#3F3218",
    bubble="#2B273D",
    bubble_me="#5B4AC9",
    on_bubble_me="#FFFFFF",
    focus="#FFFFFF",
    scrim="#0A0814",
    shadow="#000000",
    series=("#56B4E9", "#F08A4B", "#3CC79B", "#E08BC0", "#E6B94A", "#9D9DF0"),
)

CONTRAST = Theme(
    name="contrast",
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    raised="#0B0B12",
    hover="#22223A",
    border="#B8B8C4",
    strong="#FFFFFF",
    text="#FFFFFF",
    muted="#ECECF2",
    faint="#D6D6E0",
    primary="#FFE14D",
    primary_hover="#FFF0A0",
    on_primary="#000000",
    soft="#26263F",
    soft_hover="#34345A",
    on_soft="#FFE98A",
    danger="#FFA7B0",
    on_danger="#000000",
    danger_soft="#3D0610",
    good="#7DF0D4",
    on_good="#000000",
    good_soft="#052F27",
    warn="#FFD37A",
    warn_soft="#33240A",
    bubble="#1A1A28",
    bubble_me="#FFE14D",
    on_bubble_me="#000000",
    focus="#FFFFFF",
    scrim="#000000",
    shadow="#000000",
    series=("#6FC7FF", "#FFA46B", "#6CF0C0", "#FFB3E0", "#FFE14D", "#C3C3FF"),
)
"""Black and white with one bright colour, every text at 7 to 1 or more: for eyes that need it, and for bright rooms."""

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
MOST_CONTRAST = 7.0  # least contrast of texts in the theme of that name; WCAG 2.2, 1.4.6 (AAA)

# Every pair of text colour and ground that the screens use, with the least contrast it must have.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, 4.5) for ink in ("text", "muted", "faint") for ground in ("surface", "bg", "sunken", "raised")),
    ("text", "hover", 4.5),
    ("muted", "hover", 4.5),
    ("text", "soft", 4.5),
    ("muted", "soft", 4.5),
    ("on_primary", "primary", 4.5),
    ("on_primary", "primary_hover", 4.5),
    ("on_soft", "soft", 4.5),
    ("on_soft", "soft_hover", 4.5),
    ("on_soft", "surface", 4.5),
    ("on_soft", "bg", 4.5),
    ("primary", "surface", 4.5),
    ("on_danger", "danger", 4.5),
    ("danger", "surface", 4.5),
    ("danger", "danger_soft", 4.5),
    ("text", "danger_soft", 4.5),
    ("good", "surface", 4.5),
    ("good", "good_soft", 4.5),
    ("text", "good_soft", 4.5),
    ("on_good", "good", 4.5),
    ("warn", "surface", 4.5),
    ("warn", "warn_soft", 4.5),
    ("text", "warn_soft", 4.5),
    ("text", "bubble", 4.5),
    ("muted", "bubble", 4.5),
    ("on_bubble_me", "bubble_me", 4.5),
    ("focus", "bg", 3.0),
    ("focus", "surface", 3.0),
    ("strong", "surface", 3.0),
)
