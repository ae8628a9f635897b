"""The review agrees with all that the debrief says of a decision, and tells a sale that was won in its time."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.coach.hindsight import review_told
from game.coach.hindsight.marked_decision import asks
from game.coach.hindsight.review import FINEST, review
from game.coach.hindsight.review_told import dear_parts, fine_parts
from game.coach.looking_back.make_debrief import debrief
from tests.coach.looking_back.contradictions import HOLDS, contradictions, told_of
from tests.plays import played

HOLDS_NOTHING = {
    "review_lucky", "review_unlucky", "review_worth", "review_worth_unknown", "review_posted", "review_was_not_ready",
}  # fmt: skip


@pytest.fixture(scope="module", params=[("patient", 3), ("patient", 1), ("pushy", 3), ("spammer", 2)], ids=str)
def weighed(request):
    bot, seed = request.param
    now = played("first_hello", bot, seed=seed).playthrough
    return now, debrief(now), review(now, 100, 16)


def test_no_sentence_of_the_review_contradicts_the_debrief(weighed):
    """Each decision, told as a dear one in every wording and as a fine one, beside all that is told of that day."""
    now, told, marked = weighed
    for decision in marked.decisions:
        beside = told_of(now, told, decision.follower, decision.day)
        asked = any((a.follower, a.day) == (decision.follower, decision.day) and a.for_sale for a in told.asks)
        beside |= {"asked then"} if asked else set()
        for parts in (*(dear_parts(now, decision, turn) for turn in range(5)), fine_parts(now, decision)):
            occasions = beside | {name for name, _ in parts}
            assert not contradictions(occasions), (decision, parts)


def test_every_part_of_a_sentence_stands_in_the_table():
    names = set(re.findall(r'"(review_[a-z_]+)"', Path(review_told.__file__).read_text(encoding="utf-8")))
    assert names == {name for name in HOLDS if name.startswith("review_")} | HOLDS_NOTHING


def test_a_sale_that_was_won_in_its_time_is_told(weighed):
    """Whoever sold to somebody who was ready, with the signs for it, hears so, whatever the figure."""
    now, _, marked = weighed
    sales = [d for d in marked.decisions if d.well_won]
    told = [d for d, _ in marked.finest if d.well_won]
    assert bool(sales) == bool(told)
    assert len(marked.finest) <= FINEST
    for decision in sales:
        column = now.compiled.ids.index(decision.follower)
        assert now.position.ledger.bought[0, column] > 0.5
        assert decision.ready
        assert asks(now, decision.made)
    dear = {(d.day, d.follower) for d, _ in marked.dearest}
    assert not dear & {(d.day, d.follower) for d, _ in marked.finest}


def test_there_is_a_sale_to_be_told():
    """The test above is none about nothing."""
    assert any(d.well_won for d in review(played("first_hello", "patient", seed=3).playthrough, 100, 16).decisions)


def test_a_question_with_the_signs_for_it_is_never_said_to_have_had_none(weighed):
    now, _, marked = weighed
    for decision in marked.decisions:
        if asks(now, decision.made):
            likely = replace(decision, said_ready=0.9)
            words = " ".join(words for _, words in dear_parts(now, likely, 4))
            assert "no sign" not in words
