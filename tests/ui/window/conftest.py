"""A window on a screen of the gallery; nothing that was posted waits for the next test.

Where words, faces, buttons and keys are can be looked at with nothing painted, which costs most of such a test.
"""

import pygame
import pytest

from game.ui.common import shared_actions as shared
from game.ui.drawing.lettering import Lettering
from game.ui.drawing.painter import Painter
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


@pytest.fixture
def nothing_painted(monkeypatch):
    """Everything has its place and nothing its pixels; for tests in which no colour is looked at."""

    def left_out(*_, **__):
        """In the place of what paints, and keeps nothing for a painter that paints again."""

    def drawing(painter, code, box, **_):
        assert code.startswith("<svg"), code[:40]

    empty = pygame.Surface((1, 1), pygame.SRCALPHA)
    for name in ("fill", "veil", "icon", "avatar", "_nine", "_shadow"):
        monkeypatch.setattr(Painter, name, left_out)
    monkeypatch.setattr(Painter, "svg", drawing)
    monkeypatch.setattr(Lettering, "render", lambda *_: (empty, 0.0))
