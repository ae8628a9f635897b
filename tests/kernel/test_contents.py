"""Machine code and numpy choose the same content."""

from importlib.util import find_spec

import numpy as np
import pytest

from game.kernel.contents import Offer
from game.kernel.kernels import kernel_of

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
def test_both_ways_choose_the_same(seed):
    """For each follower and for all together, ties and locked contents included."""
    numpy, machine = kernel_of("numpy"), kernel_of("machine")
    dice = np.random.default_rng(seed)
    given = offer(dice)
    present, hours = dice.integers(0, 2, (6, 5)).astype(float), dice.integers(0, 4, 6).astype(float)

    assert machine.best(given).tolist() == numpy.best(given).tolist()
    assert machine.popular(given, present, hours, seed).tolist() == numpy.popular(given, present, hours, seed).tolist()


@pytest.mark.parametrize("seed", range(20))
def test_both_ways_weigh_read_and_remember_contents_alike(seed):
    """What a content is worth, what a profile that was read tells of it, and which contents exist by the evening."""
    numpy, machine = kernel_of("numpy"), kernel_of("machine")
    dice = np.random.default_rng(seed)
    fit, content = dice.random((6, 5, 4)), dice.integers(-1, 4, (6, 5))
    move, post, post_content = dice.integers(0, 3, (6, 5)), dice.integers(0, 2, 6), dice.integers(-1, 4, 6)
    before = dice.integers(0, 2, (6, 5)).astype(float)
    now = np.maximum(before, dice.integers(0, 2, (6, 5)))
    made = dice.random((6, 4)) < 0.3
    seems = {name: np.full((4, 5, 6), 0.4).transpose(2, 1, 0) for name in ("numpy", "machine")}
    for kernel in (numpy, machine):
        kernel.read(fit, before, now, seems[kernel.name])

    assert machine.worth(fit, content, before).tobytes() == numpy.worth(fit, content, before).tobytes()
    assert seems["machine"].tobytes() == seems["numpy"].tobytes()
    assert (seems["numpy"] != 0.4).any(axis=2).tolist() == ((now > 0.5) & (before < 0.5)).tolist()
    plan = (move, content, post, post_content, made)
    assert machine.made(*plan).tolist() == numpy.made(*plan).tolist()


@pytest.mark.parametrize("name", ["numpy", "machine"])
def test_where_there_is_nothing_to_share_nothing_is_chosen(name):
    """A scenario without contents."""
    kernel, nothing = kernel_of(name), Offer(np.zeros((6, 5, 0)), np.zeros((6, 0), dtype=bool), np.zeros((6, 0)))
    other = np.full((6, 5), 0.25)

    assert (kernel.best(nothing) == -1).all()
    assert (kernel.popular(nothing, np.ones((6, 5)), np.full(6, 9.0), 1) == -1).all()
    assert kernel.worth(np.zeros((6, 5, 0)), np.full((6, 5), -1), other).tolist() == other.tolist()


@pytest.mark.parametrize("name", ["numpy", "machine"])
def test_where_nothing_can_be_used_nothing_is_chosen(name):
    """All locked: −1 for everybody."""
    given, kernel = offer(np.random.default_rng(1)), kernel_of(name)
    locked = Offer(given.seems, np.zeros_like(given.usable), given.making)

    assert (kernel.best(locked) == -1).all()
    assert (kernel.popular(locked, np.ones((6, 5)), np.full(6, 9.0), 1) == -1).all()
