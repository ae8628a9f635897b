"""Sentences that come back often have many variants, and what is put into a sentence fits all of its kind."""

import re

import pytest

from game.scenario.texts import builtin
from game.scenario.texts.evening_words import evening_words

OFTEN = (
    "answer",
    "ask_about_them",
    "follow_up",
    "thank_privately",
    "help",
    "share_resource",
    "congratulate",
    "comment",
)


@pytest.mark.parametrize("move", OFTEN)
def test_that_one_evening_may_have_another_cause_is_said_in_many_ways(move):
    """Ten sentences at least for each move, and no three of them begin alike."""
    lines = builtin.asides()["perhaps_the_day"].lines
    apt = [line.text for line in lines if not line.claims and (not line.answering or move in line.answering)]
    begins = [" ".join(text.split()[:4]) for text in apt]

    assert len(apt) >= 10
    assert not [one for one in begins if begins.count(one) > 2]


@pytest.mark.parametrize("kind", ["tell_warmed", "tell_lit_up", "life_event"])
def test_joy_is_not_always_told_alike(kind):
    """A dozen wordings at least that suit whatever was written."""
    lines = builtin.signals()[kind].lines
    assert len([line for line in lines if not line.answering and not line.format and not line.beside]) >= 12


def test_what_was_seen_of_others_stands_in_a_sentence_as_a_thing_does():
    """“Ran an eye over … between two errands”: no pause, and no clause that would take the rest to itself."""
    for kind, words in evening_words().shown.items():
        assert re.match(r"(your|the) ", words), kind
        assert not re.search(r",| (what|how|which|who) ", f" {words[4:]}"), (kind, words)


def test_no_thing_is_called_the_cause_of_a_cool_evening():
    """“It may have been the one good mug”: a thing can be on somebody’s mind, and is no reason by itself."""
    lines = [line.text for line in builtin.asides()["of_their_life"].lines]

    assert len(lines) >= 6
    assert not [text for text in lines if re.search(r"been \{fact\}|was \{fact\}", text)]


def test_a_thing_that_was_told_is_asked_after_as_a_thing():
    """Nobody is “in” a box, and nothing is “new in” a book from another century."""
    asked = [line.text for talk in builtin.talks() for turn in talk.turns for line in turn.you]

    assert not [text for text in asked if re.search(r"[Ww]here are you in|What is new in", text)]
