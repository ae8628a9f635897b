"""Promises that no bot can keep are told without playing, and only those."""

import numpy as np
import pytest

from game.bots.contract import check_contract
from game.bots.play import play
from game.bots.registry import bots
from game.engine.days import outcome_of
from game.resources import ASSETS, SCENARIOS
from game.scenario import load, load_text
from game.scenario.lint.bounds import resting_score
from game.scenario.lint.linting import lint
from game.scenario.lint.rules.promise_rules import SURE
from game.session.runs.recorded_scenario import compiled_of

SHIPPED = [*sorted(SCENARIOS.glob("*.yaml")), *sorted((ASSETS / "starters").glob("*.yaml"))]
STARTER = (ASSETS / "starters" / "shop.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_doing_nothing_scores_as_much_as_is_said(path):
    """The estimate is within a fifth of what the sleeper comes to, so what is called hopeless is."""
    compiled = compiled_of(load(path))

    scored = float(outcome_of(play(compiled, bots()["sleeper"], 0, np.arange(60))).score.mean())

    assert SURE * resting_score(compiled) < scored < resting_score(compiled) / SURE


@pytest.mark.parametrize(
    ("promise", "says"),
    [
        ("{no_move_alone_reaches: 10}", "doing nothing already scores about 16"),
        ("{better: patient, than: [pushy, sleeper], by: 90}", "sleeper, who does nothing, has about 16"),
        ("{better: patient, than: [patient], by: 5}", "patient is compared with itself"),
        ("{better: patient, than: [spammer], by: 100}", "a lead stays below 100"),
    ],
)
def test_what_no_bot_can_keep_is_told_and_true(promise, says):
    loaded = load_text(f"{STARTER}contract:\n  never: {promise}\n")

    found = [p for p in lint(loaded) if p.code == "promise-never"]

    assert len(found) == 1
    assert says in found[0].message
    assert found[0].line == STARTER.count("\n") + 2
    assert not all(v.kept for v in check_contract(compiled_of(loaded), 8))


@pytest.mark.parametrize(
    "promise",
    ["{no_move_alone_reaches: 50}", "{better: patient, than: [sleeper, spammer], by: 20, in: 50}"],
)
def test_what_may_be_kept_is_not_called_hopeless(promise):
    assert [p.code for p in lint(load_text(f"{STARTER}contract:\n  may: {promise}\n"))] == []
