"""The numbers of a crowd that are looked for: name, range, meaning, and what the game has."""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array


@dataclass(frozen=True)
class CrowdNumber:
    """One number of the crowd, its prior spread evenly over a range (evenly over its logarithm for factors)."""

    id: str
    meaning: str
    low: float
    high: float
    shipped: float  # what the game has
    by_factor: bool = True  # spread evenly over the logarithm

    def at(self, share: Array) -> Array:
        """Values at places 0..1 of the range, any shape.

        >>> [round(float(v), 2) for v in NUMBERS["leaving"].at(np.array([0.0, 0.5, 1.0]))]
        [0.25, 1.0, 4.0]
        """
        if self.by_factor:
            return np.asarray(self.low * (self.high / self.low) ** np.asarray(share))
        return np.asarray(self.low + (self.high - self.low) * np.asarray(share))

    def place(self, value: float) -> float:
        """The place 0..1 of a value in the range; the inverse of `at`."""
        if self.by_factor:
            return float(np.log(value / self.low) / np.log(self.high / self.low))
        return (value - self.low) / (self.high - self.low)


NUMBERS: dict[str, CrowdNumber] = {
    number.id: number
    for number in (
        CrowdNumber("first_trust", "trust of a stranger on the first day, 0 to 100", 25, 75, 50, by_factor=False),
        CrowdNumber("answering", "how readily they answer, against the game's people", 0.02, 1.4, 1),
        CrowdNumber("sharing", "how readily they share, against the game's people", 0.005, 2, 1),
        CrowdNumber("wanting", "how many in a hundred come to need what you sell, in four weeks", 0.3, 40, 18),
        CrowdNumber("leaving", "how readily they unfollow, against the game's people", 0.25, 4, 1),
        CrowdNumber("pushiness_cost", "what an offer that comes too early costs, against the game's", 0.25, 4, 1),
        CrowdNumber("weariness", "how long they stay tired of too much, against the game's people", 0.25, 4, 1),
    )
}
"""By id, in the order of every array of such numbers."""


def values_at(places: Array) -> dict[str, Array]:
    """Values by id from places (N, K), 0..1, K the numbers in their order."""
    return {name: number.at(places[:, k]) for k, (name, number) in enumerate(NUMBERS.items())}
