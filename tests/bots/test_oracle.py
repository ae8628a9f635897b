"""The oracle sees what is hidden, and it alone."""

import inspect

import numpy as np
import pytest

from game.bots.play import play, wishes_of
from game.bots.registry import bots
from game.engine.days import begin, outcome_of
from game.engine.sight import see
from tests.model.world import differing_fields
from tests.plays import compiled


@pytest.mark.parametrize("scenario", ["first_hello", "slow_roast"])
def test_the_oracle_does_better_than_the_patient(scenario):
    """What is within reach is more than what can be inferred."""
    oracle, patient = (
        outcome_of(play(compiled(scenario), bots()[n], 5, np.arange(256))).score for n in ("oracle", "patient")
    )

    assert oracle.mean() > patient.mean() + 1.0


def test_only_those_who_declare_it_get_hidden_state():
    """A policy that takes a second argument belongs to a bot that says so; without it the oracle is the patient."""
    assert {n for n, b in bots().items() if b.sees_hidden_state} == {"oracle"}
    for bot in bots().values():
        assert len(inspect.signature(bot.policy).parameters) == (2 if bot.sees_hidden_state else 1)
    sight = see(begin(compiled("slow_roast"), 1, np.arange(4)))
    assert differing_fields(bots()["oracle"].policy(sight), bots()["patient"].policy(sight)) == []


def test_the_hidden_state_makes_a_difference():
    """On some morning the oracle wishes what the patient one does not."""
    mornings = []
    play(compiled("slow_roast"), bots()["patient"], 1, np.arange(4), lambda m, _p, _a: mornings.append(m))
    differ = [
        differing_fields(wishes_of(bots()["oracle"], m, see(m)), bots()["patient"].policy(see(m))) for m in mornings
    ]

    assert any(differ)
