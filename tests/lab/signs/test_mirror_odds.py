"""The mirror's words are no surer than the nights: how people who look alike take a move, measured over many games."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.batch import Batch
from game.engine.legal import obstacles
from game.engine.odds_seen import AGREED, TAKEN, odds_of, taken_by
from game.engine.situations import ILL, MOODS, OPEN, signs_of, situations_of
from game.model.signals import Signal
from game.scenario.format.vocabulary import SITUATIONS
from game.session.seen.odds_told import NO_VERDICT, counted_told, verdict_told
from tests.plays import SHIPPED, compiled

PLAYERS = ("patient", "thanker", "random", "always_asks", "pushy", "reader", "discounter", "never_asks", "oracle")
EPISODES = np.arange(8)
EVERY = 4  # mornings
FEW = 40  # people, below whom a share says nothing
NOISE, NEAR = 3.0, 0.1  # standard errors, and how near what is told must come
CASES = [(move, situation) for move, situations in TAKEN.items() for situation in situations]


def _made_by_half(morning, plan, number, dice):
    """The plan of a morning with one move made to every second person who can be chosen, and what goes along."""
    rules, shape = morning.compiled.rules, morning.shape
    content, seems = np.full(shape, -1), np.full(shape, -1.0)
    if rules.moves.columns["uses_fit"][number] > 0.5:
        some = dice.integers(0, morning.seems.shape[2], shape)
        content = np.where(dice.random(shape) < 0.5, morning.seems.argmax(-1), some)
        seems = np.take_along_axis(morning.seems, content[..., None], 2)[..., 0]
    can = obstacles(morning.ledger, rules, np.full(shape, number), morning.day) == 0
    can &= (morning.people.human > 0.5) & (morning.ledger.present > 0.5) & (dice.random(shape) < 0.5)
    return replace(plan, move=np.where(can, number, 0), content=np.where(can, content, -1)), can, seems


@cache
def bodies():
    """How many bodies were glad and how many turned away after each move in each situation, and how many in all."""
    found, dice = defaultdict(lambda: np.zeros(3, int)), np.random.default_rng(1)
    for name in SHIPPED:
        moves = compiled(name).rules.moves
        for bot in PLAYERS:
            kept = []
            play(compiled(name), bots()[bot], 8, EPISODES, lambda *day, kept=kept: kept.append(day[:2]))
            batch = Batch(kept[0][0])
            for morning, plan in kept[::EVERY]:
                for number, move in enumerate(moves.ids):
                    if move not in TAKEN:
                        continue
                    forced, can, seems = _made_by_half(morning, plan, number, dice)
                    tell = batch.play_day(morning, forced).signals.tell
                    codes = situations_of(move, signs_of(morning.ledger, seems))
                    can = can & (tell >= Signal.TELL_CLOSED)
                    for code in np.unique(codes[can]):
                        steps = tell[can & (codes == code)] - Signal.TELL_CLOSED
                        found[move, SITUATIONS[code]] += [np.sum(steps > 3), np.sum(steps < 3), len(steps)]
    return dict(found)


@pytest.mark.parametrize(("move", "situation"), CASES, ids=["-".join(case) for case in CASES])
def test_what_is_told_of_ten_people_is_what_ten_people_do(move, situation):
    """Of those who look alike as many light up, and as many turn away, as the mirror says."""
    *counts, all_of_them = bodies().get((move, situation), (0, 0, 0))
    if all_of_them < FEW:
        return  # so rare that nobody could say
    for told, count in zip(taken_by(move, situation), counts, strict=True):
        share = count / all_of_them
        noise = NOISE * np.sqrt(max(share * (1 - share), 0.05) / all_of_them)
        assert abs(told / 100 - share) <= NEAR + noise, (told, share, all_of_them)


def test_most_that_can_be_done_is_measured():
    """Nine in ten of what the mirror tells in figures come often enough to be judged."""
    assert sum(bodies().get(case, (0, 0, 0))[2] >= FEW for case in CASES) >= 0.9 * len(CASES)


def test_every_figure_is_of_a_situation_of_its_move():
    """No row speaks of a situation in which the move is never seen."""
    for table in (TAKEN, AGREED):
        for move, situations in table.items():
            assert situations.keys() <= MOODS[move].keys()


@pytest.mark.parametrize(("move", "situation"), CASES, ids=["-".join(case) for case in CASES])
def test_the_verdict_never_says_the_opposite_of_what_most_do(move, situation):
    """A forecast of displeasure stands nowhere where more than half are glad, nor one of joy where they turn away."""
    moods, taken = MOODS[move][situation], taken_by(move, situation)
    said = verdict_told(moods[0], odds_of(move, situation))
    if moods != OPEN:
        assert (taken.glad if {*moods} <= {*ILL} else taken.ill) <= 50
    if taken.ill >= 55:
        assert "badly" in said or "turn away" in said
    if taken.glad >= 55 and move not in AGREED:
        assert "well" in said or "light up" in said
    assert counted_told(move, situation).startswith("By this alone, of ten people ")


@pytest.mark.parametrize("mood", ["delighted", "warm", "puzzled", "weary", "shocked"])
def test_words_of_a_split_forecast_name_both_ways(mood):
    """Where it may go either way, both are said; and a scene without a verdict stays without one."""
    said = verdict_told(mood, "split").lower()
    assert "may light up" in said
    assert "may turn away" in said
    assert "may" not in verdict_told(mood, "steady").lower()
    assert verdict_told(NO_VERDICT, "open") == "May go either way"
