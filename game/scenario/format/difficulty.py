"""How hard a scenario is to play: how plainly people show, how many hours a day has, what it costs to stand firm.

Rule: never the lesson. Who people are, what they want and what an act does to them is the same at every difficulty.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Difficulty = Literal["gentle", "fair", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)
AS_WRITTEN: Difficulty = "fair"


@dataclass(frozen=True)
class Dose:
    """What a difficulty multiplies; 1 is as its author wrote it."""

    legibility: float  # how clearly people show what a move did to them, and what they need
    hours: float  # of attention a day
    demands: float  # the hours that an answer to an event costs, such as a no to the boss


DOSES: dict[Difficulty, Dose] = {
    "gentle": Dose(1.6, 1.2, 0.5),
    "fair": Dose(1.0, 1.0, 1.0),
    "hard": Dose(0.6, 0.8, 2.0),
}


def hours_at(difficulty: Difficulty, hours: float) -> float:
    """Hours a day at a difficulty, in quarters where they are not as written; a quarter at least.

    >>> [hours_at(difficulty, 2.5) for difficulty in DIFFICULTIES]
    [3.0, 2.5, 2.0]
    """
    factor = DOSES[difficulty].hours
    return hours if factor == 1.0 else min(24.0, max(0.25, int(4.0 * hours * factor + 0.5) / 4.0))


def change_of_hours_at(difficulty: Difficulty, hours: float) -> float:
    """A change of the hours a day: a loss weighs by the difficulty, a gain is as written."""
    return hours * DOSES[difficulty].demands if hours < 0.0 else hours
