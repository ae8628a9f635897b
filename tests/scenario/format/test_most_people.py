"""How many can follow: one number, in the program, in its messages and on its pages."""

from pathlib import Path

import pytest

from game.authoring.code_pages import page
from game.model.philox import MAX_FOLLOWERS
from game.scenario import load_text
from game.scenario.format.fields import MOST_PEOPLE

PAGE = Path(__file__).parents[3] / "docs" / "scenario-format.md"


def with_people(named: int, crowd: int) -> str:
    """A scenario with so many people."""
    people = "".join(f"  p{number}: {{name: Person {number}}}\n" for number in range(named))
    head = "scenario_format: 1\ntitle: A\nbusiness: {name: B, trade: florist}\n"
    return f"{head}crowd: {{count: {crowd}}}\n{'followers:' if named else ''}\n{people}"


@pytest.mark.parametrize(("named", "crowd"), [(MOST_PEOPLE, 0), (MOST_PEOPLE - 1, 1), (0, MOST_PEOPLE), (30, 34)])
def test_as_many_as_the_pages_promise_can_follow(named, crowd):
    """With names, in the crowd, or both."""
    assert load_text(with_people(named, crowd)).ok


@pytest.mark.parametrize(("named", "crowd"), [(MOST_PEOPLE + 1, 0), (MOST_PEOPLE, 1), (0, MOST_PEOPLE + 1)])
def test_one_more_is_refused_with_that_number(named, crowd):
    """Whoever is too many, the same number is told."""
    told = [problem for problem in load_text(with_people(named, crowd)).problems if problem.is_error]

    assert told
    assert any(str(MOST_PEOPLE) in f"{problem.message} {problem.hint}" for problem in told)
    assert not any("60" in problem.message for problem in told)


def test_the_pages_name_the_number_that_the_model_has_room_for():
    """The page of the format and the one of the message."""
    assert MOST_PEOPLE == MAX_FOLLOWERS
    assert f"At most {MOST_PEOPLE} people follow, the crowd included." in PAGE.read_text(encoding="utf-8")
    assert f"{MOST_PEOPLE} people with the crowd" in page("too-many").text
