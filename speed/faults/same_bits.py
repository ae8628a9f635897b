"""Set-ups that must give the same bits: kernels, sizes of blocks, and the games of a batch one by one."""

import os
import random
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from game.kernel.kernels import VARIABLE
from game.lab.playing.blocks import trial_of
from game.lab.playing.fingerprint import fingerprint
from game.lab.playing.players import Player
from game.resources import SCENARIOS
from game.scenario import load

KERNELS = ("numpy", "machine") if find_spec("numba") else ("numpy",)


def set_ups(dice: random.Random, folder: Path) -> Iterator[str]:
    """The same games in another way: every bit of every state is the same."""
    del folder
    scenario = dice.choice(sorted(SCENARIOS.glob("*.yaml")))
    trial = trial_of(load(scenario), (Player("random"),), dice.randint(2, 24), dice.getrandbits(32))
    os.environ[VARIABLE] = "numpy"
    whole = fingerprint(trial)
    for kernel in KERNELS:
        os.environ[VARIABLE] = kernel
        for size in (1, dice.randint(2, 9)):
            if fingerprint(trial, size) != whole:
                yield f"{scenario.stem}, {trial.games} games, seed {trial.seed}: {kernel} in blocks of {size} differs"
            yield ""
