"""Who was ready and never asked then is told by the review, all of them, and as the debrief tells it."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.coach.hindsight import passed_over as module
from game.coach.hindsight.belief import believe
from game.coach.hindsight.coach_text import coach_figures, coach_told
from game.coach.hindsight.other_choices import ASK, questions
from game.coach.hindsight.passed_over import passed_parts
from game.coach.hindsight.review import review
from game.coach.hindsight.review_told import dear_parts, fine_parts, running_text
from game.coach.hindsight.visible import visible_run
from game.coach.hindsight.what_if import without_questions
from game.coach.looking_back.make_debrief import debrief
from game.engine.position import empty_plan
from game.session.entries import PlanMove
from game.session.planning import hours_left, plan_of
from tests.coach.looking_back.contradictions import HOLDS, contradictions, told_of
from tests.plays import played

HOLDS_NOTHING = {"passed_elsewhere", "passed_left", "passed_over", "passed_open"}
GAMES = [("never_asks", 1), ("patient", 2), ("sleeper", 4), ("pushy", 3), ("discounter", 5)]


@pytest.fixture(scope="module", params=GAMES, ids=str)
def weighed(request):
    now = played("first_hello", request.param[0], seed=request.param[1]).playthrough
    belief = believe(visible_run(now), 100, mornings=frozenset(range(1, len(now.history) + 1)), worlds=16)
    return now, belief, debrief(now), review(now, 100, 16, belief)


def test_they_are_those_of_whom_the_debrief_says_so(weighed):
    """As many, and each by name: neither page knows of somebody of whom the other does not."""
    _, _, told_all, marked = weighed
    names = [one.decision.name for one, _ in marked.passed_over]
    assert len(names) == len(set(names)) == len(told_all.missed)
    assert all(any(name in sentence for name in names) for sentence in told_all.missed)


def test_some_games_have_somebody_who_was_passed_over():
    """The test above is none about nothing."""
    assert debrief(played("first_hello", "never_asks", seed=1).playthrough).missed


def test_nothing_said_of_them_contradicts_the_debrief_or_the_review(weighed):
    """Neither of that day's marks and sentences, nor of the questions of the game, nor another decision of that day."""
    now, _, told_all, marked = weighed
    for one, _ in marked.passed_over:
        d = one.decision
        asked = [a for a in told_all.asks if a.follower == d.follower and a.for_sale]
        occasions = told_of(now, told_all, d.follower, d.day) | {name for name, _ in passed_parts(now, one)}
        occasions |= {"asked some day" if asked else "asked no day", "missed"}
        occasions |= {"asked then"} if any(a.day in one.ready_on for a in asked) else set()
        for some, parts in (
            (marked.dearest, lambda d: dear_parts(now, d, 0)),
            (marked.finest, lambda d: fine_parts(now, d)),
        ):
            same = [other for other, _ in some if (other.follower, other.day) == (d.follower, d.day)]
            occasions |= {name for other in same for name, _ in parts(other)}
            assert not same
        assert not contradictions(occasions), (d, occasions)


def test_the_day_is_one_on_which_they_were_ready(weighed):
    """By the debrief's own days, with the chance that a perfect reader gave that morning."""
    now, belief, told_all, marked = weighed
    for one, sentence in marked.passed_over:
        person = next(f for f in told_all.followers if f.id == one.decision.follower)
        days = {day for first, last in person.ready_spells for day in range(first, last + 1)}
        column = now.compiled.ids.index(person.id)
        assert set(one.ready_on) == days
        assert one.decision.day in days
        assert one.decision.said_ready == belief.ready[one.decision.day - 1, column]
        assert one.most == max(belief.ready[day - 1, column] for day in days)
        assert (one.decision.leaning if one.known else "never spoke for asking") in sentence


def test_text_and_figures_name_them_all(weighed):
    """Whoever reads the lines and whoever reads the JSON learns of the same people, in the same words."""
    now, belief, _, marked = weighed
    text, figures = coach_told(now, belief, marked, 100), coach_figures(now, belief, marked, 100)
    assert [one["sentence"] for one in figures["passed_over"]] == [sentence for _, sentence in marked.passed_over]
    assert all(sentence in text for _, sentence in marked.passed_over)
    assert ("never asked then" in text) == bool(marked.passed_over)


@pytest.fixture(scope="module")
def one():
    """Somebody who was ready on some days in a row, and whose need was met elsewhere on a known day."""
    now = played("first_hello", "never_asks", seed=1).playthrough
    found = review(now, 100, 16).passed_over[0][0]
    return now, replace(found, ready_on=(5, 6), ended="elsewhere", ended_on=7)


def test_what_could_be_known_is_told_with_its_worth(one):
    """What that day spoke for and what a question was worth, with the move that it would have replaced."""
    now, found = one
    known = replace(found.decision.known, lost=2.24, low=1.0, high=3.0)
    sure = replace(found, decision=replace(found.decision, mirror=75, known=known))
    name, day = found.decision.name, found.decision.day
    assert running_text(passed_parts(now, sure)) == (
        f"You never asked {name}. On day {day} all that had shown spoke for asking: a question then was worth about "
        "2.2 points against never asking. By day 7 the need was met elsewhere."
    )
    full = replace(sure, decision=replace(sure.decision, known=replace(known, instead=PlanMove("help", "edda"))))
    assert " a question then, in place of “Help” to Edda, was worth about 2.2 points" in running_text(
        passed_parts(now, full)
    )


def test_what_nobody_could_have_known_is_told_as_that(one):
    """No points are told; nor are they where they are not sure."""
    now, found = one
    chance = replace(found.decision, mirror=50, known=replace(found.decision.known, lost=1.0, low=-0.1))
    hidden = running_text(passed_parts(now, replace(found, decision=chance)))
    assert "was ready from day 5 to 6, but what showed never spoke for asking: nobody could have known." in hidden
    assert "points" not in hidden
    likely = running_text(passed_parts(now, replace(found, decision=replace(chance, mirror=55))))
    assert "cannot be told from chance" in likely
    assert "points" not in likely


@pytest.mark.parametrize(
    ("ended", "day", "words"),
    [
        ("elsewhere", 99, "In the end the need was met elsewhere."),
        ("left", 7, "By day 7 {0} had left."),
        ("over", 6, "After day 6 a yes was likely no more."),
        ("open", 7, "On the last day {0} was still ready."),
    ],
)
def test_what_became_of_it_is_told(one, ended, day, words):
    """By which day it was over, and how; what ended after the last day ended in the end."""
    now, found = one
    first = now.people[found.decision.follower].first
    assert running_text(passed_parts(now, replace(found, ended=ended, ended_on=day))).endswith(words.format(first))


def test_who_was_asked_on_other_days_is_not_said_to_have_been_asked_never(one):
    """The days on which they were asked are named."""
    now, found = one
    words = running_text(passed_parts(now, replace(found, asked_on=(2, 3))))
    assert words.startswith(f"You asked {found.decision.name} on days 2 and 3, and they were ready on none")


def test_every_part_of_a_sentence_stands_in_the_table():
    """So that what is said of somebody passed over can be set against all else that is told."""
    source = Path(module.__file__).read_text(encoding="utf-8")
    ended = {f"passed_{name}" for name in module.Ended.__args__}
    names = ended | set(re.findall(r'"(passed_[a-z_]+)"', source))
    assert names == {name for name in HOLDS if name.startswith("passed_")} | HOLDS_NOTHING


def test_on_a_day_whose_hours_are_full_a_question_takes_the_place_of_another_move():
    """One move of that day gives way, the others stay, and what is left of the hours is enough."""
    now = played("first_hello", "patient", seed=2).playthrough
    found = 0
    for day in now.history:
        for who in now.compiled.ids:
            for asked in questions(now, day, who):
                assert asked.items[-1] == PlanMove(ASK, who)
                assert hours_left(day.morning, asked.items) >= 0.0
                if asked.instead is not None:
                    found += 1
                    kept = [item for item in day.items if who not in {item.who, item.other}]
                    assert set(asked.items[:-1]) | {asked.instead} == set(kept)
    assert found


def test_who_is_asked_no_more_is_not_asked_in_any_game():
    """The questions of one follower are taken out of the plans, all other moves stay."""
    now = played("first_hello", "patient", seed=2).playthrough
    ids, moves = now.compiled.ids, now.compiled.rules.moves
    plan = plan_of(now.history[0].morning, [PlanMove(ASK, ids[0]), PlanMove(ASK, ids[1])])
    left = without_questions(plan, 0, np.array([moves.index(ASK)]))
    assert left.move[0].tolist() == [0, moves.index(ASK), *([0] * (len(ids) - 2))]
    quiet = empty_plan(1, len(ids))
    assert (without_questions(quiet, 0, np.array([moves.index(ASK)])).move == quiet.move).all()
