"""Games of the sandbox in their own process: they come, they are those of the command, and nothing stays behind."""

import json
import multiprocessing
import time

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.desk.background.sandbox_process import SandboxProcess, line_of

PATIENCE = 120  # seconds on the busiest machine


@pytest.fixture
def process():
    process = SandboxProcess()
    yield process
    process.end()


def played(process, positions):
    until = time.monotonic() + PATIENCE
    while process.look(positions).positions != positions or not process.look(positions).bots:
        assert time.monotonic() < until
        assert not process.look(positions).problem
        time.sleep(0.02)
    return process.look(positions)


def test_the_window_has_the_figures_of_the_line_that_it_copies(process):
    """Whoever pastes the line reads the same figures."""
    seen = played(process, (2.5, 1.0, 1.0))
    words = line_of(seen.positions).split()[1:]
    told = json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)

    assert seen.games == told["games"]
    for bot, of in zip(seen.bots, told["bots"].values(), strict=True):
        assert [f.changed for f in bot.figures] == [of[name]["changed"] for name in ("score", "bought", "gone")]
        assert bot.changed == pytest.approx([day[1] for day in of["trust"]["changed"]])


def test_nothing_stays_behind():
    """The process ends with the window, and whoever asks afterwards gets a sentence."""
    process = SandboxProcess()
    process.end()

    assert not multiprocessing.active_children()
    assert "ended from outside (signal 15)" in process.look((2.0, 1.0, 1.0)).problem
