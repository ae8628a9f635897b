"""What you write takes up what they did: thanks the favour, offers the need; nothing speaks of what was not."""

import re

import pytest

from game.scenario.texts import builtin
from game.session.words.talking.taken_up import LARGER, OFFERS, SHARE_TALK_DAYS, THANKS
from tests.plays import SHIPPED, played

SHARES = ("share_plain", "share_compliment")
THANKED_FOR = (*SHARES, *LARGER, "answer_warm", "answer_short", "thanks", "question", "asks_for_friend", "life_event")
GAMES = [(name, bot, seed) for name in SHIPPED for bot in ("thanker", "random", "patient", "reader") for seed in (1, 2)]


def line_of(move, text):
    """The line of the house that a text is, with its placeholders filled; None for one of a scenario."""
    fits = [
        line
        for line in builtin.moves()[move].say
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", ".+", re.escape(line.text)), text, re.IGNORECASE)
    ]
    return max(fits, key=lambda line: len(line.text), default=None)


@pytest.fixture(params=GAMES, ids=lambda game: "-".join(map(str, game)))
def threads(request):
    return played(*request.param).playthrough.story.threads.values()


@pytest.mark.parametrize("move", THANKS)
@pytest.mark.parametrize("signal", THANKED_FOR)
def test_there_are_thanks_for_everything_that_one_is_thanked_for(move, signal):
    """Whatever somebody does for you, there are words of thanks that name it."""
    assert sum(signal in line.last_signal for line in builtin.moves()[move].say) >= 2


def test_thanks_are_for_something_that_was_done_and_for_the_favour_first(threads):
    """A line for a kind of deed follows such a deed; a fresh share is thanked for by its name."""
    for thread in threads:
        for place, item in enumerate(thread):
            line = line_of(item.kind, item.text) if item.kind in THANKS and item.who == "me" else None
            if line is None:
                continue
            before = thread[:place]
            done = {i.kind for i in before if i.who != "me"}
            assert not line.last_signal or done & set(line.last_signal), item
            last_thanks = max((i.day for i in before if i.kind in THANKS and i.who == "me"), default=0)
            open_shares = [i for i in before if i.kind in SHARES and last_thanks <= i.day >= item.day - SHARE_TALK_DAYS]
            if open_shares and not done & set(LARGER) and item.day not in {i.day for i in before if i.kind in THANKS}:
                assert set(line.last_signal) & set(SHARES) or wrote(item, before), (item, open_shares)


def wrote(item, before):
    """Whether a line like this was said of late, so that another one had to do."""
    return any(i.kind == item.kind and item.day - i.day <= 10 for i in before)


def test_an_offer_names_the_need_that_has_shown(threads):
    """As long as somebody needs something and has not bought, no offer speaks of a topic in its place."""
    for thread in threads:
        for place, item in enumerate(thread):
            line = line_of(item.kind, item.text) if item.kind in OFFERS and item.who == "me" else None
            kinds = {i.kind for i in thread[:place]}
            if line is not None and "need_shows" in kinds and not kinds & {"buys", "buys_elsewhere"}:
                assert "need_shows" in line.last_signal or wrote(item, thread[:place]), item


def test_a_complaint_by_somebody_who_was_never_written_to_is_about_that(threads):
    """Nobody who has heard nothing from you finds that you pushed, wrote too often or were better once."""
    neglect = [line for line in builtin.signals()["complaint"].lines if "unspoken" in line.claims]
    for thread in threads:
        for place, item in enumerate(thread):
            untouched = not any(i.who == "me" or i.kind == "blast_dm" for i in thread[: place + 1])
            if item.kind == "complaint" and not untouched:
                assert item.text not in {line.text for line in neglect}, item


PRESUMES = r"next (chapter|part)|the rest of your story|how did it (end|go on|turn out)|is there an end|what came of"


def test_no_follow_up_that_suits_anything_asks_how_a_story_went_on():
    """What somebody told may be a torn page: only the turns of a written talk know that there is a story to go on."""
    told = [line.text for line in builtin.moves()["follow_up"].say if re.search(PRESUMES, line.text, re.IGNORECASE)]

    assert told == []


POINTS_BACK = r"\b(do that|did that|like that|like it|of these|that way|such things in|the two,|as you said)\b"


@pytest.mark.parametrize("signal", ["question", "asks_how", "asks_price", "asks_for_friend", "dangles_order"])
def test_a_question_out_of_nothing_points_at_nothing(signal):
    """Whoever asks unprompted says what of: “your trade”, “what you make”, and no “that” which was never shown."""
    lines = [line for line in builtin.signals()[signal].lines if not line.beside and not line.answering]

    assert lines
    assert [line.text for line in lines if re.search(POINTS_BACK, line.text, re.IGNORECASE)] == []
