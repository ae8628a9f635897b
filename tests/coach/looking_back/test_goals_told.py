"""The debrief of goals: who counted, on which day it was decided, and what those nearest to counting lacked."""

import re

import pytest

from game.coach.looking_back.goals_told import _counting, goals_told
from game.coach.looking_back.lessons_told import lessons_told
from game.session.story.goals import goals_seen
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


def named_in(pattern, text):
    """First names in the part of a text that a pattern finds."""
    found = re.search(pattern, text)
    return {*re.split(r", | and ", found[1])} if found else set()


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "never_asks", "random", "pushy"])
def test_whom_the_screen_named_is_whom_the_debrief_names_or_it_says_so(name, bot):
    """Who was shown as counting on the evening that is told, less who only seemed to, with who did not show: those
    are the ones who counted in truth."""
    now = played(name, bot, 3).playthrough
    for goal, told in zip(now.compiled.scenario.goals, goals_told(now), strict=True):
        decided = re.search(r"(?:Reached on|by|so far, on) day (\d+)(?:, with|:| \.|\.| It)", told.detail)
        if decided is None:
            continue
        day, need = int(decided[1]), now.compiled.goals[[*now.compiled.scenario.goals].index(goal)].need.followers
        seen = goals_seen(now.evening_of(day - 1)).get(goal)
        if seen is None or need is None or need.least <= 0:
            continue
        shown = {now.people[who].first for who in seen.who}
        wrongly = named_in(r"(?:^|\. )([^.]+?) seemed to count", told.detail)
        unseen = named_in(r"That ([^.]+?) counted did not show", told.detail)
        assert {*_counting(now, need, day)} == (shown - wrongly) | unseen, (told.detail, shown)
        assert wrongly <= shown
        assert not unseen & shown
