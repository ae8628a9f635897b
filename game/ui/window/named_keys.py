"""What a pressed key is called."""

import pygame

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
    pygame.KSCAN_SEMICOLON: ";",
    pygame.KSCAN_COMMA: ",",
    pygame.KSCAN_PERIOD: ".",
    pygame.KSCAN_SLASH: "/",
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
