"""Names of keys, and which zooms a window allows."""

import pygame

DESIGN = (1280, 720)
LEAST = (853, 480)  # logical size below which the screens do not work

_NAMES = {
    pygame.K_RETURN: "Enter",
    pygame.K_KP_ENTER: "Enter",
    pygame.K_ESCAPE: "Esc",
    pygame.K_SPACE: "Space",
    pygame.K_TAB: "Tab",
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
    pygame.K_PAGEUP: "PgUp",
    pygame.K_PAGEDOWN: "PgDn",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_F1: "F1",
    pygame.K_F11: "F11",
    pygame.K_LEFTBRACKET: "[",
    pygame.K_RIGHTBRACKET: "]",
    **{getattr(pygame, f"K_KP{i}"): str(i) for i in range(10)},
}


_PLACES = {
    **{pygame.KSCAN_A + i: letter for i, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")},
    **{pygame.KSCAN_1 + i: digit for i, digit in enumerate("1234567890")},
    pygame.KSCAN_LEFTBRACKET: "[",
    pygame.KSCAN_RIGHTBRACKET: "]",
}
"""What an English keyboard has where."""
SIGNS = frozenset("?[]")  # are meant wherever a layout has them, also behind AltGr


def key_name(event: pygame.event.Event) -> str:
    """The name of a pressed key as regions use it, or "".

    A key is known by the plain letter or digit that the layout has on it. One that has another letter (Cyrillic, Greek,
    Hebrew, accented) or a sign is known by its place, as an English keyboard has it.
    """
    if event.unicode in SIGNS:
        return str(event.unicode)
    if name := _NAMES.get(event.key):
        return name
    letter = chr(event.key).upper() if 33 <= event.key < 127 else ""
    return letter if letter.isalnum() else _PLACES.get(getattr(event, "scancode", 0), letter)


def default_zoom(width: int, height: int) -> float:
    """The zoom for a window: a quarter step that keeps the design size, at least 1.

    >>> default_zoom(1920, 1080), default_zoom(960, 540), default_zoom(3840, 2160)
    (1.5, 1.0, 3.0)
    """
    fit = min(width / DESIGN[0], height / DESIGN[1])
    return max(1.0, int(fit * 4) / 4)


def most_zoom(width: int, height: int) -> float:
    """The largest zoom at which the screens still work in a window; below 1 in a very small one.

    >>> round(most_zoom(1280, 720), 2)
    1.5
    """
    return min(width / LEAST[0], height / LEAST[1])


def window_size(desktop: tuple[int, int]) -> tuple[int, int]:
    """The size of a new window: the largest usual one that leaves room on the desktop.

    >>> window_size((1920, 1080)), window_size((3840, 2160))
    ((1600, 900), (2560, 1440))
    """
    usual = ((2560, 1440), (1920, 1080), (1600, 900), DESIGN)
    return next((s for s in usual if s[0] <= desktop[0] * 0.86 and s[1] <= desktop[1] * 0.86), DESIGN)
