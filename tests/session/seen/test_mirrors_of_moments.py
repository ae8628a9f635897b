"""What a moment would be on a date says nothing of what you did or left undone that day: it is chosen without that."""

import re
from dataclasses import replace

import pytest

from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.between_you import before_told
from game.session.view import ThreadItem
from tests.plays import session

CLAIMS = re.compile(
    r"\byou (were (going|about)|had (not|hoped|meant|waited)|meant to|never|did not|have not|wanted|waited|kept|forgot"
    r"|hesitated|put it off|(only|just|nearly) \w+ed)|\bthis time you\b|\byour? (plan|next question)\b",
    re.IGNORECASE,
)
"""Words that tell what you did not do, or meant to do another day."""


@pytest.mark.parametrize("kind", evening_words().mirrors)
def test_no_mirror_of_a_moment_tells_what_you_left_undone(kind):
    """Somebody who asked on Saturday and tonight is not told that they were going to ask on Sunday."""
    assert evening_words().mirrors[kind]
    assert not [text for text in evening_words().mirrors[kind] if CLAIMS.search(text)]


@pytest.mark.parametrize(("since", "told"), [(2, "sent_to_all"), (3, "first")])
def test_a_message_that_an_answer_sent_counts_as_a_word_to_them(since, told):
    """Whoever got one by the answer to an event is not told of as somebody to whom not a word was written."""
    who = next(iter(session().view().followers))
    sent = ThreadItem(since, "note", "event", "It goes out at ten.", by_event="blast_dm")
    words = evening_words()

    text = before_told(words, replace(who, thread=(sent,)), 3)

    assert text == words.before[told].replace("{first}", who.name.split()[0])
