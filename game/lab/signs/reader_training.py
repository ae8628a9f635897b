"""Training the bot `reader`: which signs tell who would say yes, and from which score asking pays best."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from game.bots.bot import Bot, Wishes
from game.bots.play import play
from game.bots.reads_signs import read
from game.engine.days import begin, outcome_of
from game.engine.seen.trained_reading import Weights, reading
from game.engine.sight import Sight
from game.lab.signs.courted_games import Cases, courted
from game.lab.signs.trained_reader import train
from game.model import Ledger
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

ODDS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
"""Log odds from which asking is tried."""


def _signs(book: Ledger) -> Array:
    return np.stack(list(reading(book).values()), axis=-1)


def cases_of(compiled: Compiled, seed: int, games: int) -> Cases:
    """Followers on mornings of courted games, with the signs of the reader."""
    return courted(compiled, seed, np.arange(games), _signs)


def weights_from(signs: Array, ready: Array, names: Sequence[str]) -> Weights:
    """Weights by logistic regression, of signs as they stand; asks from even odds.

    Args:
        signs: (N, S).
        ready: (N,) boolean.
        names: of the S signs.
    """
    reader = train(signs, ready)
    plain = reader.weights[1:] / reader.scale
    start = float(reader.weights[0] - plain @ reader.middle)
    return Weights(start, {name: float(w) for name, w in zip(names, plain, strict=True)}, 0.0)


def bot_that_reads(weights: Weights) -> Bot:
    """Courts, and asks by these weights."""

    def policy(sight: Sight) -> Wishes:
        return read(sight, weights)

    return Bot("reads", policy, "Courts, and asks by a score.", asks=True, posts=True, broadcasts=False,
               stochastic=False)  # fmt: skip


def trained(
    scenarios: Mapping[str, Compiled], seed: int, games: int, done: Callable[[str], None] = lambda _: None
) -> dict[str, Any]:
    """What the file of weights holds: trained on half of the games; the score from which to ask, chosen by the others.

    Args:
        scenarios: by id; each weighs the same.
        seed: of people and chance.
        games: of each scenario.
        done: told what has just been found.
    """
    first = begin(next(iter(scenarios.values())), seed, np.arange(1))
    names = tuple(reading(first.ledger))
    cases = [cases_of(compiled, seed, games // 2) for compiled in scenarios.values()]
    fewest = min(len(c.days) for c in cases)
    dice = np.random.default_rng([seed, 2])
    some = [np.sort(dice.choice(len(c.days), fewest, replace=False)) for c in cases]
    signs = np.concatenate([c.signs[rows] for c, rows in zip(cases, some, strict=True)])
    ready = np.concatenate([c.ready[rows] for c, rows in zip(cases, some, strict=True)])
    weights = weights_from(signs, ready, names)
    episodes = np.arange(games // 2, games)
    scores = []
    for odds in ODDS:
        bot = bot_that_reads(Weights(weights.start, weights.by_sign, odds))
        mean = np.mean([outcome_of(play(c, bot, seed, episodes)).score.mean() for c in scenarios.values()])
        scores.append(float(mean))
        done(f"asking from log odds of {odds:+.1f}: {mean:.2f} points")
    return {
        "seed": seed,
        "games": games,
        "scenarios": list(scenarios),
        "start": round(weights.start, 4),
        "asks_from": ODDS[int(np.argmax(scores))],
        "weights": {name: round(weight, 4) for name, weight in weights.by_sign.items()},
    }
