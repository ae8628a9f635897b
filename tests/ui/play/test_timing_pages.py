"""The way through the timing test: answers are taken one by one, can be changed, and are kept once, at the end."""

from game.ui.common.shared_actions import Close, turn
from game.ui.play.play_state import TitlePage
from game.ui.play.timing.timing_state import BeginTiming, EarlierCase, NextCase, ToTiming
from tests.ui.stage import Stage


def begun():
    stage = Stage()
    stage.act(ToTiming())
    stage.act(BeginTiming())
    return stage


def answer(stage, ask, sure):
    stage.act(turn(ask=ask, sure=sure))
    stage.act(NextCase())


def test_all_answers_are_kept_at_the_end_and_marked():
    """Nothing is kept of a sitting that was broken off."""
    stage = begun()
    for case in stage.model.page.cases:
        assert not stage.services.timing_book.sittings
        answer(stage, case.ready, 90)
    page = stage.model.page
    assert page.step == "told"
    (sitting,) = stage.services.timing_book.sittings
    assert (sitting.form, len(sitting.answers)) == ("A", 16)
    assert page.book.told.sittings[0].marks.right == 16


def test_a_file_of_answers_that_was_set_aside_is_told_with_the_marks():
    """Whoever finds fewer sittings than before learns where the others are."""
    stage = begun()
    stage.services.notice = "The file of your earlier answers could not be read."
    for case in stage.model.page.cases:
        answer(stage, case.ready, 90)
    assert (stage.model.page.step, stage.model.page.book.notice) == ("told", stage.services.notice)


def test_a_case_is_not_left_unanswered():
    """Neither half of an answer is enough, and the sentence says what is missing."""
    stage = begun()
    for values in ({}, {"ask": True}, {"ask": None, "sure": 70}):
        stage.act(turn(**values))
        stage.act(NextCase())
        assert stage.model.page.at == 0
        assert "how sure" in stage.model.said


def test_an_earlier_answer_can_be_changed_and_the_later_ones_stay():
    """Going back loses no answer."""
    stage = begun()
    for sure in (60, 70, 80):
        answer(stage, True, sure)
    for _ in range(2):
        stage.act(EarlierCase())
    assert (stage.model.page.at, stage.model.page.ask, stage.model.page.sure) == (1, True, 70)
    answer(stage, False, 100)
    assert [(a.ask, a.sure) for a in stage.model.page.answers] == [(True, 60), (False, 100), (True, 80)]
    assert (stage.model.page.ask, stage.model.page.sure) == (True, 80)


def test_answers_that_cannot_be_kept_stay_on_the_page():
    """A full disk is told, and the last case still stands there to be finished."""
    stage = begun()
    cases = stage.model.page.cases
    for case in cases[:-1]:
        answer(stage, case.ready, 90)

    def full(form, answers):
        raise OSError("no space left")

    kept, stage.services.keep_sitting = stage.services.keep_sitting, full
    answer(stage, True, 50)
    assert stage.model.said == "no space left"
    assert (stage.model.page.at, stage.model.page.step) == (len(cases) - 1, "case")
    stage.services.keep_sitting = kept
    stage.act(NextCase())
    assert stage.model.page.step == "told"


def test_escape_steps_back_through_the_cases_to_the_title():
    """The case before comes with what was answered, then what the test is, and only then the title."""
    stage = begun()
    for sure in (60, 80):
        answer(stage, True, sure)
    for at, sure in ((1, 80), (0, 60)):
        stage.act(Close())
        page = stage.model.page
        assert (page.at, page.sure, len(page.answers)) == (at, sure, 2)
    stage.act(Close())
    assert stage.model.page.step == "intro"
    stage.act(Close())
    assert isinstance(stage.model.page, TitlePage)
    assert not stage.services.timing_book.sittings


def test_the_other_form_comes_next():
    """Nobody gets the same cases twice in a row."""
    stage = begun()
    for case in stage.model.page.cases:
        answer(stage, case.ready, 90)
    stage.act(BeginTiming())
    assert (stage.model.page.form, stage.model.page.at, stage.model.page.answers) == ("B", 0, ())
