"""Every key that a screen announces can be pressed on every keyboard."""

import pygame

from game.ui.window.named_keys import key_name
from tests.ui.gallery import SCREENS
from tests.ui.window.keys.layouts import ENGLISH, LAYOUTS, scancode


def announced(drawn):
    """Every key of every screen."""
    keys = set()
    for build in SCREENS.values():
        app, _ = drawn(build, "1", "light")
        keys |= {key for region in app.sheet.regions for key in region.key.split()} | set(app.sheet.keys)
    return keys


def pressed(character, english):
    code = (1 << 30) if character == "\0" else ord(character)
    return pygame.event.Event(
        pygame.KEYDOWN, key=code, mod=0, unicode=character.strip("\0"), scancode=scancode(english)
    )


def test_every_announced_letter_is_on_every_keyboard(drawn):
    """No letter is dead, whatever writing the keyboard has, and no plain letter stands for another one."""
    wanted = {key for key in announced(drawn) if len(key) == 1 and key.isalpha()}
    assert {"E", "P", "N", "D", "Q"} <= wanted
    for name, rows in LAYOUTS.items():
        found = {}
        for row, english_row in zip(rows, ENGLISH, strict=True):
            for character, english in zip(row, english_row, strict=True):
                meant = key_name(pressed(character, english))
                found.setdefault(meant, []).append(character)
                if character.isascii() and character.isalpha():
                    assert meant == character.upper(), (name, character)
        assert wanted <= set(found), (name, wanted - set(found))


def test_every_announced_key_has_a_name_that_a_key_can_have(drawn):
    """What is printed on a button can be found on a keyboard."""
    named = {"Enter", "Esc", "Space", "Tab", "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "Backspace"}
    for key in announced(drawn):
        assert key in named | {"F1", "F11", "?", "[", "]"} or (len(key) == 1 and key.isascii() and key.isalnum()), key
