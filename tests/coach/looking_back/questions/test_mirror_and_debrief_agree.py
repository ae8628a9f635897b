"""One question has one verdict: the debrief does not deny what the date mirror said without saying why."""

from functools import cache

import pytest

from game.coach.looking_back.questions.asks_told import ask_marks
from game.coach.looking_back.questions.verdict import UNKNOWN
from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.session.history import signs_seen
from game.session.seen.asking_signs_told import against_told
from tests.plays import SHIPPED, played

BOTS = ("patient", "reader", "random", "always_asks", "discounter", "pushy")
SEEDS = (1, 2, 3)
LUCK = ("luck", "Do not learn from it")
BOTH = "By what could be seen"
NOT_READY = ("was not ready", "came before its time", "that was early", "it came early")


@cache
def asks():
    """Every question of many games of which the mirror had a figure, with what became of it."""
    return tuple(ask for _, ask in asks_of_games())


@cache
def asks_of_games():
    """The same, each with its game."""
    games = [played(name, bot, seed).playthrough for name in SHIPPED for bot in BOTS for seed in SEEDS]
    return tuple((now, ask) for now in games for ask in ask_marks(now) if ask.seen != UNKNOWN)


def denied(ask):
    """Whether the debrief says the contrary of what the mirror said, and nothing of what could be seen."""
    said_yes, said_no = ask.seen >= MORE_THAN_HALF, ask.seen <= 100 - MORE_THAN_HALF
    return BOTH not in ask.text and ((said_yes and not ask.in_time) or (said_no and ask.in_time))


def test_what_the_mirror_told_is_not_denied_without_a_word():
    """Of all questions fewer than one in a hundred have two verdicts, and both sides are told where they differ."""
    found = asks()
    print(f"{sum(map(denied, found))} of {len(found)} questions have two verdicts")
    assert len(found) > 300
    assert sum(map(denied, found)) <= len(found) / 100


def test_what_was_likely_by_signs_and_in_truth_is_called_no_fault():
    """Eight of ten by the mirror and eight of ten in truth cannot be too late, too early or of no use."""
    likely = [ask for ask in asks() if ask.seen >= MORE_THAN_HALF and ask.likelihood >= 0.5]
    assert likely
    assert not {ask.badge for ask in likely} & {"Early", "Late", "No use for it", "By luck"}


def test_only_what_all_signs_spoke_against_is_called_luck():
    """A yes is called luck only where the mirror made it unlikely and the truth as well."""
    lucky = [ask for ask in asks() if any(words in ask.text for words in LUCK) and ask.accepted]
    assert lucky
    assert all(ask.seen <= 100 - MORE_THAN_HALF and ask.likelihood < 0.5 for ask in lucky)


def test_nobody_is_blamed_for_what_looked_like_a_yes():
    """Where the mirror said that most say yes, the sentence does not say that it was too early, nor is it a fault."""
    fair = [ask for ask in asks() if ask.seen >= MORE_THAN_HALF and ask.timing == "early"]
    assert fair
    assert all(ask.fair for ask in fair)
    assert not [ask.text for ask in fair if any(words in ask.text for words in NOT_READY)]


@pytest.mark.parametrize("accepted", [True, False])
def test_the_figures_of_both_are_told(accepted):
    """Where what could be seen and what was true lie far apart, both figures stand in the sentence."""
    apart = [a for a in asks() if abs(a.seen / 100 - a.likelihood) >= 0.2 and a.accepted == accepted]
    assert apart
    assert all(BOTH in a.text and f"{100 * a.likelihood:.0f} %" in a.text for a in apart)


def test_of_a_no_that_looked_like_a_yes_it_is_told_what_could_have_been_seen():
    """A sign against it by its name, or plainly that there was none: never that one should somehow have known."""
    surprised = [
        (now, ask)
        for now, ask in asks_of_games()
        if not ask.accepted
        and ask.seen >= MORE_THAN_HALF
        and ask.likelihood < 0.5
        and ask.occasion != "asked_not_buyer"
    ]
    told = [("seen against it: " in ask.text, "Nothing that you could see" in ask.text) for _, ask in surprised]
    assert {(True, False), (False, True)} == {*told}
    for now, ask in surprised:
        day = now.history[ask.day - 1]
        signs = signs_seen(day.morning, day.to_all_age, now.compiled.ids.index(ask.follower))
        for words in against_told(ask.move, signs):
            assert words in ask.text.partition("seen against it: ")[2], ask.text
