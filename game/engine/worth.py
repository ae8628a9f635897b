"""What contents are worth to followers: what they seem worth before and after a profile was read, and introductions."""

import numpy as np

from game.engine.position import Position
from game.model import Ledger, People
from game.model.arrays import Array, freeze

UNREAD_FIT = 0.4  # what a content seems worth to somebody before their profile was read


def seems_before(people: People) -> Array:
    """What contents seem worth before any profile was read (B, F, C); episodes lie side by side in memory."""
    return freeze(np.full(people.fit.shape[::-1], UNREAD_FIT).transpose(2, 1, 0))


def seems_after(position: Position, looked: Array, ledger: Ledger, *, in_place: bool = False) -> Array:
    """The same when some profiles have been read since (B, F, C).

    Args:
        position: the morning before.
        looked: (B, F) 0 or 1, whose profile had been read then.
        ledger: of this morning.
        in_place: nobody needs it as it was.
    """
    if not ((ledger.looked > 0.5) & (looked < 0.5)).any():
        return position.seems
    seems = position.seems if in_place else position.seems.copy(order="K")
    seems.flags.writeable = True
    position.kernel.read(position.people.fit, looked, ledger.looked, seems)
    return freeze(seems)


def similarity(people: People, left: Array) -> Array:
    """How much an introduction is worth (B, F): agreement of what both enjoy, 0..1; 1 where nobody is introduced."""
    if not (left >= 0).any() or not people.fit.shape[2]:
        return np.ones(left.shape)
    index = np.maximum(left, 0)
    other = np.take_along_axis(people.fit, index[..., None], axis=1)
    apart = np.abs(people.fit - other)
    total = apart[:, :, 0]
    for content in range(1, apart.shape[2]):
        total = total + apart[:, :, content]
    close = np.maximum(0.0, 1.0 - 2.5 * total / apart.shape[2])
    return np.where(left >= 0, 0.35 + 0.65 * close, 1.0)
