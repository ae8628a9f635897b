"""What a bubble of a night leaves out stands whole on the page of words that follows."""

from dataclasses import replace

import pytest

from game.bots.registry import bots
from game.session.seen.night.evening_seen import evening_seen
from game.ui.play.night_steps import ROOMY, in_words
from game.ui.play.play_state import NightPage
from game.ui.play.screens import speech
from tests.plays import bot_plays_a_day, session
from tests.ui.conftest import open_app
from tests.ui.gallery import SCREENS

pytestmark = pytest.mark.usefixtures("nothing_painted")


@pytest.mark.parametrize(("name", "days"), [("first_hello", 7), ("slow_roast", 14)])
def test_whatever_is_cut_in_a_bubble_is_read_whole_afterwards(name, days, tmp_path, monkeypatch):
    """In the smallest of the usual windows, over the nights of a game in which much is said."""
    app, cut, found = open_app(tmp_path, (1280, 720), 1.0), [], 0
    SCREENS["night"](app)
    shown = speech.excerpt
    monkeypatch.setattr(speech, "excerpt", lambda text, fits: cut.append(text) or shown(text, fits))
    game = session(name, 4)
    for _ in range(days):
        bot_plays_a_day(game, bots()["reader"])
        view = game.view()
        told = evening_seen(view, view.night)
        in_full = {item.text for item in in_words(view.night, told, ROOMY).items}
        for at in range(12):
            app.model = replace(app.model, view=view, page=NightPage(view.night, told, at=at))
            cut.clear()
            app.paint()
            left_out = {line for text in cut for line in text.splitlines()}
            assert left_out <= in_full, (view.day, left_out - in_full)
            found += bool(left_out)
    assert found
