"""Which content seems to fit best, by numba: the loops as one would write them."""

import numba
import numpy as np

from game.kernel.contents import HOUR, SHOWN, Offer
from game.model.arrays import Array


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _best(seems, usable, making, out):
    batch, followers, contents = seems.shape
    highest = np.empty(batch)
    for f in range(followers):
        highest[:] = 0.0
        out[f, :] = -1
        for c in range(contents):
            for b in range(batch):
                worth = seems[b, f, c] - HOUR * making[b, c] if usable[b, c] else -1.0
                if worth > highest[b] or (worth == highest[b] and out[f, b] < 0 and worth >= 0.0):
                    highest[b] = worth
                    out[f, b] = c


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _popular(seems, usable, making, present, hours, turn, out):
    batch, followers, contents = seems.shape
    total = np.empty(batch)
    highest = np.zeros(batch)
    out[:] = -1
    for c in range(contents):
        total[:] = 0.0
        for f in range(followers):
            for b in range(batch):
                total[b] += seems[b, f, c] * present[b, f]
        for b in range(batch):
            value = total[b] if making[b, c] > 0.0 else SHOWN * total[b]
            worth = value + turn[c] if usable[b, c] and making[b, c] <= hours[b] else -1.0
            if worth > highest[b] or (worth == highest[b] and out[b] < 0 and worth >= 0.0):
                highest[b] = worth
                out[b] = c


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _worth(fit, content, otherwise, out):
    followers, batch = out.shape
    for f in range(followers):
        for b in range(batch):
            shown = content[b, f]
            out[f, b] = fit[b, f, shown] if shown >= 0 else otherwise


def worth_by_machine(fit: Array, content: Array, otherwise: float) -> Array:
    """What a content is worth to each (B, F), and another number where there is none."""
    out = np.empty(content.shape[::-1])
    _worth(fit, content, otherwise, out)
    return out.T


def best_by_machine(offer: Offer) -> Array:
    """For each follower the content that seems to fit best and can be used (B, F), or −1."""
    out = np.empty(offer.seems.shape[1::-1], dtype=np.int64)
    _best(offer.seems, offer.usable, offer.making, out)
    return out.T


def popular_by_machine(offer: Offer, present: Array, hours: Array, turn: Array) -> Array:
    """The content that seems to fit most followers and can be used (B,), or −1."""
    out = np.empty(len(hours), dtype=np.int64)
    _popular(offer.seems, offer.usable, offer.making, present, hours, turn, out)
    return out
