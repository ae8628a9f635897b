"""Nights in the window: stepped, skipped and heard, with the keyboard alone."""

import re

import pygame
import pytest

from game.session import entries
from game.session.words.numbers_told import counted
from game.ui.common import shared_actions as shared
from game.ui.play.play_state import NightPage, NightsBox, PlayPage
from tests.ui.fakes import fake_game
from tests.ui.fakes.fake_nights import NIGHTS

KEYS = {
    "Enter": pygame.K_RETURN,
    "Esc": pygame.K_ESCAPE,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "B": pygame.K_b,
}


@pytest.fixture
def asleep(make_app):
    """A function that opens the window on a night of a kind."""

    def open_on(kind="full"):
        app = make_app()
        app.services.game = fake_game.FakeGame(night=kind)
        app.act(shared.Start("bakery"))
        app.act(entries.EndDay())
        app.paint()
        return app

    return open_on


def press(app, *names):
    for name in names:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            app.handle(pygame.event.Event(kind, key=KEYS[name], mod=0, unicode=""))
        app.paint()


def shown(app) -> list[str]:
    return [region.label for region in app.sheet.regions]


@pytest.mark.parametrize("kind", NIGHTS)
@pytest.mark.parametrize("key", ["Enter", "Right"])
def test_one_key_leads_through_every_night_into_the_morning(asleep, kind, key):
    """Nobody is stuck in an evening."""
    app = asleep(kind)
    for _ in range(12):
        if isinstance(app.model.page, NightPage):
            press(app, key)
    assert isinstance(app.model.page, PlayPage)


@pytest.mark.parametrize("kind", NIGHTS)
def test_escape_skips_to_what_was_written_and_then_into_the_morning(asleep, kind):
    """Whoever is in a hurry misses no message."""
    app = asleep(kind)
    press(app, "Esc")
    if isinstance(app.model.page, NightPage):
        press(app, "Esc")
    assert isinstance(app.model.page, PlayPage)


def test_left_goes_back_a_step(asleep):
    """To what was told before."""
    app = asleep("moments")
    before = shown(app)
    press(app, "Right", "Left")
    assert shown(app)[: len(before) - 3] == before[:-3]


@pytest.mark.parametrize("kind", ["full", "moments", "blast", "bow", "bar"])
def test_a_screen_reader_hears_what_every_body_does(asleep, kind):
    """Step by step, the labels and the running text hold all that the pictures show."""
    app = asleep(kind)
    evening, heard = app.model.page.evening, ""
    while isinstance(app.model.page, NightPage):
        heard += " ".join([*shown(app), *(words.text for words in app.canvas.painter.words)]) + " "
        press(app, "Right")
    for met in (*evening.tables, *evening.bar):
        assert met.does in heard
        assert met.wrote in heard
    for moment in evening.moments:
        assert moment.title in heard
        assert moment.text in heard
        assert all(met.does in heard for met in moment.crowd)
    assert evening.whisper is None or evening.whisper.text in heard


def test_the_nights_are_a_key_away_from_the_day(asleep):
    """An earlier one is read, and one comes back to the day."""
    app = asleep("moments")
    press(app, "Esc", "Esc", "B")
    assert isinstance(app.model.dialog, NightsBox)
    night = next(region for region in app.sheet.regions if region.id == "night.12")
    app.act(night.action)
    app.paint()
    assert app.model.page.back
    press(app, "Esc")
    assert isinstance(app.model.page, PlayPage)


def test_with_motion_the_words_come_after_the_picture_and_stay(asleep):
    """A moment shows its picture first; a second later its words are there."""
    app = asleep("moments")
    app.act(shared.Tune("reduced_motion", False))
    press(app, "Right")
    log = app.canvas.painter.log = []
    app.paint()
    assert "Ade buys." not in {line.text for line in log}
    for n in range(4):
        app.act(shared.Tick(1e6 + n))
    app.paint()
    assert "Ade buys." in {line.text for line in app.canvas.painter.log}


@pytest.mark.parametrize("kind", NIGHTS)
def test_the_head_says_that_people_sat_with_you_only_where_they_sit(asleep, kind):
    """Whose evening is a scene of its own later sits at no table in the room that the head stands over."""
    app = asleep(kind)
    app.canvas.painter.log = []
    app.paint()
    said = " ".join(entry.text for entry in app.canvas.painter.log)

    assert bool(app.model.page.evening.tables) or not re.search(r"(person|people) met you today", said)


@pytest.mark.parametrize("kind", NIGHTS)
def test_the_head_counts_the_tables_of_its_picture(asleep, kind):
    """Of more people than sit in the picture the head says how many sit there, and how many stand at the bar."""
    app = asleep(kind)
    app.canvas.painter.log = []
    app.paint()
    said = " ".join(entry.text for entry in app.canvas.painter.log)
    told = app.model.page.evening
    tables = len(told.tables)
    if tables and (found := re.search(r"(\w+) (?:person|people) met you today(?: \((\w+) at the tables here)?", said)):
        met = told.met - told.met_apart
        assert found[1].lower() == counted(met)
        assert (found[2] is not None) == (met > tables)
        assert found[2] is None or found[2] == counted(tables)
