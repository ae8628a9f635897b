"""Who is called ready at a question has a band in the chart of trust on that day, and nobody is without one."""

import pytest

from game.bots.registry import bots
from game.coach.looking_back.debrief import SECOND_ORDER, THREE_THINGS
from game.coach.looking_back.explained import reasons
from game.coach.looking_back.make_debrief import debrief
from tests.plays import SHIPPED, played

GAMES = [(name, bot) for name in SHIPPED for bot in sorted(bots())]
BADGES = {"Ready", "Nearly ready", "Early", "Late", "No use for it", "In time", "By the signs", "By luck", SECOND_ORDER}


@pytest.mark.parametrize(("name", "bot"), GAMES)
def test_badge_and_band_are_of_one_source(name, bot):
    """For every question to buy: ready if, and only if, its day lies in a band of that person's chart."""
    told = debrief(played(name, bot, 2).playthrough)
    bands = {person.id: person.ready_spells for person in told.followers}
    for ask in told.asks:
        in_band = any(first <= ask.day <= last for first, last in bands[ask.follower])
        assert ask.badge in BADGES
        if ask.for_sale:
            assert (ask.badge == "Ready" or (ask.is_again and ask.in_time)) == in_band, ask
            assert ask.badge != "In time"
        else:
            assert ask.badge in {"In time", "Early", "By the signs"}, ask


@pytest.mark.parametrize(("name", "bot"), GAMES)
def test_nobody_is_called_ready_for_a_smaller_question(name, bot):
    """Ready means a purchase: neither the list of questions nor the reasons of that day say it of anything smaller."""
    now = played(name, bot, 2).playthrough
    for ask in debrief(now).asks:
        if ask.for_sale:
            continue
        said = [ask.text, *(one.words for one in reasons(now, ask.follower, ask.day) if one.cause == "asked_too_soon")]
        assert not any("ready" in words.replace("already", "") for words in said), said


def test_every_name_that_a_badge_can_have_is_explained():
    """The words beside the list of questions say what each badge means."""
    for words in ("ready", "nearly ready", "by the signs", "by luck", "early", "late", "in time"):
        assert words in " ".join(f"{name}. {told}" for name, told in THREE_THINGS).lower()
