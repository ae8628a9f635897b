"""The Workshop as tables: what an action makes of the page, the dialog, and what is said."""

from dataclasses import replace

import pytest

from game.authoring.starter import STARTERS, fitting
from game.errors import Refused
from game.ui.common import shared_actions as shared
from game.ui.common.window_requests import PutOnClipboard
from game.ui.workshop import workshop_actions as act
from game.ui.workshop.workshop_state import (
    TABS,
    BrowseBox,
    ExplainBox,
    MendBox,
    NameBox,
    NewBox,
    ReferenceBox,
    ResultBox,
    ScenarioPage,
    WorkshopPage,
)
from tests.ui.fakes import fake_works
from tests.ui.on_stage import on

NONE = type(None)
MINE = fake_works.MINE.path


@pytest.mark.parametrize(
    ("name", "action", "page", "dialog", "said"),
    [
        ("title", shared.ToWorkshop(), WorkshopPage, NONE, ""),
        ("workshop", act.OpenScenario(MINE), ScenarioPage, NONE, ""),
        ("workshop", act.Begin(), WorkshopPage, NewBox, ""),
        ("new_asked", act.Create(), ScenarioPage, NONE, ""),
        ("workshop", act.Copy(fake_works.SHIPPED.path), ScenarioPage, ResultBox, ""),
        ("workshop", act.Forget(fake_works.FAR), WorkshopPage, NONE, ""),
        ("workshop", act.Browse(), WorkshopPage, BrowseBox, ""),
        ("browse", act.ChooseFound("/x", "folder"), WorkshopPage, BrowseBox, ""),
        ("browse", act.ChooseFound(MINE, "scenario"), ScenarioPage, NONE, ""),
        ("browse", act.ChooseFound("/x/a.zip", "zip"), WorkshopPage, NameBox, ""),
        ("workshop", act.Drop("/x/photo.png"), WorkshopPage, ResultBox, ""),
        ("bench_messages", act.ExplainCode("text-cut"), ScenarioPage, ExplainBox, ""),
        ("bench_broken", act.ShowMends(), ScenarioPage, MendBox, ""),
        ("mends", act.WriteMends(), ScenarioPage, NONE, ""),
        ("bench_messages", act.Pack(), ScenarioPage, ResultBox, ""),
        ("taken", act.Add("/x/a.zip", "quay_street_2"), WorkshopPage, ResultBox, ""),
        ("workshop", act.ShowFolder("/x"), WorkshopPage, ResultBox, ""),
        ("bench_messages", act.OpenEditor(MINE), ScenarioPage, NONE, ""),
        ("workshop", act.ShowReference(), WorkshopPage, ReferenceBox, ""),
    ],
)
def test_what_follows(name, action, page, dialog, said):
    """Each action leads to its page and dialog, and says what it should."""
    stage = on(name)
    stage.act(action)

    assert (type(stage.model.page), type(stage.model.dialog), stage.model.said) == (page, dialog, said)


@pytest.mark.parametrize(
    ("name", "action", "focus"),
    [("workshop", act.Begin(), "new.name"), ("workshop", act.Browse(), "browse.words"),
     ("workshop", act.ShowReference(), "reference.words")],
)  # fmt: skip
def test_a_dialog_that_begins_with_typing_has_the_keyboard(name, action, focus):
    """One can type at once."""
    stage = on(name)
    stage.act(action)

    assert stage.model.focus == focus


@pytest.mark.parametrize("action", [act.Drop(MINE), act.Drop("/x/a.zip"), act.Drop("/x/photo.png")])
def test_what_is_dropped_in_the_middle_of_a_run_is_left_alone(action):
    """A file that falls on the window ends no game."""
    stage = on("play")
    before = stage.model
    stage.act(action)

    assert (stage.model.page, stage.model.dialog, stage.model.run) == (before.page, None, before.run)


def test_tabs_go_round_and_each_reads_what_it_shows():
    """Seven steps to the right lead back; every tab has then been filled once."""
    stage = on("bench_messages")
    seen = []
    for _ in TABS:
        stage.act(act.Tab(step=1))
        seen.append(stage.model.page.tab)

    page = stage.model.page
    assert seen == [*(name for name, _, _ in TABS[1:]), "messages"]
    assert (page.told, page.graph, page.figures) == (fake_works.TOLD, fake_works.MAP, fake_works.FIGURES)
    assert page.said
    assert page.tongues.found


def test_a_tab_that_needs_a_good_scenario_is_not_read_while_it_has_errors():
    """It is shown empty, and nothing fails."""
    stage = on("bench_broken")
    stage.services.workshop.in_sentences = None  # would raise if it were asked
    stage.act(act.Tab("story"))

    assert (stage.model.page.tab, stage.model.page.told) == ("story", "")


def test_a_save_is_examined_and_news_about_the_old_files_goes():
    """What is told is always of the file as it is."""
    stage = on("bench_mended")
    assert ".bak" in stage.model.page.news
    examine = stage.services.workshop.examine
    stage.services.workshop.saved = True
    stage.services.workshop.examine = lambda path: replace(examine(path), version="v2")
    stage.act(shared.Tick(9.0))

    assert (stage.model.page.check.version, stage.model.page.news) == ("v2", "")


def test_a_save_that_breaks_the_tab_that_is_open_still_shows_its_messages():
    """What the tab needs cannot be read: that is said, and the check is the new one."""
    stage = on("bench_story")

    def refuse(_):
        raise Refused("It has errors, which come first.")

    stage.services.workshop.in_sentences = refuse
    stage.services.workshop.problems[MINE] = fake_works.PROBLEMS
    stage.services.workshop.saved = True
    stage.act(shared.Tick(9.0))

    assert stage.model.page.check.problems == fake_works.PROBLEMS
    assert stage.model.said == "It has errors, which come first."


def test_the_list_examines_one_scenario_at_a_time():
    """So that the window never waits for all of them."""
    stage = on("workshop")
    assert [w.examined for w in stage.model.page.works].count(False) == 1
    stage.act(shared.Tick(1.0))

    assert all(w.examined for w in stage.model.page.works)


def test_a_playtest_is_shown_as_far_as_it_has_come_also_when_one_comes_back():
    """Looking at another scenario loses nothing."""
    stage = on("trial_running")
    assert stage.model.page.trials.running
    stage.act(act.OpenScenario(fake_works.FAR))
    assert stage.model.page.trials is None
    stage.services.workshop.playtests[MINE].trials = fake_works.TRIALS
    stage.act(act.OpenScenario(MINE))
    assert stage.model.page.trials == fake_works.TRIALS


def test_a_playtest_that_has_ended_is_asked_no_more(monkeypatch):
    """Its figures stay."""
    stage = on("trial")
    monkeypatch.setattr(stage.services.workshop, "trials", None)  # would raise if it were asked
    stage.act(shared.Tick(1.0))

    assert stage.model.page.trials == fake_works.TRIALS


@pytest.mark.parametrize(
    ("name", "field", "typed", "kept"),
    [
        ("new", "new.name", "x" * 200, "x" * 120),
        ("new", "new.worry", "Whether there is  bread", "Whether there is  bread"),
        ("browse", "browse.words", "sem", "sem"),
        ("reference", "reference.words", "trust", "trust"),
        ("bench_tongues", "language", "pt-BR-and-more", "pt-BR-"),
    ],
)
def test_fields_take_what_is_typed_up_to_their_length(name, field, typed, kept):
    """What is beyond is left out, and spaces stay while one types."""
    stage = on(name)
    stage.act(shared.Typed(field, typed))
    box, page = stage.model.dialog, stage.model.page
    found = getattr(box, "wish", None) or box or page

    assert getattr(found, field.rpartition(".")[2]) == kept


def test_what_was_typed_is_tidied_when_the_scenario_is_made():
    """Spaces at the ends and double ones go."""
    stage = on("new")
    stage.act(shared.Typed("new.name", "  Bread   &  Butter "))
    stage.act(act.Like("bakery"))
    stage.act(act.Create())
    (wish,) = [call[1] for call in stage.services.workshop.calls if call[0] == "create"]

    assert (wish.name, wish.like) == ("Bread & Butter", "bakery")


def test_what_fits_comes_first_when_one_types_and_the_first_is_chosen():
    """Enter then opens what was meant."""
    stage = on("browse")
    stage.act(shared.turn_dialog(at=5))
    assert stage.model.show == "entry.Seminar 5"
    stage.act(shared.Typed("browse.words", "slow"))
    stage.act(shared.turn_dialog(at=0))

    assert stage.model.show == "entry.slow.yaml"


@pytest.mark.parametrize("starter", STARTERS)
@pytest.mark.parametrize("trade", ["", "bakery", "coffee roastery", "bicycle workshop", "florist"])
def test_the_ticked_starter_is_the_one_that_is_made(trade, starter):
    """The tick follows the trade; a card whose story is about another trade is refused with a word."""
    stage = on("new")
    stage.act(shared.Typed("new.name", "Corner"))
    stage.act(shared.Typed("new.trade", trade))
    first = stage.model.dialog.wish.like
    assert first == fitting("", trade)

    stage.act(act.Like(starter))
    kept, said = stage.model.dialog.wish.like, stage.model.said
    stage.act(act.Create())
    (wish,) = [call[1] for call in stage.services.workshop.calls if call[0] == "create"]

    assert kept == starter or (kept == first and trade in said)
    assert fitting(wish.like, wish.trade) == kept


def test_what_does_not_open_is_told_with_its_path_and_the_path_can_be_copied():
    """Whoever has no file manager finds it all the same."""
    stage = on("bench_messages")
    stage.act(act.ShowFolder("/far/away"))
    box = stage.model.dialog

    assert "/far/away" in box.text
    stage.act(shared.CopyText(box.path))
    assert stage.requests == (PutOnClipboard("/far/away"),)
    assert stage.model.dialog is None


def test_a_chosen_scenario_that_goes_away_is_said_before_another_is_acted_on():
    """Somebody moves the file while the list is shown: what Enter opens now is another one, and that is told."""
    stage = on("workshop")
    page = stage.model.page
    gone = next(w for w in page.works if w.path == page.selected)
    stage.model = replace(stage.model, page=replace(page, works=tuple(replace(w, examined=True) for w in page.works)))
    stage.services.workshop.list = tuple(w for w in stage.services.workshop.list if w.path != gone.path)

    stage.act(shared.Tick(10.0))
    stage.act(shared.Tick(20.0))

    assert stage.model.page.selected != gone.path
    assert f"“{gone.title}” is no longer where it was" in stage.model.said
