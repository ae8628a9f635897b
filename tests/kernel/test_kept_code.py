"""Machine code on disk: what two processes keep at the same moment cannot be mixed up."""

import os
import pickle
import subprocess
import sys

import pytest

pytest.importorskip("numba")


@pytest.mark.slow
def test_each_piece_of_code_has_an_index_of_its_own(tmp_path):
    """Indices with two entries lose one, or give one the code of the other, when two processes write them at once."""
    for bot in ("patient", "spammer"):
        subprocess.run(
            [sys.executable, "-m", "game", "simulate", "first_hello", "--bot", bot, "--games", "2"],
            env=os.environ | {"NUMBA_CACHE_DIR": str(tmp_path), "COURTSHIP_KERNEL": "machine"},
            check=True, capture_output=True,
        )  # fmt: skip
    entries = {}
    for index in tmp_path.rglob("*.nbi"):
        with index.open("rb") as file:
            pickle.load(file)  # numba's version
            _, known = pickle.load(file)
        entries[index.name] = len(known)
    assert sum("compile_policy" in name for name in entries) > 1
    assert {name: count for name, count in entries.items() if count != 1} == {}
