"""The draws of a day for a block, in one go and in place; the same numbers as `game.model.chance.draw` gives."""

import numpy as np

from game.kernel.frame import Frame
from game.model.arrays import Array
from game.model.chance import DRAWS_OF_A_DAY
from game.model.philox import scramble

NOISE_OF_A_DAY = tuple((f"noise.{first}", f"noise.{second}") for first, second in DRAWS_OF_A_DAY)
"""Names in the frame of the two draws of each stream of a day."""


class Draws:
    """Draws the chance of the days of a frame, in memory that is got once."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        shape = (len(NOISE_OF_A_DAY), frame.followers, frame.width)
        self.left, self.right, self.product = (np.empty(shape, dtype=np.uint64) for _ in range(3))
        followers = np.arange(frame.followers, dtype=np.uint64)
        streams = np.arange(len(NOISE_OF_A_DAY), dtype=np.uint64) * np.uint64(65536)
        self.address = (streams[:, None] + followers)[:, :, None]
        first = frame.layout.fixed.index(NOISE_OF_A_DAY[0][0])
        self.rows = frame.fixed[first : first + 2 * len(NOISE_OF_A_DAY)]

    def draw(self, day: int) -> None:
        """Fills the rows of noise."""
        left, right, product = self.left, self.right, self.product
        left[:] = self.address + np.uint64(day * 64)
        right[:] = self.frame.episodes
        scramble(left, right, product, self.frame.seed)
        self._unit(left, self.rows[0::2])
        self._unit(right, self.rows[1::2])

    @staticmethod
    def _unit(words: Array, rows: Array) -> None:
        """Words as numbers between 0 and 1."""
        np.add(words, 0.5, rows)
        np.multiply(rows, 2.0**-32, rows)
