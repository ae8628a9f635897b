"""The generator gives the published answers, and draws that nobody else can disturb."""

from itertools import combinations

import numpy as np
import pytest

from game.model.chance import STREAMS, where_they_agreed
from game.model.philox import bell, pairs, philox2x32, uniforms


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ((0x00000000, 0x00000000), 0x00000000, (0xFF1DAE59, 0x6CD10DF2)),
        ((0xFFFFFFFF, 0xFFFFFFFF), 0xFFFFFFFF, (0x2C3F628B, 0xAB4FD7AD)),
        ((0x243F6A88, 0x85A308D3), 0x13198A2E, (0xDD7CE038, 0xF62A4C12)),
    ],
)
def test_known_answers(counter, key, expected):
    """Philox2x32-10 reproduces the known answers published with the generator (Random123, kat_vectors)."""
    left, right = philox2x32(np.array([counter[0]], dtype=np.uint64), np.array([counter[1]], dtype=np.uint64), key)

    assert (int(left[0]), int(right[0])) == expected


def test_a_draw_does_not_depend_on_who_else_is_drawn():
    """Episode 5, follower 3 gets the same draw alone as among others."""
    many, _ = uniforms(7, np.arange(10), 4, 30, 2)
    alone, _ = uniforms(7, np.array([5]), 4, 4, 2)

    assert many[5, 3] == alone[0, 3]


def test_each_part_of_the_address_matters():
    """Changing seed, episode, day, follower or stream changes the draw."""
    base, _ = uniforms(1, np.array([1]), 1, 2, 1)
    others = [
        uniforms(2, np.array([1]), 1, 2, 1)[0][0, 0],
        uniforms(1, np.array([2]), 1, 2, 1)[0][0, 0],
        uniforms(1, np.array([1]), 2, 2, 1)[0][0, 0],
        uniforms(1, np.array([1]), 1, 2, 2)[0][0, 0],
        base[0, 1],
    ]

    assert base[0, 0] not in others
    assert len(set(others)) == 5


def test_draws_are_spread_evenly():
    """A hundred thousand draws have the mean, spread and bins of a uniform."""
    first, second = uniforms(3, np.arange(2000), 1, 50, 0)
    both = np.concatenate([first.ravel(), second.ravel()])
    bins = np.histogram(both, 20, (0, 1))[0] / both.size

    assert both.min() > 0
    assert both.max() < 1
    assert abs(both.mean() - 0.5) < 0.003
    assert np.abs(bins - 0.05).max() < 0.003
    assert abs(np.corrcoef(first.ravel(), second.ravel())[0, 1]) < 0.01


def test_bell_is_standard_and_bounded():
    """The bell-shaped draw has mean 0, deviation 1, and no wild values."""
    drawn = bell(*pairs(5, np.arange(3000), 0, 40, (16, 17)))

    assert abs(drawn.mean()) < 0.01
    assert abs(drawn.std() - 1) < 0.01
    assert np.abs(drawn).max() < 3.47


@pytest.mark.parametrize("bad", [(-1, 1, 5), (2**32, 1, 5), (1, 1024, 5), (1, 1, 65)])
def test_an_address_the_counter_cannot_hold_is_refused(bad):
    """A seed, day or number of followers out of range is an error and not a silent overlap."""
    seed, day, followers = bad

    with pytest.raises(ValueError, match="expected"):
        uniforms(seed, np.array([0]), day, followers, 0)
    with pytest.raises(ValueError, match="expected"):
        pairs(seed, np.array([0]), day, followers, (0,))


@pytest.mark.parametrize(("episodes", "followers"), [(1, 1), (3, 64), (70, 17)])
def test_streams_drawn_together_are_those_drawn_one_by_one(episodes, followers):
    """What is drawn in one go has the bits of the definition, for any episodes, days and streams."""
    numbers = np.arange(episodes) * 61_356_675 % 2**32
    streams = (0, 35, 16, 65535)
    together = pairs(2**32 - 1, numbers, 1023, followers, streams)

    for stream, pair in zip(streams, together, strict=True):
        for drawn, expected in zip(pair, uniforms(2**32 - 1, numbers, 1023, followers, stream), strict=True):
            assert drawn.T.tobytes() == expected.tobytes()


def test_no_two_uses_share_a_stream():
    """Each use of chance has streams of its own, so that nobody's draw disturbs another's."""
    for (name, streams), (other, others) in combinations(STREAMS.items(), 2):
        assert streams.stop <= others.start or others.stop <= streams.start, f"{name} and {other}"


def test_chance_of_a_day_whose_answers_are_known():
    """Who agreed would agree to anything, who did not to nothing; every other die lies at 0."""
    noise = where_they_agreed(np.array([[True, False]]))

    assert noise.accept.tolist() == [[0.0, 1.0]]
    assert noise.reaction.tolist() == noise.tell_third.tolist() == [[0.0, 0.0]]
