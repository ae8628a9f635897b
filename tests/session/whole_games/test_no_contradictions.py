"""Nobody contradicts themselves, neither within one night nor from one night to the next."""

import re

from game.scenario.texts import builtin
from tests.session.whole_games.games import evenings

INVITES = {"need_shows", "asks_price", "dangles_order"}
DENIES_MORE = re.compile(
    r"need the same again you will|with the one that I have|no need for more|does what it should|look at the first one|"
    r"use what I have|longer about that|not a tap|sorry for it|enough for one|I am content|first one is doing|"
    r"Once it was a yes|asked last|buy by the calendar|not lost me",
)
"""A no of a customer who has all that is needed."""
KIND = {"buys", "accepts", "thanks", "answer_warm", "share_plain", "like"}
UNKIND = re.compile(r"my tone|put off by me|mind my|am short with", re.IGNORECASE)
UNDECIDED = re.compile(r"making up my mind|not made up my mind|not decided", re.IGNORECASE)
DECIDED = re.compile(r"pressing|cannot put it off|it is settled|I have decided|have made up my mind|in earnest")


def since_order(evening):
    """Ids of what a customer has said since the last purchase before this night; nothing of anybody else."""
    said = [item.kind for item in evening.thread if item.who == "them" and item.day < evening.day]
    return set(said[len(said) - said[::-1].index("buys") :]) if "buys" in said else set()


def test_no_customer_who_has_spoken_of_more_denies_it():
    """Whoever has written “I shall need the same again” does not answer an offer as if nothing had been said."""
    found = [
        item.text
        for evening in evenings()
        if INVITES & since_order(evening)
        for item in evening.items
        if item.signal in {"declines_kindly", "declines_coldly"} and item.to in {"small_offer", "propose", "pitch"}
    ]
    assert found
    assert not [text for text in found if DENIES_MORE.search(text)]


def test_no_customer_is_told_of_more_who_has_not_spoken_of_it():
    """A need before the order is no need of more: neither you nor they say that it was."""
    of_more = re.compile(r"spoke of more|brought it up, so|speak of more|spoke of it, I know|who began with it")
    found = [
        (evening, item.text)
        for evening in evenings()
        for item in (*evening.mine, *evening.items)
        if of_more.search(item.text)
    ]
    assert found
    assert not [text for evening, text in found if not INVITES & since_order(evening)]


def test_nobody_excuses_a_tone_beside_something_kind():
    """Whoever buys, thanks or likes that night, and grumbles, has no tone to be excused."""
    found = [evening for evening in evenings() if "complaint" in evening.signals and KIND & evening.signals]
    assert len(found) > 4
    assert not [e.text("complaint") for e in found if UNKIND.search(e.text("complaint"))]


def test_no_answer_says_that_nothing_is_decided():
    """A need may follow in the same night, which cannot wait; so an answer leaves open how far they have come."""
    answers = [line for kind in ("answer_warm", "answer_short", "thanks") for line in builtin.signals()[kind].lines]
    assert not [line.text for line in answers if UNDECIDED.search(line.text)]


def test_nobody_is_undecided_and_in_a_hurry_in_one_night():
    """The same over whole games, of all that is told of a night."""
    found = [evening.text() for evening in evenings() if INVITES & evening.signals]
    assert len(found) > 100
    assert not [text for text in found if UNDECIDED.search(text) and DECIDED.search(text)]
