"""What is known by heart and what can be read: fixed people are, drawn ones are not."""

from pathlib import Path

import numpy as np
import pytest

from game.lab.signs.courted_games import courted
from game.lab.signs.drawn_signs import picture_of_freshness, picture_of_legibility
from game.lab.signs.freshness import Freshness, askable, freshness
from game.lab.signs.legibility import Legibility, legibility
from game.lab.signs.signs_lint import examine_freshness, examine_legibility
from game.lab.signs.trained_reader import area, train
from game.resources import SCENARIOS
from game.scenario import load, load_text
from game.scenario.compiling.compile import compile_scenario
from game.scenario.loading import Loaded
from tests.plays import SHIPPED

LIVES = Path(__file__).parents[2] / "scenario" / "valid" / "lives.yaml"
FIXED = """scenario_format: 1
title: Wheels on Quay Street
days: 14
business: {name: Spoke and Chain, trade: bicycle workshop}
followers:
  jonas: {name: Jonas Rehn, loves: {rain: 80}, motive: buyer, ready: {from: 5, until: 9}, trust: 50}
  petra: {name: Petra Vogel, loves: {rain: 80}, motive: courtesy}
  bruno: {name: Bruno Kessler, loves: {rain: 80}, motive: seller}
crowd: {count: 0}
"""
ANYBODY = """
    loves: {rain: 80}
    lives:
      wet: {motive: buyer, ready: {from: 4, until: 8, shift: 2}, clues: ["Wet again, up to the knees."]}
      street: {motive: courtesy, clues: ["I heard your shutter go up."]}
      boxes: {motive: courtesy, clues: ["There is a box for everything."]}
"""
DRAWN = (
    FIXED.partition("followers:")[0]
    + "cast: {motives: {buyer: {at_least: 1, at_most: 1}}}\nfollowers:\n"
    + "".join(
        f"  {n.split()[0].lower()}:\n    name: {n}{ANYBODY}" for n in ("Jonas Rehn", "Petra Vogel", "Bruno Kessler")
    )
    + "crowd: {count: 0}\n"
)


def known(loaded: Loaded) -> Freshness:
    return freshness(compile_scenario(loaded.playable()), 1, 200, 3)


def read(loaded: Loaded) -> Legibility:
    return legibility(compile_scenario(loaded.playable()), 1, 160)


def test_fixed_people_are_known_by_heart_and_lives_are_not() -> None:
    fixed, drawn = known(load_text(FIXED)), known(load_text(DRAWN))

    assert fixed.by_name > 0.93
    assert drawn.by_name < 0.65
    assert examine_freshness(load_text(DRAWN), drawn) == () or drawn.plays_until_heard < 4
    told = examine_freshness(load_text(FIXED), fixed)[0]
    assert told.code == "replay-spoils"
    assert "0 of " in told.hint, "how many have lives"


def test_mornings_before_a_question_is_open_are_no_part_of_what_is_known_by_heart() -> None:
    """In a scenario whose proposal opens on day 4, what the first three mornings hold cannot help anybody to ask."""
    late = load_text(DRAWN.replace("followers:\n", "moves: {propose: {from: 4}}\nfollowers:\n", 1))
    compiled = compile_scenario(late.playable())

    days = askable(courted(compiled, 1, np.arange(20)), compiled).days

    assert days.min() == 4


def test_texts_of_the_first_play_are_all_new_and_fewer_later() -> None:
    found = known(load(LIVES))

    assert found.unseen[0] == 1.0
    assert found.unseen[-1] < 0.8
    assert 1 <= found.plays_until_heard <= 3


def test_a_remark_silences_what_is_meant() -> None:
    loaded = load_text(FIXED.replace("followers:\n", "followers:  # ok: replay-spoils\n"))

    assert "replay-spoils" not in [p.code for p in examine_freshness(loaded, known(loaded))]


def test_a_trained_reader_beats_two_signs_and_asking_too_early_or_late_costs() -> None:
    found = read(load(LIVES))
    early, late = found.shifts.scores[0], found.shifts.scores[-1]

    assert found.reader > max(0.6, found.two_signs - 0.02)
    assert max(found.shifts.scores) > max(early, late)
    assert not found.shifts.has_edge
    assert {p.code for p in examine_legibility(load(LIVES), found)} <= {"peak-at-edge", "people-plain", "people-dark"}


def test_training_finds_the_sign_that_matters() -> None:
    dice = np.random.default_rng(3)
    signs = dice.normal(size=(2000, 3))
    is_so = signs[:, 1] + 0.5 * dice.normal(size=2000) > 0.0
    reader = train(signs, is_so)

    assert area(reader.likelihood(signs), is_so) > 0.9
    assert abs(reader.weights[2]) > 5 * max(abs(reader.weights[1]), abs(reader.weights[3]))


@pytest.mark.parametrize("score", [[1, 1, 1, 1], [4, 3, 2, 1]])
def test_an_area_of_ties_is_one_half_and_of_the_wrong_way_round_is_nothing(score: list[int]) -> None:
    wanted = 0.5 if len(set(score)) == 1 else 0.0

    assert area(np.array(score), np.array([False, False, True, True])) == wanted


def test_signs_are_numbers_from_the_first_day_on() -> None:
    cases = courted(compile_scenario(load(LIVES).playable()), 1, np.arange(8))

    assert np.isfinite(cases.signs).all()


def test_pictures_tell_the_figures_in_words_too() -> None:
    fresh, plain = known(load(LIVES)), read(load(LIVES))

    assert f"{fresh.by_name:.2f}" in picture_of_freshness("Wheels", fresh)
    assert plain.rule[0] in picture_of_legibility("Wheels", plain)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_people_are_harder_to_read_where_it_is_hard(scenario) -> None:
    """By a trained reader of everything that shows; and whoever waits for a need is no longer nearly always right."""
    gentle, hard = (
        legibility(compile_scenario(load(SCENARIOS / f"{scenario}.yaml").at(difficulty).playable()), 1, 200)
        for difficulty in ("gentle", "hard")
    )

    assert gentle.reader - hard.reader > 0.015
    assert gentle.two_signs - hard.two_signs > 0.05
