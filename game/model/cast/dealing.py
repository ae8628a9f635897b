"""Dealing lives: who a written follower is in this game, of the two to four people that the file says they may be.

Lives are dealt follower by follower, in the order of the columns, so that every allowed hand is equally likely: the
chance of a life is the share of the allowed hands that go on with it. What has been dealt so far is a number, the
*state*, of which the tables know what may follow.
"""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array, freeze_fields
from game.model.chance import LIFE_STREAM, LOVE_STREAM, WINDOW_STREAM
from game.model.philox import pairs, uniforms


@dataclass(frozen=True, eq=False)
class Lives:
    """What may differ from game to game of those whom the file describes. F followers, L lives at most, S states.

    Those with one life only have it in the first place. −1: drawn as for the crowd, as in a `Cast`.
    """

    motive: Array  # (F, L) int64 row
    need_from: Array  # (F, L) day
    need_until: Array  # (F, L) day
    shift: Array  # (F, L) days by which the window may come earlier or later
    chance: Array  # (F, S, L) 0..1, running sum of the chances of the lives, by the state
    following: Array  # (F, S, L) int64, the state after each life was dealt
    written: Array  # (F,) boolean, whom the file describes: they are drawn anew even where the crowd is always the same
    trust_varies: float  # 0..1, by how much first trust may be more or less than written
    loves_vary: float  # 0..1, by how much a love may be more or less than written

    def __post_init__(self) -> None:
        freeze_fields(self)


@dataclass(frozen=True, eq=False)
class Dealt:
    """What a deal fixes of the followers of some episodes (F, B); −1 where chance draws it as for the crowd."""

    motive: Array
    need_from: Array
    need_until: Array


def deal(lives: Lives, seed: int, episodes: Array) -> Array:
    """The life of each follower (F, B) int64, 0..L − 1.

    Args:
        lives: of the cast.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
    """
    drawn = uniforms(seed, episodes, 0, len(lives.motive), LIFE_STREAM)[0]
    state = np.zeros(len(episodes), dtype=np.int64)
    found = np.zeros(drawn.T.shape, dtype=np.int64)
    for follower in range(len(found)):
        found[follower] = (drawn[:, follower, None] >= lives.chance[follower, state]).sum(axis=1)
        state = lives.following[follower, state, found[follower]]
    return found


def dealt(lives: Lives, seed: int, episodes: Array, days: int) -> Dealt:
    """Motives and windows of readiness by the lives that are dealt.

    A window moves as a whole, and stays within the game as far as it fits.

    Args:
        lives: of the cast.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        days: length of the game.
    """
    who, life = np.arange(len(lives.motive))[:, None], deal(lives, seed, episodes)
    start, end, shift = lives.need_from[who, life], lives.need_until[who, life], lives.shift[who, life]
    drawn = uniforms(seed, episodes, 0, len(lives.motive), WINDOW_STREAM)[0].T
    moved = np.minimum(np.floor(drawn * (2.0 * shift + 1.0)), 2.0 * shift) - shift
    moved = np.maximum(np.minimum(moved, np.maximum(0.0, days - end)), np.minimum(0.0, 1.0 - start))
    known = start >= 0.0
    return Dealt(lives.motive[who, life], np.where(known, start + moved, -1.0), np.where(known, end + moved, -1.0))


def first_trust(lives: Lives, trust: Array, seed: int, episodes: Array) -> Array:
    """First trust (F, B), 0..1, around what is written (F,)."""
    drawn = uniforms(seed, episodes, 0, len(trust), LIFE_STREAM)[1].T
    return np.clip(trust[:, None] + (2.0 * drawn - 1.0) * lives.trust_varies, 0.02, 0.98)


def loved_anew(lives: Lives, love: Array, seed: int, episodes: Array) -> Array:
    """What those whom the file describes love (F, B, T), 0..1, around what is known of them (F, B, T)."""
    followers, _, topics = love.shape
    if lives.loves_vary <= 0.0:
        return love
    streams = tuple(LOVE_STREAM + number for number in range((topics + 1) // 2))
    drawn = np.moveaxis(pairs(seed, episodes, 0, followers, streams), (0, 1), (-2, -1))  # (F, B, pairs, 2)
    moved = (2.0 * drawn.reshape(followers, len(episodes), -1)[..., :topics] - 1.0) * lives.loves_vary
    return np.where(lives.written[:, None, None], np.clip(love + moved, 0.0, 1.0), love)
