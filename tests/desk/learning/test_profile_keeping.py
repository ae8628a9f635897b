"""Finished games of the folder of runs go into a profile: those that somebody has played, each once."""

from datetime import UTC, date, datetime

import pytest

from game.coach.learner.profile_told import profile_told
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen
from game.desk.learning.profile_keeping import finished_games, offered_next
from game.resources import SCENARIOS
from game.session.runs.resuming import anywhere
from game.session.runs.runs import start
from tests.coach.learner.games import game
from tests.plays import bot_plays_a_day, bots, example


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A finished game, one of a bot, one that has just begun, and a file that is no record."""
    here = tmp_path_factory.mktemp("runs")
    file = example(here)
    for name, days, by in (("whole", 6, ""), ("by_bot", 6, "patient"), ("begun", 1, "")):
        run = start(file, 4, here, datetime(2026, 1, 1, tzinfo=UTC), name=f"{name}.jsonl", played_by=by)
        for _ in range(days):
            bot_plays_a_day(run, bots()["patient"])
        run.close()
    (here / "strange.jsonl").write_text("nothing\n", encoding="utf-8")
    return here


def test_whole_games_of_people_are_taken_in(folder):
    (found,) = finished_games(folder, frozenset(), anywhere)
    assert (found.run, found.scenario, found.title) == ("whole.jsonl", "bakery", "The Corner Bakery")
    assert found.of(KNOW_WHEN).chances >= 0


def test_what_is_in_a_profile_is_not_read_again(folder):
    assert list(finished_games(folder, frozenset({"whole.jsonl"}), anywhere)) == []


def test_a_scenario_that_teaches_what_is_due_is_offered_first(tmp_path):
    """Here the second one of two, because a principle of it was not kept."""
    weak = PrincipleSeen(goals=3)
    told = profile_told("Ada", ("Ada",), [game(1, scenario="second", calm=weak)], date(2026, 2, 1))
    hello = SCENARIOS / "first_hello.yaml"
    broken = tmp_path / "first.yaml"
    broken.write_text("days: none\n", encoding="utf-8")
    assert offered_next(told, {"first": hello, "second": hello}).scenario == "second"
    assert offered_next(told, {"second": broken, "first": hello}).scenario == "first"


def test_before_the_first_game_nothing_is_offered():
    told = profile_told("Ada", ("Ada",), [], date(2026, 2, 1))
    assert offered_next(told, {"first_hello": SCENARIOS / "first_hello.yaml"}) is None
