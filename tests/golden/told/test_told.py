"""What is told of games and of people is what it was, to the letter: over games, and around each border of a figure.

A change is a decision: run `python -m tests.golden.regenerate`, read the difference, and commit it with its reason.
"""

from pathlib import Path

import pytest

from tests.golden.told.tellers import TELLERS, told_path


@pytest.mark.parametrize("name", TELLERS)
def test_what_is_told_is_what_it_was(name):
    """The recorded sentences, each of as many facts as before."""
    assert TELLERS[name]() == told_path(name).read_text(encoding="utf-8")


def test_every_golden_file_has_its_teller():
    """No file is left behind."""
    assert {f"{path.parent.name}/{path.stem}" for path in Path(__file__).parent.rglob("*.txt")} == set(TELLERS)
