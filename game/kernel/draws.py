"""The draws of a day for a block, in one go and in place; the same numbers as `game.model.chance.draw` gives."""

from collections.abc import Collection

import numpy as np

from game.kernel.frame import Frame
from game.model.arrays import Array
from game.model.chance import DRAWS_OF_A_DAY
from game.model.philox import scramble

NOISE_OF_A_DAY = tuple((f"noise.{first}", f"noise.{second}") for first, second in DRAWS_OF_A_DAY)
"""Names in the frame of the two draws of each stream of a day."""


class Draws:
    """Draws the chance of the days of a frame, in memory that is got once; episodes that come again are drawn once.

    Args:
        frame: whose rows of noise are filled.
        wanted: names of the chance that is read; other streams are not drawn.
    """

    def __init__(self, frame: Frame, wanted: Collection[str]) -> None:
        self.frame = frame
        streams = [n for n, both in enumerate(NOISE_OF_A_DAY) if not set(both).isdisjoint(wanted)]
        self.episodes = _not_repeated(frame.episodes)
        shape = (len(streams), frame.followers, len(self.episodes))
        self.left, self.right, self.product = (np.empty(shape, dtype=np.uint64) for _ in range(3))
        followers = np.arange(frame.followers, dtype=np.uint64)
        self.address = (np.array(streams, dtype=np.uint64)[:, None] * np.uint64(65536) + followers)[:, :, None]
        first = frame.layout.fixed.index(NOISE_OF_A_DAY[0][0])
        times = (frame.followers, -1, len(self.episodes))
        rows = [row.reshape(times) for row in frame.fixed[first : first + 2 * len(NOISE_OF_A_DAY)]]
        self.rows = [(rows[2 * n], rows[2 * n + 1]) for n in streams]

    def draw(self, day: int) -> None:
        """Fills the rows of noise."""
        left, right, product = self.left, self.right, self.product
        left[:] = self.address + np.uint64(day * 64)
        right[:] = self.episodes
        scramble(left, right, product, self.frame.seed)
        for row, (first, second) in enumerate(self.rows):
            self._unit(left[row], first)
            self._unit(right[row], second)

    @staticmethod
    def _unit(words: Array, rows: Array) -> None:
        """Words as numbers between 0 and 1, for all that repeat them."""
        np.add(words[:, None], 0.5, rows)
        np.multiply(rows, 2.0**-32, rows)


def _not_repeated(episodes: Array) -> Array:
    """The first of some episodes, which all others repeat in the same order.

    >>> _not_repeated(np.array([5, 6, 5, 6])), _not_repeated(np.array([5, 6, 6, 5]))
    (array([5, 6]), array([5, 6, 6, 5]))
    """
    for again in np.flatnonzero(episodes == episodes[:1])[1:2].tolist():
        if len(episodes) % again == 0 and (episodes.reshape(-1, again) == episodes[:again]).all():
            return episodes[:again]
    return episodes
