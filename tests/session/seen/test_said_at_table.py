"""The date mirror is about the message that is sent: over every move and subject of every scenario that ships."""

import re
from dataclasses import replace

import pytest

from game.bots.registry import bots
from game.engine.seen.situations import MOODS
from game.scenario.texts.evening_words import table_talk
from game.session.entries import PlanMove
from game.session.playthrough import words_of
from game.session.seen.after_the_move import SILENT
from game.session.seen.mirror import Mirror
from game.session.seen.said_at_table import likeness_told, said_at_table, shortened
from tests.plays import SHIPPED, bot_plays_a_day, session


def _plans(now, who, move):
    """A move as it may be planned: with each content, or with another one where two are brought together."""
    if move in {"share_resource", "post_helpful", "post_question", "post_story", "post_promotion"}:
        return [PlanMove(move, who, content) for content in now.compiled.scenario.content]
    other = next(one for one in now.people if one != who) if move == "introduce" else ""
    return [PlanMove(move, who, other=other)]


def _shown(now, plan):
    """The scene that the mirror shows of a planned move, with all that is said and told in it; and the message."""
    mirror = Mirror(now, plan.who)
    date = dict(mirror.lines_with(plan.move))[plan.content] if plan.content else mirror.line(plan.move)
    words = words_of(now, plan)[0].text
    about = now.people[plan.other].first if plan.other else ""
    date = said_at_table(date, words, about)
    return date, f"{date.you} {date.they} {date.what} {likeness_told(date)} {date.then}".lower(), words


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
def test_the_mirror_says_the_message_and_names_what_it_is_about(name):
    """Every move with every content to some people on some days of a game: the message is said, its subject stands."""
    game, found = session(name, 3), set()
    while not game.finished:
        now = game.playthrough
        here = [f.id for f in game.view().followers if f.following]
        if now.day % 2:
            for move in MOODS:
                to_all = move.startswith("post_") or move == "blast_dm"
                for who in [""] if to_all else here[now.day % 3 :: 3]:
                    for plan in _plans(now, who, move):
                        date, told, words = _shown(now, plan)
                        if move not in SILENT:
                            assert date.you == words or shortened(words, date.about) == date.you
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
        date, told, _ = _shown(now, PlanMove(move, who))
        assert date.taken_up
        assert date.taken_up.lower() in told


def test_every_move_has_answers_however_it_is_taken():
    """Each move of the game, taken well, open and ill, has something to say that names nothing but the message."""
    assert set(table_talk()) == {*MOODS, "own_move"} - SILENT
    for move, kinds in table_talk().items():
        assert list(kinds) == ["well", "open", "ill"], move
        lines = [line for of_kind in kinds.values() for line in of_kind]
        assert all(len(line) <= 60 and set(re.findall(r"\{(\w+)\}", line)) <= {"subject"} for line in lines)


def test_what_an_author_wrote_for_the_table_stays():
    """Where the scenario says what is said on the date, the picture says that."""
    now = session("first_hello").playthrough
    line = Mirror(now, next(iter(now.people))).line("comment")

    assert said_at_table(replace(line, authors=True), "Nice post.") == replace(line, authors=True)
