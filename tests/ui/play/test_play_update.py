"""Playing as tables: what an action makes of the page, the dialog, and what is said."""

from dataclasses import replace

import pytest

from game.errors import RecordError
from game.session import entries
from game.session.view import Guess
from game.ui.common import shared_actions as shared
from game.ui.common.window_requests import SaveSettings
from game.ui.play import play_actions as act
from game.ui.play.play_state import (
    ChoosePage,
    ConfirmBox,
    ContentBox,
    DebriefPage,
    EventBox,
    MirrorBox,
    MotiveBox,
    NightPage,
    NoticeBox,
    OpeningBox,
    PeopleBox,
    PlayPage,
    RunsBox,
    TitlePage,
)
from game.ui.play.reading_views import mirror_of, plan_of
from tests.ui.fakes import fake, fake_debrief, fake_people
from tests.ui.on_stage import on
from tests.ui.stage import Stage

NONE = type(None)


@pytest.mark.parametrize(
    ("name", "action", "page", "dialog", "said"),
    [
        ("title", act.ToChoose(), ChoosePage, NONE, ""),
        ("choose", shared.Start("bakery", "42"), PlayPage, NONE, ""),
        ("title", act.Resume("runs/1"), PlayPage, NONE, ""),
        ("runs", act.DeleteRun("runs/1"), TitlePage, RunsBox, ""),
        ("compared", shared.Close(), TitlePage, RunsBox, ""),
        ("both_endings", shared.Close(), DebriefPage, NONE, ""),
        ("play", act.Pick("comment"), PlayPage, NONE, ""),
        ("play", act.Pick("share_resource"), PlayPage, ContentBox, ""),
        ("play", act.Pick("introduce"), PlayPage, PeopleBox, ""),
        ("play", act.Pick("pitch"), PlayPage, MirrorBox, ""),
        ("play", act.Pick("answer"), PlayPage, NONE, "No message of theirs waits for an answer."),
        ("play", act.Pick("no_such_move"), PlayPage, NONE, ""),
        ("play", act.AskToEndDay(), PlayPage, ConfirmBox, ""),
        ("play", entries.EndDay(), NightPage, NONE, ""),
        ("event_pressed", shared.Close(), PlayPage, NONE, ""),
        ("event", act.AskToEndDay(), PlayPage, EventBox, "Answer this before the day can end."),
        ("event", entries.EndDay(), PlayPage, EventBox, "Answer this before the day can end."),
        ("night", act.Morning(), PlayPage, NONE, ""),
        ("debrief_day", entries.Undo(12), PlayPage, NONE, ""),
        ("debrief_day", act.Again(), DebriefPage, NONE, ""),
    ],
)
def test_what_follows(name, action, page, dialog, said):
    """Each action in the table leads to its page, its dialog and its words, and asks nothing of the window but to keep
    for which shop a sign was chosen."""
    stage = on(name)
    stage.act(action)

    assert (type(stage.model.page), type(stage.model.dialog), stage.model.said) == (page, dialog, said)
    assert [r for r in stage.requests if not isinstance(r, SaveSettings)] == []


def test_a_move_taken_up_says_its_words_and_the_keyboard_moves_to_the_plan():
    """Enter then plans it."""
    stage = on("picked")

    assert stage.model.page.words.startswith("You wrote")
    assert stage.model.focus == "compose.plan"
    assert plan_of(stage.model) == entries.PlanMove("ask_about_them", "mara")


def test_a_post_is_planned_for_everybody():
    """Its plan names a content and nobody."""
    assert plan_of(on("posts").model) == entries.PlanMove("post_story", "", "c1")


def test_a_move_that_is_planned_is_taken_up_no_longer():
    """It stands in the plan once, and a second Enter plans nothing."""
    stage = on("picked")
    stage.act(plan_of(stage.model))

    assert (stage.model.page.move, stage.model.page.words) == ("", "")
    assert [p.who for p in stage.model.view.plan].count("mara") == 1
    assert plan_of(stage.model) is None


@pytest.mark.parametrize(
    "entry",
    [
        entries.PlanMove("comment", "mara"), entries.TakeBack(1), entries.Note("mara", "buyer", 50),
        entries.AnswerEvent("boss", 1), entries.MarkRead("mara"), entries.EndDay(), entries.Undo(3),
    ],
    ids=lambda entry: entry.kind,
)  # fmt: skip
def test_an_entry_that_cannot_be_written_down_is_said_and_the_page_stays(entry):
    """A full disk: nothing is lost, and the screen says so."""
    stage = on("play")
    before = stage.model

    def full(_):
        raise RecordError("The record cannot be written: the disk is full.")

    stage.model.run.do = full
    stage.act(entry)

    assert stage.model == replace(before, said="The record cannot be written: the disk is full.", show="")


def test_the_mirror_of_a_blunder_shows_itself_once_in_a_run_and_again_in_the_next():
    """A new run may be played by another person."""
    stage = on("play")
    for expected in (MirrorBox, NONE):
        stage.act(act.Pick("pitch"))
        assert isinstance(stage.model.dialog, expected)
        stage.act(shared.Open(None))
    stage.act(act.Again())
    stage.act(act.Pick("pitch"))

    assert stage.model.dialog == mirror_of(stage.model, unasked=True)


def test_an_event_shows_itself_once_and_comes_back_when_the_day_shall_end():
    """One may look round first, and cannot forget it."""
    stage = on("event")
    assert stage.model.dialog == EventBox("boss")
    stage.act(shared.Close())
    assert stage.model.dialog is None
    stage.act(act.Select("jae"))
    assert stage.model.dialog is None
    stage.act(act.AskToEndDay())
    assert stage.model.dialog == EventBox("boss")


def test_an_event_stays_while_its_reply_is_to_be_read():
    """It closes when the player has read what came of the answer."""
    stage = on("event")
    stage.act(entries.AnswerEvent("boss", 2))
    assert stage.model.dialog == EventBox("boss")
    stage.act(shared.Close())
    assert stage.model.dialog is None


def test_the_opening_comes_before_the_first_event_and_is_told_to_its_end():
    """Closed, it gives way to the event of the morning."""
    stage = Stage(fake.FakeServices(opening=True, event=True))
    stage.act(shared.Start("bakery"))
    assert stage.model.dialog == OpeningBox(fake_people.OPENING)
    stage.act(shared.Close())

    assert stage.model.dialog == EventBox("boss")


def test_what_the_player_must_be_told_once_is_a_notice(monkeypatch):
    """A record that was mended is told as soon as the run is opened."""
    stage = Stage()
    view = stage.services.game.view

    monkeypatch.setattr(stage.services.game, "view", lambda who=None: replace(view(who), notice="A line was mended."))
    stage.act(act.Resume("runs/1"))

    assert stage.model.dialog == NoticeBox("Please note", "A line was mended.")


def test_to_note_a_motive_closes_its_question_and_no_other_dialog():
    """Reading a thread leaves the question open."""
    stage = on("motive")
    stage.act(entries.Note("mara", "buyer", 100))
    assert stage.model.dialog is None
    assert next(f.guess for f in stage.model.view.followers if f.id == "mara") == Guess("buyer", 100)
    stage.act(shared.Open(MotiveBox("mara")))
    stage.act(entries.MarkRead("mara"))
    assert stage.model.dialog == MotiveBox("mara")


def test_turning_to_somebody_reads_their_thread_and_lays_down_what_was_taken_up():
    """And brings them into sight; nothing of theirs is unread."""
    stage = on("picked")
    unread = next(f.id for f in stage.model.view.followers if f.unread)
    stage.act(act.Select(unread))

    assert (stage.model.page.selected, stage.model.page.move, stage.model.show) == (unread, "", f"follower.{unread}")
    assert not next(f for f in stage.model.view.followers if f.id == unread).unread


@pytest.mark.parametrize(("step", "expected"), [(1, "talk"), (-1, "all")])
def test_groups_of_moves_go_round(step, expected):
    """Past the last comes the first; the group of posts shows the posts."""
    stage = on("play")
    stage.act(act.Group(step=step))

    assert stage.model.page.group == expected
    assert stage.model.page.tab == ("posts" if expected == "all" else "thread")


@pytest.mark.parametrize(
    ("typed", "seed"), [("42", "42"), ("4x2", "42"), ("٣", ""), ("1234567890", "123456789"), ("", "")]
)
def test_a_seed_has_at_most_nine_digits(typed, seed):
    """Other signs are not taken."""
    stage = on("choose")
    stage.act(shared.Typed("seed", typed))

    assert stage.model.page.seed == seed


def test_the_debrief_begins_where_trust_moved_most_and_keeps_to_its_days():
    """No day before the first or after the last is shown."""
    stage = on("debrief_trust")
    first = max(fake_debrief.DEBRIEF.followers, key=lambda f: max(f.trust) - min(f.trust))
    assert stage.model.page.follower == first.id
    for day, shown in ((0, stage.model.page.day), (99, fake_debrief.DEBRIEF.days), (-5, 1)):
        stage.act(act.Explain(day=day))
        assert stage.model.page.day == shown


def test_a_hint_is_asked_for_only_where_hints_are_on_and_written_down_once_a_day():
    """Off by default; the second time shows the same hint, and a refusal of the record shows none."""
    stage = on("play")
    stage.act(act.AskNudge())
    assert stage.model.dialog is None
    stage = on("hints_on")
    for _ in range(2):
        stage.act(act.AskNudge())
        told = stage.model.dialog.told
        stage.act(shared.Close())
    assert [call for call in stage.services.game.calls if call[0] == "nudge"] == [("nudge", "waiting", told.who)]


def test_what_if_is_asked_only_in_practice_and_written_down_before_it_is_answered():
    """Off by default; the choices begin with what is taken up; the answer comes onto the box, and choosing goes on."""
    stage = on("play")
    stage.act(act.OpenWhatIf())
    assert stage.model.dialog is None
    stage = on("practice")
    stage.act(act.Pick("ask_about_them"))
    stage.act(act.OpenWhatIf())
    box = stage.model.dialog
    assert (box.who, box.first, box.second, box.found) == ("mara", "ask_about_them", "", None)
    stage.act(entries.AskWhatIf(box.who, box.first, box.second))
    assert ("what_if", "mara", "ask_about_them", box.second) in stage.services.game.calls
    assert not stage.model.dialog.found.sentence
    stage.act(shared.Tick(2.0))
    assert stage.model.dialog.found.sentence
    stage.act(shared.turn_dialog(found=None))
    assert stage.model.dialog == box


def test_the_decision_that_is_read_stays_when_the_coach_has_weighed_more_closely():
    """The first look gives way to the whole, in another order; what is told no more gives way to the first."""
    stage = on("debrief_review_first_look")
    stage.act(shared.turn(decision=2))
    shown = stage.model.page.coached.decisions[2]
    stage.services.coached = replace(fake_debrief.COACHED, decisions=fake_debrief.COACHED.decisions[1:])
    stage.act(shared.Tick(2.0))
    page = stage.model.page
    assert page.coached.decisions[page.decision] == shown
    stage = on("debrief_review_first_look")
    stage.act(shared.turn(decision=4))
    stage.services.coached = replace(fake_debrief.COACHED, decisions=fake_debrief.COACHED.decisions[:3])
    stage.act(shared.Tick(2.0))
    assert stage.model.page.decision == 0
