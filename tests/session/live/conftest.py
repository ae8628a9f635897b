"""A scenario file of an author, and a run of it that looks at the file."""

from pathlib import Path

import pytest

from game.session.entries import Note, PlanMove
from game.session.runs.runs import start
from game.session.session import Session
from tests.plays import example
from tests.session.live.saves import NOW, play_days


@pytest.fixture
def file(tmp_path) -> Path:
    return example(tmp_path)


@pytest.fixture
def run(tmp_path, file) -> Session:
    """Three days of the bakery, played by a person: the landlord answered, notes made, a move planned for today."""
    game = start(file, 4, tmp_path / "runs", NOW, live=True)
    play_days(game, 3)
    game.do(Note("ben", "seller", 75))
    game.do(PlanMove("comment", "ada"))
    return game
