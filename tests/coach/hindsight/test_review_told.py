"""The review agrees with all that the debrief says of a decision, and tells a sale that was won in its time."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.coach.hindsight import review_told
from game.coach.hindsight.marked_decision import asks
from game.coach.hindsight.other_choices import questions
from game.coach.hindsight.review import FINEST, review
from game.coach.hindsight.review_told import also_told, dear_parts, fine_parts
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.asks_told import ask_marks
from game.session.story.invitations import INVITING
from tests.coach.looking_back.contradictions import HOLDS, contradictions, told_of
from tests.plays import played

HOLDS_NOTHING = {
    "review_lucky", "review_unlucky", "review_worth", "review_worth_unknown", "review_posted", "review_was_not_ready",
    "review_same_by_truth", "review_dear_also", "review_fine_also",
}  # fmt: skip


@pytest.fixture(scope="module", params=[("patient", 5), ("patient", 1), ("pushy", 3), ("spammer", 2)], ids=str)
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
    """So that what is said of a decision can be set against all else that is told."""
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
    assert any(d.well_won for d in review(played("first_hello", "patient", seed=1).playthrough, 100, 16).decisions)


def test_a_question_with_the_signs_for_it_is_never_said_to_have_had_none(weighed):
    """At nine in ten nobody hears that there was no sign."""
    now, _, marked = weighed
    for decision in marked.decisions:
        if asks(now, decision.made):
            likely = replace(decision, mirror=90)
            words = " ".join(words for _, words in dear_parts(now, likely, 4))
            assert "no sign" not in words


def test_it_is_said_where_what_was_known_and_what_was_true_disagree(weighed):
    """Dear by the signs and nothing by the truth: the sentence says so, of a dear decision and of a fine one."""
    now, _, marked = weighed
    one = marked.decisions[0]
    nothing = replace(one.true, lost=0.0, low=-0.1, high=0.2)
    dear = replace(one, known=replace(one.known, lost=14.1, low=0.1, high=28.1), true=nothing, ready=False)
    fine = replace(one, known=replace(one.known, lost=-14.1, low=-28.1, high=-0.1), true=nothing, won=False,
                   ready=True)  # fmt: skip
    assert dict(dear_parts(now, dear, 0))["review_same_by_truth"].endswith("would have changed nothing.")
    assert dict(fine_parts(now, fine))["review_same_by_truth"].endswith("it changed nothing.")


def test_one_person_is_told_once_in_each_group(weighed):
    """Other days with them stand in the same sentence, so that one missed sale does not take three places."""
    _, _, marked = weighed
    for group in (marked.dearest, marked.finest):
        who = [decision.follower for decision, _ in group]
        assert len(who) == len(set(who))
    one = replace(marked.decisions[0], day=12)
    alike = [one, replace(one, day=13), replace(one, day=11)]
    assert also_told(one, alike)[0][1].startswith("Also on days 11 and 13 another choice for ")
    assert also_told(one, [one]) == ()


def test_a_customer_is_to_be_asked_again_only_where_more_was_spoken_of():
    """No question to somebody who has just bought is held up as the better choice, unless they spoke of more since."""
    seen = 0
    for seed in (1, 2, 3):
        now = played("slow_roast", "patient", seed).playthrough
        for day in now.history:
            for who, thread in now.story.threads.items():
                bought = [i.day for i in thread if i.kind == "buys" and i.day < day.morning.day]
                more = [i for i in thread if i.kind in INVITING and bought and max(bought) < i.day < day.morning.day]
                if bought and not more:
                    seen += 1
                    assert not list(questions(now, day, who)), (who, day.morning.day)
    assert seen


def test_a_second_question_is_told_as_one_to_a_customer():
    """Of whoever has bought no list of questions says that they were not ready, or that it was never about that."""
    seen = 0
    for name, seed in (("first_hello", 1), ("slow_roast", 1), ("slow_roast", 2)):
        now = played(name, "always_asks", seed).playthrough
        for ask in ask_marks(now):
            bought = [i.day for i in now.story.threads[ask.follower] if i.kind == "buys" and i.day < ask.day]
            if ask.for_sale and bought:
                seen += 1
                assert f"day {max(bought)}" in ask.text, ask.text
                assert "ready" not in ask.text
    assert seen
