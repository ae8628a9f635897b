"""What each habit of the patient bot is worth: its score against that of the same bot without it, game by game."""

from collections.abc import Callable
from dataclasses import dataclass

from game.bots.bot import Bot
from game.bots.contract import scores
from game.bots.habits import HABITS, Habits
from game.bots.patient import courting_bot
from game.bots.registry import bots
from game.lab.reports.statistics import Difference, difference
from game.scenario.compiling.compile import Compiled


@dataclass(frozen=True)
class HabitWorth:
    """What is lost without a habit."""

    id: str
    does: str  # in words
    worth: Difference  # points of the score with it over without it

    @property
    def verdict(self) -> str:
        """What the interval says, in a word or two."""
        if not self.worth.is_clear:
            return "not clear"
        return "pays" if self.worth.mean > 0.0 else "costs"


def worth_of_habits(
    compiled: Compiled, seed: int, games: int, done: Callable[[int], None] = lambda _: None
) -> tuple[HabitWorth, ...]:
    """Each habit, what is worth most first.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        games: played with all habits, and again without each; two or more.
        done: told how many games have just been played.
    """
    whole = scores(compiled, bots()["patient"], seed, games)
    done(games)
    found = []
    for habit, does in HABITS.items():
        bot: Bot = courting_bot(Habits(without=frozenset({habit})))
        found.append(HabitWorth(habit, does, difference(whole, scores(compiled, bot, seed, games))))
        done(games)
    return tuple(sorted(found, key=lambda h: (-h.worth.mean, h.id)))
