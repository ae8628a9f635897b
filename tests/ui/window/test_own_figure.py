"""The player's own figure: chosen before a game, kept, and drawn at every table."""

import pygame
import pytest

from game.session.words.personas import YOUR_LOOKS
from game.ui.common import settings as settings_file
from game.ui.common.shared_actions import Tune
from tests.ui.gallery import SCREENS


@pytest.mark.parametrize("figure", YOUR_LOOKS)
def test_a_figure_is_chosen_where_a_game_begins_and_kept(make_app, figure, tmp_path):
    app = make_app()
    SCREENS["choose"](app)
    app.paint()
    app.act(next(r for r in app.sheet.regions if r.id == f"you.{figure}").action)
    app.paint()
    assert [r.chosen for r in app.sheet.regions if r.id.startswith("you.")] == [look == figure for look in YOUR_LOOKS]
    assert settings_file.load(tmp_path / "settings.json").figure == figure


@pytest.mark.parametrize("name", ["mirror", "opening", "night", "night_moment_1", "night_blast", "night_quiet"])
def test_the_figure_sits_at_the_table(make_app, name):
    """The same screen with another figure is another picture."""
    drawn = []
    for figure in YOUR_LOOKS:
        app = make_app()
        app.act(Tune("figure", figure))
        SCREENS[name](app)
        app.paint()
        drawn.append(pygame.image.tobytes(app.canvas.screen, "RGB"))
    assert drawn[0] != drawn[1]


def test_a_figure_that_nobody_drew_is_not_taken_from_a_file(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"figure": 7}', encoding="utf-8")
    assert settings_file.load(path).figure == settings_file.Settings().figure
