"""German words, and words of the game in another place, are led to the right ones; nothing is guessed besides."""

import pytest

from game.scenario import load_text
from game.scenario.format.walk import known_keys
from game.scenario.problems.german_words import GERMAN
from game.scenario.problems.problems import Problem

HEAD = "scenario_format: 1\ntitle: T\nbusiness: {name: B, trade: dairy}\n"
VALUES = {
    "goals": "{g: {title: G, need: {followers: {stage: lost, at_most: 0}}}}",
    "days": "14",
    "content": "{a: {title: A, format: photo, about: [x]}}",
    "followers": "{a: {name: A B, loves: {x: 50}}}",
    "timeline": "{a: {title: A, day: 2, text: Rain.}}",
    "summary": "A village dairy.",
    "teaches": "{a: Ask in time.}",
    "author": "Berta",
    "language": "de",
}
WRITTEN = [(word, VALUES[key[0]], key[0]) for word, key in GERMAN.items() if len(key) == 1 and key[0] in VALUES]


def the_one(text: str) -> Problem:
    """The only problem of a scenario."""
    (problem,) = load_text(HEAD + text).problems
    return problem


@pytest.mark.parametrize(("word", "value", "key"), WRITTEN, ids=[word for word, *_ in WRITTEN])
def test_a_german_key_is_led_to_its_own(word, value, key):
    """With the line repaired, and no other key named."""
    problem = the_one(f"{word}: {value}\n")

    assert problem.repair == f"{key}: {value}"
    assert problem.hint.startswith(f"Did you mean '{key}'?")


def test_german_words_are_none_of_the_format():
    """A word that is a key already is never led elsewhere."""
    assert not known_keys().intersection(GERMAN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("followers: {a: {name: A B, loves: {x: 50}, motive: customer}}\n", "buyer"),
        ("followers: {a: {name: A B, loves: {x: 50}, motive: client}}\n", "buyer"),
        ("goals: {g: {title: G, need: {followers: {stage: buyer}}}}\n", "customer"),
        ("goals: {g: {title: G, need: {followers: {stage: client}}}}\n", "customer"),
    ],
)
def test_a_motive_and_a_stage_are_told_apart(text, found):
    """Who wants to buy is a buyer, who has bought a customer: each is led to what is known there."""
    assert the_one(text).hint.startswith(f"Did you mean '{found}'?")


@pytest.mark.parametrize(
    ("text", "fits"),
    [("jours: 14\n", "days"), ("gente: {a: {name: A B, loves: {x: 50}}}\n", "followers"), ("seele: {a: 3}\n", "")],
)
def test_what_is_like_no_key_is_told_so_with_the_keys_that_its_value_fits(text, fits):
    """No key is proposed by a few common letters, and not all of thirty are listed."""
    hint = the_one(text).hint

    assert hint.startswith("No key here is spelled like it.")
    assert "meant" not in hint
    assert fits in hint
    assert hint.count(",") <= 12
