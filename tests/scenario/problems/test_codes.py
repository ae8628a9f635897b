"""Every code is declared once, and every code that is used is declared."""

import re
from pathlib import Path

import pytest

import game.lab
import game.scenario
from game.scenario.problems.codes import CODES
from game.scenario.problems.problems import problem
from game.scenario.problems.sources import Source

FOLDERS = [Path(str(part.__file__)).parent for part in (game.scenario, game.lab)]


def test_a_code_says_what_it_means_in_a_sentence() -> None:
    """Each code is small words with dashes, has a sentence, and is an error, a warning or a note."""
    for name, code in CODES.items():
        assert code.id == name
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", name)
        assert code.meaning.endswith(".")
        assert code.severity in {"error", "warning", "note"}


def test_every_declared_code_is_used_somewhere() -> None:
    """No code is listed for authors that nothing tells."""
    files = [path for folder in FOLDERS for path in folder.rglob("*.py") if path.name not in {"codes.py", "explain.py"}]
    program = "".join(path.read_text(encoding="utf-8") for path in files)

    assert [name for name in CODES if f'"{name}"' not in program] == []


def test_an_undeclared_code_cannot_be_reported() -> None:
    """A message with a code that `explain` does not know cannot be made."""
    with pytest.raises(KeyError):
        problem("no-such-code", Source("x.yaml", ""), 1, 1, "No.")
