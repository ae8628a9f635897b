"""What is told and said claims nothing that did not happen: no words of a body, no praise of what nobody has read."""

import re

import pytest

from game.scenario.texts import builtin
from game.scenario.texts.evening_words import evening_words
from tests.plays import SHIPPED, compiled

SPEAKS = re.compile(r"\b(?<!you )(says|said|asks|answers|tells|told|wrote)\b|“", re.IGNORECASE)
TELLS = [words for name, words in builtin.signals().items() if name.startswith("tell_")]


def test_no_body_at_the_table_says_a_word():
    """A body is told beside nights without an answer, too: what it does is seen, and words are told as words."""
    bodies = [line.text for step in evening_words().bodies for line in step]
    seen = [sentence for words in TELLS for sentence in words.table]
    assert len(bodies) > 100
    assert seen
    assert [sentence for sentence in (*bodies, *seen) if SPEAKS.search(sentence)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_no_reply_to_an_event_weighs_words_against_all_that_was_ever_said(name):
    """“The warmest sentence so far” is one that the mirror, which counts answers to you, knows nothing of."""
    events = compiled(name).scenario.timeline.values()
    replies = [choice.reply for event in events for choice in event.choices]
    assert replies
    superlative = r"\b(warmest|kindest|friendliest|nicest) (word|sentence|answer|message|line)"
    assert [reply for reply in replies if re.search(superlative, reply, re.IGNORECASE)] == []


OF_YOUR_WRITING = re.compile(r"\b(wrote|writes) about their work|\breading you\b", re.IGNORECASE)


@pytest.mark.parametrize("signal", ["share_plain", "share_compliment", "answer_warm"])
def test_praise_of_how_you_write_follows_a_post_of_yours(signal):
    """Nobody praises the pen of a shop that has written nothing yet."""
    lines = [line for line in builtin.signals()[signal].lines if not line.motive]
    for line in lines:
        if OF_YOUR_WRITING.search(line.text):
            assert "posted" in line.claims, line.text


def test_nothing_that_answers_a_message_to_one_calls_it_automatic():
    """A message that names somebody's good news is written by somebody: only one to all of them is not."""
    for signal, words in builtin.signals().items():
        for line in words.lines:
            if re.search(r"automatic message", line.text, re.IGNORECASE):
                assert line.answering == ("blast_dm",), (signal, line.text)


ONE_THING = re.compile(
    r"\bmine has given up|\bmy neighbour's\b|\bi have measured\b|\bgood new one\b|\bone that I\b", re.IGNORECASE
)


def test_a_need_of_anybody_fits_whatever_is_sold():
    """Coffee does not give up and is not measured: a need of the house speaks of no single thing that breaks."""
    lines = [line for line in builtin.signals()["need_shows"].lines if not line.claims]
    assert len(lines) > 20
    assert [line.text for line in lines if ONE_THING.search(line.text)] == []


ASKS_WITHOUT_A_MARK = re.compile(r"\bI wonder (what|how|why|whether) (you|your|yours|made you|others)\b", re.IGNORECASE)


def test_no_answer_asks_without_a_question_mark():
    """What reads like a question can be answered; “I wonder what you would say” could not be."""
    lines = [line.text for kind in ("answer_warm", "answer_short", "thanks") for line in builtin.signals()[kind].lines]
    lines += [line.text for kind in ("warm", "short") for line in builtin.tails()[kind]]
    lines += [line.text for talk in builtin.talks() for turn in talk.turns for line in (*turn.warm, *turn.short)]
    assert [text for text in lines if ASKS_WITHOUT_A_MARK.search(text)] == []


def test_a_scene_of_sharing_fits_whatever_is_shared():
    """A photo has no steps to go through, and cannot be used tonight."""
    scenes = builtin.moves()["share_resource"].dates
    said = [text for scene in scenes for text in (scene.you, scene.they, scene.what, scene.then)]
    assert [text for text in said if re.search(r"\b(use it|step (one|two)|how it is done|recipe)\b", text)] == []


def test_congratulations_fit_any_news_on_any_day():
    """A quarrel that is over has no cake, and no news comes on a Tuesday only."""
    days = r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\bcake\b|\bbaked\b|well done|celebrate|dance"
    assert [
        line.text for line in builtin.moves()["congratulate"].say if re.search(days, line.text, re.IGNORECASE)
    ] == []


def test_a_polite_person_is_not_told_to_want_nothing():
    """Somebody polite may need something that you sell, in the same night."""
    texts = [line.text for line in builtin.notices()["polite"].said]
    assert texts
    assert [text for text in texts if re.search(r"asks for nothing|leaves it at that|wants nothing", text)] == []
