"""One fingerprint over every state of 10,000 games: the same however, wherever and by whatever they are computed."""

import os
import subprocess
import sys
from importlib.util import find_spec

import numpy as np
import pytest

from game.kernel.kernels import VARIABLE
from game.lab.playing.fingerprint import digests, fingerprint
from tests.golden.states import GAMES, golden_trial, stored

needs_numba = pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed: courtship[fast]")
STORED = stored()
assert STORED is not None
GOLDEN = STORED.whole


@pytest.mark.slow
def test_numpy_on_two_workers_gives_the_golden_fingerprint(monkeypatch):
    """In blocks of 256."""
    monkeypatch.setenv(VARIABLE, "numpy")

    assert fingerprint(golden_trial(), size=256, workers=2) == GOLDEN


@pytest.mark.slow
@needs_numba
def test_machine_code_gives_the_golden_fingerprint(monkeypatch):
    """In blocks of 1,000, in this process."""
    monkeypatch.setenv(VARIABLE, "machine")

    assert fingerprint(golden_trial(), size=1000) == GOLDEN


@pytest.mark.slow
def test_numpy_without_simd_gives_the_golden_fingerprint():
    """Blocks of 512 in a fresh interpreter with numpy's SIMD paths switched off."""
    program = (
        "from game.lab.playing.fingerprint import fingerprint; from tests.golden.states import golden_trial\n"
        "if __name__ == '__main__': print(fingerprint(golden_trial(), size=512))"
    )
    found = np.show_config(mode="dicts").get("SIMD Extensions", {}).get("found", [])
    environment = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(found), VARIABLE: "numpy"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == GOLDEN


@pytest.mark.parametrize("kernel", ["numpy", pytest.param("machine", marks=needs_numba)])
def test_a_game_alone_has_the_bits_it_has_in_company(kernel, monkeypatch):
    """Some of the 10,000 games played alone, and in odd blocks."""
    monkeypatch.setenv(VARIABLE, kernel)
    from dataclasses import replace

    from game.lab.playing.blocks import blocks_of

    (block,) = blocks_of(replace(golden_trial(), games=120), 1000)
    together = digests(block)

    for episode in (0, 7, 63, 119):
        assert digests(replace(block, first=episode, count=1)) == [together[episode]]
    assert digests(replace(block, first=50, count=37)) == together[50:87]


def test_the_golden_fingerprint_is_of_ten_thousand_games():
    """As promised."""
    assert golden_trial().games == GAMES == 10_000
