"""Which contents seem to fit, and what they are worth, by numpy: all episodes and followers together."""

import numpy as np

from game.kernel.contents import HOUR, SHOWN, Offer, turns
from game.model.arrays import Array


def best_by_numpy(offer: Offer) -> Array:
    """For each follower the content that seems to fit best and can be used (B, F); −1 when there is none."""
    seems, usable, cost = offer.seems.T, offer.usable.T, HOUR * offer.making.T
    highest = np.full(seems.shape[1:], -np.inf)
    index = np.full(seems.shape[1:], -1, dtype=np.int16)
    for content in range(len(seems)):
        worth = seems[content] - cost[content]
        if not usable[content].all():
            worth[:, ~usable[content]] = -1.0
        better = np.negative((worth > highest).view(np.int8))  # all bits where it is
        index ^= (index ^ np.int16(content)) & better
        np.maximum(highest, worth, out=highest)
    return np.where(highest >= 0.0, index.astype(np.int64), -1).T


def worth_by_numpy(fit: Array, content: Array, otherwise: Array) -> Array:
    """What a content is worth to each (B, F), and another number where there is none."""
    if fit.shape[2] == 0:
        return otherwise
    worth = np.take_along_axis(fit, np.maximum(content, 0)[..., None], axis=2)[..., 0]
    return np.where(content >= 0, worth, otherwise)


def read_by_numpy(fit: Array, before: Array, now: Array, seems: Array) -> None:
    """Notes in `seems` (B, F, C) what contents seem worth to those whose profile is read now and was not before."""
    read = (now > 0.5) & (before < 0.5)
    seems[read] = np.floor(fit[read] * 4.0 + 0.5) / 4.0


def made_by_numpy(move: Array, content: Array, post: Array, post_content: Array, made: Array) -> Array:
    """Contents that exist by the evening (B, C)."""
    number = np.arange(made.shape[1])
    result: Array = made | ((post_content[:, None] == number) & (post > 0)[:, None])
    follower, episode = np.divmod(np.flatnonzero(((content >= 0) & (move > 0)).T), len(made))
    result[episode, content[episode, follower]] = True
    return result


def popular_by_numpy(offer: Offer, present: Array, hours: Array, day: int) -> Array:
    """The content that seems to fit most followers and can be used (B,), another each day; −1 when there is none.

    Sums run over followers in their order.
    """
    if offer.seems.shape[2] == 0:
        return np.full(len(hours), -1, dtype=np.int64)
    rows, here = offer.seems.T, present.T
    summed: Array = np.zeros(offer.usable.shape[::-1])
    for follower in range(len(here)):
        summed = summed + rows[:, follower] * here[follower]
    total = np.where(offer.making > 0.0, summed.T, SHOWN * summed.T)  # what has been shown is not shown again at once
    affordable = offer.usable & (offer.making <= hours[:, None])
    worth = np.where(affordable, total + turns(offer.usable.shape[1], day), -1.0)
    index: Array = worth.argmax(axis=1)
    return np.where(worth.max(axis=1) >= 0.0, index, -1)
