"""Conditions: when they hold, and how they read aloud."""

from typing import Any

import pytest

from game.scenario import Facts, holds, in_words
from game.scenario.schema_story import Condition

FACTS = Facts(
    day=9,
    trust={"mara": 62.0, "omar": 30.0},
    stage={"mara": "friend", "omar": "acquaintance", "ines": "regular", "kim": "regular"},
    happened=frozenset({"fair"}),
    published=frozenset({"letter"}),
    ends={"mara": frozenset({"customer"}), "kim": frozenset({"lost"})},
    about="omar",
)


def condition(**keys: Any) -> Condition:
    return Condition.model_validate(keys)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, True),
        ({"day": {"from": 9}}, True),
        ({"day": {"from": 10}}, False),
        ({"day": {"to": 9}}, True),
        ({"day": {"to": 8}}, False),
        ({"day": {"from": 3, "to": 12}}, True),
        ({"trust": {"mara": {"at_least": 62}}}, True),
        ({"trust": {"mara": {"at_least": 62.5}}}, False),
        ({"trust": {"mara": {"at_most": 62}}}, True),
        ({"trust": {"mara": {"at_most": 61}}}, False),
        ({"trust": {"nobody": {"at_least": 0}}}, False),
        ({"trust": {"anyone": {"at_least": 60}}}, True),
        ({"trust": {"anyone": {"at_least": 70}}}, False),
        ({"trust": {"everyone": {"at_least": 30}}}, True),
        ({"trust": {"everyone": {"at_least": 31}}}, False),
        ({"trust": {"average": {"at_least": 46, "at_most": 46}}}, True),
        ({"trust": {"self": {"at_most": 30}}}, True),
        ({"trust": {"self": {"at_least": 31}}}, False),
        ({"trust": {"mara": {"at_least": 60}, "omar": {"at_least": 60}}}, False),
        ({"followers": {"stage": "regular", "at_least": 2}}, True),  # mara and ines; kim is lost
        ({"followers": {"stage": "regular", "at_least": 3}}, False),
        ({"followers": {"stage": "regular", "at_most": 2}}, True),
        ({"followers": {"stage": "regular", "at_most": 1}}, False),
        ({"followers": {"stage": "friend"}}, True),
        ({"followers": {"stage": "customer", "at_least": 1}}, True),
        ({"followers": {"stage": "customer", "at_least": 2}}, False),
        ({"followers": {"stage": "lost", "at_least": 1}}, True),
        ({"followers": {"stage": "partner"}}, False),
        ({"followers": {"stage": "partner", "at_most": 0}}, True),
        ({"happened": ["fair"]}, True),
        ({"happened": ["fair", "flood"]}, False),
        ({"not_happened": ["flood"]}, True),
        ({"not_happened": ["fair"]}, False),
        ({"published": ["letter"]}, True),
        ({"published": ["poll"]}, False),
        ({"any_of": [{"day": {"from": 20}}, {"happened": ["fair"]}]}, True),
        ({"any_of": [{"day": {"from": 20}}, {"happened": ["flood"]}]}, False),
        ({"none_of": [{"day": {"from": 20}}]}, True),
        ({"none_of": [{"day": {"from": 20}}, {"happened": ["fair"]}]}, False),
        ({"day": {"from": 5}, "happened": ["fair"], "none_of": [{"published": ["poll"]}]}, True),
        ({"day": {"from": 5}, "happened": ["flood"]}, False),
    ],
)
def test_a_condition_holds_exactly_when_all_its_keys_do(keys: dict[str, Any], expected: bool) -> None:
    assert holds(condition(**keys), FACTS) is expected


def test_nobody_is_not_everybody() -> None:
    nobody = Facts(day=1)

    assert not holds(condition(trust={"everyone": {"at_least": 0}}), nobody)
    assert not holds(condition(trust={"average": {"at_least": 0}}), nobody)


def test_an_end_given_as_a_stage_counts_as_an_end_and_as_a_regular() -> None:
    facts = Facts(day=1, stage={"mara": "partner", "omar": "lost"})

    assert holds(condition(followers={"stage": "partner", "at_least": 1}), facts)
    assert holds(condition(followers={"stage": "regular", "at_least": 1, "at_most": 1}), facts)
    assert not holds(condition(followers={"stage": "friend", "at_least": 1}), facts)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, "always"),
        ({"day": {"from": 5}}, "it is day 5 or later"),
        ({"day": {"from": 5, "to": 5}}, "it is day 5"),
        ({"day": {"from": 5, "to": 7}}, "it is day 5 to 7"),
        ({"day": {"to": 7}}, "it is day 7 or earlier"),
        ({"day": {}}, "it is any day"),
        ({"trust": {"mara": {"at_least": 60}}}, "Mara Lind's trust is 60 or more"),
        ({"trust": {"anyone": {"at_most": 12.5}}}, "anyone's trust is 12.5 or less"),
        ({"trust": {"average": {"at_least": 20, "at_most": 40}}}, "average trust is 20 to 40"),
        ({"trust": {"self": {"at_least": 20}}}, "their own trust is 20 or more"),
        ({"followers": {"stage": "regular", "at_least": 3}}, "at least 3 followers are regulars"),
        ({"followers": {"stage": "lost", "at_most": 0}}, "no followers are lost"),
        ({"followers": {"stage": "friend", "at_most": 2}}, "at most 2 followers are friends"),
        (
            {"followers": {"stage": "community", "at_least": 1, "at_most": 4}},
            "1 to 4 followers are part of the community",
        ),
        ({"followers": {"stage": "customer"}}, "at least 1 follower is a customer"),
        ({"happened": ["fair"]}, "“The fair” has happened"),
        ({"not_happened": ["flood"]}, "“flood” has not happened"),
        ({"published": ["letter"]}, "“letter” has been posted or shared"),
        (
            {"any_of": [{"day": {"from": 9}}, {"happened": ["fair"]}]},
            "either it is day 9 or later, or “The fair” has happened",
        ),
        ({"any_of": [{"day": {"from": 9}}]}, "it is day 9 or later"),
        ({"none_of": [{"happened": ["fair"]}]}, "it is not so that “The fair” has happened"),
        ({"day": {"from": 5}, "happened": ["fair"]}, "it is day 5 or later and “The fair” has happened"),
    ],
)
def test_a_condition_reads_aloud(keys: dict[str, Any], words: str) -> None:
    assert in_words(condition(**keys), {"mara": "Mara Lind", "fair": "The fair"}) == words
