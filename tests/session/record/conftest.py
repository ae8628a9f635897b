"""A run whose record is changed by the tests."""

import pytest

from game.bots.registry import bots
from game.session.entries import PlanMove
from game.session.runs.runs import start
from tests.plays import bot_plays_a_day, example
from tests.session.record.bakery_runs import NOW


@pytest.fixture
def run(tmp_path):
    """Two days of the bakery, closed."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW)
    for _ in range(2):
        bot_plays_a_day(game, bots()["patient"])
    game.do(PlanMove("like", "ada"))
    game.close()
    return game
