"""A window on a screen of the gallery; nothing that was posted waits for the next test."""

import pygame
import pytest

from tests.ui.gallery import SCREENS


@pytest.fixture(autouse=True)
def _nothing_waits():
    yield
    if pygame.display.get_init():
        pygame.event.clear()


@pytest.fixture
def at(make_app):
    """A function that opens the window on a screen of the gallery."""

    def build(name, **how):
        app = make_app(**how)
        SCREENS[name](app)
        app.step()
        return app

    return build
