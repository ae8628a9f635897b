"""What lint proposes fits what is wrong: people where people are lacking; lives said outright by any motive."""

import pytest

from game.scenario import load_text
from game.scenario.lint.linting import lint

HEAD = """scenario_format: 1
title: Wheels on Quay Street
business: {name: Spoke and Chain, trade: bicycle workshop}
crowd: {count: 2}
followers:
  jonas:
    name: Jonas Rehn
    loves: {commuting: 70}
"""


def test_a_goal_for_more_people_than_there_are_asks_for_people() -> None:
    text = f"{HEAD}goals:\n  all: {{title: All, need: {{followers: {{stage: friend, at_least: 4}}}}}}\n"

    (problem,) = [p for p in lint(load_text(text)) if p.code == "goal-unreachable"]

    assert problem.hint == "Ask for fewer, or let more people follow."


@pytest.mark.parametrize(
    ("motive", "clue", "told"),
    [
        ("buyer", "I am a buyer with wet feet.", True),
        ("buyer", "I’m your buyer.", True),
        ("seller", "I am a seller of boxes.", True),
        ("deal_hunter", "I am only a deal hunter.", True),
        ("buyer", "The buyer next door has wet feet.", False),
        ("curious", "I am fond of rain.", False),
    ],
)
def test_a_clue_that_names_its_life_is_told(motive: str, clue: str, told: bool) -> None:
    other = "neighbour" if motive != "neighbour" else "curious"
    text = f"""{HEAD}    lives:
      one: {{motive: {motive}, clues: ["{clue}"]}}
      two: {{motive: {other}, clues: [I heard your shutter go up.]}}
"""

    assert [p.code for p in lint(load_text(text)) if p.code == "life-clue"] == ["life-clue"] * told
