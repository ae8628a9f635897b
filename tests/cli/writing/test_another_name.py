"""A scenario under another name than scenario.yaml: whatever command is typed, and however, says what lies there."""

import json

import pytest

from tests.cli.test_commands import courtship
from tests.plays import example

NAMES = ("scenario.yml", "Scenario.yaml", "scenario.yaml.txt", "szenario.yaml", "scenario.docx")
COMMANDS = (
    ("check",),
    ("check", "."),
    ("stats",),
    ("stats", "."),
    ("schema", "."),
    ("pack", "."),
    ("say", "thanks", "."),
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_of_another_name_is_named_by_every_command(command, name, tmp_path, monkeypatch):
    """The same sentence, with or without a path."""
    example(tmp_path).rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    if (tmp_path / "scenario.yaml").exists():
        pytest.skip("names differ in more than capitals here")
    done = courtship(*command)
    said = " ".join(f"{done.stdout} {done.stderr}".split())

    assert done.returncode != 0
    assert "There is no scenario.yaml in this folder." in said
    assert f"There is {name}" in said


def test_check_without_a_path_says_what_it_says_with_one(tmp_path, monkeypatch):
    """Message and hint."""
    example(tmp_path).rename(tmp_path / "szenario.yaml")
    monkeypatch.chdir(tmp_path)
    ((result,), bare) = json.loads(courtship("check", ".", "--json").stdout), courtship("check").stderr
    told = result["problems"][0]

    assert " ".join(bare.split()) == f"{told['message']} {told['hint']}"
