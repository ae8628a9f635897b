"""Of somebody who was asked in time it is told since when they had been ready."""

import re

from game.bots.registry import bots
from game.coach.knowing_when import READY, readiness_by_day
from game.coach.looking_back.asks_told import ask_marks
from tests.plays import SHIPPED, bot_plays_a_day, session


def test_since_when_somebody_was_ready_is_told_of_a_question_in_time():
    """The day named is one on which a yes was likely, and the day before it was not; early questions name none."""
    seen = 0
    for name in SHIPPED:
        for seed in range(4):
            game = session(name, seed)
            while not game.finished:
                bot_plays_a_day(game, bots()["patient"])
            now, likely = game.playthrough, readiness_by_day(game.playthrough)
            for ask in ask_marks(now):
                column = now.compiled.ids.index(ask.follower)
                since = re.search(r"had been ready since day (\d+)\.", ask.text)
                fresh = "was not ready yet" in ask.text
                if not (ask.for_sale and ask.ready):
                    assert not since
                    assert not fresh
                    continue
                first = int(since.group(1)) if since else ask.day
                assert all(likely[day - 1, column] >= READY for day in range(first, ask.day + 1))
                assert first == 1 or likely[first - 2, column] < READY
                assert bool(since) == (first < ask.day)
                seen += 1
    assert seen
