"""The debrief of goals: who counted, on which day it was decided, and what those nearest to counting lacked."""

import re

import pytest

from game.coach.looking_back.goals_told import goals_told
from game.coach.looking_back.lessons_told import lessons_told
from tests.plays import SHIPPED, played


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "random", "pushy"])
def test_each_goal_says_when_it_was_decided_and_by_whom(name, bot):
    """Every goal names a day; a reached one its people, a missed one who was nearest or who was one too many."""
    now = played(name, bot, 3).playthrough
    firsts = [person.first for person in now.people.values()]
    for told in goals_told(now):
        assert re.search(r"\bday \d+", told.detail), told
        if told.reached or "missed" in told.detail:
            assert any(first in told.detail for first in firsts) or "Nobody" in told.detail, told
        elif "Nearest were" in told.detail:
            assert re.search(r"\((met \w+ of|a trust of|hardly knew)", told.detail), told


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "never_asks", "random"])
def test_a_goal_is_told_under_one_lesson(name, bot):
    """One that shows two lessons is told under the first of them."""
    now = played(name, bot).playthrough
    lessons = " ".join(text for _, text in lessons_told(now))
    for goal in goals_told(now):
        assert lessons.count(f"“{goal.title}” was ") <= 1, lessons
