"""The mirror's words are no surer than the nights: how often a tell says the opposite of the mood before the move."""

from collections import defaultdict
from functools import cache

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.odds_seen import SPLIT, STEADY, odds_of
from game.engine.situations import MOODS, WELL, signs_of, situations_of
from game.model.signals import Signal
from game.scenario.format.vocabulary import SITUATIONS
from game.session.seen.odds_told import NO_VERDICT, verdict_told
from tests.plays import SHIPPED, compiled

PLAYERS = ("patient", "thanker", "random", "always_asks", "pushy", "reader", "discounter", "never_asks")
EPISODES = np.arange(18)
FEW = 40  # tells, below which a share says nothing
NOISE = 3.0  # standard errors
AT_MOST = {"steady": 0.15, "mixed": 0.27}
"""What share may be taken the other way than the words say."""
AT_LEAST = 0.25
"""What share must be, where the words give neither way the lead."""
CASES = [
    (move, situation, moods)
    for move, situations in MOODS.items()
    for situation, moods in situations.items()
    if odds_of(move, situation) != "unseen" and moods != (NO_VERDICT,)
]


@cache
def tells():
    """How many tells below and above the middle came after each move in each situation, and how many in all."""
    found = defaultdict(lambda: np.zeros(3, int))

    def watch(before, plan, after):
        rules, tell = before.compiled.rules, after.signals.tell
        for number in np.unique(plan.move[plan.move > 0]):
            move, seems = rules.moves.ids[number], np.full(plan.move.shape, -1.0)
            if move not in MOODS:
                continue
            if rules.moves.columns["uses_fit"][number] > 0.5:
                seems = np.take_along_axis(before.seems, plan.content[..., None].clip(0), 2)[..., 0]
            codes = situations_of(move, signs_of(before.ledger, seems))
            here = (plan.move == number) & (before.people.human > 0.5) & (tell >= Signal.TELL_CLOSED)
            for code in np.unique(codes[here]):
                steps = tell[here & (codes == code)] - Signal.TELL_CLOSED
                found[move, SITUATIONS[code]] += [np.sum(steps < 3), np.sum(steps > 3), len(steps)]

    for name in SHIPPED:
        for bot in PLAYERS:
            play(compiled(name), bots()[bot], 8, EPISODES, watch)
    return dict(found)


@pytest.mark.parametrize(("move", "situation", "moods"), CASES, ids=[f"{move}-{name}" for move, name, _ in CASES])
def test_a_forecast_is_no_surer_than_the_nights(move, situation, moods):
    """Where the mirror leads one to expect joy or displeasure, the tells of the nights bear it out so often."""
    below, above, count = tells().get((move, situation), (0, 0, 0))
    if count < FEW:
        return  # so rare that nobody could say
    other = (below if {*WELL} & {*moods} else above) / count
    noise = NOISE * np.sqrt(max(other, 1 / count) * (1 - other) / count)
    odds = odds_of(move, situation)
    if odds == "split":
        assert other + noise >= AT_LEAST, (other, count)
    else:
        assert other - noise <= AT_MOST[odds], (other, count)


def test_most_that_can_be_done_is_measured():
    """Games by bots bring half of the situations often enough to be judged, and many days of each."""
    often = [case for case in CASES if tells().get(case[:2], (0, 0, 0))[2] >= FEW]

    assert len(often) >= len(CASES) / 2
    assert sum(count for _, _, count in tells().values()) > 10_000


def test_every_odd_is_of_a_situation_of_its_move():
    """No row speaks of a situation in which the move is never seen."""
    for table in (STEADY, SPLIT):
        for move, situations in table.items():
            assert situations <= MOODS[move].keys()


@pytest.mark.parametrize("mood", ["delighted", "warm", "puzzled", "weary", "shocked"])
def test_words_of_a_split_forecast_name_both_ways(mood):
    """Where it may go either way, both are said; and a scene without a verdict stays without one."""
    said = verdict_told(mood, "split").lower()
    assert "may light up" in said
    assert "may turn away" in said
    assert "may" not in verdict_told(mood, "steady").lower()
    assert verdict_told(NO_VERDICT, "steady") == "You cannot tell yet"
