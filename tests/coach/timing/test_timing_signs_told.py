"""Which signs told the cases of a sitting is told by counts first; then each case is solved."""

from dataclasses import replace

import pytest

from game.coach.timing.timing_case import forms_from
from game.coach.timing.timing_marks import TimingAnswer
from game.coach.timing.timing_signs_told import SIGNS, counts_of, signs_told, solved_told
from game.desk.learning.timing_file import CASES
from game.session.view import ThreadItem

FORMS = forms_from(CASES.read_text(encoding="utf-8")).forms
NEED, WARM = list(SIGNS)[:2]


def answers(cases, asks):
    """Answers that ask where a condition holds."""
    return [TimingAnswer(case.id, asks(case), 75) for case in cases]


@pytest.mark.parametrize("form", FORMS)
def test_counts_are_those_of_the_cases(form):
    """Every sign is counted once in each case, among the ready and the others, and among those one would ask."""
    cases = FORMS[form]
    for count in counts_of(cases, answers(cases, SIGNS[NEED])):
        shown = [case for case in cases if SIGNS[count.sign](case)]
        assert (count.ready, count.others) == (sum(c.ready for c in shown), sum(not c.ready for c in shown))
        assert count.shown == len(shown)
        assert count.asked == sum(SIGNS[NEED](case) for case in shown)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_told_names_nobody(form):
    """The rule is told of all cases at once: no name of a case stands in it."""
    cases = FORMS[form]
    told = " ".join(signs_told(cases, answers(cases, lambda case: case.ready)))
    assert told
    assert not any(case.name.split()[0] in told for case in cases)


@pytest.mark.parametrize("form", FORMS)
def test_a_need_alone_does_not_give_the_key_away(form):
    """Some who have shown a need of their own lately are not ready, so that one has to ask who is near enough, too."""
    cases = FORMS[form]
    assert any(SIGNS[NEED](case) and not case.ready for case in cases)


def test_whoever_leans_on_a_sign_that_tells_nothing_is_told_so():
    """Warm answers of half of the ready and half of the others move somebody who asks whenever answers are warm."""
    warm = tuple(ThreadItem(day, "them", "answer_warm", "Gladly.") for day in (1, 2))
    cases = [
        replace(case, thread=warm if number % 4 < 2 else (), ready=number % 2 == 0)
        for number, case in enumerate(FORMS["A"])
    ]
    told = signs_told(cases, answers(cases, SIGNS[WARM]))
    assert any(words.startswith(f"{WARM} seems to have moved you most") for words in told)
    assert not any("moved you most" in words for words in signs_told(cases, answers(cases, lambda case: case.ready)))


def test_a_need_that_was_missed_is_counted():
    """Whoever never asks is told how many of those with a need would have been ready."""
    cases = FORMS["B"]
    told = signs_told(cases, answers(cases, lambda _: False))
    assert told[0].startswith(NEED)
    assert "You would have asked 0 of these" in told[0]


@pytest.mark.parametrize("form", FORMS)
def test_each_case_is_solved_with_its_signs_and_the_answer(form):
    """Who was ready, by which sign, and whether one had seen it."""
    cases = FORMS[form]
    told = solved_told(cases, answers(cases, lambda case: True))
    assert len(told) == len(cases)
    for case, words in zip(cases, told, strict=True):
        assert words.startswith(f"{case.name}, day {case.day}: {'ready' if case.ready else 'not ready'}.")
        assert ("which was wrong" in words) is not case.ready
        assert (NEED[2:] in words) is SIGNS[NEED](case)
