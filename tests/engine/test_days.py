"""Games begin and go on by one kernel, chosen once; a single game loads no compiler."""

import subprocess
import sys

import numpy as np
import pytest

from game.engine.batch import Batch
from game.engine.days import begin, begin_one
from game.engine.digest import digest
from game.engine.position import empty_plan
from game.kernel.kernels import KERNELS, VARIABLE, kernel_of
from tests.plays import compiled

SINGLE_GAME = """
import sys
from game.bots.registry import bots
from game.lab.playing.through_session import play_session
from tests.plays import session
play_session(session("first_hello"), bots()["patient"])
print("numba" in sys.modules)
"""


def test_a_single_game_never_loads_the_compiler():
    """A whole game, a bot's choices and the texts included, in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", SINGLE_GAME], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_a_single_game_is_the_same_in_a_batch_of_many():
    """`begin_one` and `begin` draw the same people, and the days give the same bits."""
    here = compiled("first_hello")
    alone, many = begin_one(here, 7, 3), begin(here, 7, np.array([3]))
    for _ in range(3):
        assert digest(alone) == digest(many)
        alone = Batch(alone).play_day(alone, empty_plan(1, here.followers))
        many = Batch(many).play_day(many, empty_plan(1, here.followers))

    assert digest(alone) == digest(many)


@pytest.mark.parametrize("name", KERNELS)
def test_the_environment_chooses_the_kernel_of_a_batch(name, monkeypatch):
    """What `COURTSHIP_KERNEL` asks for is what a batch keeps; a single game plays by numpy whatever it says."""
    pytest.importorskip("numba")
    monkeypatch.setenv(VARIABLE, name)

    assert begin(compiled("first_hello"), 1, np.arange(2)).kernel is kernel_of(name)
    assert begin_one(compiled("first_hello"), 1).kernel.name == "numpy"
