"""What holds for all that any command prints: it is what was written, it is whole, and no command ends in a crash."""

import io
import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from game.desk import places
from tests.cli.every_command import COMMANDS, ended, hostile

FIGURE = re.compile(r"\d[\d,.]*")
TELLS_NAMES = [name for name, words in COMMANDS.items() if {"FILE", "RECORD"} & set(words)]
SILENT = {
    "belief", "check", "check --json", "schema", "translate --status", "contract", "exploit", "sensitivity", "sweep",
    "duel", "stats",
}  # fmt: skip
"""Commands that may print no name out of the scenario."""

each_command = pytest.mark.parametrize("name", COMMANDS)


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def words_of(given, tmp_path, monkeypatch):
    """A function that gives the words of a command."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return lambda name: [given.get(word, word) for word in COMMANDS[name]]


@each_command
def test_what_is_printed_is_what_is_written(name, words_of, monkeypatch, capsys):
    """No word of a scenario becomes a colour or an emoji, nor vanishes."""
    assert ended(words_of(name), monkeypatch) in {0, 1}

    printed = capsys.readouterr()
    told = printed.out + printed.err
    assert "Something went wrong inside" not in told
    assert told.strip()
    assert not {"☕", "❌"} & set(told)
    assert ":coffee: :x:" not in told
    if name in TELLS_NAMES and name not in SILENT:
        assert ":coffee:" in told
        assert ":x:" in told


@each_command
def test_a_narrow_terminal_keeps_every_figure(name, words_of, monkeypatch, capsys):
    """At 40 columns there stand the same figures, and nothing is cut with an ellipsis that is whole on a wide one."""
    figures = []
    for width in (200, 40):
        ended(words_of(name), monkeypatch, width)
        told = capsys.readouterr().out
        figures.append((set(FIGURE.findall(told)), told.count("…")))
        if width == 40:
            cut = [line for line in told.splitlines() if "│" in line and len(line) > width]
            assert not cut
    (wide, wide_cuts), (narrow, narrow_cuts) = figures
    timed = {"evidence", "exploit"}  # print how long they took, or where they kept a game
    assert name in timed or wide <= narrow, wide - narrow
    assert narrow_cuts <= wide_cuts


@each_command
def test_a_terminal_of_few_letters_is_served(name, words_of, monkeypatch, capfd):
    """On an ASCII terminal other letters are shown by their number."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert ended(words_of(name), monkeypatch) in {0, 1}

    sys.stdout.flush()
    assert raw.getvalue().isascii()
    assert raw.getvalue().strip()
    assert "Something went wrong inside" not in capfd.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is a thing of Linux")
@each_command
def test_a_full_device_is_told_by_every_command(name, words_of, monkeypatch, capsys):
    """What finds no room is told in a sentence, with exit code 1."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert ended(words_of(name), monkeypatch) == 1

    told = capsys.readouterr().err
    assert "could not be written (No space left on device)" in told
    assert "Something went wrong inside" not in told


@each_command
def test_nobody_who_reads_is_no_crash(name, words_of, monkeypatch, capsys):
    """A pipe whose reader has gone, and no standard output at all."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with suppress(BrokenPipeError), os.fdopen(write_end, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert ended(words_of(name), monkeypatch) == 1
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdout", None)
    if name == "exploit":  # its best game is named by the second, and both may end in one
        shutil.rmtree(places.runs_folder())
    assert ended(words_of(name), monkeypatch) == 1

    told = capsys.readouterr().err
    assert "could not be written (Bad file descriptor)" in told
    assert "Something went wrong inside" not in told


def test_there_is_one_door():
    """No console, bar or text column is made elsewhere: each would have markup and emoji of its own."""
    root = Path(__file__).parents[2]
    for folder in ("game", "speed"):
        for file in (root / folder).rglob("*.py"):
            if file.name != "terminal.py":
                text = file.read_text(encoding="utf-8")
                made = re.findall(r"\b(?:Console|Progress|TextColumn|from_markup|echo|track)\(", text)
                assert not made, (file, made)
