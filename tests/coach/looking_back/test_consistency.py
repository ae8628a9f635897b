"""All that is told of one move of one day agrees, and all that is printed adds up."""

import re
from itertools import pairwise

import pytest

from game.bots.courted.ready_from import ready_from
from game.bots.registry import bots
from game.coach.adding_up import told_change, whole_change
from game.coach.knowing_when import is_question, readiness_by_day
from game.coach.looking_back.explained import largest_reason, reasons
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.asks_told import is_passed_over
from game.scenario.texts import builtin
from tests.coach.looking_back.contradictions import HOLDS, contradictions, told_of
from tests.plays import SHIPPED, played

GAMES = [
    (name, bot, seed) for name in SHIPPED for bot in bots() for seed in ((1, 2) if name == "first_hello" else (3,))
]


@pytest.fixture(scope="module", params=GAMES, ids=str)
def game(request):
    now = played(*request.param[:2], seed=request.param[2]).playthrough
    return now, debrief(now)


def test_nothing_told_of_a_day_contradicts_anything_else(game):
    """For every day and person: sentences on causes and on asks, marks, and whether somebody was ready."""
    now, told = game
    for follower in told.followers:
        for day in range(1, told.days + 1):
            occasions = told_of(now, told, follower.id, day)
            assert not contradictions(occasions), (follower.id, day, occasions)


def test_what_is_printed_adds_up(game):
    """Amounts of a day sum to the change of the printed figures, and so do whole figures; each is about what it was."""
    now, told = game
    for follower in told.followers:
        for day, (before, after) in enumerate(pairwise(follower.trust), 1):
            found = reasons(now, follower.id, day)
            assert round(sum(r.shown for r in found), 6) == told_change(before, after), (follower.id, day)
            assert all(abs(r.shown - r.amount) < 0.25 for r in found)
        first, last = follower.trust[0], follower.trust[-1]
        assert f"{round(first) + whole_change(first, last)}" == f"{last:.0f}"


REPROACHES = frozenset({
    "apology_empty", "asked_for_nothing", "asked_past", "badly_put", "bad", "boasting", "bystander_bad", "impersonal",
    "irrelevant", "post_bad", "post_selling", "seen_through", "thanks_unearned", "too_soon",
    "too_soon_need", "too_soon_refused", "too_soon_pushed", "too_soon_elsewhere", "too_soon_chance",
    "unasked", "unasked_cool",
    "unasked_question", "waiting", "wants_a_little",
})  # fmt: skip
TRIFLES = frozenset({"event", "fading", "forgetting", "other"})


def test_a_reproach_stands_beside_a_loss_and_praise_beside_a_gain(game):
    """Whoever reads a reproach with a plus behind it does not know which of the two to believe."""
    now, told = game
    for follower in told.followers:
        for day in range(1, told.days + 1):
            for reason in reasons(now, follower.id, day):
                if reason.occasion not in TRIFLES:
                    reproach = reason.occasion in REPROACHES or reason.occasion.endswith(("_bad", "_at_a_price"))
                    assert reproach == (reason.amount < 0.0), (follower.id, day, reason)


def test_nobody_is_said_to_have_kept_silent_who_had_said_something(game):
    """A cool answer is an answer: only whoever let the last message lie had said nothing since."""
    now, told = game
    for follower in told.followers:
        column = now.compiled.ids.index(follower.id)
        for day in range(1, told.days + 1):
            ledger = now.history[day - 1].morning.ledger
            spoke = min(ledger.talk_age[0, column], ledger.shared_age[0, column]) <= ledger.contact_age[0, column]
            for reason in reasons(now, follower.id, day):
                assert not (spoke and reason.occasion == "unasked"), (follower.id, day, reason.words)


def test_no_amount_is_larger_than_the_scale(game):
    """The scale of the bars is the largest amount of the whole run, so that one bar can be held against another."""
    now, told = game
    found = [abs(r.amount) for f in told.followers for d in range(1, told.days + 1) for r in reasons(now, f.id, d)]
    assert max([1.0, *found]) == pytest.approx(largest_reason(now), rel=0.05)


def test_counts_in_words_are_those_of_the_list(game):
    """Questions for a purchase are marked as such; whoever counts them comes to the counts of the judgement."""
    now, told = game
    sales = [ask for ask in told.asks if ask.for_sale]
    assert all(ask.for_sale == is_question(now, ask.move) for ask in told.asks)
    assert (told.by_day.asks, told.by_day.hits) == (len(sales), sum(ask.ready for ask in sales))


def test_days_of_being_ready_have_no_day_between_on_which_they_were_not(game):
    """The spells are the days; who is told to have been passed over was asked on none of them."""
    now, told = game
    likely, bars = readiness_by_day(now), ready_from(now.compiled)
    for follower in told.followers:
        column = now.compiled.ids.index(follower.id)
        for first, last in follower.ready_spells:
            assert (likely[first - 1 : last, column] >= bars[first : last + 1]).all()
        if is_passed_over(now, follower):
            asked = [a.day for a in told.asks if a.for_sale and a.follower == follower.id]
            assert all(likely[day - 1, column] < bars[day] for day in asked)


def test_lessons_speak_of_what_happened(game):
    """A principle names an answer that was given or a goal that there is; a paragraph on an event needs the event."""
    now, told = game
    timeline = now.compiled.scenario.timeline
    happened = {e.title for e, yes in zip(timeline.values(), now.position.happened[0], strict=True) if yes}
    text = " ".join(text for _, text in told.lessons)
    for event in timeline.values():
        if f"“{event.title}”: you chose" in text:
            assert event.title in happened
    summed_up = {name for note in now.compiled.scenario.debrief for name in note.teaches
                 if (note.title, note.text) in told.lessons}  # fmt: skip
    principles = {name.replace("_", " ").capitalize(): name for name in now.compiled.scenario.teaches}
    for title, text in told.lessons:
        if title in principles and principles[title] not in summed_up:
            assert "you chose" in text or re.search(r"” was (not reached|reached|missed|kept)\b", text)


def test_every_entry_of_the_table_is_one_of_the_sentences():
    """A renamed occasion cannot slip out of the table of contradictions."""
    texts = builtin.texts()
    own = {"mark good", "mark bad", "a move", "in time", "missed", "asked then", "asked some day", "asked no day"}
    own |= {name for name in HOLDS if name.startswith(("review_", "passed_"))}  # of `review_told` and `passed_over`
    assert set(HOLDS) - own <= set(texts.reasons) | set(texts.debrief)


def test_what_the_mirror_warned_of_is_not_praised_afterwards(game):
    """Before the move the mirror said that they had lately said no; the debrief says so, too, and praises nothing."""
    now, told = game
    for ask in told.asks:
        played_day = now.history[ask.day - 1]
        warned = dict(zip(((i.move, i.who) for i in played_day.items), played_day.situations, strict=True))
        _, situation = warned[ask.move, ask.follower]
        if situation == "refused":
            assert ask.occasion not in {"asked_ready", "asked_ready_refused", "favour_in_time"}, (ask.follower, ask.day)
