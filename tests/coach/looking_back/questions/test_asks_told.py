"""Of somebody who was asked in time it is told since when they had been ready."""

import re

import pytest

from game.bots.courted.ready_from import ready_from
from game.bots.registry import bots
from game.coach.knowing_when import readiness_by_day
from game.coach.looking_back.questions.asks_told import ask_marks, lost_to_others, off_the_mark
from game.model.readings import RATHER_YES
from tests.plays import SHIPPED, bot_plays_a_day, played, session


def test_since_when_somebody_was_ready_is_told_of_a_question_in_time():
    """From the day named on waiting gained nothing, on the day before it still did; early questions name none."""
    seen = 0
    for name in SHIPPED:
        for seed in range(4):
            game = session(name, seed)
            while not game.finished:
                bot_plays_a_day(game, bots()["patient"])
            now, likely = game.playthrough, readiness_by_day(game.playthrough)
            bars = ready_from(now.compiled)
            for ask in ask_marks(now):
                column = now.compiled.ids.index(ask.follower)
                since = re.search(r"had been ready since day (\d+)\.", ask.text)
                fresh = "was not ready yet" in ask.text
                if not (ask.for_sale and ask.ready):
                    assert not since
                    assert not fresh
                    continue
                first = int(since.group(1)) if since else ask.day
                assert all(likely[day - 1, column] >= bars[day] for day in range(first, ask.day))
                assert ask.likelihood >= min(bars[ask.day], RATHER_YES)  # once a need has passed no surer day comes
                assert first == 1 or likely[first - 2, column] < bars[first - 1]
                assert bool(since) == (first < ask.day)
                seen += 1
    assert seen


@pytest.mark.parametrize("bot", ["never_asks", "pushy", "patient"])
def test_who_is_lost_to_others_has_been_seen_to_buy_there(bot):
    """Everybody could see it; nobody else is counted, and a question to them is not said to have come too early."""
    lost = 0
    for seed in range(6):
        now = played("first_hello", bot, seed).playthrough
        did = {who: {item.kind for item in items if item.who != "me"} for who, items in now.story.threads.items()}
        elsewhere = {who for who, kinds in did.items() if "buys_elsewhere" in kinds and "buys" not in kinds}
        assert lost_to_others(now) == elsewhere
        asks = [ask for ask in ask_marks(now) if not ask.is_again]
        soon = [a for a in asks if a.for_sale and not a.accepted and a.occasion.startswith("asked_too_soon")]
        found = off_the_mark((asks, now))
        assert found.lost == len(elsewhere)
        assert found.early == sum(ask.follower not in elsewhere for ask in soon)
        assert found.no_use == sum(ask.timing == "no_use" and ask.for_sale for ask in asks)
        assert off_the_mark((asks, now), (asks, now)).lost == 2 * found.lost
        lost += found.lost
    assert lost or bot != "never_asks"
