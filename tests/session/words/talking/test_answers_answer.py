"""What comes back answers what was said: no pair of a question and an answer, a praise or a yes is a non sequitur."""

import re

import pytest

from game.scenario.texts import builtin
from game.session.story.claims import DEMANDS, unquoted
from game.session.words.talking.talk_lines import ANSWERS, ASKING, FOLLOWED, SETTLING, TELLING
from tests.plays import SHIPPED, compiled, played

SEEN_TO = {line.text for line in builtin.signals()["need_shows"].lines if FOLLOWED & {*line.claims}}
"""What is said of a need that you have helped with, or answered: it takes up what you wrote."""
BEFORE = ("meanwhile", "first_this", "another_matter", "besides", "since_you_ask")
IN_PLACE = (("meanwhile", ASKING), ("first_this", TELLING))
GAMES = [(name, bot, seed) for name in SHIPPED for bot in ("patient", "random") for seed in (1, 2)]


@pytest.fixture(params=GAMES, ids=lambda game: "-".join(map(str, game)))
def threads(request):
    return played(*request.param).playthrough.story.threads.values()


def test_an_answer_of_the_house_asks_nothing_that_cannot_be_answered():
    """No warm or short answer, tail or yes ends in a question: Answer is open only for what waits for one."""
    answers = [line for kind in ANSWERS for line in builtin.signals()[kind].lines]
    answers += [line for kind in ("warm", "short") for line in builtin.tails()[kind]]
    answers += [line for kind in ("accepts", "buys", "declines_kindly") for line in builtin.signals()[kind].lines]
    answers += [line for t in builtin.talks() for turn in t.turns for line in (*turn.warm, *turn.short)]

    assert [line.text for line in answers if line.text.rstrip("”").endswith("?")] == []


def test_what_stands_in_place_of_an_answer_says_that_your_question_waits(threads):
    """Whoever asks or tells you something in place of an answer to a question of yours says so first."""
    before = {kind: tuple(line.text for line in builtin.tails()[name]) for name, kinds in IN_PLACE for kind in kinds}
    for thread in threads:
        for place, item in enumerate(thread):
            if item.who != "them" or item.kind not in before:
                continue
            night = [i for i in thread[:place] if i.day == item.day]
            asked = [i for i in night if i.who == "me" and "?" in unquoted(i.text) and i.kind not in DEMANDS]
            settled = any(i.who == "them" and i.kind in SETTLING for i in night)
            assert not asked or settled or item.text in SEEN_TO or item.text.startswith(before[item.kind]), (
                asked,
                item,
            )


def test_a_matter_of_their_own_is_not_taken_for_the_answer(threads):
    """Good news or a need on the night of a message of yours says that it is another matter."""
    first = {line.text for kind in BEFORE for line in builtin.tails()[kind]}
    bridges = {line.text for kind in TELLING for line in builtin.signals()[kind].lines if line.beside}
    for thread in threads:
        for place, item in enumerate(thread):
            wrote = any(i.day == item.day and i.who == "me" for i in thread[:place])
            if wrote and item.who == "them" and item.kind in TELLING:
                assert item.text in SEEN_TO | bridges or item.text.startswith(tuple(first)), item


def test_a_need_that_you_have_seen_to_has_come_a_step_further(threads):
    """After help with a need, or an answer to it, the next one says so and is never told in the same words again."""
    bridges = {line.text for line in builtin.signals()["need_shows"].lines if line.beside}
    for thread in threads:
        told = []
        for place, item in enumerate(thread):
            if item.kind != "need_shows":
                continue
            seen_to = [i for i in thread[:place] if told and i.kind in {"help", "answer"} and i.day > told[0].day]
            bought = any(i.kind in {"buys", "buys_elsewhere"} for i in thread[:place])
            assert not seen_to or bought or item.text in SEEN_TO | bridges, (seen_to, item)
            assert not seen_to or item.text not in {i.text for i in told}, item
            told.append(item)


def test_every_line_to_an_answer_says_whether_it_suits_one_that_asks_back():
    """An answer of yours may end in a question: each warm or short line to it is for such a one, or for the others."""
    lines = [line for kind in ("answer_warm", "answer_short") for line in builtin.signals()[kind].lines]
    lines = [line for line in lines if "answer" in line.answering and line.motive != ("bot",)]

    assert lines
    assert [
        line.text for line in lines if not line.asked and not {"asked_back", "asked_nothing"} & {*line.claims}
    ] == []


def test_every_message_that_differs_by_what_it_asks_has_answers_of_its_own():
    """Whether you ask how they are or how a thing stands, ask for more, or for nothing: enough is written for each."""
    for move, words in builtin.moves().items():
        for asks in {line.asks for line in words.say} - {"none"}:
            for kind in ("answer_warm", "answer_short"):
                lines = [line for line in builtin.signals()[kind].lines if move in line.answering and not line.motive]
                assert sum(not line.asked or asks in line.asked for line in lines) >= 4, (move, asks, kind)


def test_nobody_replies_with_a_question_that_you_cannot_answer():
    """What they say to an answer of yours, in the house and in scenarios, ends a talk and asks nothing."""
    lines = [line for signal in builtin.signals().values() for line in signal.lines]
    replies = [reply for line in lines for reply in line.replies]
    for name in SHIPPED:
        scenario = compiled(name).scenario
        replies += [reply for blocks in scenario.lines.values() for block in blocks for reply in block.replies]

    assert len(replies) > 150
    assert [text for text in replies if text.rstrip("”").endswith("?")] == []


def test_every_answer_of_a_scenario_that_asks_back_has_a_reply():
    """Whoever is asked “Has anybody sat under the fifth lamp?” says something of the lamp."""
    for name in SHIPPED:
        for blocks in compiled(name).scenario.lines.values():
            for block in blocks:
                back = [answer for answer in block.answers if "?" in answer]
                assert not back or len(block.replies) == len(block.answers), block.text


READING = r"\b(read|reads|reading|watch|print|printed|paragraph|page nine|look at it|listen)\b"


def test_praise_of_something_shared_fits_whatever_it_was():
    """A photograph is not read and a guide is not watched, unless the line is for that format."""
    lines = [
        line for signal in builtin.signals().values() for line in signal.lines if not signal.id.startswith("tell_")
    ]
    lines = [line for line in lines if not line.format and {"content", "post"} & line.placeholders]

    assert [line.text for line in lines if re.search(READING, line.text, re.IGNORECASE)] == []


def test_a_yes_to_a_small_offer_fits_a_visit_a_parcel_and_a_try():
    """None of them speaks of one way to try, since the offer may have been another."""
    lines = [
        line for line in builtin.signals()["accepts"].lines if not line.answering or "small_offer" in line.answering
    ]
    one_way = r"\bcome by\b|\bI would (love|like) to\b|\bsee things\b|\bask(ed)? me that\b|\bsend it\b"

    assert [line.text for line in lines if re.search(one_way, line.text)] == []


def test_news_is_told_so_that_every_piece_of_it_fits():
    """No line of good news presumes that it was waited for, certified or earned."""
    told = [line.text for line in builtin.signals()["life_event"].lines if "news" in line.placeholders]
    glad = [line.text for line in builtin.moves()["congratulate"].say]
    presumes = r"official|after all this time|certain\b|worked for|I passed|kilos|years today|the cat\b"

    assert len(told) >= 12
    assert [text for text in (*told, *glad) if re.search(presumes, text, re.IGNORECASE)] == []


def test_something_shared_claims_no_link_with_what_they_told():
    """Nobody is told that a guide to grinding made you think of their lamp."""
    lines = [line.text for line in builtin.moves()["share_resource"].say if "fact" in line.placeholders]

    assert lines
    assert [text for text in lines if re.search(r"so I thought|came upon|reminded me|fits", text)] == []


def test_an_acknowledgement_follows_no_question_of_yours(threads):
    """Where your answer asks something back, nobody says “Good to know” to that."""
    nods = {
        line.text
        for line in builtin.signals()["answer_short"].lines
        if "answer" in line.answering and "asked_nothing" in line.claims
    }
    nods -= {line.text for line in builtin.signals()["answer_short"].lines if "asked_nothing" not in line.claims}
    assert nods
    for thread in threads:
        for place, item in enumerate(thread):
            mine = next((i for i in reversed(thread[:place]) if i.who == "me"), None)
            if item.kind == "answer_short" and mine and mine.day == item.day and mine.kind == "answer":
                assert "?" not in mine.text or item.text not in nods, (mine, item)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_somebody_lets_slip_of_their_life_takes_up_the_question_how_they_are(name):
    """An author's clue was written for no question: in answer to one about themselves it is led in."""
    leads = tuple(line.text for line in builtin.tails()["since_you_ask"])
    written = {block.text for kind in ANSWERS for block in compiled(name).scenario.lines.get(kind, ())}
    led_in = 0
    for bot, seed in (("patient", 3), ("patient", 6), ("never_asks", 3), ("random", 4), ("patient", 1), ("patient", 2)):
        for thread in played(name, bot, seed).playthrough.story.threads.values():
            for place, item in enumerate(thread):
                asked = any(i.day == item.day and i.kind == "ask_about_them" for i in thread[:place])
                if item.who == "them" and asked and item.kind in {"answer_warm", "answer_short"}:
                    assert item.text not in written, item
                    led_in += item.text.startswith(leads)
    assert led_in
