"""Hosting a room as tables: which page follows, what the window is asked for, and when it asks before it closes."""

from dataclasses import replace

import pytest

from game.ui.common import shared_actions as shared
from game.ui.common.window_requests import CloseWindow, ShowInBrowser
from game.ui.play import play_actions as act
from game.ui.play.hosting.hosting_values import ANOTHER_PORT, ENDED, OPENING, HostPage
from game.ui.play.play_state import ConfirmBox, TitlePage
from tests.ui.fakes import fake_saved
from tests.ui.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_a_room_is_opened_once_and_then_shown(stage):
    """Coming back to the page opens no second one."""
    stage.act(act.ToHostedRoom())
    assert stage.model.page.room.stage == OPENING
    stage.act(shared.Close())
    assert isinstance(stage.model.page, TitlePage)
    assert stage.model.page.hosting
    stage.act(act.ToHostedRoom())
    assert stage.services.game.calls == [("open_room", "")]


def test_the_page_follows_what_becomes_known_of_the_room(stage):
    """Once a second, and no more often."""
    stage.act(act.ToHostedRoom())
    stage.services.room = fake_saved.FULL_ROOM
    stage.act(shared.Tick(1.0))
    assert stage.model.page == HostPage(fake_saved.FULL_ROOM)
    stage.services.room = replace(fake_saved.FULL_ROOM, guests=("Ann",))
    stage.act(shared.Tick(1.1))
    assert stage.model.page == HostPage(fake_saved.FULL_ROOM)  # not at every turn of the loop
    stage.act(shared.Tick(2.0))
    assert stage.model.page.room.guests == ("Ann",)


def test_a_room_that_could_not_be_opened_is_tried_another_way(stage):
    """On another port, from the page that says why it failed."""
    stage.services.room = fake_saved.NO_ROOM
    stage.act(act.ToHostedRoom())
    assert stage.model.page.room.stage == ENDED
    stage.act(act.OpenRoom(ANOTHER_PORT))
    assert stage.services.game.calls == [("open_room", ANOTHER_PORT)]
    assert stage.model.page.room.stage == OPENING


def test_ending_a_room_leads_to_the_title(stage):
    """And nothing is left of it."""
    stage.services.room = fake_saved.FULL_ROOM
    stage.act(act.ToHostedRoom())
    stage.act(act.EndRoom())
    assert isinstance(stage.model.page, TitlePage)
    assert not stage.model.page.hosting
    assert stage.services.room is None


def test_the_host_s_page_opens_in_the_browser(stage):
    """With its key."""
    stage.act(shared.OpenInBrowser("http://127.0.0.1:8765/host?key=a"))
    assert stage.requests == (ShowInBrowser("http://127.0.0.1:8765/host?key=a"),)


def test_what_was_copied_is_said_until_the_next_step(stage):
    """The button says *Copied* as long as nothing else is done; time that passes is no step."""
    stage.services.room = fake_saved.FULL_ROOM
    stage.act(act.ToHostedRoom())
    stage.act(shared.CopyText("http://10.0.0.2:8765/host?key=a"))
    stage.act(shared.Tick(1.0))
    assert stage.model.told == "Copied."
    stage.act(shared.OpenInBrowser("http://127.0.0.1:8765/host?key=a"))
    assert stage.model.told == ""


@pytest.mark.parametrize(
    ("room", "asks"),
    [(None, False), (fake_saved.NEW_ROOM, False), (fake_saved.NO_ROOM, False), (fake_saved.FULL_ROOM, True)],
)
def test_the_window_asks_before_it_closes_on_guests(stage, room, asks):
    """Only where somebody would be sent away; once one is sure, it closes."""
    stage.services.room = room
    stage.act(shared.Quit())
    assert (stage.requests == (CloseWindow(),)) is not asks
    assert isinstance(stage.model.dialog, ConfirmBox) is asks
    stage.act(shared.Quit(sure=True))
    assert stage.requests == (CloseWindow(),)
