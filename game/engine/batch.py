"""Plays many episodes at once, day by day, by the fused day of a kernel: the same positions as played one by one."""

from game.engine.days import choices_of, next_morning
from game.engine.position import DayPlan, Position
from game.kernel.frame import Frame
from game.kernel.interface import DayPlayer
from game.model.arrays import Array


class Batch:
    """The memory in which some episodes are played, by the kernel of their first morning.

    Args:
        position: the first morning.
        lasting: positions stay as they were; if not, each is good until its next day has been played, and memory
            stays where it is, which is a little faster.
    """

    def __init__(self, position: Position, *, lasting: bool = True) -> None:
        rules, kernel = position.compiled.rules, position.kernel
        self.frame = Frame(position.people, rules, position.seed, position.episodes, kernel.lanes, lasting=lasting)
        self.seems: Array | None = None  # memory of our own, which may be changed in place
        self.player: DayPlayer = kernel.day(self.frame)

    def play_day(self, position: Position, plan: DayPlan) -> Position:
        """The next morning, events and all; `game.engine.days.day_explained` gives the same bits."""
        self.frame.put(position.state, position.ledger)
        self.frame.choose(choices_of(plan, position.people, position.kernel))
        looked = position.ledger.looked.copy(order="K")  # the day may be written over it
        self.player.play(position.day)
        own = self.seems is not None and self.seems is position.seems
        following = next_morning(position, plan, looked, *self.frame.morning(), in_place=own)
        if not self.frame.lasting and following.seems is not position.seems:
            self.seems = following.seems
        return following
