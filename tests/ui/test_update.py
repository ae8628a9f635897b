"""What follows from an action, without a window: every action, every dialog, every page, every request."""

import subprocess
import sys

import pytest

from game.errors import Refused
from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.common.settings import Settings
from game.ui.common.ui_model import Dialog, Page
from game.ui.common.window_requests import (
    CloseWindow,
    ForgetPhotos,
    SaveSettings,
    SetFullscreen,
)
from game.ui.play import play_actions as act
from game.ui.play import play_state, play_update
from game.ui.play.learner.learner_state import LearnerAction
from game.ui.play.play_state import ChoosePage, DebriefPage, HelpBox, NightPage, PlayPage, SettingsBox, TitlePage
from game.ui.play.reading_views import way_out
from game.ui.play.scrapbook import scrapbook_state
from game.ui.play.timing.timing_state import TimingAction
from game.ui.update import LIST, SAVES, SCENARIO, update
from game.ui.workshop import workshop_actions as do
from game.ui.workshop import workshop_state, workshop_update
from game.ui.workshop.workshop_state import ScenarioPage, WorkshopPage
from tests.ui import fake_saved, fake_workshop
from tests.ui.gallery import SCREENS
from tests.ui.on_stage import on, scene
from tests.ui.stage import Stage

MINE = fake_workshop.MINE.path
ENOUGH = 8  # times Esc must suffice


def subclasses(module, kind) -> set[type]:
    return {v for v in vars(module).values() if isinstance(v, type) and issubclass(v, kind) and v is not kind}


@pytest.mark.parametrize(
    "module", ["game.ui.play.play_update", "game.ui.workshop.workshop_update", "game.ui.update", "tests.ui.gallery"]
)
def test_what_is_shown_is_decided_without_pygame(module):
    """A fresh interpreter that imports it has no pygame: these tables need no window."""
    program = f"import sys, {module}; print([m for m in sys.modules if m.split('.')[0] == 'pygame'])"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


def test_every_kind_of_action_is_handled_in_one_place():
    """The actions of play, the entries of a run and the actions of the Workshop each have one handler."""
    play, workshop = set(play_update.HANDLERS), set(workshop_update.HANDLERS)

    assert play == {*act.PlayAction.__args__, *TimingAction.__args__, *LearnerAction.__args__, shared.Start}
    assert workshop == {*do.WorkshopAction.__args__, shared.ToWorkshop}
    assert not play & workshop
    elsewhere = {entries.Reload, entries.BringEvent, entries.TakeNudge}
    """Taken from a file that has changed; sent by a room's host; done where a hint is asked for."""
    assert set(entries.Entry.__args__) - elsewhere <= play


def test_what_is_no_action_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="expected an action"):
        Stage().act("play")


def test_every_dialog_can_be_closed_and_every_page_can_be_left():
    """From every screen of the gallery, Close leads to a page without a dialog, and leaving leads to the title."""
    dialogs, pages = set(), set()
    for name in SCREENS:
        stage = on(name)
        dialogs.add(type(stage.model.dialog))
        pages.add(type(stage.model.page))
        for _ in range(ENOUGH):
            if stage.model.dialog is not None:
                stage.act(shared.Close())
        assert stage.model.dialog is None, name
        stage.act(shared.Leave())
        assert isinstance(stage.model.page, TitlePage), name
        assert stage.model.run is None, name
    kinds = [subclasses(module, Dialog) for module in (play_state, scrapbook_state, workshop_state)]
    assert dialogs - {type(None)} == set().union(*kinds)
    assert pages == set(Page.__subclasses__())


@pytest.mark.parametrize(
    ("name", "comes"),
    [
        ("title", (TitlePage, type(None))),
        ("choose", (TitlePage, type(None))),
        ("play", (PlayPage, type(None))),
        ("picked", (PlayPage, type(None))),
        ("night", (NightPage, type(None))),
        ("debrief_trust", (DebriefPage, type(None))),
        ("workshop", (TitlePage, type(None))),
        ("bench_map", (WorkshopPage, type(None))),
        ("help", (PlayPage, type(None))),
        ("new", (WorkshopPage, type(None))),
    ],
)
def test_esc_drops_or_goes_back_and_opens_nothing_by_surprise(name, comes):
    stage = on(name)
    stage.act(shared.Close())

    assert scene(stage) == comes


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_the_help_comes_on_every_screen_and_what_was_open_comes_back(name):
    """Once for the help, once more for what was there before: no dialog is lost."""
    stage = on(name)
    before = stage.model.dialog
    stage.act(shared.ShowHelp())
    assert isinstance(stage.model.dialog, HelpBox if not isinstance(before, HelpBox) else type(None))
    if isinstance(before, HelpBox):
        return
    stage.act(shared.ShowHelp())

    assert stage.model.dialog == before


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_escape_pressed_often_never_opens_anything(name):
    stage = on(name)
    seen = []
    for _ in range(ENOUGH):
        stage.act(shared.Close())
        seen.append(type(stage.model.dialog))

    assert SettingsBox not in seen[1:]
    assert seen[-1] is type(None)


def test_back_from_a_scenario_its_line_is_chosen_and_in_sight():
    stage = on("bench_messages")
    stage.act(shared.Close())

    assert stage.model.page.selected == MINE
    assert stage.model.show == f"work.{MINE}"


@pytest.mark.parametrize("error", [Refused("Not now."), OSError("The disk is full.")])
def test_what_goes_wrong_is_said_and_nothing_else_changes(error):
    stage = on("choose")
    before = stage.model

    def fail(*_):
        raise error

    stage.services.start = fail
    stage.act(shared.Start("bakery"))

    assert stage.model.said == str(error)
    assert stage.model.page == before.page
    assert stage.requests == ()
    stage.act(shared.turn(selected="bakery"))
    assert stage.model.said == "", "until the next action"


def test_a_bug_of_ours_is_not_said_but_raised():
    stage = on("choose")

    def fail(*_):
        raise ZeroDivisionError

    stage.services.start = fail
    with pytest.raises(ZeroDivisionError):
        stage.act(shared.Start("bakery"))


def test_scrolling_and_the_clock_leave_what_was_said():
    stage = on("refused")
    said = stage.model.said
    for action in (shared.Scroll("followers", 12.0), shared.Tick(5.0), shared.Shown()):
        stage.act(action)
        assert stage.model.said == said != ""
    assert stage.model.scrolls["followers"] == 12.0


def test_the_window_is_asked_and_never_touched():
    """Quit, settings and full screen are requests."""
    stage = Stage()
    for action, requests in (
        (shared.Quit(), (CloseWindow(),)),
        (shared.Tune("theme", "dark"), (SaveSettings(Settings(theme="dark")),)),
        (
            shared.Tune("fullscreen", value=True),
            (SaveSettings(Settings(theme="dark", fullscreen=True)), SetFullscreen(on=True)),
        ),
        (shared.Open(HelpBox()), ()),
        (shared.Sequence((shared.Close(), shared.Quit())), (CloseWindow(),)),
    ):
        stage.act(action)
        assert stage.requests == requests, action
    assert stage.model.settings == Settings(theme="dark", fullscreen=True)


def test_of_a_sequence_one_that_is_refused_does_not_stop_those_behind():
    stage = on("play")
    stage.act(shared.Sequence((act.Pick("answer"), shared.Open(HelpBox()))))

    assert isinstance(stage.model.dialog, HelpBox)


def test_a_model_is_the_same_when_nothing_has_happened():
    """A tick that finds nothing gives an equal model, so nothing is painted."""
    for name in ("title", "choose", "play", "night", "debrief_trust", "workshop", "bench_messages", "trial"):
        stage = on(name)
        for now in range(20):
            stage.act(shared.Tick(float(now)))
        before = stage.model
        stage.act(shared.Tick(100.0))
        assert stage.model == before, name


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


def test_update_changes_nothing_of_the_model_it_was_given():
    """The old model is still what it was: a picture drawn of it is the same."""
    stage = on("play")
    before, said, scrolls = stage.model, stage.model.said, dict(stage.model.scrolls)
    update(before, shared.Scroll("followers", 9.0), stage.services)
    update(before, act.Pick("answer"), stage.services)
    update(before, shared.Leave(), stage.services)

    assert (before.said, dict(before.scrolls)) == (said, scrolls)
    assert isinstance(before.page, PlayPage)


def test_the_way_from_the_title_to_the_debrief():
    """Every page of a run, one after the other."""
    stage = Stage()
    way = []
    for action in (
        act.ToChoose(),
        shared.Start("bakery"),
        entries.EndDay(),
        act.Morning(),
    ):
        stage.act(action)
        way.append(type(stage.model.page))
    stage.services.game.finished = True
    stage.act(act.Morning())
    way.append(type(stage.model.page))
    stage.act(shared.Leave())
    way.append(type(stage.model.page))

    assert way == [ChoosePage, PlayPage, NightPage, PlayPage, DebriefPage, TitlePage]
