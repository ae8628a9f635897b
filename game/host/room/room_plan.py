"""How a room gets through its game in the time it has: how long a day may take, which days, and which debrief."""

from dataclasses import dataclass

OPENING, DEBRIEF_SHORT, DEBRIEF_FULL = 5, 5, 25  # minutes
USUAL = {"each": 4.0, "together": 6.0}
LEAST = {"each": 3.0, "together": 5.0}
"""Minutes that a day takes: three votes and a night where all play together. In less nobody talks about anything."""


@dataclass(frozen=True)
class RoomPlan:
    """A plan that fits."""

    minutes: int
    days: int  # that are played; the game is ended early where the scenario has more
    a_day: float  # minutes
    debrief: float  # minutes
    short: bool  # whether the debrief takes its short form

    @property
    def from_start(self) -> int:
        """The minutes that are left when the game is started: without coming in and the opening."""
        return self.minutes - OPENING

    def day_from(self, day: int) -> float:
        """The minute, from when people come in, in which a day begins; of the day after the last, the debrief's.

        >>> planned(45, 7, "together").day_from(3)
        15.0
        """
        return OPENING + (min(day, self.days + 1) - 1) * self.a_day

    def place_at(self, played: float) -> str:
        """Where the room is by the plan, so many minutes after the start of the game.

        >>> plan = planned(45, 7, "together")
        >>> plan.place_at(0.0), plan.place_at(12.0), plan.place_at(36.0), plan.place_at(41.0)
        ('day 1', 'day 3', 'debrief', 'the end')
        """
        day = int(played // self.a_day) + 1
        if day <= self.days:
            return f"day {day}"
        return "debrief" if played < self.days * self.a_day + self.debrief else "the end"


def planned(minutes: int, days: int, mode: str) -> RoomPlan:
    """The plan for a room.

    Args:
        minutes: that it has; with less than the shortest game takes, it is planned for that.
        days: of the scenario.
        mode: of the room, each or together.

    >>> planned(45, 7, "together")
    RoomPlan(minutes=45, days=7, a_day=5.0, debrief=5.0, short=True)
    >>> planned(75, 7, "each")
    RoomPlan(minutes=75, days=7, a_day=4.0, debrief=25, short=False)
    """
    minutes = max(minutes, round(OPENING + LEAST[mode] + DEBRIEF_SHORT))
    if minutes >= OPENING + USUAL[mode] * days + DEBRIEF_FULL:
        return RoomPlan(minutes, days, USUAL[mode], DEBRIEF_FULL, short=False)
    left = minutes - OPENING - DEBRIEF_SHORT
    played = min(days, int(left // LEAST[mode]))
    a_day = min(USUAL[mode], left / played // 0.5 * 0.5)
    return RoomPlan(minutes, played, a_day, minutes - OPENING - played * a_day, short=True)
