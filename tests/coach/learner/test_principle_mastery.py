"""How well a principle is kept is said as the counts allow; a booster comes later the better it was kept."""

import time
from datetime import date

import pytest

from game.coach.learner.principle_mastery import mastery_of
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen
from tests.coach.learner.games import game


@pytest.mark.parametrize(
    ("games", "level"),
    [
        ([game(1, asked=2, in_time=2)], "untold"),
        ([game(1, asked=3, in_time=3)], "mostly"),  # firm is said of six chances in two games at least
        ([game(1, asked=6, in_time=6)], "mostly"),
        ([game(1, asked=3, in_time=3), game(2, asked=3, in_time=3)], "firm"),
        ([game(1, asked=10, in_time=7)], "mostly"),
        ([game(1, asked=10, in_time=6)], "half"),
        ([game(1, asked=4, in_time=4, missed=6)], "half"),
        ([game(1, asked=10, in_time=3)], "begun"),
    ],
)
def test_words_rest_on_chances_that_were_taken(games, level):
    """Questions in time among all questions and all people who were not asked."""
    (found,) = mastery_of(games)
    assert (found.name, found.level) == (KNOW_WHEN, level)
    assert found.words


def test_the_last_three_games_tell_how_well_it_is_kept():
    """Whoever has learnt is not held to their first games, in whatever order they are given; all games are counted."""
    games = [game(1, asked=9), *(game(day, asked=3, in_time=3) for day in (2, 3, 4))]
    (found,) = mastery_of(reversed(games))
    assert found.level == "firm"
    assert (found.games, found.seen.asked, found.latest.asked) == (4, 18, 9)


def test_a_game_that_shows_nothing_of_a_principle_is_no_game_of_it():
    """Only games in which it could be kept are counted."""
    quiet = PrincipleSeen()
    found = mastery_of([game(1, asked=1, calm=quiet), game(2, calm=PrincipleSeen(goals=1))])
    assert [(one.name, one.games) for one in found] == [(KNOW_WHEN, 1), ("calm", 1)]
    assert mastery_of([]) == ()


def test_principles_of_one_name_in_two_scenarios_are_two():
    """What every game is about is one, wherever it was seen."""
    goal = PrincipleSeen(goals=1, goals_reached=1)
    found = mastery_of([game(1, asked=1, calm=goal), game(2, asked=1, scenario="harbour", calm=goal)])
    assert [(one.scenario, one.name, one.games) for one in found] == [
        ("", KNOW_WHEN, 2), ("bakery", "calm", 1), ("harbour", "calm", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("in_time", "due"), [(10, date(2026, 1, 15)), (7, date(2026, 1, 15)), (4, date(2026, 1, 8)), (0, date(2026, 1, 4))]
)
def test_the_better_it_was_kept_the_later_it_is_due(in_time, due):
    """Two weeks after a game in which it was kept, a week after half of it, three days after none."""
    assert mastery_of([game(1, asked=10, in_time=in_time)])[0].due == due


@pytest.mark.parametrize(("zone", "due"), [("UTC0", 15), ("EST+11", 15), ("XXX-13", 16)])
def test_a_booster_is_due_by_the_calendar_of_the_player(zone, due, monkeypatch):
    """A game at noon of Greenwich is one of the next day where it is past midnight; the page compares days of there."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert mastery_of([game(1, asked=10, in_time=10)])[0].due == date(2026, 1, due)
    finally:
        monkeypatch.undo()
        time.tzset()
