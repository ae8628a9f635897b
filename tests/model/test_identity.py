"""The same seed and choices give the same bits: alone, in any batch, with and without SIMD."""

import hashlib
import os
import subprocess
import sys

import numpy as np

from game.model import Choices
from tests.model.world import RULES, Moment, begin, differing_fields

DAYS = 12


def mixed_choices(here: Moment) -> Choices:
    """Moves that differ by episode number, follower and day, so that every path of the kernel runs."""
    followers = np.arange(here.shape[1])
    number = here.episodes[:, None] * 7 + followers * 5 + here.day * 3
    rows = number % len(RULES.moves)
    to_all = RULES.moves.columns["to_all"][rows] > 0
    fit = (number % 11) / 10.0
    posts = np.array([RULES.moves.index(m) for m in ("nothing", "post_helpful", "post_promotion", "blast_dm")])
    return Choices(np.where(to_all, 0, rows), fit, posts[(here.episodes + here.day) % 4], 1.0 - fit)


def played(episodes: np.ndarray) -> Moment:
    return begin(episodes, seed=11).after(DAYS, mixed_choices)


def digest(here: Moment) -> str:
    """A fingerprint of every bit of state and ledger."""
    sha = hashlib.sha256()
    for part in (here.state, here.ledger, here.people):
        for name in sorted(vars(part)):
            sha.update(np.ascontiguousarray(getattr(part, name)).tobytes())
    return sha.hexdigest()


def row(here: Moment, index: int) -> dict[str, bytes]:
    """The bits of one episode."""
    found = {}
    for part in (here.state, here.ledger):
        for name, array in vars(part).items():
            one = array[:, index] if name in {"facets", "hurt"} else array[index]
            found[name] = np.ascontiguousarray(one).tobytes()
    return found


def test_an_episode_alone_equals_its_row_in_batches():
    """Episode 3 alone, in a batch of 7 and in a batch of 1,000 has identical bits."""
    alone, seven, thousand = played(np.array([3])), played(np.arange(7)), played(np.arange(1000))

    assert row(alone, 0) == row(seven, 3)
    assert row(alone, 0) == row(thousand, 3)


def test_the_order_of_a_batch_does_not_matter():
    """Reversing a batch reverses the results and changes nothing else."""
    forward, backward = played(np.arange(20)), played(np.arange(20)[::-1].copy())

    assert row(forward, 4) == row(backward, 15)


def test_simd_on_and_off_give_the_same_bits():
    """A fresh interpreter with numpy's SIMD paths switched off computes the same fingerprint."""
    program = "from tests.model.test_identity import *; print(digest(played(np.arange(50))))"
    found = np.show_config(mode="dicts").get("SIMD Extensions", {}).get("found", [])
    off = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(found)}
    printed = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], env=off, capture_output=True, text=True, check=True
    ).stdout.strip()

    assert printed == digest(played(np.arange(50)))


def test_one_choice_changed_leaves_other_followers_as_they_were():
    """Common random numbers: another move to one follower, who knows nobody, changes that follower only."""
    from tests.model.world import cast

    here = begin(40, seed=5, crowd=cast(known=False)).after(4, lambda h: h.choices("comment", fit=0.5))
    one, _ = here.play(here.choices("comment", fit=0.5))
    rows = here.choices("comment", fit=0.5).move.copy()
    rows[:, 2] = RULES.moves.index("pitch")
    plain = here.choices("comment", fit=0.5)
    other, _ = here.play(Choices(rows, plain.fit, plain.post, plain.post_fit))
    one, other = one.after(5, lambda h: h.choices("like")), other.after(5, lambda h: h.choices("like"))

    untouched = np.arange(here.shape[1]) != 2
    for name in ("evidence", "wear", "reactance", "need"):
        assert (getattr(one.state, name)[:, untouched] == getattr(other.state, name)[:, untouched]).all()
    assert not (one.state.reactance[:, 2] == other.state.reactance[:, 2]).any()


def test_the_world_is_what_it_was():
    """The same call twice gives the same bits in every field."""
    assert differing_fields(played(np.arange(5)).state, played(np.arange(5)).state) == []
