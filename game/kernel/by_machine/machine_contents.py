"""Which content seems to fit best, by numba: the loops as one would write them."""

import numpy as np
from numba import boolean, float64, int64, void

from game.kernel.by_machine.kept_code import machine_code, read, written
from game.kernel.contents import HOUR, SHOWN, Offer, turns
from game.model.arrays import Array


@machine_code(void(read(float64, 3), read(boolean, 2), read(float64, 2), written(int64, 2)))
def _best(seems: Array, usable: Array, making: Array, out: Array) -> None:
    contents, followers, batch = seems.shape
    highest = np.empty(batch)
    for f in range(followers):
        highest[:] = -np.inf
        for c in range(contents):
            for b in range(batch):
                worth = seems[c, f, b] - HOUR * making[c, b] if usable[c, b] else -1.0
                out[f, b] = c if worth > highest[b] else out[f, b]
                highest[b] = max(worth, highest[b])
        for b in range(batch):
            out[f, b] = out[f, b] if highest[b] >= 0.0 else -1


@machine_code(
    void(
        read(float64, 3),
        read(boolean, 2),
        read(float64, 2),
        read(float64, 2),
        read(float64, 1),
        read(float64, 1),
        written(int64, 1),
    )
)
def _popular(
    seems: Array, usable: Array, making: Array, present: Array, hours: Array, turn: Array, out: Array,
) -> None:  # fmt: skip
    contents, followers, batch = seems.shape
    total = np.empty(batch)
    highest = np.full(batch, -np.inf)
    for c in range(contents):
        total[:] = 0.0
        for f in range(followers):
            for b in range(batch):
                total[b] += seems[c, f, b] * present[f, b]
        for b in range(batch):
            value = total[b] if making[c, b] > 0.0 else SHOWN * total[b]
            worth = value + turn[c] if usable[c, b] and making[c, b] <= hours[b] else -1.0
            out[b] = c if worth > highest[b] else out[b]
            highest[b] = max(worth, highest[b])
    for b in range(batch):
        out[b] = out[b] if highest[b] >= 0.0 else -1


@machine_code(void(read(float64, 3, "A"), read(int64, 2, "A"), read(float64, 2, "A"), written(float64, 2)))
def _worth(fit: Array, content: Array, otherwise: Array, out: Array) -> None:
    followers, batch = out.shape
    for f in range(followers):
        for b in range(batch):
            shown = content[b, f]
            out[f, b] = fit[b, f, shown] if shown >= 0 else otherwise[b, f]


def worth_by_machine(fit: Array, content: Array, otherwise: Array) -> Array:
    """What a content is worth to each (B, F), and another number where there is none."""
    out = np.empty(content.shape[::-1])
    _worth(fit, content, otherwise, out)
    return out.T


@machine_code(void(read(float64, 3, "A"), read(float64, 2, "A"), read(float64, 2, "A"), written(float64, 3, "A")))
def _read(fit: Array, before: Array, now: Array, seems: Array) -> None:
    contents, followers, batch = seems.shape
    for f in range(followers):
        for b in range(batch):
            if now[b, f] > 0.5 and before[b, f] < 0.5:
                for c in range(contents):
                    seems[c, f, b] = np.floor(fit[b, f, c] * 4.0 + 0.5) / 4.0


def read_by_machine(fit: Array, before: Array, now: Array, seems: Array) -> None:
    """Notes in `seems` (B, F, C) what contents seem worth to those whose profile is read now and was not before."""
    _read(fit, before, now, seems.T)


@machine_code(
    void(read(int64, 2, "A"), read(int64, 2, "A"), read(int64, 1, "A"), read(int64, 1, "A"), written(boolean, 2, "A"))
)
def _made(move: Array, content: Array, post: Array, post_content: Array, made: Array) -> None:
    followers, batch = move.shape
    for b in range(batch):
        if post[b] > 0 and post_content[b] >= 0:
            made[b, post_content[b]] = True
    for f in range(followers):
        for b in range(batch):
            if move[f, b] > 0 and content[f, b] >= 0:
                made[b, content[f, b]] = True


def made_by_machine(move: Array, content: Array, post: Array, post_content: Array, made: Array) -> Array:
    """Contents that exist by the evening (B, C)."""
    result = made.copy()
    _made(move.T, content.T, post, post_content, result)
    return result


def best_by_machine(offer: Offer) -> Array:
    """For each follower the content that seems to fit best and can be used (B, F), or −1."""
    out = np.empty(offer.seems.shape[1::-1], dtype=np.int64)
    rows = np.ascontiguousarray
    _best(rows(offer.seems.T), rows(offer.usable.T), rows(offer.making.T), out)
    return out.T


def popular_by_machine(offer: Offer, present: Array, hours: Array, day: int) -> Array:
    """The content that seems to fit most followers and can be used (B,), another each day; −1 when there is none."""
    out, turn = np.empty(len(hours), dtype=np.int64), turns(offer.usable.shape[1], day)
    rows = np.ascontiguousarray
    _popular(
        rows(offer.seems.T), rows(offer.usable.T), rows(offer.making.T), rows(present.T), rows(hours), rows(turn), out
    )
    return out
