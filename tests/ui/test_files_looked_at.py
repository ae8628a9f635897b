"""Files that change while the window is open, and scenarios that are tried out."""

import pytest

from game.errors import Refused
from game.ui.common import shared_actions as shared
from game.ui.common.window_requests import (
    ForgetPhotos,
)
from game.ui.play.play_state import TitlePage
from game.ui.play.reading_views import way_out
from game.ui.update import LIST, SAVES, SCENARIO
from game.ui.workshop.workshop_state import ScenarioPage
from tests.ui.fakes import fake_saved, fake_works
from tests.ui.on_stage import on

MINE = fake_works.MINE.path


@pytest.mark.parametrize(("name", "pause"), [("play", SAVES), ("bench_messages", SCENARIO), ("workshop", LIST)])
def test_files_are_looked_at_now_and_then_only(name, pause, monkeypatch):
    """However often the clock ticks, the disk is asked once in the pause."""
    stage = on(name)
    for now in range(9):
        stage.act(shared.Tick(float(now)))
    asked = []
    monkeypatch.setattr(stage.services, "saved", lambda run: asked.append(run))
    monkeypatch.setattr(stage.services.workshop, "changed", lambda path: bool(asked.append(path)))
    monkeypatch.setattr(stage.services.workshop, "works", lambda: asked.append("list") or stage.model.page.works)
    for now in (50.0, 50.0 + pause / 2, 50.0 + pause * 0.9):
        stage.act(shared.Tick(now))
    assert len(asked) == 1
    stage.act(shared.Tick(50.0 + pause))
    assert len(asked) == 2


def test_a_save_makes_pictures_be_read_again():
    stage = on("play")
    stage.services.saved = lambda run: fake_saved.SAME
    stage.act(shared.Tick(1.0))

    assert stage.requests == (ForgetPhotos(),)
    assert stage.model.saved is fake_saved.SAME


def test_a_service_that_fails_again_and_again_changes_the_model_once():
    stage = on("play")

    def fail(_):
        raise Refused("The folder cannot be read.")

    stage.services.saved = fail
    stage.act(shared.Tick(1.0))
    before = stage.model
    stage.act(shared.Tick(2.0))

    assert before.said == "The folder cannot be read."
    assert stage.model == before


def test_a_run_that_tries_out_a_scenario_leads_back_to_it():
    stage = on("bench_messages")
    stage.act(shared.Start(MINE, workshop=MINE))
    assert way_out(stage.model) == "To the Workshop"
    stage.act(shared.Leave())

    assert isinstance(stage.model.page, ScenarioPage)
    assert (stage.model.page.check.work.path, stage.model.run, stage.model.workshop) == (MINE, None, "")


def test_a_scenario_that_is_gone_does_not_keep_one_in_its_run():
    """The way back fails: the title is shown, and why."""
    stage = on("bench_messages")
    stage.act(shared.Start(MINE, workshop=MINE))

    def gone(path):
        raise Refused(f"{path} is no longer there.")

    stage.services.workshop.examine = gone
    stage.act(shared.Leave())

    assert isinstance(stage.model.page, TitlePage)
    assert "no longer there" in stage.model.said
