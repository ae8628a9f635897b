"""Machine code and numpy choose the same content."""

from importlib.util import find_spec

import numpy as np
import pytest

from game.kernel.contents import Offer, best, best_by_numpy, popular, popular_by_numpy

pytestmark = pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed: courtship[fast]")


def offer(dice: np.random.Generator, batch: int = 6, followers: int = 5, contents: int = 4) -> Offer:
    """Coarse numbers, so that ties are common."""
    seems = dice.integers(0, 5, (contents, followers, batch)) / 4.0
    return Offer(
        seems.transpose(2, 1, 0),
        dice.random((batch, contents)) < 0.7,
        dice.integers(0, 4, (batch, contents)).astype(float),
    )


@pytest.mark.parametrize("seed", range(40))
def test_both_ways_choose_the_same(seed, monkeypatch):
    """For each follower and for all together, ties and locked contents included."""
    monkeypatch.setenv("COURTSHIP_KERNEL", "machine")
    dice = np.random.default_rng(seed)
    given = offer(dice)
    present, hours = dice.integers(0, 2, (6, 5)).astype(float), dice.integers(0, 4, 6).astype(float)
    turn = (np.arange(4) + seed) % 4 * 1e-3

    assert best(given).tolist() == best_by_numpy(given).tolist()
    assert popular(given, present, hours, seed).tolist() == popular_by_numpy(given, present, hours, turn).tolist()


def test_where_nothing_can_be_used_nothing_is_chosen():
    """All locked: −1 for everybody."""
    given = offer(np.random.default_rng(1))
    locked = Offer(given.seems, np.zeros_like(given.usable), given.making)

    assert (best(locked) == -1).all()
    assert (popular(locked, np.ones((6, 5)), np.full(6, 9.0), 1) == -1).all()
