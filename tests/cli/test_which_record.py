"""Which record a command means, what it tells of a run that is not over, and whose runs count as the player's own."""

import json
import os

import pytest
from typer.testing import CliRunner

from game.bots.registry import bots
from game.cli import play as play_command
from game.cli.app import app
from game.desk.own_runs import own_records, played_by_bots
from game.session.entries import EndDay
from game.session.runs.resuming import resume
from game.session.runs.runs import start
from tests.cli.every_command import WHEN
from tests.plays import bot_plays_a_day, example

COACH = ("--particles", "60", "--pairs", "8", "--no-review")


@pytest.fixture
def runs(tmp_path, monkeypatch):
    """The folder of runs of a player, empty."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("game.desk.places.data_folder", lambda: tmp_path)
    (tmp_path / "runs").mkdir()
    return tmp_path / "runs"


def kept(runs, name, days):
    """A run of so many days, kept in the folder."""
    run = start(example(runs.parent), 4, runs, WHEN, name=f"{name}.jsonl")
    for _ in range(days):
        bot_plays_a_day(run, bots()["patient"])
    run.close()
    return run


def typed(*words):
    done = CliRunner().invoke(app, list(map(str, words)))
    problem = "" if done.exception is None or isinstance(done.exception, SystemExit) else str(done.exception)
    return done.exit_code, " ".join(f"{done.output} {problem}".split())


@pytest.mark.parametrize("command", [("replay",), ("coach", *COACH), ("forward", "-n", "2")])
@pytest.mark.parametrize("given", ["one.jsonl", "one", "last"])
def test_every_command_finds_a_record_by_its_name_and_the_last_one(runs, command, given):
    """No path need be typed for what lies in the folder of runs."""
    kept(runs, "one", 6)
    assert typed(command[0], given, *command[1:])[0] == 0


def test_a_record_that_is_not_there_is_refused_with_the_newest_names(runs):
    """The sentence says what can be typed instead."""
    kept(runs, "one", 1)
    code, said = typed("coach", "two.jsonl")
    assert code
    assert "There is no record “two.jsonl”" in said
    assert "one.jsonl; “last” stands for the one played last" in said


def test_runs_are_listed_by_the_names_of_their_records(runs):
    """What is listed can be typed; so says the JSON document."""
    kept(runs, "one", 2)
    assert "one.jsonl" in typed("runs")[1]
    assert json.loads(typed("runs", "--json")[1])["runs"][0]["day"] == 3


def test_of_an_unfinished_run_a_replay_tells_only_what_could_be_seen(runs):
    """Neither who they are nor a score is told, in words or figures; it is said why, and how to end the run."""
    run = kept(runs, "one", 2)
    said = typed("replay", "one")[1]
    assert "This run is not finished: it stands at day 3 of 6." in said
    assert "Your runs" in said
    assert "Who they were" not in said
    assert "Score" not in said
    figures = json.loads(typed("replay", "one", "--json")[1])
    assert figures["score"] is None
    assert set(figures["followers"][0]) == {"id", "name"}
    assert run.playthrough.people


def test_the_coach_refuses_an_unfinished_run_unless_it_is_told_to_spoil(runs):
    """As in the window, secrets come after the last day; whoever wants them sooner says so."""
    kept(runs, "one", 2)
    code, said = typed("coach", "one", *COACH)
    assert code
    assert "not finished" in said
    assert "What could be known" not in said
    assert "courtship coach --spoil one" in said
    assert "What could be known" in typed("coach", "one", "--spoil", *COACH)[1]


def test_a_run_whose_first_days_a_bot_played_is_not_the_player_s_own(runs, monkeypatch):
    """It is no evidence of the player even when a person ends it, and is counted among those left out."""
    monkeypatch.setattr(play_command, "open_window", lambda start=None: 0)
    monkeypatch.setattr("game.desk.launch.has_display", lambda: True)
    assert typed("play", example(runs.parent), "--as", "spammer", "--seed", 7)[0] == 0
    (record,) = runs.iterdir()
    run = resume(record)
    run.do(EndDay())
    run.close()
    assert (own_records(runs), played_by_bots(runs)) == ([], 1)
    assert "(first days played by spammer)" in typed("runs", "--json")[1]
    assert "Left out: 1 run that a bot played, or whose first days it played." in typed("profile")[1]
    assert json.loads(typed("profile", "--json")[1])["games"] == 0
    assert "Left out: 1 run" in typed("forward")[1]


def test_the_list_says_why_a_run_cannot_be_opened_and_what_is_to_be_known(runs):
    """As the window and the figures for programs do; a name with a line break stays on its line."""
    kept(runs, "one", 1)
    (runs / "bad\nname.jsonl").write_text("x\n", encoding="utf-8")
    (runs / "copy.jsonl").write_bytes((runs / "one.jsonl").read_bytes())
    _, said = typed("runs")

    assert "bad\\nname.jsonl is not a record of Courtship." in said
    assert "A copy of one.jsonl, which holds the same." in said or "A copy of copy.jsonl, which holds the same." in said


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("nowhere", path)])
def test_what_is_listed_as_no_file_is_told_as_no_file(runs, make):
    """The list and every command that takes a record say the same of it."""
    make(runs / "odd.jsonl")
    listed = json.loads(CliRunner().invoke(app, ["runs", "--json"]).output)["runs"][0]["problem"]

    assert listed in typed("replay", "odd.jsonl")[1]
    assert listed in typed("coach", "odd")[1]


def test_records_that_cannot_be_opened_are_not_named_as_those_that_can_be_typed(runs):
    """Only what opens is offered; where nothing does, the list is named that says why."""
    (runs / "bad.jsonl").write_text("x\n", encoding="utf-8")
    assert "none of those there can be opened, and courtship runs says why" in typed("replay", "two")[1]
    kept(runs, "one", 1)
    said = typed("replay", "two")[1]
    assert "the newest there: one.jsonl;" in said
    assert "bad.jsonl" not in said
