"""When somebody is ready: from a likelihood on from which waiting longer gains nothing."""

import numpy as np
import pytest

from game.bots.bot import Bot
from game.bots.contract import scores
from game.bots.courted.ready_from import ready_from, stopping
from game.bots.oracle import may_be_won
from game.bots.patient import asking, court
from game.model.readings import RATHER_YES, readiness
from tests.plays import SHIPPED, compiled

COST = 0.5


def _asks_from(bars):
    """Courts as the patient bot does, sees how likely a yes is, and asks from a bar on, which differs by day."""

    def policy(sight, hidden):
        likely = readiness(hidden.state, sight.ledger, hidden.people, hidden.rules.params)
        rested = sight.ledger.decline_age > 4.0
        return asking(sight, court(sight), may_be_won(sight, hidden) & rested & (likely >= bars[sight.day]))

    return Bot("asks_from", policy, "", asks=True, posts=True, broadcasts=False, stochastic=False,
               sees_hidden_state=True)  # fmt: skip


@pytest.mark.parametrize("name", SHIPPED)
def test_asking_when_ready_beats_asking_at_one_half(name):
    """Waiting for the computed likelihood pays: who would rather say yes than no is not always asked best at once."""
    scenario = compiled(name)
    bars = ready_from(scenario)
    computed = scores(scenario, _asks_from(bars), 5, 128)
    half = scores(scenario, _asks_from(np.full_like(bars, RATHER_YES)), 5, 128)
    assert float((computed - half).mean()) > 2.0


@pytest.mark.parametrize("name", SHIPPED)
def test_nobody_is_ready_who_would_rather_say_no_and_on_the_last_day_there_is_nothing_to_wait_for(name):
    """Bars lie between one half and certainty; on the last day whoever would rather say yes is ready."""
    scenario = compiled(name)
    bars = ready_from(scenario)
    assert len(bars) == scenario.days + 2
    assert ((bars >= RATHER_YES) & (bars < 1.0)).all()
    assert bars[scenario.days] == RATHER_YES


def test_whoever_rises_is_waited_for_and_whoever_falls_is_asked():
    """What is still to come decides, not how high somebody stands."""
    rising = np.tile(np.array([[0.6], [0.75], [0.9]]), 40)
    falling = rising[::-1]
    assert stopping(rising, COST)[0][0] > 0.6
    assert stopping(falling, COST)[0][0] <= 0.9
    assert stopping(falling, COST)[1] == pytest.approx(0.9)


def test_no_single_bar_does_better():
    """Of people who rise and fall by chance the bars of each day win at least as much as any one for all days."""
    likely = np.random.default_rng(3).uniform(0.3, 0.95, (8, 400))

    def worth(bars):
        asked = np.argmax(likely >= bars[:, None], axis=0)
        yes = likely[asked, np.arange(likely.shape[1])]
        ever = (likely >= bars[:, None]).any(axis=0)
        return float(np.where(ever, yes - COST * (1.0 - yes), 0.0).mean())

    best = worth(stopping(likely, COST)[0])
    assert all(best >= worth(np.full(8, bar)) - 1e-9 for bar in np.arange(0.5, 0.95, 0.05))
