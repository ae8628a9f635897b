"""What the mirror says of waiting: a need goes stale within days, and a warm word makes a yes surer."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from game.bots.play import play
from game.bots.registry import bots
from game.engine.seen.odds_asked import agreed_by
from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.engine.seen.seen_conditions import signs_of
from game.engine.seen.situations import situations_of
from game.model import readiness
from game.model.state import NEVER
from game.scenario.format.vocabulary import SITUATIONS
from game.session.seen.odds_told import LIKELY
from tests.plays import compiled

GAMES, LATER = 60, 2


def test_two_days_of_courting_without_a_question_make_a_yes_no_likelier():
    """Of those told five to seven of ten a smaller share would say yes two days later, courted as they are."""
    scenario, told, likely = compiled("slow_roast"), [], []

    def watch(morning, _plan, _after):
        ledger = morning.ledger
        here = (ledger.present > 0.5) & (morning.state.elsewhere < 0.5) & (ledger.bought < 0.5)
        likely.append(readiness(morning.state, ledger, morning.people, scenario.rules.params) * here)
        signs = signs_of(ledger, np.full(here.shape, -1.0))
        codes = situations_of("propose", replace(signs, to_all_age=np.full(here.shape, NEVER)))
        agreed = np.full(here.shape, -1)
        for row, column in zip(*np.nonzero(here), strict=True):
            seen = {name: getattr(signs, name)[row, column] for name in ("warm", "contacts", "asks", "bought")}
            one = SimpleNamespace(**seen, to_all_age=NEVER)
            agreed[row, column] = agreed_by("propose", SITUATIONS[codes[row, column]], one)
        told.append(agreed)

    play(scenario, bots()["never_asks"], 5, np.arange(GAMES), watch)
    may_wait = (np.array(told) >= MORE_THAN_HALF) & (np.array(told) < LIKELY)
    now = np.array(likely)[:-LATER][may_wait[:-LATER]]
    later = np.array(likely)[LATER:][may_wait[:-LATER]]
    print(f"of {len(now)} people told 55 to 70: {now.mean():.2f} that day, {later.mean():.2f} two days later")

    assert len(now) > 200
    assert later.mean() < now.mean()


def test_a_warm_word_makes_a_yes_surer():
    """In a situation in which a need has shown the one who has answered warmly says yes more often."""
    cold = SimpleNamespace(warm=0.0, contacts=3.0, asks=0.0, bought=0.0, to_all_age=NEVER)
    warm = SimpleNamespace(**{**vars(cold), "warm": 1.0})
    for situation in ("ready", "needs"):
        assert agreed_by("propose", situation, cold) < agreed_by("propose", situation, warm)
