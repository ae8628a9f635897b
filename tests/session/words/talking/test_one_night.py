"""What one night tells of one person goes together: tell, reaction and what they do of their own accord."""

import re
from functools import cache

import pytest

from game.scenario.texts import builtin
from game.scenario.texts.evening_words import evening_words
from game.scenario.texts.house_talks import SAID_BEFORE, tails
from game.session.words.line_choice import Speech, choose
from game.ui.play.screens.speech import excerpt
from tests.plays import SHIPPED, played

OF_A_TELL_ONLY = re.compile(r"\b(gave|put|marked|left|given|had put)\b.* hearts?\b|\bliked\b", re.IGNORECASE)
UNSEEN = re.compile(
    r"no sign|not a heart|curtain|other side|perhaps|withdrawn|gone quiet|stands there alone|not any more",
    flags=re.IGNORECASE,
)
GLAD_LIKE = re.compile(r"liked|pleased|saved|kept it|heard|quietly|nod in the shape", re.IGNORECASE)
HARSH = re.compile(r"delet|archiv|unopened|string|cellar|without reading|newsletters|put the post down", re.IGNORECASE)
LOW = ("tell_closed", "tell_turned_away", "tell_skimmed")
OWN = ("need_shows", "asks_price", "asks_how", "asks_for_friend", "life_event", "share_plain")


@cache
def nights():
    """What was told of each person in each night of some runs: words, and the move they answer, by signals."""
    found = []
    for name in SHIPPED:
        for bot in ("patient", "random", "pushy", "thanker"):
            for seed in (1, 2, 3):
                for night in played(name, bot, seed).playthrough.story.nights:
                    people = {item.follower for item in night.items}
                    found += [{i.signal: (i.text, i.to) for i in night.items if i.follower == who} for who in people]
    return found


def pairs(one, *others, to_anything=False):
    """The words of two signals of one night, for each night in which somebody did both, mostly to words of yours."""
    return [
        (night[one][0], night[other][0])
        for night in nights()
        for other in others
        if one in night and other in night and (to_anything or night[other][1] not in {"", "like"})
    ]


def test_nobody_is_said_to_be_out_of_sight_who_was_seen_reading():
    """Whoever goes quiet and shows a tell is told of as somebody who read and wrote nothing."""
    tells = [signal for signal in builtin.signals() if signal.startswith("tell_")]
    found = pairs("goes_quiet", *tells, to_anything=True)
    assert len(found) > 20
    assert not [pair for pair in found if UNSEEN.search(pair[0])]


def test_a_like_beside_a_closed_face_is_told_as_one_in_passing():
    """A polite like costs nothing: it is not told as joy by the side of somebody who looked elsewhere."""
    found = pairs("like", *LOW)
    assert len(found) > 20
    assert not [pair for pair in found if GLAD_LIKE.search(pair[0]) or HARSH.search(pair[1])]


def test_who_has_a_matter_of_their_own_has_not_thrown_your_message_away():
    """Whoever writes to you of a need the same evening has at most passed over what you wrote."""
    found = [pair for signal in OWN for pair in pairs(signal, *LOW)]
    assert len(found) > 20
    assert not [pair for pair in found if HARSH.search(pair[1])]


@pytest.mark.parametrize("signal", [name for name in builtin.signals() if name.startswith("tell_")])
def test_no_tell_claims_a_heart_that_is_a_signal_of_its_own(signal):
    """Hearts are counted under likes: a tell that speaks of one would say it twice, or against the count."""
    lines = [line.text for line in builtin.signals()[signal].lines if "like" not in line.answering]
    assert lines
    assert not [text for text in lines if OF_A_TELL_ONLY.search(text)]


def test_whom_they_ask_for_is_left_to_their_own_words():
    """Some ask for a friend, some for a mother or an uncle: the line at the bar says neither."""
    assert "friend" not in evening_words().bar["asks_for_friend"]


def test_a_complaint_of_somebody_who_was_kind_claims_only_what_is_true():
    """“It was a bit much lately” is said where there was much of late."""
    lines = [line for line in builtin.signals()["complaint"].lines if line.beside]
    assert lines
    assert all("lately" not in line.text or "wrote_often" in line.claims for line in lines)


MATTERS = ("need_shows", "asks_price", "dangles_order")
KNOWN = [frozenset(), frozenset({"not_bought"}), frozenset({"bought"}), frozenset({"bought", "used_for_days"}),
         frozenset({"not_bought", "need_told", "answered_need"}),
         frozenset({"not_bought", "need_told", "helped_need", "slept_on_it"})]  # fmt: skip
"""What may be known of somebody who has a need: who has bought and who has not, before and after a word of yours."""


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: " ".join(sorted(known)))
@pytest.mark.parametrize("refusal", ["declines_kindly", "declines_coldly"])
@pytest.mark.parametrize("signal", MATTERS)
def test_beside_a_no_a_need_or_a_price_says_how_the_two_go_together(signal, refusal, known):
    """Customers too: nobody says no to an offer and, in one breath, asks what it costs as if nothing had been said."""
    words = {"topic": "tea", "offer": "A book", "trade": "shop", "business": "Folio", "price": "ten pounds"}
    for draw in (0.05, 0.45, 0.95):
        speech = Speech(signal, beside=refusal, true=known, topic="tea", words=words)
        said = choose(builtin.signals()[signal].lines, speech, (), draw)
        line = next(line for line in builtin.signals()[signal].lines if line.key == said.key)
        assert refusal in line.beside, line.text


@pytest.mark.parametrize("signal", ["answer_short", "answer_warm", "thanks"])
def test_beside_an_answer_to_yours_a_need_claims_no_time_that_has_not_passed(signal):
    """“I would have to make a list” and “I have made my list” are not of one evening."""
    lines = [line for line in builtin.signals()["need_shows"].lines if signal in line.beside]
    assert lines
    passed = r"slept|made my list|by now|evenings|hangs|since (you|your)|went (round|through)|thought it over"
    assert not [line.text for line in lines if re.search(passed, line.text)]
    of_a_need = [line for line in builtin.signals()["need_shows"].lines if {"answered_need"} <= {*line.claims}]
    assert not [line.text for line in of_a_need if re.search(passed, line.text) and "slept_on_it" not in line.claims]


def test_where_a_bubble_is_small_the_matter_is_said_and_not_what_comes_before_it():
    """Of every lead, with a need behind it, in a bubble for the need alone."""
    leads = [line.text for kind in SAID_BEFORE for line in tails()[kind]]
    assert len(leads) > 30
    for lead in leads:
        assert excerpt(f"{lead} I need a book.", lambda text: len(text) <= len("I need a book.")) == "I need a book."


TOO_SOON = re.compile(
    r"too (soon|early)|not (quite )?(there |from you |decided )?yet|some time\b|(next|this) (week|month|time)"
    r"|still (comparing|looking|find|have not found)|making up my mind|not made up my mind|i am (looking|comparing)"
    r"|another (time|day)|ask me again|look (a little )?longer|in peace|not now|not today|for now|one day|i need one"
    r"|i do need|rather look|think it over|one thing less|that helps",
    re.IGNORECASE,
)
"""That the time for it is still to come: false of somebody who has bought in another shop that night, or before."""
REFUSALS = ("declines_kindly", "declines_coldly")
OFFERS = ("small_offer", "propose", "pitch")
SELLING = [(name, bot, seed) for name in SHIPPED for bot in ("pushy", "always_asks") for seed in range(1, 5)]


@cache
def refused_by_buyers():
    """Of many games in which one offers much: each no by whoever buys elsewhere that night, or has done so before."""
    found = []
    for game in SELLING:
        gone = set()
        for night in played(*game).playthrough.story.nights:
            tonight = {item.follower for item in night.items if item.signal == "buys_elsewhere"}
            found += [
                (game, night.day, item.text)
                for item in night.items
                if item.signal in REFUSALS and item.to in OFFERS and item.follower in tonight | gone
            ]
            gone |= tonight
            gone -= {item.follower for item in night.items if item.signal == "buys"}
    return found


def test_who_buys_in_another_shop_says_that_it_is_too_late():
    """A no on that night, or on a later one, never holds out that the time is still to come."""
    assert len(refused_by_buyers()) > 3
    assert not [no for no in refused_by_buyers() if TOO_SOON.search(no[-1])]


@pytest.mark.parametrize("kind", REFUSALS)
@pytest.mark.parametrize("claim", ["elsewhere_tonight", "elsewhere_before"])
def test_there_are_words_for_a_no_that_comes_too_late(kind, claim):
    """Several for each, so that two people do not say the same, and none of them holds out a better day."""
    lines = [line.text for line in builtin.signals()[kind].lines if claim in line.claims]
    assert len(lines) >= 4
    assert not [text for text in lines if TOO_SOON.search(text)]


def test_nobody_is_undecided_on_the_night_on_which_they_buy_elsewhere():
    """Whatever they answer to you that night, they do not say that they are still looking for it."""
    for night in nights():
        if "buys_elsewhere" in night:
            others = [
                text for signal, (text, _) in night.items() if signal in (*REFUSALS, "answer_short", "answer_warm")
            ]
            assert not [text for text in others if re.search(r"still (looking|comparing)|not decided", text)]


def test_a_need_beside_a_no_takes_the_no_back_into_account():
    """Whoever says no and speaks of a need the same night says how the two go together."""
    found = [pair for signal in REFUSALS for pair in pairs("need_shows", signal)]
    bridges = [line.text for line in builtin.signals()["need_shows"].lines if {*REFUSALS} & {*line.beside}]
    assert found
    assert all(any(bridge in need for bridge in bridges) for need, _ in found)
