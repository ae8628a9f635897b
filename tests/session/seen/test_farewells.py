"""Who leaves is told with a reason that is true, and no two sentences of one event contradict each other."""

import re
from dataclasses import replace

import pytest

from game.scenario.texts import builtin
from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.between_you import before_told
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.moment_kinds import SHARED
from game.session.story.claims import HOLDS, acts_before
from game.session.view import ThreadItem
from game.session.words.line_choice import COMES_FIRST, Speech, choose
from game.session.words.spoken import NARRATED
from tests.plays import played

DAY = 5
SEEN_WITH = {"wrote_often": ("wrote_again",)}
"""What must be true besides before something is told as the reason: nobody who answered was written to too often."""
NO_WORD = re.compile(
    r"You (had not written today|read|liked|left \w+ in peace|told everybody|asked everybody|put an offer)"
)
"""What you did without a word, as it is told."""
SPANS = re.compile(r"\b(days|weeks?|months|years|yesterday|long while|long time|for a while)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def somebody():
    return played("first_hello", "patient", 1, 1).view().followers[0]


@pytest.mark.parametrize("move", [move for move in builtin.moves() if builtin.moves()[move].group != "all"])
@pytest.mark.parametrize("before", [(), ("me",), ("them",)])
def test_what_there_had_been_does_not_deny_what_you_did_today(somebody, move, before):
    """“You left a comment” is never followed by that you had not written a word."""
    earlier = tuple(ThreadItem(2, who, "comment" if who == "me" else "answer_warm", "x") for who in before)
    today = ThreadItem(DAY, "note" if move in NARRATED else "me", move, "x")
    told = before_told(evening_words(), replace(somebody, thread=(*earlier, today)), DAY)

    assert ("you had not written a word" in told) == (move in NARRATED and not before)


def test_a_message_to_everybody_is_a_word_of_yours(somebody):
    """Nobody who got the round letter is said to have had nothing from you."""
    letter = ThreadItem(2, "note", "blast_dm", "x")

    assert "not written" not in before_told(evening_words(), replace(somebody, thread=(letter,)), DAY)


def leaves(*true, answering="", beside=""):
    """All that may be told of somebody who leaves."""
    speech = Speech("unfollows", answering=answering, beside=beside, true=frozenset(true), words={"first": "Mara"})
    lines = builtin.signals()["unfollows"].lines
    keys = {choose(lines, speech, (), draw / 100).key for draw in range(100)}
    return [line for line in lines if line.key in keys]


@pytest.mark.parametrize("reason", [claim for claim, kinds in COMES_FIRST.items() if "unfollows" in kinds])
@pytest.mark.parametrize("answering", ["", "ask_about_them", "propose"])
@pytest.mark.parametrize("beside", ["", "answer_warm", "answer_cool", "tell_read"])
def test_who_leaves_is_told_with_the_reason_that_can_be_seen(reason, answering, beside):
    """Their own reason where nothing was amiss, else what was; whatever else was said that night."""
    if reason in SEEN_WITH and beside == "answer_warm":
        return  # who answers warmly has left nothing without a word
    true = (reason, *SEEN_WITH.get(reason, ()))
    assert all(reason in line.claims for line in leaves(*true, answering=answering, beside=beside))


def test_messages_are_blamed_only_where_two_stood_without_a_word():
    """Who had answered each of them has not left because there were many."""
    assert not any("wrote_often" in line.claims for line in leaves("wrote_often"))


def test_nothing_is_amiss_where_nothing_could_be_seen_to_be():
    """One question is no fault; a sales talk, four messages in a week, and a letter to everybody are."""
    asked = ThreadItem(2, "me", "ask_about_them", "Well?")

    def amiss(*thread):
        return not HOLDS["nothing_amiss"](acts_before(3, thread, ()))

    assert not amiss(asked)
    assert amiss(asked, ThreadItem(2, "me", "pitch", "Buy!"))
    assert amiss(*(replace(asked, day=day) for day in (1, 2, 3)))


def test_a_question_that_a_page_asks_for_is_not_told_off():
    """Even a cool answer to it takes it for what it is: an invitation that was taken up."""
    lines = builtin.signals()["answer_cool"].lines
    true = frozenset({"invited_by_page", "asked_back", "asked_often"})
    speech = Speech("answer_cool", answering="ask_about_them", asked="none", true=true)
    said = {choose(lines, speech, (), draw / 100).text for draw in range(100)}

    assert len(said) >= 4
    assert not [text for text in said if re.search(r"shops|survey|personal|page like this|a good deal", text)]


@pytest.mark.parametrize("bot", ["random", "pushy", "spammer"])
def test_in_whole_games_no_picture_contradicts_itself(bot):
    """A no, a farewell, another shop: what is told of the day and of the time before can both be true."""
    view = played("first_hello", bot, 3).view()
    found = [m for night in view.nights for m in evening_seen(view, night).moments if m.kind in SHARED]

    assert found
    denied = [m.text for m in found if "you had not written a word" in m.text]
    assert [text for text in denied if not NO_WORD.match(text)] == []


def test_no_span_of_time_is_told_that_nobody_has_measured():
    """Who is back, goes quiet or leaves is told without days or weeks: they may be one, or twenty."""
    words = [line.text for kind in ("goes_quiet", "unfollows", "blocks") for line in builtin.signals()[kind].lines]
    words += [line for kind in ("back", "farewell", "thank_you", "made_up") for line in evening_words().mirrors[kind]]

    assert [text for text in words if SPANS.search(text)] == []
