"""A playtest in processes of its own: it plays everything, is stopped, dies, and is told in sentences."""

import time

import pytest

from game.desk.workshop_services import Workshop
from game.resources import SCENARIOS
from game.ui.workshop.workshop_values import NewScenario

WISH = NewScenario("Bread & Butter", "bakery", "Zoë Lind", "Whether there is a loaf left", "bakery")


@pytest.fixture
def shop(tmp_path):
    return Workshop(own=tmp_path / "own", memory=tmp_path / "memory.json", packages=tmp_path / "packages")


def ended(shop, path):
    """The playtest of a scenario once it is over."""
    until = time.monotonic() + 120
    while (found := shop.trials(path)).running:
        assert time.monotonic() < until, "the playtest does not end"
        time.sleep(0.05)
    return found


def test_a_playtest_plays_every_game_and_tests_the_lesson(shop):
    from game.bots.registry import bots

    path = str(SCENARIOS / "first_hello.yaml")
    shop.playtest(path, 20)
    found = ended(shop, path)

    assert (found.done, found.problem, found.lesson) == (found.total, "", "done")
    assert {row.bot for row in found.rows} == set(bots())
    assert all(row.games == 20 and row.low <= row.mean <= row.high for row in found.rows)
    assert found.promises
    assert found.version == shop.examine(path).version


def test_a_playtest_gives_the_figures_of_the_command_line(shop):
    from game.lab.playing.blocks import trial_of
    from game.lab.playing.players import players
    from game.lab.playing.run import run
    from game.lab.reports.playtest import playtest
    from game.scenario import load

    path = shop.create(WISH)
    shop.playtest(path, 20)
    found = ended(shop, path)
    wanted = playtest(run(trial_of(load(path), players(["all"]), 20)))
    assert {row.bot: row.mean for row in found.rows} == {n: b.figures["score"].mean for n, b in wanted.bots.items()}


def test_a_stopped_playtest_keeps_what_was_played(shop):
    path = str(SCENARIOS / "slow_roast.yaml")
    shop.playtest(path, 1000)
    until = time.monotonic() + 120
    while not shop.trials(path).done:
        assert time.monotonic() < until, "the playtest does not begin"
        time.sleep(0.02)
    shop.stop_playtest(path)
    found = shop.trials(path)

    assert not found.running
    assert found.problem.startswith("Stopped after")
    assert 0 < found.done < found.total
    assert found.rows
    assert found.lesson in {"left out", "done"}


def test_a_process_that_dies_is_told_in_a_sentence(shop):
    import os
    import signal

    path = str(SCENARIOS / "slow_roast.yaml")
    shop.playtest(path, 1000)
    for worker in shop._playtests[path]._workers:
        os.kill(worker._process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert "ended by itself" in ended(shop, path).problem


def test_something_unexpected_in_a_process_is_told_in_a_sentence(monkeypatch, tmp_path):
    from multiprocessing import Pipe

    from game.desk.background import worker

    monkeypatch.setattr(worker.signal, "signal", lambda *_: None)
    near, far = Pipe(duplex=False)
    with worker.FaultTeller(far, "The playtest"):
        raise ZeroDivisionError("no games")
    kind, text = near.recv()
    assert kind == "failed"
    assert "unexpected" in text


def test_a_second_playtest_takes_the_place_of_the_first_and_closing_ends_both(shop):
    """Nothing of a playtest goes on once another one is begun, or once the front end closes."""
    path = str(SCENARIOS / "slow_roast.yaml")
    assert shop.trials(path) is None
    shop.playtest(path, 1000)
    first = shop._playtests[path]
    shop.playtest(path, 40)

    assert not first.look().running
    assert shop.trials(path).games == 40
    shop.close()
    assert not shop.trials(path).running
