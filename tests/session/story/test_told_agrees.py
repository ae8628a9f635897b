"""What a night and a thread tell answers what was done: every scenario, several seeds, whole games."""

import re
from functools import cache
from itertools import pairwise

import pytest

from game.scenario.texts import builtin
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.seen.night.evening_seen import evening_seen
from game.session.words.personas import topic_words
from tests.plays import SHIPPED, compiled, played, session

QUESTIONS = {"ask_about_them", "ask_their_view"}
OFFERS = {"small_offer", "propose", "pitch"}
RUNS = [(name, bot, seed) for name in SHIPPED for bot in ("patient", "pushy", "spammer", "poster") for seed in (1, 2)]
run = cache(lambda name, bot, seed: played(name, bot, seed))


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_a_tell_speaks_of_a_question_or_an_offer_only_after_one(name, bot, seed):
    """Whoever was answered does not think about "what you asked"."""
    game = run(name, bot, seed).playthrough
    for played_day in game.history:
        for item in played_day.items:
            for told in game.story.threads.get(item.who, ()):
                if told.day == played_day.morning.day and told.kind.startswith("tell_"):
                    if re.search(r"\bquestion|what you asked", told.text):
                        assert item.move in QUESTIONS, (item.move, told.text)
                    if re.search(r"\boffer\b", told.text):
                        assert item.move in OFFERS, (item.move, told.text)


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_a_night_tells_what_was_found_and_what_a_post_brought(name, bot, seed):
    """No look-around and no post ends in silence; its hearts are those that were given to it."""
    game = run(name, bot, seed).playthrough
    for played_day, night in zip(game.history, game.story.nights, strict=True):
        found = " ".join(night.found)
        for item in played_day.items:
            if item.move == "look_around":
                assert game.people[item.who].first in found, night
        for post in (post for post in game.story.feed if post.day == night.day and post.move != "blast_dm"):
            line = next(line for line in night.found if post.title in line)
            assert ("heart" in line) == any(i.signal == "like" and i.to == post.move for i in night.items), line


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_message_to_everybody_stands_in_every_thread_and_is_no_visit(name, seed):
    """Whoever got it can be asked about it, the room counts only what was said to it, and nobody sat down for it."""
    game = run(name, "spammer", seed)
    view, blasts = game.view(), [post for post in game.playthrough.story.feed if post.move == "blast_dm"]
    assert blasts
    for post in blasts:
        night = view.nights[post.day - 1]
        told = evening_seen(view, night)
        here = [f for f in view.followers if f.since_day <= post.day and any(i.day >= post.day for i in f.thread)]
        got = [f for f in here if any(i.kind == "blast_dm" and i.day == post.day for i in f.thread)]
        assert {f.id for f in got} == {f.id for f in here}
        assert all(post.text in i.text for f in got for i in f.thread if i.kind == "blast_dm" and i.day == post.day)
        assert told.met <= len([i for i in game.playthrough.history[post.day - 1].items if i.who])
        room = next(moment for moment in told.moments if moment.kind == "blast")
        to_it = {i.text for i in night.items if i.to == "blast_dm"}
        for met in room.crowd:
            assert all(line in to_it for line in met.wrote.split("\n") if line), met


def test_what_an_event_told_is_not_denied_by_a_card():
    """On the evening of the two shares no card says that they have shared nothing, or never answered."""
    game = session("first_hello", 3)
    while game.playthrough.day < 3:
        game.do(EndDay())
    game.do(AnswerEvent("two_shares", 1))
    for who in ("priya", "dorian"):
        assert any(item.kind == "event" for item in game.playthrough.story.threads[who])
        for move in game.view(who).moves:
            assert not re.search(r"has not answered|shared nothing", move.why_not), move


@pytest.mark.parametrize("name", SHIPPED)
def test_a_hint_takes_nothing_for_done_that_is_only_planned(name):
    """A look-around in the plan has found nothing yet."""
    game = session(name, 1)
    who = next(iter(game.playthrough.people))
    game.do(PlanMove("look_around", who))
    assert not re.search(r"^Now\b|have (looked|found|read|learned)", game.view(who).hint)


@pytest.mark.parametrize("kind", ["answer_warm", "answer_short", "answer_cool"])
def test_an_answer_is_written_for_what_it_answers(kind):
    """No words serve both an offer and a message to all, or both an hour of help and something to read."""
    for line in builtin.signals()[kind].lines:
        moves = set(line.answering)
        assert (
            not (moves & OFFERS and moves & {"retweet_share", "blast_dm", "ask_to_share"}) or kind != "answer_warm"
        ), line
        assert not {"help", "share_resource"} <= moves, line
        assert not {"introduce", "share_resource"} <= moves, line


@pytest.mark.parametrize("name", SHIPPED)
def test_who_runs_out_of_something_does_not_count_what_is_left(name):
    """What somebody lets slip may be said on the night on which the last of it is gone."""
    for person in compiled(name).scenario.followers.values():
        for life in person.lives.values():
            if "need_shows" in life.lines:
                for clue in life.clues:
                    assert not re.search(r"\b(leaves|pages|days|spoons|cups) (are )?left\b|held together by", clue), (
                        clue
                    )


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_a_need_and_a_sales_talk_are_those_of_the_life_that_was_dealt(name, bot, seed):
    """Whoever has words of their own for it says those first; nobody sells what another life sells."""
    game, scenario = run(name, bot, seed).playthrough, compiled(name).scenario
    for who, items in game.story.threads.items():
        life = game.people[who].life
        for kind in ("need_shows", "pitches_you", "buys"):
            theirs = [
                line for line in scenario.lines.get(kind, ()) if line.when and life in line.when.lives.get(who, ())
            ]
            same_night = {line.text for line in builtin.signals()[kind].lines if line.beside}
            said = [i.text for i in items if i.kind == kind and i.who == "them" and i.text not in same_night]
            if said and theirs:  # perhaps behind a word on a question of yours
                assert any(line.text.split("{")[0] in said[0] for line in theirs), said


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_help_after_a_need_is_about_the_need(name, bot, seed):
    """Whoever has just said that something is missing is not offered a hand with something else."""
    game = run(name, bot, seed).playthrough
    for who, items in game.story.threads.items():
        spoken = [item for item in items if item.who in {"me", "them"}]
        for before, item in pairwise(spoken):
            if item.kind == "help" and before.kind == "need_shows":
                assert not any(topic_words(topic) in item.text for topic in game.people[who].topics), item


@pytest.mark.parametrize("name", SHIPPED)
def test_an_authors_line_says_nothing_of_your_acts_that_need_not_be_true(name):
    """Lines of a scenario have no claims, so none tells that you asked, answered, named a figure, or failed to."""
    for kind, every in compiled(name).scenario.lines.items():
        for line in every:
            if kind != "buys":  # whoever buys has been asked
                assert not re.search(
                    r"\byou (said|wrote|asked|answered|told|promised)\b|they (asked|answered)\b|you had asked|"
                    r"somebody had asked|a week ago|had thought that you might|for three weeks",
                    line.text, re.IGNORECASE,
                ), line.text  # fmt: skip


@pytest.mark.parametrize("kind", ["answer_warm", "answer_short", "answer_cool", "declines_kindly", "declines_coldly"])
def test_whoever_is_congratulated_or_asked_to_share_hears_no_words_for_thanks_or_an_offer(kind):
    """A group of moves is named whole only where its moves can all be answered alike."""
    for line in builtin.signals()[kind].lines:
        moves = set(line.answering)
        assert not {"congratulate", "thank_publicly"} <= moves, line
        assert not (moves & {"ask_to_share", "retweet_share"} and "propose" in moves and not line.claims) or (
            kind == "answer_short"
        ), line
