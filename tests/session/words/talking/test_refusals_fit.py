"""Whoever finds a question too personal was asked one that somebody may feel so."""

import re

import pytest

from game.scenario.texts import builtin
from game.session.story.claims import CLOSE
from tests.plays import SHIPPED, played

TOO_CLOSE = re.compile(
    r"personal|with shops|know each other|page like this|need that for|go into that|a good deal for a shop",
    re.IGNORECASE,
)


def test_a_line_that_finds_a_question_too_close_says_to_which_it_belongs():
    """Among all cool answers of the house."""
    close = [line for line in builtin.signals()["answer_cool"].lines if TOO_CLOSE.search(line.text)]

    assert len(close) > 3
    assert [line.text for line in close if "asked_closely" not in line.claims] == []


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(1, 5))
def test_nobody_finds_a_harmless_question_too_personal(name, seed):
    """In whole games of somebody who asks at random: the message before such a refusal is a close question."""
    for follower in played(name, "random", seed).view(None).followers:
        mine = ""
        for item in follower.thread:
            mine = item.text if item.who == "me" else mine
            if item.kind == "answer_cool" and TOO_CLOSE.search(item.text):
                assert "?" in mine
                assert CLOSE.search(mine), (mine, item.text)


@pytest.mark.parametrize(
    ("question", "close"),
    [
        ("What is the oldest thing you walk past each day, and do you look at it?", False),
        ("What is the best tool you own, and who had it before you?", False),
        ("Who decides in your house when it is time to get up?", True),
        ("You write about everything but yourself. How are you?", True),
    ],
)
def test_what_is_close(question, close):
    """A question of somebody's home or of how they are, and not of a thing in the street."""
    assert (CLOSE.search(question) is not None) == close
