"""From a player's runs to all that is told of their habits and of where these lead."""

from collections.abc import Callable, Sequence

import numpy as np

from game.bots.play import bot_day
from game.coach.forward.forward_values import CopyChecked, EarlierSelf, HabitTold, LookedForward
from game.coach.forward.habits_told import MoveTitle, habits_told
from game.coach.forward.player_policy import PlayerPolicy, fitted_policy, policy_bot
from game.coach.forward.seen_choices import SeenChoices, choices_seen
from game.coach.forward.went_on import PlayedForward, as_active, play_forward, steps, went_on
from game.coach.hindsight.visible import visible_run
from game.engine.batch import Batch
from game.engine.days import begin, outcome_of
from game.intervals import interval_of
from game.scenario.compiling.compile import Compiled
from game.session.playthrough import Playthrough

TURNS = 16
"""Throws of the copy's dice for each of your own games."""
MOST_RUNS = 40
"""So many runs, the last ones, are read."""


def look_forward(
    runs: Sequence[Playthrough], compiled: Compiled, seed: int, games: int, title: MoveTitle,
    denied: frozenset[str] = frozenset(), done: Callable[[int], None] = lambda _: None,
) -> LookedForward:  # fmt: skip
    """A player's habits, and where these lead in fresh games of a scenario.

    Args:
        runs: of the player, the first one first, each with a day played or more.
        compiled: the scenario of the fresh games.
        seed: of people and chance, 0..2**32 − 1.
        games: how many, 2 or more.
        title: of a move, by its id.
        denied: claims that the player has denied; the habits are taken out.
        done: told how many more of `steps_forward` have been taken.
    """
    choices, habits = habits_of(runs, title, denied)
    gone = frozenset(habit.id for habit in habits if habit.denied)
    policy = as_active(fitted_policy(choices, gone), compiled, seed)
    done(1)
    return LookedForward(
        title=compiled.scenario.title, runs=len(runs), days=sum(len(run.history) for run in runs),
        choices=len(choices.move), habits=habits,
        went=went_on(compiled, policy_bot(policy, compiled.rules), seed, games, done), checked=_checked(runs, policy),
        earlier=_earlier_self(choices, len(runs), compiled, seed, games, gone, title, done),
    )  # fmt: skip


def habits_of(
    runs: Sequence[Playthrough], title: MoveTitle, denied: frozenset[str] = frozenset()
) -> tuple[SeenChoices, tuple[HabitTold, HabitTold, HabitTold]]:
    """The choices of some runs, and the habits they tell; arguments as for `look_forward`."""
    choices = choices_seen([visible_run(run) for run in runs])
    return choices, habits_told(choices, fitted_policy(choices), title, denied)


def steps_forward() -> int:
    """How many steps `look_forward` takes."""
    return steps() + 3


def _checked(runs: Sequence[Playthrough], policy: PlayerPolicy) -> CopyChecked | None:
    finished = [run for run in runs if run.finished]
    if not finished:
        return None
    yours = [float(outcome_of(run.position).score[0]) for run in finished]
    copies = [_copied(run, policy) for run in finished]
    return CopyChecked(len(finished), float(np.mean(yours)), float(np.mean(copies)))


def _copied(run: Playthrough, policy: PlayerPolicy) -> float:
    """The mean score of a policy with the people of a run, by the same chance, over some throws of its own dice."""
    episodes = np.full(TURNS, run.setup.episode, dtype=np.int64)
    position = begin(run.compiled, run.setup.seed, episodes)
    batch, bot = Batch(position), policy_bot(policy, run.compiled.rules, np.arange(TURNS)[:, None] / TURNS)
    while not position.finished:
        position = batch.play_day(*bot_day(position, bot))
    return float(outcome_of(position).score.mean())


def _earlier_self(
    choices: SeenChoices, runs: int, compiled: Compiled, seed: int, games: int, gone: frozenset[str], title: MoveTitle,
    done: Callable[[int], None],
) -> EarlierSelf | None:  # fmt: skip
    if runs < 2:
        done(2)
        return None
    half = runs // 2
    played, asks = [], []
    for some in (range(half), range(half, runs)):
        part = choices.of_runs(some)
        policy = fitted_policy(part, gone)
        played.append(_played(policy, compiled, seed, games))
        asks.append(habits_told(part, policy, title)[0].sentence)
        done(1)
    earlier, later = played
    return EarlierSelf(
        half,
        runs - half,
        interval_of(earlier.score),
        interval_of(later.score),
        interval_of(later.score - earlier.score),
        *asks,
    )


def _played(policy: PlayerPolicy, compiled: Compiled, seed: int, games: int) -> PlayedForward:
    return play_forward(compiled, policy_bot(as_active(policy, compiled, seed), compiled.rules), seed, games)
