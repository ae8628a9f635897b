"""Commands take the scenario of the folder one stands in, and what they print is whole at 80 columns."""

import re

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from game.authoring.starter import create
from game.cli.app import app
from game.cli.printing import out

WITHOUT_A_NAME = {
    "simulate": ["-n", "2"],
    "duel": ["patient", "sleeper", "-n", "2"],
    "playtest": ["-n", "2", "-b", "sleeper", "--lines", "1"],
    "sweep": ["--vary", "days=7,8", "-n", "2"],
    "sensitivity": ["-n", "2", "-b", "sleeper"],
    "contract": ["-n", "2"],
    "check": [],
    "show": [],
    "stats": [],
    "map": [],
    "schema": [],
    "pack": [],
    "translate": ["--status"],
}


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """A function that types a command in the folder of a scenario, on a terminal of 80 columns."""
    create(tmp_path / "petals")
    monkeypatch.chdir(tmp_path / "petals")
    monkeypatch.setattr(out, "_width", 80)
    return lambda *words: CliRunner().invoke(app, [*words], env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})


@pytest.mark.parametrize("command", WITHOUT_A_NAME)
def test_no_name_is_needed_in_a_scenario_folder(typed, command):
    """Every command that is about a scenario."""
    done = typed(command, *WITHOUT_A_NAME[command])

    assert done.exit_code == 0, done.output
    assert done.output.strip()


@pytest.mark.parametrize("command", ["simulate", "playtest", "sensitivity", "show", "pack", "exploit", "check"])
def test_elsewhere_it_is_said_what_to_do(typed, command, tmp_path, monkeypatch):
    """In a folder without a scenario each such command says so, and fails."""
    monkeypatch.chdir(tmp_path)

    done = typed(command)

    assert done.exit_code != 0
    assert "There is no scenario.yaml in this folder" in str(done.exception or "") + done.output


def test_a_second_ending_of_the_name_is_told(typed, tmp_path, monkeypatch):
    """An editor that adds .txt to what it saves makes a file that the game does not read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scenario.yaml.txt").write_text("title: T\n", encoding="utf-8")

    done = typed("check")

    assert done.exit_code != 0
    told = "There is scenario.yaml.txt; call it scenario.yaml, for only that name is read."
    assert told in str(done.exception or "") + done.output


@pytest.mark.parametrize("command", ["bots", "sensitivity", "simulate", "duel", "sweep"])
def test_tables_are_whole(typed, command):
    """No word of a table is cut off, and no line is wider than the terminal."""
    table = [line for line in typed(command, *WITHOUT_A_NAME.get(command, [])).output.splitlines() if line[:1] in "│┃┏"]

    assert table
    assert not [line for line in table if "…" in line or len(line) > 80]


def test_the_list_of_commands_is_whole(typed):
    """Each has a first sentence that fits its line."""
    told = typed("--help").output

    assert "..." not in told.partition("Commands:")[2]
    assert len(re.findall(r"(?m)^  [a-z]+ +\S", told.partition("Commands:")[2])) == len(get_command(app).commands)
