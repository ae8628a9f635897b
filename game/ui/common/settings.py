"""What the player has set, kept as a small JSON file."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from game.art.tokens import THEMES
from game.files import write_over
from game.session.words.personas import YOUR_LOOKS
from game.ui.common.hand_keys import HANDS

ZOOMS = (0.0, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)  # 0: from the size of the window
LETTERINGS = (100, 115, 130, 150)
"""How large letters are, in per cent of what the screens are drawn for."""


@dataclass(frozen=True)
class Settings:
    """What the player has set, valid as it stands."""

    theme: str = "light"  # one of `THEMES`
    zoom: float = 0.0  # 0: chosen from the size of the window
    lettering: int = 100  # one of `LETTERINGS`
    hand: str = "both"  # one of `HANDS`: which half of the keyboard has the letter keys
    mirror_unasked: bool = True  # a faux pas shows its date mirror the first time
    reduced_motion: bool = False
    fullscreen: bool = False
    volume: int = 60  # of sounds, 0..100
    muted: bool = False
    captions: bool = False  # each sound stands on the screen as a word
    spoken: bool = False  # the screen is read aloud
    hints: bool = False  # hints can be asked for while playing, one a day
    figure: int = 0  # the number of your own portrait, one of `YOUR_LOOKS`


def load(path: Path) -> Settings:
    """The settings of a file; what is missing or makes no sense stays at its default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    default = Settings()
    good = {
        f.name: found[f.name] for f in fields(Settings) if type(found.get(f.name)) is type(getattr(default, f.name))
    }
    settings = replace(default, **good)
    if settings.theme not in THEMES:
        settings = replace(settings, theme="light")
    if settings.figure not in YOUR_LOOKS:
        settings = replace(settings, figure=default.figure)
    if not 0 <= settings.volume <= 100:
        settings = replace(settings, volume=default.volume)
    if settings.hand not in HANDS:
        settings = replace(settings, hand=default.hand)
    if settings.lettering not in LETTERINGS:
        settings = replace(settings, lettering=default.lettering)
    return replace(settings, zoom=settings.zoom if settings.zoom in ZOOMS else 0.0)


def save(path: Path, settings: Settings) -> str:
    """Write the settings; "" or a sentence that says why it failed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_over(path, (json.dumps(asdict(settings), indent=1) + "\n").encode())
    except OSError as error:
        return f"The settings could not be kept ({error.strerror}). They hold until you quit."
    return ""
