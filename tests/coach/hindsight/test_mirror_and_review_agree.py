"""What the review advises in hindsight is what the date mirror had said of that very move on that very morning."""

import re

import pytest

from game.coach.hindsight.coaching import information
from game.coach.hindsight.marked_decision import asks
from game.coach.hindsight.review import review
from game.coach.looking_back.questions.asks_told import ask_marks
from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.session.entries import PlanMove
from game.session.history import asked_of, signs_seen, situation_before
from game.session.seen.odds_told import forecast_of
from tests.plays import SHIPPED, played

BOTS = (("patient", 1), ("reader", 5), ("sleeper", 6), ("discounter", 6), ("random", 6))
FOR_IT, GOOD_DAY, NOT_READY = "had shown spoke for asking", "a good day to ask", "not ready"


@pytest.fixture(scope="module", params=[(name, *bot) for name in SHIPPED for bot in BOTS], ids=str)
def weighed(request):
    """Whole games, with what is told of them."""
    now = played(*request.param).playthrough
    return now, review(now, 100, 16)


def seen_of(now, day, move, who):
    """What the mirror told of a move to somebody on a morning: of a hundred how many say yes, and its tone."""
    played_day, item = now.history[day - 1], PlanMove(move, who)
    signs = signs_seen(played_day.morning, played_day.to_all_age, now.compiled.ids.index(who))
    situation = situation_before(played_day.morning, item, played_day.to_all_age)
    return asked_of(played_day, item), forecast_of(move, situation, "neutral", signs).tone


def paragraph(now, d, words):
    """All that one decision is told with."""
    return f"{words} {information(now, d, words)}"


def test_nothing_that_the_mirror_advised_against_is_held_up_as_the_better_choice(weighed):
    """Neither a question that would rather have got a no, nor a move that would have been taken badly."""
    now, marked = weighed
    for d, words in marked.dearest:
        if d.known.best and d.known.best != d.made:
            yes, tone = seen_of(now, d.day, d.known.best, d.follower)
            assert tone != "ill", words
            assert yes is None or yes >= 100 - MORE_THAN_HALF or not asks(now, d.known.best), words


def test_all_spoke_for_asking_only_where_the_mirror_did(weighed):
    """Of every question that is told, made or left out, of those passed over, too."""
    now, marked = weighed
    told = [*marked.dearest, *marked.finest, *((one.decision, words) for one, words in marked.passed_over)]
    for d, words in told:
        question = next((move for move in (d.made, d.known.best) if asks(now, move)), "")
        if question and FOR_IT in paragraph(now, d, words):
            assert seen_of(now, d.day, question, d.follower)[0] >= MORE_THAN_HALF, words


def test_no_paragraph_calls_a_day_good_for_a_question_to_somebody_who_was_not_ready(weighed):
    """What could be known and what was true are told apart."""
    now, marked = weighed
    for d, words in (*marked.dearest, *marked.finest):
        found = paragraph(now, d, words)
        assert not (GOOD_DAY in found and NOT_READY in found), found


def test_a_question_for_which_the_mirror_spoke_is_no_fault(weighed):
    """Nor is one to somebody who was ready: the list of questions praises it."""
    now, marked = weighed
    for d, words in marked.dearest:
        if asks(now, d.made):
            assert seen_of(now, d.day, d.made, d.follower)[0] < MORE_THAN_HALF, words
            assert not d.ready, words


def test_one_question_is_judged_alike_on_every_page(weighed):
    """What is among the best was not too early by the list of questions, and what cost most was not in time."""
    now, marked = weighed
    marks = {(ask.day, ask.follower): ask for ask in ask_marks(now) if ask.for_sale}
    for d, words in marked.finest:
        if asks(now, d.made):
            ask = marks[d.day, d.follower]
            assert ask.in_time or ask.seen >= MORE_THAN_HALF, (words, ask.verdict)
    for d, words in marked.dearest:
        if asks(now, d.made):
            ask = marks[d.day, d.follower]
            assert not ask.in_time
            assert not ask.by_signs, (words, ask.verdict)


def test_who_could_have_been_known_was_spoken_for_on_that_day(weighed):
    """Of those passed over: where the mirror advised against a question on the day that is named, nobody is blamed."""
    now, marked = weighed
    for one, words in marked.passed_over:
        yes, _ = seen_of(now, one.decision.day, "propose", one.decision.follower)
        assert one.known <= (yes >= 100 - MORE_THAN_HALF), words
        assert bool(re.search("nobody could have known", words)) == (not one.known)
