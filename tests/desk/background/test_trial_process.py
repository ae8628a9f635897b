"""A playtest in processes of its own: it plays everything, is stopped, dies, and is told in sentences."""

import json
import os
import signal
import time

import pytest

from game.desk.workshop_services import Workshop
from game.resources import SCENARIOS

GAMES = 8  # of each bot, where no verdict hangs on how many there are
ENOUGH_FOR_A_VERDICT = 14  # a bot that leads in all of them leads clearly


@pytest.fixture
def shop(tmp_path):
    return Workshop(own=tmp_path / "own", memory=tmp_path / "memory.json", packages=tmp_path / "packages")


def ended(shop, path):
    """The playtest of a scenario once it is over."""
    until = time.monotonic() + 500
    while (found := shop.trials(path)).running:
        assert time.monotonic() < until, "the playtest does not end"
        time.sleep(0.05)
    return found


@pytest.mark.slow
def test_a_playtest_plays_every_game_tests_the_lesson_and_gives_the_figures_of_the_command_line(shop):
    """All bots, all promises, and the same means as the lab's own run."""
    from game.bots.registry import bots
    from game.lab.playing.blocks import trial_of
    from game.lab.playing.players import players
    from game.lab.playing.run import run
    from game.lab.reports.playtest import playtest
    from game.scenario import load

    path = str(SCENARIOS / "first_hello.yaml")
    shop.playtest(path, GAMES)
    found = ended(shop, path)

    assert (found.done, found.problem, found.lesson) == (found.total, "", "done")
    assert {row.bot for row in found.rows} == set(bots())
    assert all(row.games == GAMES and row.low <= row.mean <= row.high for row in found.rows)
    assert found.promises
    assert found.version == shop.examine(path).version
    wanted = playtest(run(trial_of(load(path), players(["all"]), GAMES)))
    assert {row.bot: row.mean for row in found.rows} == {n: b.figures["score"].mean for n, b in wanted.bots.items()}


def test_a_stopped_playtest_keeps_what_was_played(shop):
    path = str(SCENARIOS / "slow_roast.yaml")
    shop.playtest(path, 1000)
    begun_games(shop, path)
    shop.stop_playtest(path)
    found = shop.trials(path)

    assert not found.running
    assert found.problem.startswith("Stopped after")
    assert 0 < found.done < found.total
    assert found.rows
    assert found.lesson in {"left out", "done"}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals as on Linux and macOS")
@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (9, "ended by the system (signal 9), as happens when memory runs out"),
        (11, "crashed (signal 11). That is a fault of the program itself; please report it"),
        (6, "crashed (signal 6). That is a fault of the program itself; please report it"),
        (15, "ended from outside (signal 15)"),
    ],
)
def test_a_process_that_dies_is_told_truthfully_and_leaves_no_verdict(shop, number, words, which):
    """Memory is named for signal 9 alone; neither figures nor promises of half a run are shown as its result."""
    path = str(SCENARIOS / "slow_roast.yaml")
    shop.playtest(path, 1000)
    begun_games(shop, path)
    os.kill(shop._playtests[path]._workers[which]._process.pid, number)
    found = ended(shop, path)

    assert words in found.problem
    assert ("memory" in found.problem) == (number == 9)
    assert (found.rows, found.promises, found.findings, found.verdict, found.errors) == ((), (), (), "", 0)


def begun_games(shop, path):
    """Waits until a playtest has played its first games."""
    until = time.monotonic() + 500
    while not shop.trials(path).done:
        assert time.monotonic() < until, "the playtest does not begin"
        time.sleep(0.02)


INVERTED = """scenario_format: 1
title: A shop
summary: A shop.
days: 10
business: {name: The Shop, trade: shop, offer: A cape, hours_per_day: 2}
followers:
  jonas: {name: Jonas Rehn, loves: {rain: 80}, motive: neighbour}
  petra: {name: Petra Vogel, loves: {rain: 60}, motive: courtesy}
  milan: {name: Milan Oduya, loves: {rain: 70}, motive: buyer, trust: 80, ready: {from: 1, until: 9}}
content:
  cape: {title: The cape, format: photo, about: [rain], hours: 0.3}
goals:
  customers: {title: A customer at once, need: {followers: {stage: customer}}, by_day: 2}
model: {pushiness_cost: 0.25}
"""


@pytest.mark.slow
def test_the_window_tells_what_the_command_line_finds(shop, tmp_path):
    """The same findings, errors first; the goal that pushing wins is marked, and the scenario is no longer all good."""
    from typer.testing import CliRunner

    from game.cli.app import app
    from game.ui.workshop.screens.workshop_page import state_of

    path = tmp_path / "shop.yaml"
    path.write_text(INVERTED, encoding="utf-8")
    assert state_of(shop.examine(str(path)).work)[1] == "good"
    shop.remember(str(path))
    shop.playtest(str(path), ENOUGH_FOR_A_VERDICT)
    found = ended(shop, str(path))
    command = ["playtest", str(path), "--games", str(ENOUGH_FOR_A_VERDICT), "--json"]
    told = json.loads(CliRunner().invoke(app, command).stdout)

    assert [(p.code, p.line, p.message) for p in found.findings] == [
        (p["code"], p["line"], p["message"]) for p in told["problems"]
    ]
    assert found.findings[0].code == "lesson-inverted"
    assert found.verdict == told["lesson"]["says"]
    inverted = [p for p in found.findings if p.code == "lesson-inverted" and "'customers'" in p.message]
    assert len(inverted) == 1
    assert {bot for bot, _ in found.ahead} == {bot for bot in found_bots(found) if f"{bot} (" in inverted[0].message}
    (work,) = [w for w in shop.works() if w.path == str(path)]
    assert state_of(work)[1:] == ("danger", "warning")
    path.write_text(f"{INVERTED}# changed\n", encoding="utf-8")
    shop.examine(str(path))
    (work,) = [w for w in shop.works() if w.path == str(path)]
    assert state_of(work)[1] == "good"


def found_bots(found):
    """The bots that push, of a playtest."""
    return {row.bot for row in found.rows if row.pushes}


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
