"""The chance that words are chosen by, computed once for all games that share it: a room ends its days together."""

from functools import lru_cache

import numpy as np

from game.model.arrays import Array, freeze
from game.model.philox import uniforms


@lru_cache(maxsize=64)
def word_draws(seed: int, episode: int, day: int, followers: int, stream: int) -> tuple[Array, Array]:
    """Two draws (F,) for each follower's words of a day, 0..1, read-only; the numbers of `uniforms`.

    Args:
        seed: 0..2**32 − 1.
        episode: 0..2**32 − 1.
        day: 0..1023.
        followers: 1..64.
        stream: which kind of draw.

    Raises:
        ValueError: an address that the counter cannot hold.
    """
    left, right = uniforms(seed, np.array([episode]), day, followers, stream)
    return freeze(left[0]), freeze(right[0])
