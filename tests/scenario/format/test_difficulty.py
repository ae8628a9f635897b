"""Gentle, fair, hard: what differs is how plainly people show, the hours, and what firmness costs; never the lesson."""

import numpy as np
import pytest

from game.engine.days import begin_one
from game.model.parameters import Params
from game.resources import SCENARIOS
from game.scenario import load, load_text
from game.scenario.compiling.compile import compile_scenario
from game.scenario.format.difficulty import DIFFICULTIES

SHIPPED = ("first_hello", "slow_roast")


def compiled(name, difficulty=None):
    return compile_scenario(load(SCENARIOS / f"{name}.yaml").at(difficulty).playable())


def losses(found):
    return [a.change.hours for e in found.events for a in e.answers if a.change is not None and a.change.hours < 0]


@pytest.mark.parametrize("name", SHIPPED)
def test_people_show_less_and_the_day_is_shorter_the_harder_it_is(name):
    gentle, fair, hard = (compiled(name, difficulty) for difficulty in DIFFICULTIES)

    assert gentle.rules.params.legibility > fair.rules.params.legibility > hard.rules.params.legibility
    assert gentle.hours > fair.hours > hard.hours
    assert losses(fair)
    assert all(g > f > h for g, f, h in zip(*map(losses, (gentle, fair, hard)), strict=True))


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_everything_else_is_the_same(name, difficulty):
    """The constants of the model but one, the moves, and the very people of a game."""
    fair, found = compiled(name, "fair"), compiled(name, difficulty)

    for number in vars(Params()):
        if number != "legibility":
            assert getattr(found.rules.params, number) == getattr(fair.rules.params, number), number
    assert found.rules.moves.ids == fair.rules.moves.ids
    mine, theirs = begin_one(found, 5, 0).people, begin_one(fair, 5, 0).people
    assert all(np.array_equal(getattr(mine, trait), getattr(theirs, trait)) for trait in vars(mine))


def test_a_scenario_says_how_hard_it_is_where_nobody_chooses():
    text = (SCENARIOS / "first_hello.yaml").read_text(encoding="utf-8")
    written = load_text(text.replace("\nbusiness:", "\ndifficulty: hard\n\nbusiness:", 1), "x.yaml")

    assert compile_scenario(written.playable()).hours == compiled("first_hello", "hard").hours
    assert compile_scenario(written.at("fair").playable()).hours == compiled("first_hello").hours


def test_another_word_is_told_with_its_line_and_what_is_allowed():
    text = (SCENARIOS / "first_hello.yaml").read_text(encoding="utf-8")
    wrong = load_text(text.replace("\nbusiness:", "\ndifficulty: brutal\n\nbusiness:", 1), "x.yaml")

    assert not wrong.ok
    (told,) = [p for p in wrong.problems if p.is_error]
    assert "brutal" in told.message
    assert all(difficulty in told.hint for difficulty in DIFFICULTIES)
