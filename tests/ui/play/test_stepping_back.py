"""A second move to the same person gives way with a word, and every step of a plan can be taken back."""

from dataclasses import replace

import pytest

from game.desk.desktop_services import DesktopServices
from game.session.entries import EndDay, PlanMove, TakeBack
from game.ui.common.settings import Settings
from game.ui.common.shared_actions import Close, Start, StepBack, Tick
from game.ui.play.play_state import ConfirmBox, NightPage, PlayPage
from game.ui.update import first_model, update


@pytest.fixture
def first_day(tmp_path):
    """First Hello on its first morning, in services and a model."""
    services = DesktopServices(tmp_path)
    model, _ = update(first_model(Settings(), services), Start("first_hello", "3"), services)
    model, _ = update(model, Close(), services)
    return services, model


def did(services, model, *actions):
    for action in actions:
        model, _ = update(model, action, services)
    return model


def planned(model):
    return [(p.move, p.who) for p in model.view.plan]


def test_what_gives_way_is_named_and_comes_back(first_day):
    """A move in place of another says which, and a step back undoes both one by one."""
    services, model = first_day
    who, name = model.view.followers[0].id, model.view.followers[0].name
    model = did(services, model, PlanMove("look_around", who), PlanMove("ask_about_them", who))
    assert planned(model) == [("ask_about_them", who)]
    assert "Look around" in model.told
    assert name in model.told

    model = did(services, model, StepBack())
    assert planned(model) == [("look_around", who)]
    model = did(services, model, StepBack())
    assert planned(model) == []


def test_a_move_that_was_taken_back_comes_back(first_day):
    """Taking back can be undone, too."""
    services, model = first_day
    who = model.view.followers[1].id
    model = did(services, model, PlanMove("look_around", who))
    model = did(services, model, TakeBack(model.view.plan[0].id), StepBack())

    assert planned(model) == [("look_around", who)]


def test_with_nothing_planned_it_asks_for_the_day_before(first_day):
    """A whole day is given up only after a question."""
    services, model = first_day
    first = did(services, model, StepBack())
    assert (first.dialog, first.said) == (None, "Nothing is planned yet, and this is the first day.")

    night = did(services, model, EndDay())
    assert isinstance(night.page, NightPage)
    asked = did(services, night, StepBack())
    assert isinstance(asked.dialog, ConfirmBox)
    back = did(services, replace(asked, dialog=None), asked.dialog.action)
    assert isinstance(back.page, PlayPage)
    assert back.view.day == 1


def test_after_the_opening_enter_takes_up_the_first_move(first_day):
    """Where the keyboard is once the opening has been read: on a move, not on the help."""
    _, model = first_day

    assert model.focus == "move.look_around"


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_what_gives_way_is_read_in_the_window(make_app, tmp_path, zoom):
    """The words stand on the page after the plan was changed, and stay while time passes."""
    app = make_app(zoom=zoom)
    app.services = DesktopServices(tmp_path)
    for action in (Start("first_hello", "3"), Close()):
        app.act(action)
    who = app.model.view.followers[0].id
    for move in ("look_around", "ask_about_them"):
        app.act(PlanMove(move, who))
    app.canvas.painter.log = []
    app.step()
    app.act(Tick(5.0))
    app.paint()
    assert "gives way to it" in " ".join(written.text for written in app.canvas.painter.log)
