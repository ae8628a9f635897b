"""What two choices may bring, as a front end shows it: a frozen value."""

from dataclasses import dataclass

from game.coach.hindsight.coached import Fans


@dataclass(frozen=True)
class WhatIfToday:
    """What two choices for one person may bring, as far as it has been played out."""

    first: str = ""  # titles of the choices
    second: str = ""
    pairs: int = 0  # of games so far
    more: int = 0  # of games that are being played
    effect: float = 0.0  # points of the score by which the second choice is better
    low: float = 0.0  # of its 95 per cent interval
    high: float = 0.0
    sentence: str = ""
    fans: Fans | None = None  # of that person's trust, as `made` with the first choice; None on the last day
    running: bool = True
    problem: str = ""  # why it ended early
