"""Other rules for the same people: only the rules differ, and nothing of it can be taken for a game."""

import json
from dataclasses import fields

import numpy as np
import pytest
from typer.testing import CliRunner

from game.bots.registry import bots
from game.cli.app import app
from game.engine.days import begin
from game.errors import CannotPlay
from game.evidence.finding import REGISTRY
from game.evidence.runner import load_findings
from game.lab.sandbox.compared import compare, play_all, thirty_people
from game.lab.sandbox.sliders import SLIDERS, params_at
from game.model.parameters import PARAMETERS_VERSION, Params
from game.scenario.compiling.compile import compile_scenario


def typed(*words: str):
    return CliRunner().invoke(app, ["sandbox", *words], env={"COLUMNS": "120"})


def test_sliders_at_one_are_the_game():
    """To the bit, in every number."""
    assert params_at(dict.fromkeys(SLIDERS, 1.0)) == Params()


@pytest.mark.parametrize("name", SLIDERS)
def test_a_slider_moves_what_it_names_and_nothing_else(name):
    """The parameters in its row of the docs, and no other."""
    moved, plain, slider = params_at({name: 2.0}), Params(), SLIDERS[name]

    differ = {f.name for f in fields(Params) if getattr(moved, f.name) != getattr(plain, f.name)}
    assert differ == {*slider.multiplies, *slider.divides}


def test_no_share_grows_beyond_the_whole():
    """However loud the crowd is, nobody takes more than all of what they saw."""
    assert params_at({"crowd": 3.0}).spill <= 1.0


@pytest.mark.parametrize("name", SLIDERS)
def test_what_is_said_beside_a_slider_is_an_experiment_of_the_game(name):
    """Each finding that is named can be run by its id."""
    load_findings()

    assert set(SLIDERS[name].findings) <= set(REGISTRY)


def test_the_people_are_the_same_by_both_rules():
    """And in every game: only what they feel about it is another."""
    scenario = thirty_people().playable()
    one = begin(compile_scenario(scenario), 3, np.arange(4)).people
    other = begin(
        compile_scenario(scenario, params_at({"ask-price": 4.0, "memory": 0.5, "crowd": 0.0})), 3, np.arange(4)
    )

    assert one.motive.shape == (4, 30)
    assert (one.motive == one.motive[0]).all()
    for name, traits in vars(one).items():
        assert np.array_equal(traits, getattr(other.people, name)), name


def test_without_a_change_nothing_moves():
    """The same chance on both sides, so no figure differs by a hair."""
    for one in compare(thirty_people(), {"memory": 1.0}, 5, 4):
        assert np.array_equal(one.shipped.trust, one.changed.trust)
        assert one.moved("score").mean == 0.0


def test_a_dearer_ask_is_felt_by_whoever_pushes():
    """More of those who are pushed go, and who never asks notices nothing."""
    found = {one.player: one for one in compare(thirty_people(), {"ask-price": 3.0}, 1, 12)}

    assert found["pushy"].moved("gone").low > 0.0
    assert found["never_asks"].moved("score").mean == 0.0


def test_a_silent_crowd_forgives_the_pushy():
    """Who hears of nothing takes nothing ill: their trust falls less."""
    scenario = thirty_people().playable()
    loud, silent = (
        play_all(compile_scenario(scenario, params_at({"crowd": at})), bots()["pushy"], 1, 8) for at in (3.0, 0.0)
    )

    assert silent.trust[7, 1] > loud.trust[7, 1]


@pytest.mark.parametrize(
    ("option", "value"), [("ask-price", "0.1"), ("memory", "5"), ("crowd", "-1"), ("crowd", "nan")]
)
def test_a_slider_beyond_its_ends_is_refused(option, value):
    """The sentence says from where to where it goes."""
    done = typed(f"--{option}", value)

    assert done.exit_code == 2
    assert "it goes from" in done.output
    assert f"--{option} {value}" in done.output


def test_an_unknown_slider_is_refused():
    """With those there are."""
    with pytest.raises(CannotPlay, match="ask-price, memory, crowd"):
        params_at({"luck": 2.0})


def test_the_figures_say_that_they_are_of_a_sandbox():
    """Whoever finds the JSON in a year does not take it for the game."""
    told = json.loads(typed("--memory", "0.5", "-n", "2", "--json").stdout)

    assert told["sandbox"] is True
    assert told["parameters"] == f"{PARAMETERS_VERSION}, changed in a sandbox: memory 0.5"


def test_the_line_that_is_printed_gives_the_same_again():
    """To the last letter."""
    first = typed("--memory", "0.5", "-n", "2", "--seed", "9").stdout
    line = next(row for row in first.splitlines() if row.startswith("Again: ")).removeprefix(
        "Again: courtship sandbox "
    )

    assert typed(*line.split()).stdout == first


def test_the_picture_names_its_rules(tmp_path):
    """The line that made it stands in it, and that its rules are none of the game."""
    assert typed("--crowd", "0", "-n", "2", "--out", str(tmp_path / "p.svg")).exit_code == 0

    svg = (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert "--crowd 0 --seed 0 --games 2" in svg
    assert "none of the game" in svg
