"""Whatever a follower asks can be answered: a question is said with a signal that waits for an answer."""

import pytest

from game.session.words.talking.talk_lines import WAITING
from tests.plays import SHIPPED, compiled, played

FRIENDLY = {"answer_warm", "answer_short", "thanks", "accepts", "buys", "life_event", "share_plain"}


@pytest.mark.parametrize("name", SHIPPED)
def test_no_line_of_an_author_asks_without_waiting(name):
    """Neither a clue nor a line asks something with an answer of theirs, after which nothing waits."""
    for signal, lines in compiled(name).scenario.lines.items():
        if signal in FRIENDLY:
            assert not [line.text for line in lines if line.text and line.text.rstrip("”").endswith("?")], signal


@pytest.mark.parametrize("bot", ["pushy", "random", "patient"])
@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_of_a_run_waits(name, bot):
    """Only who turns you away asks what is no question."""
    for thread in played(name, bot).playthrough.story.threads.values():
        for item in thread:
            if item.who == "them" and "?" in item.text:
                assert item.kind in WAITING or item.kind not in FRIENDLY, item
