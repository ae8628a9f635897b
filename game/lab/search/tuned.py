"""Families that are searched for: numbers by which to court and to ask, found by CMA-ES (Hansen 2016).

The numbers of a generation are played together, each over the same new games. Needs the extra `search`.
"""

import warnings
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

import numpy as np

from game.bots.bot import Bot
from game.bots.habits import PATIENT, Habits
from game.bots.oracle import INSIGHT, Insight, seeing
from game.bots.patient import courting_bot
from game.bots.play import play
from game.bots.reads_signs import read
from game.engine.days import outcome_of
from game.engine.seen.trained_reading import Weights, trained_weights
from game.lab.search.families import ELSEWHERE, Family, bot_of
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

STEPS = {
    "needs": 1.0, "prices": 1.0, "asked_how": 0.5, "errands": 0.5, "baits": 1.0, "pitches": 1.0, "shares": 0.3,
    "gloomy": 0.4, "sure": 0.7, "met": 1.5, "fits": 0.15, "need_days": 4.0, "help_days": 1.5, "after_no_days": 2.0,
    "talked_days": 1.0, "rest_days": 0.7,
}  # fmt: skip
"""How far the search first steps from each number of the patient bot."""
INSIGHT_STEPS = {
    "asks_at": 0.15, "last_call": 0.15, "retry_days": 2.0, "buyers_first": 2.0, "needy_first": 2.0, "settled_last": 2.0,
}  # fmt: skip
"""The same for those of the oracle alone."""
DRAWN = 12  # sets of numbers in a generation
EACH = 40  # games that each is played
Making = Callable[[Array], Bot]
"""A bot that plays another set of numbers (B, N) in each row of a batch."""


def can_search() -> bool:
    """Whether the package that searches is installed."""
    return find_spec("cma") is not None


def climbed(compiled: Compiled, making: Making, size: int, games: int, seed: int) -> Array:
    """The numbers (N,) at which a search has arrived, in first steps from where it began.

    Args:
        compiled: the scenario.
        making: of bots.
        size: how many numbers.
        games: that may be played; with too few for one generation it stays where it began.
        seed: of games and search.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # cma says that it cannot draw
        from cma import CMAEvolutionStrategy

    dice = np.random.default_rng([seed, 3])
    search = CMAEvolutionStrategy(
        np.zeros(size), 1.0,
        {"popsize": DRAWN, "verbose": -9, "seed": np.nan, "randn": lambda *shape: dice.standard_normal(shape)},
    )  # fmt: skip
    for generation in range(games // (DRAWN * EACH)):
        drawn = np.array(search.ask())
        episodes = ELSEWHERE + generation * EACH + np.arange(EACH)
        bot = making(np.repeat(drawn, EACH, axis=0))
        scores = outcome_of(play(compiled, bot, seed, np.tile(episodes, DRAWN))).score.reshape(DRAWN, EACH)
        search.tell(list(drawn), list(-scores.mean(axis=1)))
    found: Array = np.array(search.mean)
    return found


def habits_by(own: Habits, steps: Array) -> Habits:
    """Habits with other numbers, in steps (B, N)."""
    return replace(own, **{n: getattr(own, n) + step * steps[:, [i]] for i, (n, step) in enumerate(STEPS.items())})


def patient_by(steps: Array) -> Bot:
    """The patient bot by other numbers, in steps (B, N) from its own."""
    return courting_bot(habits_by(PATIENT, steps), "tuned_patient")


def linear_by(steps: Array) -> Bot:
    """The reader by other weights, in steps (B, N) from its own; the last is the score from which it asks."""
    own = trained_weights()
    by_sign = {name: own.by_sign[name] + steps[:, [i]] for i, name in enumerate(sorted(own.by_sign))}
    weights = Weights(own.start, by_sign, own.asks_from + steps[:, [-1]])
    return bot_of(lambda sight: read(sight, weights), "linear")


def oracle_by(steps: Array) -> Bot:
    """The oracle by other numbers, of its own and of the patient bot, in steps (B, N)."""
    numbers = {name: getattr(INSIGHT, name) + s * steps[:, [i]] for i, (name, s) in enumerate(INSIGHT_STEPS.items())}
    habits = habits_by(INSIGHT.habits, steps[:, len(INSIGHT_STEPS) :])
    insight = Insight(habits=habits, **numbers)
    bot = bot_of(lambda sight, hidden: seeing(sight, hidden, insight), "tuned_oracle")
    return replace(bot, sees_hidden_state=True)


def searched_families(games: int) -> tuple[Family, ...]:
    """Families found by playing so many games each; none where the package is not installed."""
    if not can_search():
        return ()

    def tuned(compiled: Compiled, seed: int) -> Bot:
        return patient_by(climbed(compiled, patient_by, len(STEPS), games, seed)[None, :])

    def linear(compiled: Compiled, seed: int) -> Bot:
        return linear_by(climbed(compiled, linear_by, len(trained_weights().by_sign) + 1, games, seed)[None, :])

    def seeing_all(compiled: Compiled, seed: int) -> Bot:
        size = len(INSIGHT_STEPS) + len(STEPS)
        return oracle_by(climbed(compiled, oracle_by, size, games, seed)[None, :])

    return (
        Family("tuned_oracle", f"sees what is hidden, by numbers found by CMA-ES in {games} games", True, seeing_all),
        Family("tuned_patient", f"patient by other numbers, found by CMA-ES in {games} games", True, tuned),
        Family("linear", f"courts, and asks by a linear score, found by CMA-ES in {games} games", True, linear),
    )
