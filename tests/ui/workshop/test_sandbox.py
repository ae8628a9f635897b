"""The sandbox as tables: which games are asked for, what is shown meanwhile, and what is copied."""

import pytest

from game.ui.common import shared_actions as shared
from game.ui.common.window_requests import PutOnClipboard
from game.ui.workshop.sandbox_values import MoveSlider, SandboxPage, ToSandbox
from game.ui.workshop.workshop_state import WorkshopPage
from tests.ui.fakes import fake_workshop as fake
from tests.ui.stage import Stage


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.act(ToSandbox())
    return stage


def test_it_begins_as_shipped(stage):
    """All sliders stand at 1."""
    assert stage.model.page.positions == (1.0, 1.0, 1.0)
    assert not stage.model.page.is_up_to_date


def test_a_slider_asks_for_games_by_its_rules(stage):
    """By all sliders together, the others where they stand."""
    stage.act(MoveSlider("crowd", 2.0))
    stage.act(MoveSlider("ask-price", 0.5))

    assert stage.services.workshop.calls[-1] == ("sandbox", (0.5, 1.0, 2.0))
    assert stage.model.page.positions == (0.5, 1.0, 2.0)


def test_the_picture_before_stays_until_the_games_are_played(stage):
    """Then it is exchanged by itself."""
    stage.services.workshop.seen = fake.sandbox_at(1.0, 1.0, 1.0)
    stage.act(shared.Tick(1.0))
    assert stage.model.page.is_up_to_date
    stage.act(MoveSlider("memory", 4.0))
    assert stage.model.page.seen.bots
    assert not stage.model.page.is_up_to_date

    stage.services.workshop.seen = fake.sandbox_at(1.0, 4.0, 1.0)
    stage.act(shared.Tick(1.1))
    assert stage.model.page.is_up_to_date


def test_nothing_is_asked_for_again_once_it_is_there(stage):
    """Time that passes over a finished picture costs nothing."""
    stage.services.workshop.seen = fake.sandbox_at(1.0, 1.0, 1.0)
    stage.act(shared.Tick(1.0))
    asked = len(stage.services.workshop.calls)
    model = stage.model
    stage.act(shared.Tick(2.0))

    assert stage.model is model
    assert len(stage.services.workshop.calls) == asked


def test_the_line_that_is_copied_has_the_sliders(stage):
    """Where they stand when it is copied."""
    stage.act(MoveSlider("memory", 0.5))
    stage.act(shared.CopyText(stage.model.page.line))

    assert stage.requests == (PutOnClipboard("courtship sandbox (1.0, 0.5, 1.0)"),)
    assert isinstance(stage.model.page, SandboxPage)


def test_escape_leads_back_to_the_workshop(stage):
    """And the sliders begin anew the next time."""
    stage.act(MoveSlider("memory", 0.5))
    stage.act(shared.Close())
    assert isinstance(stage.model.page, WorkshopPage)

    stage.act(ToSandbox())
    assert stage.model.page.positions == (1.0, 1.0, 1.0)
