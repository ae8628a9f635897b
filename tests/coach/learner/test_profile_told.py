"""A profile in words: counts agree with words, dates are told without pressure."""

from datetime import date

import pytest

from game.coach.learner.profile_told import profile_lines, profile_told
from game.coach.learner.run_evidence import PrincipleSeen
from tests.coach.learner.games import game

TODAY = date(2026, 1, 20)
NOT = "not asked then; in 1 game."


def told(*games, today=TODAY):
    return profile_told("Ada", ("Ada", "Ben"), games, today)


@pytest.mark.parametrize(
    ("games", "words"),
    [
        ([game(1, asked=3, in_time=2), game(2, asked=2, in_time=2)], "Asked 5 times, 4 of them in time; in 2 games."),
        ([game(asked=1, in_time=1)], "Asked once, in time; in 1 game."),
        ([game(asked=1)], "Asked once, not in time; in 1 game."),
        (
            [game(asked=2, in_time=2, missed=1)],
            f"Asked twice, all in time; 1 who was ready was {NOT}",
        ),
        (
            [game(asked=2, missed=2)],
            f"Asked twice, none of them in time; 2 who were ready were {NOT}",
        ),
        (
            [game(1, asked=5), *(game(day, asked=1, in_time=1) for day in (2, 3, 4))],
            "Asked 8 times, 3 of them in time; in 4 games. In the last 3 of them 3 of 3 kept.",
        ),
    ],
)
def test_the_evidence_is_told_with_its_counts(games, words):
    """Of all games, and beside it of the last ones by which a level is judged."""
    assert told(*games).principles[0].evidence == words


def test_goals_and_answers_are_told_of_the_scenario_that_teaches_them():
    """With its title, since the principle is its own."""
    one = told(game(asked=1, calm_days=PrincipleSeen(goals=2, goals_reached=1, answers=1, answers_kept=1))).principles[
        1
    ]
    assert (one.title, one.where) == ("Calm days", "The bakery")
    assert one.evidence == "Kept in 1 of 1 answer to a push; 1 of 2 goals reached; in 1 game."


@pytest.mark.parametrize(
    ("today", "words", "due"),
    [
        (date(2026, 1, 14), "Worth seeing again from about 15 January 2026.", False),
        (date(2026, 1, 15), "A good time to see it again: today.", True),
        (date(2026, 1, 16), "A good time to see it again: since 15 January 2026.", True),
    ],
)
def test_a_booster_is_told_by_its_day(today, words, due):
    """Before it, on it and after it, each in its own words and without pressure."""
    one = told(game(asked=3, in_time=3), today=today).principles[0]
    assert (one.booster, one.due) == (words, due)


@pytest.mark.parametrize(
    ("games", "words"),
    [
        ([game()], "Nobody was asked, and nobody was ready: too little to tell how you play."),
        ([game(asked=3, in_time=3)], "outnumber questions in time. In the last game: asked 3 times, all in time."),
        (
            [game(day, asked=1, in_time=1, missed=1, pushed=1) for day in (1, 2)],
            "asked twice, all in time; 2 who were ready were not asked then; under pressure twice, and never gave in.",
        ),
    ],
)
def test_how_somebody_plays_is_told_with_its_counts(games, words):
    """Who left somebody unasked reads how many, so that no two pages speak against each other."""
    assert told(*games).play.endswith(words)


def test_before_the_first_game_nothing_is_claimed():
    """No tendency and no principle; a sentence says how there comes to be something."""
    found = told()
    assert (found.tendency, found.principles, found.games) == (None, (), 0)
    assert "play a game to its end" in profile_lines(found, "profiles.jsonl")


def test_the_lines_hold_every_principle_and_where_it_is_kept():
    """The command line leaves nothing out that the window shows, and names the file."""
    found = told(game(asked=3, in_time=1, calm=PrincipleSeen(goals=1)))
    text = profile_lines(found, "profiles.jsonl")
    for one in found.principles:
        assert f"{one.title}{f' ({one.where})' if one.where else ''}: {one.words}\n  {one.text}\n" in text
    assert found.tendency.words in text
    assert text.endswith("Kept in profiles.jsonl, and nowhere else.\n")
