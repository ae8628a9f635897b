"""Which content seems to fit best: each follower by their profile, and all of them together. B episodes, C contents."""

from dataclasses import dataclass

import numpy as np

from game.kernel.kernels import kernel_name
from game.model.arrays import Array

HOUR = 0.1  # what an hour of making weighs against fit
SHOWN = 0.75  # what a content counts for a post once it has been shown


@dataclass(frozen=True, eq=False)
class Offer:
    """What there is to share, and what it seems worth to those it is for."""

    seems: Array  # (B, F, C) 0..1
    usable: Array  # (B, C) boolean
    making: Array  # (B, C) hours it takes today


def best(offer: Offer) -> Array:
    """For each follower the content that seems to fit best and can be used (B, F); −1 when there is none."""
    if offer.seems.shape[2] == 0:
        return np.full(offer.seems.shape[:2], -1, dtype=np.int64)
    if kernel_name() == "machine":
        from game.kernel.by_machine.machine_contents import best_by_machine

        return best_by_machine(offer)
    return best_by_numpy(offer)


def best_by_numpy(offer: Offer) -> Array:
    """The same in plain numpy."""
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


def worth_of(fit: Array, content: Array, otherwise: Array, kernel: str) -> Array:
    """What a content is worth to each (B, F), and another number where there is none.

    Args:
        fit: (B, F, C) 0..1.
        content: (B, F) or −1.
        otherwise: (B, F) where there is none.
        kernel: `numpy` or `machine`.
    """
    if fit.shape[2] == 0:
        return otherwise
    if kernel == "machine":
        from game.kernel.by_machine.machine_contents import worth_by_machine

        return worth_by_machine(fit, content, otherwise)
    worth = np.take_along_axis(fit, np.maximum(content, 0)[..., None], axis=2)[..., 0]
    return np.where(content >= 0, worth, otherwise)


def popular(offer: Offer, present: Array, hours: Array, day: int) -> Array:
    """The content that seems to fit most followers and can be used (B,), another each day; −1 when there is none.

    Args:
        offer: contents, and what is known.
        present: (B, F) 0 or 1.
        hours: (B,) attention of the day.
        day: 1.. .
    """
    contents = offer.seems.shape[2]
    if contents == 0:
        return np.full(len(hours), -1, dtype=np.int64)
    turn = (np.arange(contents) + day) % contents * 1e-3
    if kernel_name() == "machine":
        from game.kernel.by_machine.machine_contents import popular_by_machine

        return popular_by_machine(offer, present, hours, turn)
    return popular_by_numpy(offer, present, hours, turn)


def popular_by_numpy(offer: Offer, present: Array, hours: Array, turn: Array) -> Array:
    """The same in plain numpy; the sum runs over followers in their order."""
    rows, here = offer.seems.T, present.T
    summed: Array = np.zeros(offer.usable.shape[::-1])
    for follower in range(len(here)):
        summed = summed + rows[:, follower] * here[follower]
    total = np.where(offer.making > 0.0, summed.T, SHOWN * summed.T)  # what has been shown is not shown again at once
    affordable = offer.usable & (offer.making <= hours[:, None])
    worth = np.where(affordable, total + turn, -1.0)
    index: Array = worth.argmax(axis=1)
    return np.where(worth.max(axis=1) >= 0.0, index, -1)
