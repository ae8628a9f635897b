"""Words on their grounds can be looked at with drawings left blank; see also `nothing_painted`, a folder above."""

import pygame
import pytest


def blank(code, size, radii, cover):
    """A drawing of a size, with nothing in it."""
    assert code.startswith("<svg"), code[:40]
    return pygame.Surface(size, pygame.SRCALPHA)


@pytest.fixture
def blank_drawings(monkeypatch):
    """Nothing is drawn; for tests in which no colour is looked at."""
    monkeypatch.setattr("game.ui.drawing.images.drawing", blank)
