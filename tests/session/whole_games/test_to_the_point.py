"""What follows a question of yours answers it or says that it does not; what is written speaks of what was said."""

import re

import pytest

from game.scenario.texts.house_talks import tails
from game.session.words.line_choice import Speech, choose
from game.session.words.spoken import Talk
from game.session.words.talking.talk_lines import lines_to_say
from tests.plays import session
from tests.session.whole_games.games import evenings

SETTLES = {"answer_warm", "answer_short", "answer_cool", "thanks", "accepts", "buys", "declines_kindly"}
TAKES_UP = re.compile(r"question|What it must do|You ask|To answer you|an answer|you ask|the other thing")
OF_ANOTHER_DATE = re.compile(r"set myself a date|narrows it down|could be solved|only makes it clearer")
VAGUE = re.compile(r"when it is decided, and for what", re.IGNORECASE)
OF_A_TOPIC_ALONE = re.compile(r"saving up for things|anything to do with|of use when it comes to")
FOR_WHAT = re.compile(r"saying what it was for")


def asked(evening):
    """Whether your message of that day asks something, and they leave it without an answer."""
    mine = [item for item in evening.mine if item.kind in {"ask_about_them", "ask_their_view", "follow_up"}]
    return bool(mine and "?" in mine[-1].text) and not SETTLES & evening.signals


def test_praise_for_others_is_not_taken_for_the_answer_to_a_question():
    """Whoever praises you to others on that night, and has not answered, says that this is for the others."""
    leads = tuple(line.text for line in tails()["to_others"])
    found = [e.text("share_compliment") for e in evenings() if asked(e) and "share_compliment" in e.signals]
    assert len(found) > 2
    assert not [text for text in found if not text.startswith(leads)]


@pytest.mark.parametrize("asks", ["back", "how"])
def test_a_need_behind_a_question_of_yours_takes_the_question_up(asks):
    """Asked what it must do, nobody tells of a date instead: whatever comes of any draw knows of the question."""
    lines = lines_followed({"answered_need", "asked_back", "need_told", "not_bought"})
    for draw in range(100):
        speech = Speech("need_shows", asked=asks, true=frozenset(lines[1]), topic="tea", words={"offer": "A bag"})
        text = choose(lines[0], speech, (), draw / 100).text
        assert not OF_ANOTHER_DATE.search(text)
        assert TAKES_UP.search(text), text


def lines_followed(true):
    """The lines from which a need is told that you have seen to, with what is true."""
    game = session("slow_roast").playthrough
    person = next(iter(game.people.values()))
    stock = game.setup.speaker._stock
    return lines_to_say(stock, "need_shows", person, Talk(), "", 5, frozenset(true)).lines, true


def test_words_speak_of_the_offer_or_of_what_was_said():
    """No answer is empty, no question is about a topic of theirs alone, no thanks are for a reason unsaid."""
    for evening in evenings():
        assert not [item.text for item in evening.mine if VAGUE.search(item.text)]
        assert not OF_A_TOPIC_ALONE.search(evening.text("asks_price", "asks_how"))
        assert not FOR_WHAT.search(evening.text("answer_warm"))
