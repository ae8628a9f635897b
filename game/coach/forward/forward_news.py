"""How far the look forward is, as a frozen value for whoever waits for it."""

from dataclasses import dataclass

from game.coach.forward.habits_told import HabitTold
from game.coach.forward.looked_forward import LookedForward


@dataclass(frozen=True)
class ForwardNews:
    """What has been found so far."""

    habits: tuple[HabitTold, ...] = ()  # there before the games are played
    found: LookedForward | None = None
    done: int = 0
    steps: int = 0
    running: bool = True
    problem: str = ""  # why it ended early
