"""What a day's attention allows is the same by numpy, by machine code, and by hand."""

from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.kernel.attention import Wanted
from game.kernel.kernels import kernel_of

WAYS = ["numpy", "machine"]


def by_way(way: str, wanted: Wanted):
    if way == "machine" and find_spec("numba") is None:
        pytest.skip("numba is not installed: courtship[fast]")
    return kernel_of(way).granted(wanted)


def by_hand(wanted: Wanted, b: int) -> tuple[list[int], list[int], int]:
    """One episode, as a person would fill a day."""
    left, made = wanted.budget[b], set()
    post, shown = int(wanted.post[b]), int(wanted.post_content[b])
    needed = wanted.cost[post]
    if shown >= 0:
        needed = min(needed + wanted.making[b, shown], wanted.budget[b])
    done = 0
    if post and needed <= left:
        done, left = post, left - needed
        made |= {shown} - {-1}
    move, content = [0] * wanted.move.shape[1], [-1] * wanted.move.shape[1]
    for f in sorted(range(len(move)), key=lambda f: (-wanted.priority[b, f], f)):
        wish, shown = int(wanted.move[b, f]), int(wanted.content[b, f])
        if not wish or wanted.present[b, f] < 0.5:
            continue
        needed = wanted.cost[wish]
        if shown >= 0 and shown not in made:
            needed = min(needed + wanted.making[b, shown], max(wanted.budget[b], needed))
        if needed <= left:
            left -= needed
            move[f], content[f] = wish, shown
            made |= {shown} - {-1}
    return move, content, done


@st.composite
def days(draw):
    batch, followers, contents, moves = draw(st.integers(1, 4)), draw(st.integers(1, 6)), draw(st.integers(0, 3)), 4
    seed = draw(st.integers(0, 2**32 - 1))
    dice = np.random.default_rng(seed)
    shape = (batch, followers)
    return Wanted(
        move=dice.integers(0, moves, shape),
        content=dice.integers(-1, contents, shape) if contents else np.full(shape, -1),
        priority=dice.integers(0, 3, shape).astype(float),
        post=dice.integers(0, moves, batch),
        post_content=dice.integers(-1, contents, batch) if contents else np.full(batch, -1),
        present=dice.integers(0, 2, shape).astype(float),
        budget=dice.integers(0, 12, batch).astype(float),
        making=dice.integers(0, 9, (batch, contents)).astype(float),
        cost=np.concatenate([[0.0], dice.integers(0, 7, moves - 1).astype(float)]),
    )


@pytest.mark.parametrize("way", WAYS)
@given(wanted=days())
@settings(max_examples=200, deadline=None)
def test_the_day_is_filled_as_by_hand(way, wanted):
    """Highest priority first, contents made once, the post before all else."""
    found = by_way(way, wanted)
    for b in range(len(wanted.budget)):
        move, content, post = by_hand(wanted, b)

        assert found.move[b].tolist() == move
        assert found.content[b].tolist() == content
        assert found.post[b] == post
