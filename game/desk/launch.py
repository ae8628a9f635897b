"""Opening the window. Nothing heavy is imported here: the first picture shall come soon."""

import os
import sys

from game.errors import Refused

NO_DISPLAY = (
    "There is no screen here to open a window on. On a machine with a screen, start it there; over ssh, try ssh -X. "
    "Without a screen, “courtship simulate first_hello --bot patient” plays with a bot, and “courtship replay” tells a "
    "recorded run."
)


def has_display() -> bool:
    """Whether a window can be opened here, as far as it can be told beforehand."""
    if os.environ.get("SDL_VIDEODRIVER") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_display() -> None:
    """Says what can be done instead where no window can be opened.

    Raises:
        Refused: there is no screen.
    """
    if not has_display():
        raise Refused(NO_DISPLAY)


def open_window(start: object = None) -> int:
    """Opens the game's window and waits until it is closed.

    Args:
        start: an action of the ui to begin with.

    Returns:
        The exit code of the command.

    Raises:
        Refused: there is no screen.
    """
    require_display()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    from game.desk.desktop_services import DesktopServices
    from game.desk.places import settings_path
    from game.ui.window.open_window import run

    try:
        return run(DesktopServices(), start=start, settings_path=settings_path())
    except pygame.error as error:
        raise Refused(f"{NO_DISPLAY} (The screen said: {error}.)") from None
