"""A window on a screen of the gallery; nothing that was posted waits for the next test."""

import pygame
import pytest

from game.ui.common import shared_actions as shared
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


@pytest.fixture
def shop(make_app, monkeypatch):
    """The window in the Workshop; it looks at files at every step."""
    monkeypatch.setattr("game.ui.update.SCENARIO", 0.0)
    monkeypatch.setattr("game.ui.update.LIST", 0.0)
    app = make_app()
    app.act(shared.ToWorkshop())
    app.step()
    return app
