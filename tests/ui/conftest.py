import os
from dataclasses import replace
from functools import partial

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
import pytest

from tests.ui.fakes import fake

CASES = {  # window, zoom: logical 1280x720, 1024x576, 853x480, 960x540, 1706x960
    "1": ((1280, 720), 1.0),
    "1.25": ((1280, 720), 1.25),
    "1.5": ((1280, 720), 1.5),
    "2": ((1920, 1080), 2.0),
    "wide": ((2560, 1440), 1.5),
}


def open_app(folder, size=(1280, 720), zoom=0.0, theme="light", **game):
    """The window on the fake game, without motion. The tables of `update` are tested without pygame loaded."""
    from game.ui.window.app import App
    from game.ui.window.display import open_display

    open_display()
    app = App(fake.FakeServices(**game), folder / "settings.json", size=size)
    settings = replace(app.model.settings, zoom=zoom, theme=theme, reduced_motion=True)
    app.model = replace(app.model, settings=settings)
    return app


@pytest.fixture
def make_app(tmp_path):
    """A function that opens the window."""
    return partial(open_app, tmp_path)


@pytest.fixture(scope="session")
def painters():
    """One painter per case, so that fonts and tiles are made once."""
    return {}


@pytest.fixture
def drawn(make_app, painters):
    """A function that draws a screen of the gallery and gives the app and its log of text."""

    def draw(build, case, theme):
        size, zoom = CASES[case]
        app = make_app(size, zoom, theme)
        app.canvas.painter = painters.setdefault(case, app.canvas.painter)
        build(app)
        app.canvas.painter.log = []
        app.paint()
        return app, app.canvas.painter.log

    return draw
