"""Chance as an argument: a counter-based generator, so that every draw has an address.

Philox2x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC'11). A draw is a
pure function of (seed, episode, day, follower, stream): it does not matter who else plays, in which order, or
what was chosen before. That is what makes undo, what-ifs and replays honest.
"""

from collections.abc import Callable

import numpy as np

from game.model.arrays import Array

MAX_FOLLOWERS = 64  # the counter has six bits for the follower
MAX_DAYS = 1023  # and ten for the day
MAX_SEED = 2**32 - 1

MULTIPLIER, WEYL, MASK = 0xD256D193, 0x9E3779B9, 0xFFFFFFFF
_TO_UNIT = 2.0**-32


def scramble(left: Array, right: Array, product: Array, key: int) -> None:
    """Ten rounds of Philox2x32, in place.

    Args:
        left: uint64 holding 32-bit words.
        right: the same shape.
        product: the same shape, memory to work in.
        key: 0..2**32 − 1.
    """
    multiplier, mask, half_word = np.uint64(MULTIPLIER), np.uint64(MASK), np.uint64(32)
    for _ in range(10):
        np.multiply(left, multiplier, out=product)
        np.right_shift(product, half_word, out=left)
        np.bitwise_xor(left, np.uint64(key), out=left)
        np.bitwise_xor(left, right, out=left)
        np.bitwise_and(product, mask, out=right)
        key = (key + WEYL) & MASK


def philox2x32(counter0: Array, counter1: Array, key: int) -> tuple[Array, Array]:
    """Ten rounds of Philox2x32.

    Args:
        counter0: any shape, uint64 holding 32-bit words.
        counter1: the same shape or broadcastable.
        key: 0..2**32 − 1.

    Returns:
        Two arrays of uint64 holding 32-bit words.
    """
    left, right = (np.array(words, dtype=np.uint64) for words in np.broadcast_arrays(counter0, counter1))
    scramble(left, right, np.empty_like(left), key)
    return left, right


def check_address(seed: int, day: int, followers: int) -> None:
    """Whether the counter can hold this.

    Raises:
        ValueError: it cannot.
    """
    if not 0 <= seed <= MAX_SEED:
        raise ValueError(f"expected a seed from 0 to {MAX_SEED}, got {seed}")
    if not 0 <= day <= MAX_DAYS or not 1 <= followers <= MAX_FOLLOWERS:
        raise ValueError(f"expected day 0..{MAX_DAYS} and 1..{MAX_FOLLOWERS} followers, got {day} and {followers}")


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
    check_address(seed, day, followers)
    address = np.arange(followers, dtype=np.uint64) + np.uint64(stream * 65536 + day * 64)
    first, second = philox2x32(address[None, :], np.asarray(episodes, dtype=np.uint64)[:, None], seed)
    return (first.astype(np.float64) + 0.5) * _TO_UNIT, (second.astype(np.float64) + 0.5) * _TO_UNIT


Drawing = Callable[[int, Array, int, int, tuple[int, ...]], Array]
"""Whoever draws the pairs of several streams: `pairs`, or machine code that gives the same bits."""


def pairs(seed: int, episodes: Array, day: int, followers: int, streams: tuple[int, ...]) -> Array:
    """The draws of several streams at once, in place: the same numbers as those of `uniforms`.

    Args:
        seed: 0..2**32 − 1.
        episodes: (B,) episode numbers, 0..2**32 − 1.
        day: 0..1023; day 0 is before the first.
        followers: 1..64.
        streams: 0..65535 each.

    Returns:
        An array (streams, 2, followers, B), episodes side by side in memory.

    Raises:
        ValueError: an address that the counter cannot hold.
    """
    check_address(seed, day, followers)
    numbers = np.asarray(episodes, dtype=np.uint64)
    address = np.array(streams, dtype=np.uint64)[:, None] * np.uint64(65536) + np.arange(followers, dtype=np.uint64)
    product, left, right = (np.empty((len(streams), followers, len(numbers)), dtype=np.uint64) for _ in range(3))
    left[:], right[:] = (address + np.uint64(day * 64))[..., None], numbers
    scramble(left, right, product, seed)
    found = np.empty((len(streams), 2, followers, len(numbers)))
    np.add(left, 0.5, out=found[:, 0])
    np.add(right, 0.5, out=found[:, 1])
    found *= _TO_UNIT
    return found


BELL_ENDS = 3.4642
"""The farthest draw of `bell`, in standard deviations: √12, rounded up."""


def bell(one: Array, other: Array) -> Array:
    """A bell-shaped draw made of additions only, so that it is the same on every machine.

    The sum of four uniforms, scaled to mean 0 and standard deviation 1; it stays within ±`BELL_ENDS`.

    Args:
        one: (2, ...) the pair of draws of a stream, each 0..1.
        other: (2, ...) that of another.
    """
    total = one[0] + one[1]
    total += other[0] + other[1]
    total -= 2.0
    total *= 1.7320508075688772
    return np.asarray(total)
