"""However a system ends a long command, it ends with a word where one can be said, and no process of ours goes on."""

import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from tests.cli.test_terminal import ROOT, children_of, command, is_running

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for children in /proc")
WORDS = ("simulate", "slow_roast", "--bot", "patient", "--games", "200000", "--workers", "2")


def begun(*, deaf: bool = False) -> tuple[subprocess.Popen, set[int]]:
    """A command whose workers are at work, and all its processes; deaf to Ctrl-C, as by a shell in the background."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if deaf else None
    process = subprocess.Popen(
        command(*WORDS), env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    if deaf:
        signal.signal(signal.SIGINT, before)
    children, until = set(), time.monotonic() + 40
    while len(children) < 2 and time.monotonic() < until:  # a worker, and Python's own tracker of resources
        children |= set(children_of(process.pid))
        time.sleep(0.1)
    time.sleep(2)
    assert process.poll() is None, process.communicate()
    return process, children


def all_gone(children: set[int]) -> bool:
    until = time.monotonic() + 20
    while any(map(is_running, children)) and time.monotonic() < until:
        time.sleep(0.1)
    return not any(map(is_running, children))


@pytest.mark.parametrize("deaf", [False, True], ids=["in front", "in the background"])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_stopped_service_and_a_closed_terminal_end_it_as_ctrl_c_does(name, deaf):
    """It ends with a word, exit code 130 and no child left, whichever signal asks for it."""
    process, children = begun(deaf=deaf)
    process.send_signal(getattr(signal, name))
    _, told = process.communicate(timeout=60)

    assert process.returncode == 130
    assert "Stopped" in told
    assert "Traceback" not in told
    assert all_gone(children)


def test_workers_of_a_killed_command_end_too():
    """SIGKILL, as when memory runs out: nothing can be said, and nobody is left to work for."""
    process, children = begun()
    process.kill()
    process.communicate(timeout=60)

    assert all_gone(children)


def test_what_nohup_keeps_alive_stays_alive():
    """A closed terminal does not end a program that was begun to outlive it."""
    program = (
        "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); from game.cli import requests_to_end; "
        "requests_to_end.heed_requests_to_end(); signal.raise_signal(signal.SIGHUP); print('alive')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive"


ENDED_TWICE = """
import signal, sys
from game import cli
first, second = (getattr(signal, name) for name in sys.argv[1:])
say = cli._say
cli._run = lambda: signal.raise_signal(first)
def said(sentence):
    signal.raise_signal(second)
    say(sentence)
    signal.raise_signal(second)
cli._say = said
sys.argv = ["courtship"]
import atexit
atexit.register(signal.raise_signal, second)
cli.main()
"""


@pytest.mark.parametrize("second", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("first", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_second_request_while_it_ends_changes_nothing(first, second):
    """An impatient second Ctrl-C, or a service that is told twice to stop: one sentence, and the same code."""
    done = subprocess.run(
        [sys.executable, "-c", ENDED_TWICE, first, second], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr, done.stdout) == (130, "Stopped.\n", "")


ENDED_WHILE_IT_LOADS = """
import runpy, signal, sys
number, awaited = getattr(signal, sys.argv[1]), sys.argv[2]
class Asks:
    def find_spec(self, name, path=None, target=None):
        if name == awaited:
            signal.raise_signal(number)
sys.meta_path.insert(0, Asks())
sys.argv = ["courtship", "bots", "--json"]
runpy.run_module("game", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("awaited", ["game.cli", "game.cli.requests_to_end", "game.terminal", "game.cli.app", "numpy"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_who_ends_a_command_while_it_loads_reads_a_word(name, awaited):
    """From the first module that the entry point loads to the last: a sentence, code 130, and never a traceback."""
    done = subprocess.run(
        [sys.executable, "-c", ENDED_WHILE_IT_LOADS, name, awaited], cwd=ROOT, capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr, done.stdout) == (130, "Stopped.\n", "")


def test_the_installed_command_listens_before_it_loads():
    """The command that is installed begins where `python -m game` does."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["scripts"]["courtship"] == "game.__main__:main"
