"""What the window asks of the display: to be opened, a surface to draw on, a cursor."""

import os

import pygame

INVISIBLE = ("dummy", "offscreen")  # drivers that SDL falls back to when a screen is named that is not there


def window_of(size: tuple[int, int], *, full: bool) -> pygame.Surface:
    """A window of this size, or the whole screen."""
    return (
        pygame.display.set_mode((0, 0), pygame.FULLSCREEN) if full else pygame.display.set_mode(size, pygame.RESIZABLE)
    )


def set_cursor(*, hand: bool, text: bool) -> None:
    """The cursor for what can be pressed, or written into, or for neither."""
    cursor = pygame.SYSTEM_CURSOR_IBEAM if text else pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW
    try:
        pygame.mouse.set_cursor(cursor)
    except pygame.error:
        return  # a display without cursors needs none


def open_display() -> None:
    """Starts what is needed of pygame.

    Raises:
        pygame.error: there is no display, or only one that nobody sees and nobody asked for.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    pygame.display.init()
    if pygame.display.get_driver() in INVISIBLE and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise pygame.error("it cannot be reached")
    pygame.font.init()
