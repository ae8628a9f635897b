"""A scenario is loaded once in a process, and arrives elsewhere as the same one."""

import pickle

import numpy as np
import pytest

from game.errors import CannotPlay
from game.lab.playing.blocks import blocks_of, play_block, trial_of
from game.lab.playing.players import players
from game.lab.playing.travelling import travelling
from game.resources import SCENARIOS
from game.scenario import load, load_text
from game.scenario import loading as loading_module


@pytest.fixture
def trial():
    return trial_of(
        load(SCENARIOS / "slow_roast.yaml"), players(["patient", "pushy"]), 3, settings=((), (("days", 9.0),))
    )


def test_within_a_process_nothing_is_read_a_second_time(trial, monkeypatch):
    """All games of a trial are played without another look at the text."""
    monkeypatch.setattr(loading_module, "_load", lambda *_: pytest.fail("the text was read again"))

    games = [game for block in blocks_of(trial) for game in play_block(block)]

    assert len(games) == trial.total


def test_a_block_travels_as_text_and_plays_the_same(trial):
    """What goes through the pipe is about as long as the file, and the games are equal bit for bit."""
    for block in blocks_of(trial):
        sent = pickle.dumps(block)

        assert len(sent) < len(trial.scenario.text.encode()) + 2_000
        assert play_block(pickle.loads(sent)) == play_block(block)


def test_blocks_that_arrive_share_one_scenario(trial):
    first, second = (pickle.loads(pickle.dumps(block)).scenario for block in blocks_of(trial)[:2])

    assert first.scenario is second.scenario
    assert first == trial.scenario
    assert first.hash == trial.scenario.hash


def test_a_setting_is_compiled_once(trial):
    setting = (("days", 9.0),)

    assert trial.scenario.compiled(setting) is trial.scenario.compiled(setting)
    assert np.asarray(trial.scenario.compiled(setting).cast.days) == 9


def test_a_scenario_with_errors_does_not_travel():
    with pytest.raises(CannotPlay, match="has 1 error"):
        travelling(load_text("scenario_format: 1\ntitle: X\n"))
