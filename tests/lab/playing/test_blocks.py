"""A row depends on its own episode alone: any split, any workers, any pause give the same bits."""

from pathlib import Path

import numpy as np
import pytest

from game.bots.registry import bots
from game.lab.playing.blocks import blocks_of, trial_of
from game.lab.playing.games import play_games
from game.lab.playing.players import players
from game.lab.playing.results import ResultsError
from game.lab.playing.run import run
from game.resources import SCENARIOS
from game.scenario import load
from tests.plays import compiled, played

FIRST = load(SCENARIOS / "first_hello.yaml")


def trial(games=12, names=("patient", "random"), seed=3):
    return trial_of(FIRST, players(list(names)), games, seed)


@pytest.fixture(scope="module")
def whole():
    return run(trial()).games


@pytest.mark.parametrize("size", [1, 5, 100])
def test_any_split_gives_the_same_rows(size, whole):
    """Blocks of 1, 5 and 100 games."""
    assert run(trial(), size=size).games == whole


def test_two_workers_give_the_same_rows_and_the_same_file(tmp_path, whole):
    """Rows and CSV of one process and of two are equal in every bit."""
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"

    assert run(trial(), 1, one).games == whole
    assert run(trial(), 2, two, size=5).games == whole
    assert one.read_bytes() == two.read_bytes()


def test_a_torn_file_is_gone_on_with(tmp_path, whole):
    """A file cut in the middle of a line: the missing games alone are played, and the file ends the same."""
    path = tmp_path / "games.csv"
    run(trial(), 1, path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    told = []

    again = run(trial(), 1, path, told.append)

    assert again.games == whole
    assert path.read_bytes() == data
    assert 10 <= told[0] < 24
    assert sum(told) == 24


def test_a_file_grows_with_games_and_keeps_other_bots(tmp_path):
    """More games and another bot are added to a file; those in it stay."""
    path = tmp_path / "games.csv"
    run(trial(4, ("patient",)), 1, path)
    run(trial(6, ("sleeper",)), 1, path)

    told = []
    assert run(trial(6, ("patient",)), 1, path, told.append).complete
    assert told[0] == 4
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1 + 6 + 6


def test_a_file_of_something_else_is_left_alone(tmp_path):
    """Another seed, another table: a sentence, and the file is as it was."""
    path = tmp_path / "games.csv"
    run(trial(2), 1, path)
    before = path.read_bytes()

    with pytest.raises(ResultsError, match="another scenario, seed or version"):
        run(trial(2, seed=4), 1, path)
    assert path.read_bytes() == before
    path.write_text("name,age\nAda,36\n", encoding="utf-8")
    with pytest.raises(ResultsError, match="columns"):
        run(trial(2), 1, path)


def test_stopping_keeps_what_is_done(tmp_path, whole):
    """Ctrl-C after a block: its games are returned and stand in the file; the next run completes it."""
    path, told = tmp_path / "games.csv", []

    def stop(count):
        told.append(count)
        if sum(told) >= 5:
            raise KeyboardInterrupt

    stopped = run(trial(), 1, path, stop, size=5)

    assert not stopped.complete
    assert len(stopped.games) == 5
    assert len(path.read_text(encoding="utf-8").splitlines()) == 6
    assert run(trial(), 1, path).games == whole


def test_early_blocks_hold_the_same_episodes_of_every_player():
    """Stopped early, a trial still compares like with like."""
    first, second, *_ = blocks_of(trial(), 5)

    assert (first.player.id, second.player.id) == ("patient", "random")
    assert (first.first, first.count) == (second.first, second.count)


@pytest.mark.parametrize("name", ["first_hello", "slow_roast"])
@pytest.mark.parametrize("bot", ["poster", "pushy", "thanker"])
def test_goals_are_reached_as_in_a_session(name, bot):
    """A game of the lab and the same game played through the session reach the same goals on the same evenings."""
    run_ = played(name, bot, seed=2)
    (game,) = play_games(compiled(name), bots()[bot], 2, np.arange(1))

    assert dict(zip(compiled(name).scenario.goals, game.goals, strict=True)) == {
        goal: run_.playthrough.reached.get(goal, 0) for goal in compiled(name).scenario.goals
    }


def test_the_scenario_file_is_not_needed_again(tmp_path):
    """A trial holds the text: a scenario that was changed on the disk meanwhile makes no difference."""
    path = Path(tmp_path / "first_hello.yaml")
    path.write_bytes((SCENARIOS / "first_hello.yaml").read_bytes())
    kept = trial_of(load(path), players(["patient"]), 2)
    path.unlink()

    assert len(run(kept).games) == 2
