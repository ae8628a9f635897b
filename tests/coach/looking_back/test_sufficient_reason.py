"""Every figure has the reason that made it: what a refused question lacked most, and a row for every move."""

from functools import cache

import numpy as np
import pytest

from game.bots.courted.ready_from import ready_from
from game.bots.play import play
from game.bots.registry import bots
from game.coach.looking_back.explained import OF_A_MOVE, reasons
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.largest_lack import NEEDY, TRUSTING
from game.coach.looking_back.score_told import business_told
from game.model import readiness, trust
from game.session.history import move_made
from tests.plays import SHIPPED, compiled, played

GAMES = [
    (name, bot, seed) for name in SHIPPED for bot in ("patient", "always_asks", "random", "pushy") for seed in (1,)
]
MUCH, HIGH = 0.5, 0.62  # of trust: that of those who were told not to trust enough, at the most


@pytest.fixture(scope="module", params=GAMES, ids=str)
def now(request):
    return played(*request.param).playthrough


def test_every_move_has_its_row(now):
    """Also one that moved nothing which is printed."""
    for played_day in now.history:
        for column, who in enumerate(now.compiled.ids):
            there = played_day.morning.ledger.present[0, column] > 0.5
            if there and move_made(played_day.items, who) is not None:
                told = reasons(now, who, played_day.morning.day)
                assert any(r.is_told and r.cause in OF_A_MOVE for r in told), (who, played_day.morning.day)


def test_trust_is_named_as_missing_only_where_more_need_would_have_helped_less(now):
    """Of whoever trusts as those do who buy, no sentence says that trust was missing."""
    params = now.compiled.rules.params
    for ask in debrief(now).asks:
        if "missing most was trust" in ask.verdict or "asked for more than they trust" in ask.cost:
            morning, column = now.history[ask.day - 1].morning, now.compiled.ids.index(ask.follower)
            trusted = float(trust(morning.state, morning.people, params)[0, column])
            need = float(morning.state.need[0, column])
            assert trusted < TRUSTING, (ask.verdict, ask.cost, trusted)
            assert not ask.for_sale or trusted < HIGH or need > MUCH, (ask.verdict, ask.cost, trusted, need)


@cache
def ready_ones():
    """Trust and need of everybody who was ready to buy, over games by several players."""
    found = []
    for name in SHIPPED:
        bars = ready_from(compiled(name))

        def note(morning, *_, bars=bars):
            params = morning.compiled.rules.params
            likely = readiness(morning.state, morning.ledger, morning.people, params)
            is_so = (likely >= bars[morning.day]) & (morning.people.human > 0.5) & (morning.ledger.bought < 0.5)
            is_so &= morning.ledger.present > 0.5
            trusted = trust(morning.state, morning.people, params)
            found.extend(zip(trusted[is_so], morning.state.need[is_so], strict=True))

        for bot in ("patient", "reader", "oracle", "thanker"):
            play(compiled(name), bots()[bot], 21, np.arange(12), note)
    return np.array(found)


@pytest.mark.parametrize(("number", "held"), [(0, TRUSTING), (1, NEEDY)])
def test_those_who_say_yes_are_counted(number, held):
    """The trust and the need against which a lack is measured are those of the middle one who was ready."""
    assert np.median(ready_ones()[:, number]) == pytest.approx(held, abs=0.05)


def test_the_share_for_business_is_told_as_a_sum(now):
    """So many of so many: those who wanted it and the questions in vain together."""
    told = business_told(now.position)
    assert " and " not in told.split("in vain")[-1]


def test_words_and_bar_of_knowing_when_are_of_one_figure(now):
    """The share of questions that met somebody ready: the words name it wherever the bar shows it."""
    told = debrief(now)
    if told.discrimination is not None:
        assert f"{told.by_day.hits} of {told.by_day.asks}" in told.judgement
        assert ("Most of" in told.judgement or "Nearly every" in told.judgement) == (told.by_day.right.mean >= 0.5)
