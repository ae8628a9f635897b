"""What `update` asks of the window: values, because only the window can fulfil them."""

from dataclasses import dataclass

from game.ui.common.settings import Settings


@dataclass(frozen=True)
class CloseWindow:
    """The game is over for today."""


@dataclass(frozen=True)
class SetFullscreen:
    """Fill the screen with the window, or no longer."""

    on: bool


@dataclass(frozen=True)
class SaveSettings:
    """Keep the settings for the next time; a failure comes back as the action `Tell`."""

    settings: Settings


@dataclass(frozen=True)
class ForgetPhotos:
    """Read picture files again: they may have changed."""


@dataclass(frozen=True)
class PutOnClipboard:
    """Keep a text where other programs paste from."""

    text: str


@dataclass(frozen=True)
class ShowInBrowser:
    """Show a page in the browser of this machine; a failure comes back as the action `Tell`."""

    address: str


WindowRequest = CloseWindow | SetFullscreen | SaveSettings | ForgetPhotos | PutOnClipboard | ShowInBrowser
