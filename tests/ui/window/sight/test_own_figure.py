"""The player's own name, figure and shop: chosen before a game, kept, drawn at every table, and part of no game."""

import pygame
import pytest

from game.art.illustrations import SIGNS
from game.session.words.personas import YOUR_LOOKS
from game.ui.common import settings as settings_file
from game.ui.common.settings import NAME_LETTERS
from game.ui.common.shared_actions import Close, Tune, Typed
from game.ui.play.play_state import ChoosePage, SettingsBox, YouBox
from tests.ui.gallery import SCREENS

AT_A_TABLE = ["mirror", "opening", "night", "night_moment_1", "night_blast", "night_quiet", "title"]
WITH_A_SIGN = ["mirror", "opening", "night", "night_moment_1", "night_blast", "night_quiet"]


def pressed(app, name):
    app.act(next(region for region in app.sheet.regions if region.id == name).action)
    app.paint()


def picture(make_app, name, *settings):
    app = make_app()
    for setting, value in settings:
        app.act(Tune(setting, value))
    SCREENS[name](app)
    app.paint()
    return pygame.image.tobytes(app.canvas.screen, "RGB")


def spoken(app) -> str:
    return " | ".join(region.label for region in app.sheet.regions)


@pytest.mark.parametrize("figure", YOUR_LOOKS)
def test_a_figure_is_chosen_where_a_game_begins_and_kept(make_app, figure, tmp_path):
    """The page that begins a game leads to all figures; the one pressed holds, now and the next time."""
    app = make_app()
    SCREENS["choose"](app)
    app.paint()
    pressed(app, "you")
    pressed(app, f"you.{figure}")
    assert [r.chosen for r in app.sheet.regions if r.id.startswith("you.") and r.role == "option"] == [
        look == figure for look in YOUR_LOOKS
    ]
    assert settings_file.load(tmp_path / "settings.json").figure == figure


def test_names_and_a_sign_are_kept_and_shown_while_playing(make_app, tmp_path):
    """What is typed is in the file at once; the bar of the day shows it instead of the scenario's business."""
    app = make_app()
    SCREENS["yourself"](app)
    app.paint()
    for action in (Typed("name", "Ada "), Typed("shop", "Ada’s Threads"), Tune("sign", "spool"), Close()):
        app.act(action)
    kept = settings_file.load(tmp_path / "settings.json")
    assert (kept.name, kept.shop, kept.sign) == ("Ada", "Ada’s Threads", "spool")
    SCREENS["play"](app)
    app.canvas.painter.log = []
    app.paint()
    written = [text.text for text in app.canvas.painter.log]
    assert "Ada’s Threads" in written
    assert any(words.startswith("Ada sells ") for words in written)
    assert "Ada’s Threads: what this run is about" in spoken(app)


def test_without_a_name_the_scenario_names_the_shop(make_app):
    """Nothing has to be typed: then the shop is called as the scenario calls it."""
    app = make_app()
    SCREENS["play"](app)
    app.paint()
    assert f"{app.model.view.business}: what this run is about" in spoken(app)


@pytest.mark.parametrize("name", AT_A_TABLE)
def test_the_figure_sits_at_the_table(make_app, name):
    """The same screen with another figure is another picture."""
    drawn = {picture(make_app, name, ("figure", figure)) for figure in YOUR_LOOKS}
    assert len(drawn) == len(YOUR_LOOKS)


@pytest.mark.parametrize("name", WITH_A_SIGN)
def test_the_sign_hangs_in_the_scenes(make_app, name):
    """The same screen with another sign is another picture."""
    drawn = {picture(make_app, name, ("sign", sign)) for sign in SIGNS}
    assert len(drawn) == len(SIGNS)


@pytest.mark.parametrize("name", ["play", "debrief_trust"])
def test_figure_and_sign_stand_in_the_head_of_the_page(make_app, name):
    """Another figure or sign is another picture."""
    drawn = {picture(make_app, name, ("figure", look), ("sign", sign)) for look in (0, 58) for sign in ("cup", "key")}
    assert len(drawn) == 4


def test_a_name_is_cleaned_and_short(make_app):
    """What could steer a terminal or turn a line round is dropped, and a name ends after its 24 letters."""
    app = make_app()
    SCREENS["yourself"](app)
    app.act(Typed("name", "  A\x1b[31md\u202ea\n" + "x" * 80))
    assert app.model.settings.name == "A[31mda " + "x" * (NAME_LETTERS - 8)
    app.act(Typed("name", "Ζωή"))
    assert app.model.settings.own.name == "Ζωή"


def test_a_name_is_not_typed_where_no_field_for_it_is(make_app):
    """The field of the seed and others keep their own words."""
    app = make_app()
    SCREENS["choose"](app)
    app.act(Typed("seed", "12"))
    assert isinstance(app.model.page, ChoosePage)
    assert app.model.page.seed == "12"
    assert app.model.settings.name == ""


def test_from_the_settings_one_comes_back_to_the_settings(make_app):
    """Closing leads to where one was."""
    app = make_app()
    SCREENS["settings"](app)
    app.paint()
    pressed(app, "you")
    assert isinstance(app.model.dialog, YouBox)
    app.act(Close())
    assert isinstance(app.model.dialog, SettingsBox)


@pytest.mark.parametrize(
    "written",
    ['{"figure": 7}', '{"sign": "skull"}', '{"sign": 3, "name": ["a"], "shop": null}'],
)
def test_what_nobody_drew_is_not_taken_from_a_file(tmp_path, written):
    """A settings file with nonsense in it spoils nothing."""
    path = tmp_path / "settings.json"
    path.write_text(written, encoding="utf-8")
    assert settings_file.load(path) == settings_file.Settings()


def test_a_sign_of_another_trade_gives_way_in_the_next_game(make_app):
    """Thread and needle hang where they were chosen; a bakery that follows has its loaf, until one is chosen there."""
    app = make_app()
    for action in (Tune("sign", "spool"), Tune("sign_chosen_for", "Ada’s Threads")):
        app.act(action)
    SCREENS["play"](app)
    app.paint()
    assert app.model.own.sign == "loaf"
    app.act(Tune("sign", "spool"))
    assert app.model.own.sign == "spool"


def test_a_sign_that_was_chosen_before_a_game_hangs_in_it(make_app, tmp_path):
    """Whoever chooses a sign on the page that begins a game sees it in that game, and the file knows for which shop."""
    app = make_app()
    app.act(Tune("sign", "spool"))
    SCREENS["play"](app)
    app.paint()
    assert app.model.own.sign == "spool"
    assert settings_file.load(tmp_path / "settings.json").sign_chosen_for == app.model.view.business
