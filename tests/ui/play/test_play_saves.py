"""What follows from a save in play, and from reading or deleting older runs."""

from dataclasses import replace

import pytest

from game.errors import Refused
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_pages
from game.ui.play.play_state import (
    MirrorBox,
    RunsBox,
)
from tests.ui.fakes import fake_saved
from tests.ui.on_stage import on
from tests.ui.stage import Stage


@pytest.mark.parametrize(
    "on_page", ["play", "picked", "content", "motive", "mirror", "plan", "night", "debrief_people"]
)
def test_a_save_that_changes_little_moves_little(on_page):
    """Page, follower, tab and what is taken up stay; a dialog stays if it still means something."""
    stage = on(on_page)
    before = stage.model
    stage.services.saved = lambda run: fake_saved.OTHERWISE
    stage.act(shared.Tick(1.0))
    after = stage.model

    assert type(after.page) is type(before.page)
    for field in ("selected", "tab", "move", "follower", "day"):
        assert getattr(after.page, field, None) == getattr(before.page, field, None)
    assert after.dialog == (None if isinstance(before.dialog, MirrorBox) else before.dialog)


def test_words_that_cannot_be_said_any_more_are_laid_down():
    """A move that a saved file took away is taken up no longer."""
    stage = on("picked")

    def refuse(*_):
        raise Refused("There is no such move or follower.")

    stage.model.run.say = refuse
    stage.services.saved = lambda run: fake_saved.OTHERWISE
    stage.act(shared.Tick(1.0))

    assert (stage.model.page.move, stage.model.page.words) == ("", "")


def test_days_that_can_be_played_on_are_counted_after_a_save_and_played_on():
    """Then none is left, and what the save changed stays told."""
    stage = on("saved_stopped_ahead")
    assert stage.model.ahead == 9
    stage.services.game.days_ahead = 0
    stage.act(act.CatchUp())

    assert stage.model.ahead == 0
    assert stage.model.saved.replayed is fake_saved.SAME.replayed


def test_older_runs_are_read_when_they_are_asked_for(monkeypatch):
    """The title page comes at once, however many runs there are."""
    stage = Stage()
    run = stage.services.runs[0]
    stage.services.runs = tuple(replace(run, path=f"runs/{number}") for number in range(100))
    stage.model = play_pages.to_title(stage.model, stage.services)
    page = stage.model.page
    assert (len(page.runs), page.older) == (play_pages.READ_AT_ONCE, 100 - play_pages.READ_AT_ONCE)
    stage.act(shared.Open(RunsBox()))
    stage.act(act.ReadOlderRuns())

    assert (len(stage.model.page.runs), stage.model.page.older) == (100, 0)
    assert isinstance(stage.model.dialog, RunsBox)


def test_a_run_that_is_put_away_is_in_the_list_no_more():
    """The others stay in their order."""
    stage = on("runs")
    before = [run.path for run in stage.model.page.runs]
    stage.act(act.DeleteRun(before[1]))

    assert [run.path for run in stage.model.page.runs] == [before[0], *before[2:]]
