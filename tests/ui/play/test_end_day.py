"""Days that go by without a move: they stop where something happens, and are ordinary days of the record."""

import json
from dataclasses import replace

import pytest

from game.desk.desktop_services import DesktopServices
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.ui.common.settings import Settings
from game.ui.common.shared_actions import Close, Start
from game.ui.play import play_actions as act
from game.ui.play.end_day import PASSES, SENT_FIRST, WAYS, WEEK, happened, lost, waiting_event, ways_of
from game.ui.play.play_state import ConfirmBox, DebriefPage, EventBox, NightPage, PlayPage
from game.ui.update import first_model, update


@pytest.fixture
def services(tmp_path):
    """Real runs in a folder of their own."""
    return DesktopServices(tmp_path)


def begun(services, scenario):
    """The first morning of a scenario, without its opening."""
    model, _ = update(first_model(Settings(), services), Start(scenario, "3"), services)
    return did(services, model, Close(), Close())


def did(services, model, *actions):
    """The model after some actions."""
    for action in actions:
        model, _ = update(model, action, services)
    return model


def answered(services, model):
    """The model after the event that is shown has been answered by its last choice."""
    event = next(e for e in model.view.events if e.id == model.dialog.event)
    return did(services, model, AnswerEvent(event.id, event.choices[-1].index), Close())


def test_days_pass_until_something_happens(services):
    """Every night on the way was empty, and the one that is shown was not; all of them can be read again."""
    model = begun(services, "slow_roast")
    shown = 0
    while not model.run.finished and shown < 8:
        before = model.view.day
        model = did(services, model, act.LetDaysPass())
        if isinstance(model.dialog, EventBox):
            model = answered(services, model)
            continue
        assert isinstance(model.page, NightPage)
        view, page = model.view, model.page
        assert page.passed == view.nights[-1].day - before + 1 == view.day - before + view.finished
        assert page.report is view.nights[-1]
        for night in view.nights[before - 1 : -1]:
            assert {item.signal for item in night.items if item.weight} <= PASSES
            assert (night.left, night.notes) == ((), ())
        assert view.finished or happened(view, view.night)
        shown += 1
        model = did(services, model, act.Morning(), Close())
    assert shown


@pytest.mark.parametrize("scenario", ["first_hello", "slow_roast"])
def test_a_game_is_ended_from_any_day_and_its_record_holds_ordinary_days(services, tmp_path, scenario):
    """Nothing but ended days, what was read, and answers to events; opened again it is the same game."""
    model = begun(services, scenario)
    model = did(services, model, act.AskToEndHere())
    for _ in range(20):
        if isinstance(model.page, DebriefPage):
            break
        if isinstance(model.dialog, EventBox):
            assert model.said == "Answer this before the day can end."
            model = answered(services, model)
            assert isinstance(model.page, PlayPage)
        model = did(services, model, act.EndHere())
    assert isinstance(model.page, DebriefPage)
    assert model.view.finished

    (path,) = tmp_path.glob(f"*{scenario}*.jsonl")
    kinds = [json.loads(line)["kind"] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert {*kinds} <= {"read", "event", "end_day"}
    assert kinds.count("end_day") == model.view.days
    days, debrief = model.view.nights, model.debrief
    model.run.close()
    again = services.resume(path)
    assert again.view(None).nights == days
    assert services.debrief(again) == debrief


def test_both_ways_stand_where_a_day_is_ended(services):
    """The question at the end of a day has them, each with a key of its own."""
    model = did(services, begun(services, "first_hello"), act.AskToEndDay())
    assert isinstance(model.dialog, ConfirmBox)
    assert model.dialog.ways == WAYS
    assert len({way.key for way in WAYS}) == len(WAYS)


def test_to_end_here_is_asked_with_how_many_days_are_left(services):
    """No key that was meant for a question skips a week."""
    model = did(services, begun(services, "first_hello"), act.AskToEndHere())
    assert isinstance(model.dialog, ConfirmBox)
    assert "seven days that are left" in model.dialog.text
    assert model.view.day == 1


def test_a_week_passes_but_no_question_is_left_open_and_no_loss_unseen(services):
    """Seven days, or fewer where an event asks or somebody is lost; the nights between are there to be read again."""
    model = begun(services, "slow_roast")
    model = did(services, model, act.LetDaysPass(WEEK))
    assert isinstance(model.page, NightPage)
    asks = waiting_event(model.view)
    assert model.page.passed == len(model.view.nights)
    assert model.page.passed == WEEK or asks or lost(model.view.night)
    assert not any(lost(night) for night in model.view.nights[:-1])
    model = did(services, model, act.Morning())
    assert bool(asks) == isinstance(model.dialog, EventBox)


def test_the_night_of_what_was_planned_is_never_passed_over(services):
    """Whoever sends something and lets a week pass first sees what came of it."""
    model = begun(services, "slow_roast")
    someone = next(f.id for f in model.view.followers if f.following)
    model = did(services, model, PlanMove("look_around", someone))
    assert model.view.plan
    model = did(services, model, act.LetDaysPass(WEEK))
    assert isinstance(model.page, NightPage)
    assert model.page.passed == 1
    assert model.page.report.day == 1
    assert model.page.stopped == SENT_FIRST


def test_the_card_says_beforehand_that_the_night_of_what_is_planned_comes_first(services):
    """Whoever has planned something reads on the card that days pass only after the night of it."""
    model = begun(services, "slow_roast")
    assert ways_of(model.view) == WAYS
    someone = next(f.id for f in model.view.followers if f.following)
    model = did(services, model, PlanMove("look_around", someone))
    told = {way.name: way.label for way in ways_of(model.view)}
    assert "the night of what is planned comes first" in told["week"]
    assert "the night of what is planned comes first" in told["pass"]
    assert told["end_here"] == next(way.label for way in WAYS if way.name == "end_here")


def test_no_more_days_are_offered_than_there_are(services):
    """A week where a week is left, days where there are some, and on the last day neither."""
    model = begun(services, "first_hello")
    while not model.run.finished:
        left = model.view.days - model.view.day + 1
        names = {way.name for way in ways_of(model.view)}
        assert ("week" in names) == (left >= WEEK)
        assert ("pass" in names) == (left > 1)
        assert "end_here" in names
        for event in [one for one in model.view.events if one.choices and not one.reply]:
            model.run.do(AnswerEvent(event.id, 0))
        model.run.do(EndDay())
        model = replace(model, view=model.run.view(None))
