"""The command line, as a person types it: figures, sentences, exit codes, never a traceback."""

import json
import os
import re
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from tests.cli.forked import run_copied
from tests.plays import SHIPPED, example


def courtship(*arguments: str, home=None, **more: str) -> subprocess.CompletedProcess[str]:
    """What a command prints and how it ends, as in a shell without a screen."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}}
    if home is not None:
        environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    if hasattr(os, "fork"):
        done = run_copied(arguments, environment | more)
    else:
        done = subprocess.run(
            [sys.executable, "-m", "game", *arguments], capture_output=True, text=True, env=environment | more,
            check=False,
        )  # fmt: skip
    assert "Traceback" not in done.stderr + done.stdout
    return done


def test_version():
    """`--version` prints name and version."""
    from game import __version__

    assert courtship("--version").stdout == f"courtship {__version__}\n"


def test_every_command_has_a_help_text():
    """Each command listed by --help explains itself."""
    runner = CliRunner()
    listed = runner.invoke(app, ["--help"]).output
    commands = re.findall(r"^  ([a-z]+)  ", listed.split("Commands:")[1], re.MULTILINE)

    assert {"play", "simulate", "check", "replay", "bots", "bench"} <= set(commands)
    for command in commands:
        told = runner.invoke(app, [command, "--help"])
        assert told.exit_code == 0
        assert len(told.output.splitlines()) > 3


def test_shell_completion_can_be_shown(monkeypatch):
    """The completion script of a shell is printed on demand, whatever shell has started the tests."""
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    done = courtship("--show-completion", "bash")

    assert done.returncode == 0
    assert "COMPLETE" in done.stdout


@pytest.mark.parametrize("arguments", [(), ("play",), ("play", "first_hello")])
def test_without_a_screen_play_says_what_to_do_instead(arguments, tmp_path):
    """No display: a sentence that names simulate, and exit code 1."""
    done = courtship(*arguments, home=tmp_path)

    assert done.returncode == 1
    assert "courtship simulate" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("simulate", "slow_rost"), "Did you mean “slow_roast”"),
        (("simulate", "slow_roast", "--bot", "patent"), "There is no bot “patent”"),
        (("simulate", "slow_roast", "--games", "0"), "--games"),
        (("check", "nowhere.yaml"), "There is no scenario"),
        (("replay", "nowhere.jsonl"), "There is no record"),
        (("play", "--seed", "4"), "Name a scenario too"),
        (("serenade",), "serenade"),
    ],
)
def test_misuse_is_told_with_a_way_out(arguments, words, tmp_path):
    """Exit code 2 and a sentence on the error stream."""
    done = courtship(*arguments, home=tmp_path)

    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_simulate_prints_a_table_and_the_same_figures_as_json():
    """The table has a row per bot; the JSON has the figures; the same seed gives the same figures."""
    table = courtship("simulate", "first_hello", "-b", "patient", "-b", "spammer", "--games", "5", COLUMNS="120").stdout
    first, second = (courtship("simulate", "first_hello", "-b", "patient", "--games", "5", "--json") for _ in range(2))
    figures = json.loads(first.stdout)

    assert "patient" in table
    assert "spammer" in table
    assert f"{figures['bots']['patient']['score']['mean']:.1f}" in table
    assert first.stdout == second.stdout


def test_check_says_what_is_wrong_and_where(tmp_path):
    """A broken file: place, words, hint, exit code 1; a good one: all good, exit code 0."""
    good = example(tmp_path)
    bad = tmp_path / "bad.yaml"
    bad.write_text(good.read_text(encoding="utf-8").replace("formats: [photo]", "format: [photo]"), encoding="utf-8")

    wrong, right = courtship("check", str(bad)), courtship("check", str(good))

    assert wrong.returncode == 1
    assert re.search(r"bad\.yaml:9:5: error: .*'format' is not known", wrong.stdout)
    assert "If 'formats' is meant, write that." in wrong.stdout
    assert right.returncode == 0
    assert "all good" in right.stdout
    problems = json.loads(courtship("check", str(bad), "--json").stdout)[0]["problems"]
    assert [(p["line"], p["column"]) for p in problems] == [(9, 5)]


def test_check_without_arguments_checks_what_is_shipped(tmp_path):
    """In the checkout; all shipped scenarios are good."""
    done = courtship("check", home=tmp_path)

    assert done.returncode == 0
    assert done.stdout.count("all good") == len(SHIPPED)


def test_a_file_cannot_steer_the_terminal(tmp_path):
    """An escape sequence in a scenario is shown and not obeyed."""
    path = tmp_path / "red.yaml"
    path.write_text(
        'scenario_format: 1\ntitle: "x"\nbusiness: {name: A, trade: b}\npace: "\\e[31mred"\n', encoding="utf-8"
    )

    assert "\x1b" not in courtship("check", str(path)).stdout


def test_replay_tells_a_run(tmp_path):
    """A recorded run is told day by day; --json has its figures; the record is named when it is missing."""
    from datetime import UTC, datetime

    from game.bots.registry import bots
    from game.session.runs.runs import start
    from tests.plays import bot_plays_a_day

    run = start(example(tmp_path), 4, tmp_path / "data" / "courtship" / "runs", datetime(2026, 5, 4, tzinfo=UTC))
    while not run.finished:
        bot_plays_a_day(run, bots()["patient"])

    told = courtship("replay", str(run.path), home=tmp_path).stdout
    newest = courtship("replay", "last", "--json", home=tmp_path)

    assert "Day 6" in told
    assert "Who they were" in told
    assert json.loads(newest.stdout)["days_played"] == 6


def test_bots_are_listed():
    """Every bot with what it does, as a table and as JSON."""
    from game.bots.registry import bots

    assert set(json.loads(courtship("bots", "--json").stdout)) == set(bots())


def test_an_inner_fault_is_told_without_a_traceback(tmp_path):
    """When something breaks inside, the person reads that runs are safe and where the details are."""
    program = (
        "import game.cli.experiments.lab as lab, sys\n"
        "def broken(*a, **k): raise RuntimeError('inner')\n"
        "import game.bots.registry as r; r.bots = broken\n"
        "sys.argv = ['courtship', 'bots']\n"
        "from game.cli import main; main()\n"
    )
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False)

    assert done.returncode == 1
    assert "Your runs are safe" in done.stderr
    assert "Traceback" not in done.stderr
    assert "inner" in (tmp_path / "courtship" / "crash.txt").read_text(encoding="utf-8")
