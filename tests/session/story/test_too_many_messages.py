"""Who leaves over too many messages has let some of them lie: nobody hears of it for the first time by the farewell."""

from functools import cache

import pytest

from tests.plays import SHIPPED, played

BOTS = ("thanker", "random", "always_asks", "patient", "poster", "reader")
TOO_MANY = ("good many messages", "cannot keep up", "too many messages")
NO_MESSAGE = {"look_around", "give_space", "answer"}


@cache
def farewells():
    """Every farewell over many messages, in many games, with its thread."""
    found = []
    for name in SHIPPED:
        for bot in BOTS:
            for seed in range(1, 7):
                now = played(name, bot, seed).playthrough
                for thread in now.story.threads.values():
                    found += [(thread, i) for i in thread if i.kind == "unfollows"]
    return found


def test_there_are_farewells():
    """The test below is none about nothing."""
    assert len(farewells()) > 20


@pytest.mark.parametrize("words", TOO_MANY)
def test_nobody_leaves_over_messages_that_were_all_answered(words):
    """Two of them at least stood there without a word before the last evening was over."""
    for thread, item in farewells():
        if words in item.text:
            mine = [i for i in thread if i.who == "me" and i.kind not in NO_MESSAGE and i.day <= item.day][-2:]
            answered = [i for i in thread if i.who == "them" and i.kind.startswith(("answer_", "thanks", "question"))]
            assert len(mine) == 2, item.text
            assert not [a for a in answered if mine[0].day <= a.day < item.day], (item.text, mine, answered)
