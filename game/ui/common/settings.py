"""What the player has set, kept as a small JSON file."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.art.illustrations import SIGNS
from game.art.tokens import THEMES
from game.kept import KeptFile, NotKeptError, json_bytes, json_object, read_kept, told_aside, write_kept
from game.scenario.texts.writing import one_line
from game.session.words.personas import YOUR_LOOKS
from game.ui.common.hand_keys import HANDS

ZOOMS = (0.0, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)  # 0: from the size of the window
LETTERINGS = (100, 115, 130, 150)
"""How large letters are, in per cent of what the screens are drawn for."""


NAME_LETTERS = 24
"""How many characters your name and that of your shop may have."""


@dataclass(frozen=True)
class Own:
    """Who the player is: shown to the player, and known to nobody and nothing in a game."""

    look: int = 0  # the number of a portrait, one of `YOUR_LOOKS`
    name: str = ""  # "" for none
    shop: str = ""  # "" for the scenario's business
    sign: str = ""  # one of `SIGNS`, or "" for none


@dataclass(frozen=True)
class Settings:
    """What the player has set, valid as it stands."""

    theme: str = "light"  # one of `THEMES`
    zoom: float = 0.0  # 0: chosen from the size of the window
    lettering: int = 100  # one of `LETTERINGS`
    hand: str = "both"  # one of `HANDS`: which half of the keyboard has the letter keys
    mirror_unasked: bool = True  # a faux pas shows its date mirror the first time
    guess_first: bool = True  # the date mirror of a question asks what one thinks before it answers
    reduced_motion: bool = False
    fullscreen: bool = False
    volume: int = 60  # of sounds, 0..100
    muted: bool = False
    captions: bool = False  # each sound stands on the screen as a word
    spoken: bool = False  # the screen is read aloud
    hints: bool = False  # hints can be asked for while playing, one a day
    figure: int = 0  # the number of your own portrait, one of `YOUR_LOOKS`
    name: str = ""  # your own, at most `NAME_LETTERS`; "" for none
    shop: str = ""  # the name of your shop, as long at most; "" for the scenario's business
    sign: str = "cup"  # of your shop, one of `SIGNS`
    sign_chosen_for: str = ""  # the scenario's business that it was first shown or chosen for

    @property
    def own(self) -> Own:
        """Who the player is."""
        return Own(self.figure, self.name.strip(), self.shop.strip(), self.sign)


def load(path: Path) -> Settings:
    """The settings of a file; what is missing or makes no sense stays at its default."""
    found, default = read_kept(_kept(path)), Settings()
    good: dict[str, Any] = {
        f.name: found[f.name] for f in fields(Settings) if type(found.get(f.name)) is type(getattr(default, f.name))
    }
    settings = replace(default, **good)
    if settings.theme not in THEMES:
        settings = replace(settings, theme="light")
    if settings.figure not in YOUR_LOOKS:
        settings = replace(settings, figure=default.figure)
    if settings.sign not in SIGNS:
        settings = replace(settings, sign=default.sign)
    name, shop = (one_line(words, NAME_LETTERS).strip() for words in (settings.name, settings.shop))
    settings = replace(settings, name=name, shop=shop)
    if not 0 <= settings.volume <= 100:
        settings = replace(settings, volume=default.volume)
    if settings.hand not in HANDS:
        settings = replace(settings, hand=default.hand)
    if settings.lettering not in LETTERINGS:
        settings = replace(settings, lettering=default.lettering)
    return replace(settings, zoom=settings.zoom if settings.zoom in ZOOMS else 0.0)


def save(path: Path, before: Settings, settings: Settings) -> tuple[Settings, str]:
    """Writes what has changed; what another window has set since stays.

    Args:
        path: of the file.
        before: the settings as this window has read or written them last.
        settings: as they are now.

    Returns:
        What this window has written last, and "" or a sentence: why it failed, or where an old file lies that could
        not be read.
    """
    was, now = asdict(before), asdict(settings)
    changed = {name: value for name, value in now.items() if value != was[name]}
    try:
        aside = write_kept(_kept(path), lambda found: {**found, **changed})
    except NotKeptError as error:
        told = f"The settings could not be kept: {error.cause}. They hold until you quit; to keep them, {error.remedy}."
        return before, told
    return settings, told_aside("The file of settings", aside)


def _kept(path: Path) -> KeptFile[dict[str, Any]]:
    return KeptFile(path, json_object, json_bytes, {})
