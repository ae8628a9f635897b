"""A path or a name with line breaks and control characters stands in one line of whatever any command prints."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from tests.cli.every_command import COMMANDS, ended, hostile

NAME = "no\nsuch\r\x1b[31m\u202ename\x85"
"""A file's name: line breaks of three kinds, the beginning of a colour, and a turn of the writing direction."""
PATHS = {
    "FILE": ("missing", "folder", "file"),
    "RECORD": ("missing", "record", "folder"),
}
CASES = [
    (name, word, way)
    for name, words in COMMANDS.items()
    for word in ("FILE", "RECORD")
    if word in words
    for way in PATHS[word]
]


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """A scenario that plays and a run of it, and the same two under the hostile name."""
    folder = tmp_path_factory.mktemp("hostile_paths")
    made = hostile(folder / "fine" if (folder / "fine").mkdir() is None else folder)
    shutil.copytree(made["FILE"], folder / NAME)
    (folder / "records").mkdir()
    shutil.copy(made["RECORD"], folder / "records" / f"{NAME}.jsonl")
    (folder / "files").mkdir()
    shutil.copy(Path(made["FILE"]) / "scenario.yaml", folder / "files" / f"{NAME}.yaml")
    return made | {
        "missing": str(folder / "nowhere" / NAME), "folder": str(folder / NAME),
        "file": str(folder / "files" / f"{NAME}.yaml"), "record": str(folder / "records" / f"{NAME}.jsonl"),
    }  # fmt: skip


@pytest.mark.parametrize(("name", "word", "way"), CASES)
def test_a_hostile_path_stays_in_its_line(name, word, way, given, tmp_path, monkeypatch, capsys):
    """Neither what follows its line break begins a line of its own, nor does a control character reach the terminal."""
    monkeypatch.chdir(tmp_path)
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    words = [given[way] if one == word else given.get(one, one) for one in COMMANDS[name]]
    assert ended(words, monkeypatch, width=5000) in {0, 1, 2}

    printed = capsys.readouterr()
    told = printed.out + printed.err
    assert "Something went wrong inside" not in told
    assert not any(line.lstrip().startswith("such") for line in told.split("\n")), told
    control = {c for c in told if unicodedata.category(c) in {"Cc", "Cf"} and c not in "\n\t"}
    assert not control, told
