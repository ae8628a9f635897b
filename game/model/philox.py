"""Chance as an argument: a counter-based generator, so that every draw has an address.

Philox2x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC'11). A draw is a
pure function of (seed, episode, day, follower, stream): it does not matter who else plays, in which order, or
what was chosen before. That is what makes undo, what-ifs and replays honest.
"""

import numpy as np

from game.model.arrays import Array

MAX_FOLLOWERS = 64  # the counter has six bits for the follower
MAX_DAYS = 1023  # and ten for the day
MAX_SEED = 2**32 - 1

_MULTIPLIER = np.uint64(0xD256D193)
_WEYL = 0x9E3779B9
_MASK = np.uint64(0xFFFFFFFF)
_HALF_WORD = np.uint64(32)
_TO_UNIT = 2.0**-32


def philox2x32(counter0: Array, counter1: Array, key: int) -> tuple[Array, Array]:
    """Ten rounds of Philox2x32.

    Args:
        counter0: any shape, uint64 holding 32-bit words.
        counter1: the same shape or broadcastable.
        key: 0..2**32 − 1.

    Returns:
        Two arrays of uint64 holding 32-bit words.
    """
    left, right = np.broadcast_arrays(counter0.astype(np.uint64), counter1.astype(np.uint64))
    for _ in range(10):
        product = left * _MULTIPLIER
        left, right = (product >> _HALF_WORD) ^ np.uint64(key) ^ right, product & _MASK
        key = (key + _WEYL) & 0xFFFFFFFF
    return left, right


def uniforms(seed: int, episodes: Array, day: int, followers: int, stream: int) -> tuple[Array, Array]:
    """Two independent draws for every follower of every episode.

    Args:
        seed: 0..2**32 − 1.
        episodes: (B,) episode numbers, 0..2**32 − 1.
        day: 0..1023; day 0 is before the first.
        followers: 1..64.
        stream: 0..65535, which kind of draw.

    Returns:
        Two arrays (B, followers) in the open interval 0..1.

    Raises:
        ValueError: an address that the counter cannot hold.
    """
    if not 0 <= seed <= MAX_SEED:
        raise ValueError(f"expected a seed from 0 to {MAX_SEED}, got {seed}")
    if not 0 <= day <= MAX_DAYS or not 1 <= followers <= MAX_FOLLOWERS:
        raise ValueError(f"expected day 0..{MAX_DAYS} and 1..{MAX_FOLLOWERS} followers, got {day} and {followers}")
    address = np.arange(followers, dtype=np.uint64) + np.uint64(stream * 65536 + day * 64)
    first, second = philox2x32(address[None, :], np.asarray(episodes, dtype=np.uint64)[:, None], seed)
    return (first.astype(np.float64) + 0.5) * _TO_UNIT, (second.astype(np.float64) + 0.5) * _TO_UNIT


def bell(seed: int, episodes: Array, followers: int, stream: int) -> Array:
    """A bell-shaped draw made of additions only, so that it is the same on every machine.

    The sum of four uniforms, scaled to mean 0 and standard deviation 1; it stays within −3.47..3.47.
    Uses streams `stream` and `stream + 1` of day 0.
    """
    a, b = uniforms(seed, episodes, 0, followers, stream)
    c, d = uniforms(seed, episodes, 0, followers, stream + 1)
    return (((a + b) + (c + d)) - 2.0) * 1.7320508075688772
