"""Escape leads out of every box that lies over a page."""

import pygame
import pytest

from game.ui.window.hands import Hands
from game.ui.window.input import meaning_of
from tests.ui.gallery import SCREENS


@pytest.mark.usefixtures("nothing_painted")
@pytest.mark.parametrize("name", SCREENS)
def test_escape_means_something_in_every_box(drawn, name):
    """Whatever the box is, and wherever the focus lies in it."""
    app, _ = drawn(SCREENS[name], "1", "light")
    if app.model.dialog is None:
        return
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="", scancode=0)
    assert meaning_of(down, app.on_screen, Hands()).meant
