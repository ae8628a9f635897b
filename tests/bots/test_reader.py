"""The reader asks by weights that stand in a file, and a command makes the file."""

import json

import numpy as np

from game.bots.play import play
from game.bots.reads_signs import read
from game.bots.registry import bots
from game.engine.days import begin
from game.engine.seen.trained_reading import WEIGHTS, reading, trained_weights
from game.engine.sight import see
from game.lab.signs.reader_training import trained, weights_from
from game.model.parameters import PARAMETERS_VERSION
from tests.plays import SHIPPED, compiled


def mornings(bot: str, games: int = 24) -> list:
    seen: list = []
    play(compiled("slow_roast"), bots()[bot], 3, np.arange(games), lambda m, p, _: seen.append((m, p)))
    return seen


def test_the_file_was_made_under_these_rules_from_all_shipped_scenarios():
    """Whoever changes the model trains the reader again; each sign has its weight."""
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8"))

    assert kept["parameters"] == PARAMETERS_VERSION
    assert kept["scenarios"] == SHIPPED
    assert set(kept["weights"]) == set(reading(begin(compiled("first_hello"), 1, np.arange(1)).ledger))
    assert {"seed", "games"} <= kept.keys()


def test_signs_lie_within_their_bounds():
    """So a weight tells what a sign can do at most."""
    for morning, _ in mornings("reader"):
        for name, values in reading(morning.ledger).items():
            assert (np.abs(values) <= 1.0).all(), name


def test_it_asks_those_who_score_most():
    """Everybody whom it asks scores at least what it asks from, and has not just said no."""
    weights, asked, ids = trained_weights(), 0, compiled("slow_roast").rules.moves.ids
    for morning, plan in mornings("reader"):
        here = plan.move == ids.index("propose")
        asked += int(here.sum())
        assert (weights.score(morning.ledger)[here] >= weights.asks_from).all()
        assert (morning.ledger.decline_age[here] > 5).all()
    assert asked > 10


def test_nobody_is_asked_where_the_bar_is_out_of_reach():
    """It then courts as `never_asks` does."""
    from dataclasses import replace

    sight = see(begin(compiled("slow_roast"), 3, np.arange(4)))
    wishes = read(sight, replace(trained_weights(), asks_from=1e9))

    assert wishes.move.tobytes() == bots()["never_asks"].policy(sight).move.tobytes()


def test_the_same_seed_trains_the_same_weights():
    """And another seed others."""
    here = {"first_hello": compiled("first_hello")}

    assert trained(here, 4, 24) == trained(here, 4, 24)
    assert trained(here, 4, 24)["weights"] != trained(here, 5, 24)["weights"]


def test_weights_tell_apart_what_they_were_trained_on():
    """A sign that goes with being ready gets a weight above 0, the contrary one below."""
    dice = np.random.default_rng(1)
    signs = dice.random((400, 3))
    ready = signs[:, 0] - signs[:, 2] + 0.3 * dice.standard_normal(400) > 0.0
    weights = weights_from(signs, ready, ("for", "nothing", "against"))

    assert weights.by_sign["for"] > 1.0 > -1.0 > weights.by_sign["against"]
    assert abs(weights.by_sign["nothing"]) < 1.0
