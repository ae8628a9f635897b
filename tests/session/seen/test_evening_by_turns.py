"""What stands beside people in the evenings of a run does not come again and again."""

import re
from collections import Counter

import pytest

from game.model.signals import TELLS
from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.body import GLADLY, OF_TELLS, SADLY, STILL
from game.session.seen.night.evening_seen import evening_seen
from tests.plays import SHIPPED, played

DAYS = 10
PLAYERS = ("patient", "random", "pushy", "reader", "poster")
AGAIN = {"evening": 0.2, "tell": 0.35}
"""What share of lines may have stood in the run within ten days. In the evening it had been three quarters."""
TO_THE_SAME = 0.03
"""The same of lines about one and the same person."""


def lines_of(view, night):
    """The grey lines of a night: their kind, about whom, and the line without the name."""
    evening, tells = evening_seen(view, night), {tell.id for tell in TELLS}
    told = [("evening", met.name, met.does) for met in (*evening.tables, *evening.bar)]
    told += [("tell", item.name, item.text) for item in night.items if item.signal in tells]
    return [(kind, name, re.sub(rf"\b{re.escape(name.split()[0])}\b", "", text)) for kind, name, text in told]


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("bot", PLAYERS)
def test_grey_lines_seldom_come_again_within_ten_days(scenario, bot):
    """Of what is told of bodies in the café and online, little stood there of late, hardly any of the same person."""
    view = played(scenario, bot, 3).view()
    told, again, same, last = Counter(), Counter(), Counter(), {}
    for night in view.nights:
        for kind, name, line in lines_of(view, night):
            told[kind] += 1
            again[kind] += night.day - last.get(line, -DAYS) < DAYS
            same[kind] += night.day - last.get((line, name), -DAYS) < DAYS
            last[line] = last[line, name] = night.day
    for kind, count in told.items():
        assert again[kind] <= AGAIN[kind] * count + 2, (kind, again, told)
        assert same[kind] <= TO_THE_SAME * count + 1, (kind, same, told)


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("bot", PLAYERS)
def test_no_line_beside_somebody_says_the_opposite_of_the_body(scenario, bot):
    """Whoever turns away is not told to lean in and ask, and at the bar a polite word does not hide a body."""
    view = played(scenario, bot, 3).view()
    words = evening_words()
    for night in view.nights:
        evening = evening_seen(view, night)
        for met in (*evening.tables, *evening.bar):
            signals = {item.signal for item in night.items if item.follower == met.follower}
            gestures = [
                signal for signal in signals if met.does in {line.text for line in words.gestures.get(signal, ())}
            ]
            assert not (GLADLY & {*gestures} and met.step < STILL), (met, signals)
            assert not (SADLY & {*gestures} and met.step > STILL), (met, signals)
        for met in evening.bar:
            signals = {item.signal for item in night.items if item.follower == met.follower}
            polite = signals & {"like", "answer_warm", "answer_short", "answer_cool", "thanks"}
            if OF_TELLS.keys() & signals and polite and len(signals) == 2:
                assert not any(met.does in words.bar[signal] for signal in polite), (met, signals)
