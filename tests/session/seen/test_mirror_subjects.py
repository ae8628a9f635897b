"""The date mirror speaks as on a date, and names what the message is about: every move of every scenario that ships."""

from dataclasses import replace

import pytest

from game.bots.registry import bots
from game.engine.seen.situations import MOODS
from game.scenario.texts import builtin
from game.session.entries import PlanMove
from game.session.seen.after_the_move import SILENT, in_your_words, shortened
from game.session.seen.mirror import Mirror
from game.session.seen.subjects import subject_told
from tests.plays import SHIPPED, bot_plays_a_day, session


def _plans(now, who, move):
    """A move as it may be planned: with each content, or with another one where two are brought together."""
    if move in {"share_resource", "post_helpful", "post_question", "post_story", "post_promotion"}:
        return [PlanMove(move, who, content) for content in now.compiled.scenario.content]
    other = next(one for one in now.people if one != who) if move == "introduce" else ""
    return [PlanMove(move, who, other=other)]


def _shown(now, plan):
    """The scene that the mirror shows of a planned move, and all that is said and told in it."""
    mirror = Mirror(now, plan.who)
    date = dict(mirror.lines_with(plan.move))[plan.content] if plan.content else mirror.line(plan.move)
    if plan.other:
        date = replace(date, about=now.people[plan.other].first)
    return date, f"{date.you} {date.they} {date.what} {subject_told(date)} {date.then}".lower()


def _subjects(now, plan):
    """What a message must be about at the table, by what has been seen; none for a message without a subject."""
    if plan.content:
        yield now.compiled.scenario.content[plan.content].title
    if plan.other:
        yield now.people[plan.other].first
    talk = now.story.talks.get(plan.who)
    if talk is None:
        return
    if plan.move == "follow_up" and talk.fact:
        yield talk.fact
    if plan.move == "congratulate" and talk.news and now.position.ledger.news_age[0, _column(now, plan)] <= 5:
        yield talk.news
    if plan.move == "help" and talk.need and now.day - talk.need_on <= 7:
        yield talk.need[:40]
    waiting = next(
        (i.text for i in reversed(now.story.threads[plan.who]) if talk.waits_signal and i.kind == talk.waits_signal), ""
    )
    if plan.move == "answer" and waiting:
        yield waiting[:40]


def _column(now, plan):
    return now.compiled.ids.index(plan.who)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_picture_says_what_is_said_on_a_date_and_the_words_below_name_the_message(name):
    """Every move with every content to some people on some days of a game: one dialogue, and its subject stands."""
    game, found = session(name, 3), set()
    while not game.finished:
        now = game.playthrough
        here = [f.id for f in game.view().followers if f.following]
        if now.day % 2:
            for move in MOODS:
                to_all = move.startswith("post_") or move == "blast_dm"
                for who in [""] if to_all else here[now.day % 3 :: 3]:
                    for plan in _plans(now, who, move):
                        date, told = _shown(now, plan)
                        scene = next(scene for scene in builtin.moves()[move].dates if scene.key == date.key)
                        if "{" not in f"{scene.you}{scene.they}":
                            assert (date.you, date.they) == (scene.you, scene.they)
                        for subject in _subjects(now, plan):
                            assert subject.lower() in told, (plan, date)
                            found.add(move)
        bot_plays_a_day(game, bots()["patient"])
    assert {"share_resource", "post_helpful", "introduce", "answer"} <= found


@pytest.mark.parametrize("move", ["like", "comment"])
def test_a_like_or_a_comment_is_about_a_post_of_theirs(move):
    """What the post says can be read in the mirror, by their own words."""
    now = session("first_hello").playthrough
    for who in now.people:
        date, told = _shown(now, PlanMove(move, who))
        assert date.taken_up
        assert date.taken_up.lower() in told


@pytest.mark.parametrize("move", [move for move in MOODS if move not in SILENT])
def test_afterwards_the_picture_says_what_was_really_written(move):
    """Whole where it is short; else the sentences that say what it is about."""
    now = session("first_hello").playthrough
    date = replace(Mirror(now, next(iter(now.people))).line(move), about="the roof")
    long = "Good day. " * 20 + "How is the roof? Bye."

    assert in_your_words(date, "How is the roof?").you == "How is the roof?"
    assert in_your_words(date, long).you == shortened(long, "the roof") == "How is the roof? Bye."
    assert in_your_words(date, "").you == date.you
