"""A game that the lab names is the game that opens: the same people, the same chance, the same moves."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from game.bots.play import play
from game.bots.registry import bots
from game.cli import play as play_module
from game.cli import recorded
from game.cli.app import app
from game.engine.days import outcome_of
from game.engine.digest import digest
from game.lab.playing.through_session import play_session
from game.scenario import load
from game.session.runs.recorded_scenario import compiled_of
from game.session.runs.resuming import replayed, resume
from game.session.runs.runs import saved_runs
from tests.plays import example


@pytest.fixture
def opened(monkeypatch, tmp_path):
    """What the window was told to open, without a window; records go to a folder of the test."""
    shown = []
    for name in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for module in (play_module, recorded):
        monkeypatch.setattr(module, "require_display", lambda: None)
        monkeypatch.setattr(module, "open_window", lambda start=None: shown.append(start) or 0)
    monkeypatch.setattr("game.cli.experiments.playtest.require_display", lambda: None)
    return shown


@pytest.fixture
def bakery(tmp_path):
    """A scenario with a promise that nobody can keep."""
    path = example(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8") + "contract:\n  far_ahead: {better: patient, than: [sleeper], by: 90}\n",
        encoding="utf-8",
    )
    return path


def courtship(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_game_of_a_broken_promise_is_played_with_the_same_people(bakery, opened):
    """The command that `contract` prints opens a fresh run of the very game: played alike, it ends in the same bits."""
    text = courtship("contract", bakery, "-n", 20, "--seed", 7)
    (verdict,) = json.loads(courtship("contract", bakery, "-n", 20, "--seed", 7, "--json").stdout)[str(bakery)]
    command = rf"courtship play {re.escape(str(bakery))} --as \w+ --seed 7"
    command += f" --episode {verdict['episode']}" if verdict["episode"] else ""
    assert text.exit_code == 1
    assert re.search(command, text.stdout)

    episode = verdict["episode"] or 3
    assert courtship("play", bakery, "--seed", 7, "--episode", episode).exit_code == 0
    run = resume(Path(opened[0].path))
    assert (run.playthrough.day, run.playthrough.setup.seed, run.playthrough.setup.episode) == (1, 7, episode)
    play_session(run, bots()["patient"])
    lab = play(compiled_of(load(bakery)), bots()["patient"], 7, np.array([episode]))
    assert digest(run.playthrough.position) == digest(lab)
    assert digest(resume(Path(opened[0].path)).playthrough.position) == digest(lab)


def test_playtest_opens_the_game_of_the_broken_promise_as_it_was_played(bakery, opened):
    """`--open` shows the record of the bot that should have been better, in the game in which it was worst."""
    done = courtship("playtest", bakery, "-n", 12, "-b", "patient,sleeper", "--lines", 0, "--open", "--json")
    (verdict,) = json.loads(done.stdout)["contract"]
    run = replayed(Path(opened[0].path))
    scores = [
        outcome_of(play(run.playthrough.compiled, bots()[name], 0, np.arange(12))).score
        for name in ("patient", "sleeper")
    ]  # fmt: skip

    assert run.finished
    assert (run.playthrough.setup.seed, run.playthrough.setup.episode) == (0, verdict["episode"])
    assert verdict["episode"] == int((scores[0] - scores[1]).argmin())
    assert outcome_of(run.playthrough.position).score[0] == scores[0][verdict["episode"]]


def test_without_a_broken_promise_the_game_in_which_patience_leads_least_opens(opened, tmp_path):
    """Every promise is kept: the smallest lead over the bot that comes nearest."""
    courtship("playtest", example(tmp_path), "-n", 12, "-b", "patient,sleeper,oracle", "--lines", 0, "--open")
    run = replayed(Path(opened[0].path))
    scores = [
        outcome_of(play(run.playthrough.compiled, bots()[name], 0, np.arange(12))).score
        for name in ("patient", "sleeper")
    ]  # fmt: skip

    assert run.playthrough.setup.episode == int((scores[0] - scores[1]).argmin())


def test_a_run_that_a_bot_has_played_says_so_in_the_list(bakery, opened, tmp_path):
    """Nobody takes a bot's game for their own; it is not offered to be continued."""
    courtship("playtest", bakery, "-n", 2, "-b", "patient,sleeper", "--lines", 0, "--open")
    (run,) = saved_runs(recorded.runs_folder(), recorded.now())

    assert run.title == "The Corner Bakery (played by patient)"
    assert run.finished


def test_an_episode_needs_a_seed(bakery, opened):
    """A number alone names no game: a sentence with the command, exit code 2."""
    done = courtship("play", bakery, "--episode", 3)

    assert done.exit_code == 2
    assert "--seed 0 --episode 3" in done.output
    assert opened == []
