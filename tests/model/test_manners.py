"""What version 3 knows of manners: each slip costs, and no quantity adds up without bound."""

from dataclasses import replace

import numpy as np
import pytest

from game.model import trust
from game.model.readings import readiness
from tests.model.world import RULES, begin, cast

P = RULES.params


def mean_trust(moment):
    return float(trust(moment.state, moment.people, P).mean())


def world(**given):
    return begin(200, 9, cast(6, known=False, **given))


def test_a_third_apology_costs_what_the_first_does_not():
    here, costs = world(), []
    for _ in range(3):
        idle, _ = here.play(here.idle())
        said, _ = here.play(here.choices("apologise"))
        costs.append(mean_trust(said) - mean_trust(idle))
        here = said.after(3, lambda m: m.idle())

    assert costs[0] > -0.002
    assert costs[2] < costs[1] < costs[0]


def test_further_messages_to_the_silent_cost_more_whatever_the_days_between():
    """Nobody answers: each question, twenty days after the last, brings less than the one before; the sixth harms."""
    here = world(trust=0.5)
    mute = dict.fromkeys(("talkative", "sharing", "curious", "sells", "interest", "helpful"), np.zeros(here.shape))
    here = replace(here, people=replace(here.people, **mute))
    gains = []
    for _ in range(6):
        idle, _ = here.play(here.idle())
        asked, _ = here.play(here.choices("ask_about_them"))
        gains.append(mean_trust(asked) - mean_trust(idle))
        here = asked.after(20, lambda m: m.idle())

    assert gains[0] > 0.0
    assert (np.diff(gains) < 0.0).all()
    assert gains[-1] < 0.0


def test_keeping_away_from_who_is_at_ease_is_cold():
    here = world()
    idle, _ = here.play(here.idle())
    away, _ = here.play(here.choices("give_space"))

    assert mean_trust(away) < mean_trust(idle)


def test_ten_small_yeses_are_no_ladder():
    here = world(trust=0.6)
    once = replace(here.state, commitment=np.zeros(here.shape))
    for number in range(10):
        ceiling = P.yes_floor + P.yes_ceiling * 0.32**3
        room = np.maximum(0.0, 1.0 - once.commitment / ceiling)
        once = replace(once, commitment=once.commitment + (0.1 + 1.3 * 0.32) * room)
        if number == 0:
            first = readiness(once, here.ledger, here.people, P).mean()
    tenth = readiness(once, here.ledger, here.people, P).mean()

    assert tenth - first < 0.15


def test_whoever_bought_elsewhere_is_a_long_way_back():
    here = world(trust=0.8, motive="buyer")
    needy = replace(here.state, need=np.ones(here.shape))
    gone = replace(needy, elsewhere=np.ones(here.shape))

    assert readiness(needy, here.ledger, here.people, P).mean() > 0.5
    assert readiness(gone, here.ledger, here.people, P).mean() < 0.2


@pytest.mark.parametrize("move", ["pitch", "blast_dm"])
def test_harm_adds_up_and_a_kind_day_adds_none(move):
    here = world()
    post = move if RULES.moves.row(move).to_all else "nothing"
    hurt, _ = here.play(here.choices("nothing" if post == move else move, post=post))
    kind, _ = here.play(here.choices("help"))

    assert hurt.state.harm.mean() > 0.005
    assert kind.state.harm.mean() < 0.001
