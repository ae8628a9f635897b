"""A played game as one row of plain numbers: how it ended, and on which days its goals and events came."""

from dataclasses import dataclass, field

import numpy as np

from game.bots.bot import Bot
from game.bots.play import play
from game.engine.days import begin, outcome_of
from game.engine.position import DayPlan, Position
from game.engine.timeline import held_in_the_evening, holds
from game.lab.playing.outcome_figures import FIGURES
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


@dataclass(frozen=True)
class Game:
    """One episode, played to its end. Days are 0 where something never came."""

    setting: str
    player: str
    episode: int
    figures: tuple[float, ...]
    goals: tuple[int, ...]  # evening on which each was reached
    events: tuple[int, ...]  # morning on which each happened
    contents: tuple[int, ...]  # 1 where it was posted or shared

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from every other game of a trial."""
        return self.setting, self.player, self.episode

    def figure(self, name: str) -> float:
        """The value of one of `FIGURES` in this game."""
        return self.figures[FIGURES.index(name)]


@dataclass
class Diary:
    """Watches a batch being played and notes the days. It reads goals as a single session does."""

    compiled: Compiled
    kept: Array  # (G, B) boolean, goals that hold from the start and are to be kept until their day
    goals: Array  # (G, B) day
    events: Array = field(init=False)  # (B, E) day

    def __post_init__(self) -> None:
        self.events = np.zeros((self.goals.shape[1], len(self.compiled.events)), dtype=np.int64)

    def watch(self, morning: Position, _plan: DayPlan, after: Position) -> None:
        """Notes what a day brought: events, goals, contents."""
        self.events = np.where(morning.fresh & (self.events == 0), morning.day, self.events)
        evening = after.day - 1
        for i, goal in enumerate(self.compiled.goals):
            due = np.where(self.kept[i], evening == goal.by_day, evening <= goal.by_day) & (self.goals[i] == 0)
            if due.any():
                self.goals[i] = np.where(due & held_in_the_evening(goal.need, after), evening, self.goals[i])


def diary_of(first: Position) -> Diary:
    """An empty diary on the first morning."""
    goals = first.compiled.goals
    kept = np.array([holds(goal.need, first) for goal in goals], dtype=bool).reshape(len(goals), len(first.episodes))
    return Diary(first.compiled, kept, np.zeros(kept.shape, dtype=np.int64))


def play_games(
    compiled: Compiled, bot: Bot, seed: int, episodes: Array, setting: str = "", name: str = ""
) -> tuple[Game, ...]:
    """Plays episodes and tells each as a row.

    Args:
        compiled: the scenario.
        bot: who plays.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        setting: what has been changed in the scenario, in words.
        name: the player as in tables; the bot's id when left out.
    """
    first = begin(compiled, seed, episodes)
    diary = diary_of(first)
    final = play(compiled, bot, seed, episodes, diary.watch, lasting=False, first=first)
    result = outcome_of(final)
    figures = np.stack([getattr(result, f).astype(np.float64) for f in FIGURES], axis=1).tolist()
    days = zip(diary.goals.T.tolist(), diary.events.tolist(), final.made.astype(np.int64).tolist(), strict=True)
    return tuple(
        Game(setting, name or bot.id, episode, tuple(of_game), tuple(goals), tuple(events), tuple(contents))
        for episode, of_game, (goals, events, contents) in zip(episodes.tolist(), figures, days, strict=True)
    )
