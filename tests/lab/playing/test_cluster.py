"""The lab on a cluster of real processes: the same bits, also when a worker is killed; what is wrong is told first."""

import logging
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.errors import CannotPlay
from game.lab.playing import cluster as module
from game.lab.playing.blocks import blocks_of, trial_of
from game.lab.playing.cluster import ClusterError, connected
from game.lab.playing.orders import order_of, play_order
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.resources import SCENARIOS
from game.scenario import load
from tests.stopped import stopped

pytest.importorskip("distributed", reason="Dask is not installed: the extra `cluster`")

SCENARIO = load(SCENARIOS / "first_hello.yaml")
QUIET = ("--no-dashboard",)
START = "from distributed.cli.dask_{0} import main; main()"


def trial(games=40, names=("patient", "random"), seed=3):
    return trial_of(SCENARIO, players(list(names)), games, seed)


def started(kind, *arguments, before=""):
    """A process of Dask's own command line, after some statements."""
    program = f"{before}\n{START.format(kind)}"
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def worker(address, before=""):
    return started("worker", address, "--nthreads", "1", "--no-nanny", *QUIET, before=before)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@contextmanager
def a_cluster(*befores):
    """A scheduler and workers on loopback: the address and the workers' processes."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = started("scheduler", "--host", "127.0.0.1", "--port", str(port), *QUIET)
    workers = []
    try:
        for _ in range(600):
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        workers += [worker(address, before) for before in befores]
        if befores:
            with connected(address) as found:
                found._client.wait_for_workers(len(befores), timeout=60)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def two():
    """The address of a cluster with two good workers."""
    with a_cluster("", "") as (address, _):
        yield address


@pytest.fixture(scope="module")
def whole():
    return run(trial()).games


def test_a_cluster_gives_the_same_rows_and_the_same_file(two, tmp_path, whole):
    """Rows and CSV of this process and of two workers are equal in every bit."""
    here, there = tmp_path / "here.csv", tmp_path / "there.csv"
    run(trial(), 1, here)
    with connected(two) as found:
        assert run(trial(), 1, there, size=3, cluster=found).games == whole

    assert here.read_bytes() == there.read_bytes()


def test_a_worker_killed_in_the_middle_changes_nothing(whole):
    """After the first block one of two workers is killed (SIGKILL): the other plays its blocks, bit for bit."""
    with a_cluster("", "") as (address, workers), connected(address) as found:
        told = []

        def kill_one(count):
            told.append(count)
            if len(told) == 2:  # the first tells of the file
                os.kill(workers[0].pid, signal.SIGKILL)

        played = run(trial(), 1, None, kill_one, size=2, cluster=found)

        assert workers[0].wait() == -signal.SIGKILL
        assert workers[1].poll() is None
        assert played.games == whole


def test_stopping_cancels_what_waits_and_keeps_what_is_done(two, tmp_path, whole):
    """Ctrl-C after two blocks: nothing is left on the cluster, the file has what was done, the next run ends it."""
    path, told = tmp_path / "games.csv", []

    def stop(count):
        told.append(count)
        if len(told) == 3:
            raise KeyboardInterrupt

    with connected(two) as found:
        stopped = run(trial(), 1, path, stop, size=2, cluster=found)
        for _ in range(100):
            waiting = found._client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
            if waiting == 0:
                break
            time.sleep(0.1)

        assert waiting == 0
        assert 2 <= len(stopped.games) < 20
        assert len(path.read_text(encoding="utf-8").splitlines()) == 1 + len(stopped.games)
        assert run(trial(), 1, path, cluster=found).games == whole


@pytest.mark.slow
def test_a_real_interrupt_ends_a_command_on_a_cluster(two, tmp_path):
    """SIGINT at the command: exit 130, a sentence, and a file that holds whole games."""
    path = tmp_path / "games.csv"
    arguments = ("playtest", "slow_roast", "-n", "20000", "--cluster", two, "--csv", str(path))
    code, _, says = stopped(arguments, path)

    assert code == 130
    assert "the same command goes on from there" in says
    assert "Traceback" not in says
    assert path.read_text(encoding="utf-8").endswith("\n")


def test_libraries_print_nothing_between_our_sentences(two, caplog):
    """What Dask and its loop log, as after Ctrl-C between two of their steps, is not heard; later all is as before."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith(("distributed", "tornado"))]
    before = {name: logging.getLogger(name).level for name in names}
    with connected(two):
        for name in names:
            logging.getLogger(name).error("Traceback (most recent call last):")

    assert not caplog.records
    assert "tornado.application" in names
    assert {name: logging.getLogger(name).level for name in names} == before


@pytest.mark.slow
def test_commands_take_a_cluster(two):
    """A simulation, a duel, a sweep, a playtest and a contract print the same with a cluster as without."""
    for arguments in (
        ("duel", "first_hello", "patient", "pushy", "-n", "8", "--json"),
        ("sweep", "first_hello", "--vary", "business.hours_per_day=1,2", "-n", "4", "--json"),
        ("sensitivity", "first_hello", "-n", "2", "--json"),
        ("playtest", "first_hello", "-n", "8", "--bots", "patient", "--json"),
        ("simulate", "first_hello", "-n", "8", "--bot", "patient", "--json"),
        ("contract", "first_hello", "-n", "8", "--json"),
    ):
        alone = CliRunner().invoke(app, arguments)
        there = CliRunner().invoke(app, [*arguments, "--cluster", two])
        assert alone.exit_code == 0
        assert (there.stdout, there.exit_code) == (alone.stdout, 0), there.output


LACKS = "import sys; sys.modules['game'] = None"
OLDER = "import game; game.__version__ = '0.0.1'"
CHANGED = "import sys, game.model; sys.modules['game.model.outcome'].PEOPLE_SHARE = 0.5"


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (LACKS, "lacks the game: install courtship"),
        (OLDER, "has version 0.0.1 of the game"),
        (CHANGED, "its copy of the game has been changed"),
    ],
)
def test_a_worker_that_would_play_otherwise_is_refused(before, says):
    """Without the game, with another version, or with a changed copy: a sentence, and not one game is played."""
    told = []
    with (
        a_cluster("", before) as (address, _),
        connected(address) as found,
        pytest.raises(ClusterError, match=says) as error,
    ):
        run(trial(), 1, None, told.append, cluster=found)

    assert "Nothing was played." in str(error.value)
    assert sum(told) == 0


def test_a_scheduler_that_is_not_there_is_told(monkeypatch):
    """Nobody at the address, or an address that is none: what to look at, before anything is played."""
    monkeypatch.setattr(module, "PATIENCE", 1)
    with (
        pytest.raises(ClusterError, match=r"No scheduler answers at tcp://127\.0\.0\.1"),
        connected(f"tcp://127.0.0.1:{free_port()}"),
    ):
        pass
    for wrong in ("127.0.0.1:8786", "http://host:8786", "tcp://", "tcp://host:8786/x"):
        with pytest.raises(CannotPlay, match="It looks like tcp://HOST:8786"), connected(wrong):
            pass


def test_without_dask_the_sentence_names_the_extra(monkeypatch):
    """Where Dask is missing, what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CannotPlay, match="courtship\\[cluster\\]"), connected("tcp://127.0.0.1:8786"):
        pass


def test_a_scheduler_without_workers_is_told(monkeypatch):
    """How to start a worker stands in the sentence."""
    monkeypatch.setattr(module, "PATIENCE", 1)
    with (
        a_cluster() as (address, _),
        connected(address) as found,
        pytest.raises(ClusterError, match=f"dask worker {address}"),
    ):
        run(trial(), cluster=found)


def test_a_lost_scheduler_keeps_what_was_done(tmp_path, whole):
    """The scheduler ends in the middle: a sentence; the games done stand in the file, and one goes on from there."""
    path = tmp_path / "games.csv"
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = started("scheduler", "--host", "127.0.0.1", "--port", str(port), *QUIET)
    hand = worker(address)
    told = []

    def kill(count):
        told.append(count)
        if len(told) == 2:
            scheduler.kill()

    try:
        with connected(address) as found, pytest.raises(ClusterError, match="was lost"):
            run(trial(), 1, path, kill, size=2, cluster=found)
    finally:
        for process in (hand, scheduler):
            process.kill()
            process.wait()

    assert sum(told) >= 2
    assert run(trial(), 1, path).games == whole


def test_a_large_order_is_played_in_blocks():
    """An order larger than what is played at a time gives the same rows."""
    (block,) = blocks_of(trial(600, ("pushy",)), 1024)

    assert block.count == 600
    assert play_order(block.scenario.text, order_of(block)) == run(trial(600, ("pushy",))).games


def test_a_block_travels_as_a_few_numbers():
    """What is sent of a block is small, whatever the length of the scenario."""
    (block, *_) = blocks_of(trial(), 20)

    assert len(block.scenario.text) > 5_000
    assert len(pickle.dumps(order_of(block))) < 500
