"""Conditions as they read aloud."""

from typing import Any

import pytest

from game.scenario import in_words
from game.scenario.format.schema_story import Condition


def condition(**keys: Any) -> Condition:
    return Condition.model_validate(keys)


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
        ({"chosen": ["said_no"]}, "you answered “No”"),
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
    assert in_words(condition(**keys), {"mara": "Mara Lind", "fair": "The fair", "said_no": "No"}) == words
