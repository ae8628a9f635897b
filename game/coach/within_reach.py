"""What was within reach: the same people and the same chance, played by every bot and many times at random."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.bots.bot import Bot, Wishes, no_wishes, within_attention
from game.bots.play import answered_events, bot_day
from game.bots.possible import only_possible
from game.bots.registry import bots
from game.engine.batch import Batch
from game.engine.days import begin, outcome_of
from game.engine.position import DayPlan, Position
from game.engine.sight import Sight, see
from game.engine.timeline import bring
from game.kernel.kernels import kernel_of_one
from game.model import trust
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

WAYS = 400  # of playing
UPRIGHT = "patient"  # the bot whose answers to events the random ways give


@dataclass(frozen=True, eq=False)
class WithinReach:
    """The best and the worst of many ways of playing one game."""

    ways: int
    days: int  # that were played
    low: Array  # (days + 1, F) trust, 0..100: the morning of day 1, then each evening
    high: Array
    scores: tuple[tuple[str, float], ...]  # of bots that see no more than a player; the best first, 0..100


def reach(
    compiled: Compiled, seed: int, episode: int = 0, ways: int = WAYS, days: int | None = None,
    brought: Sequence[tuple[int, int]] = (),
) -> WithinReach:  # fmt: skip
    """Plays one game in many ways.

    Args:
        compiled: the scenario.
        seed: of people and chance.
        episode: of the same.
        ways: how many, bots included.
        days: how many are played; left out, all.
        brought: events that come to every way on the same morning: day, and number in the timeline.
    """
    days = compiled.scenario.days if days is None else days
    curves: list[Array] = []
    scores = []
    for bot in bots().values():
        if bot.sees_hidden_state or len(curves) >= ways:
            continue
        last, seen = _by_bot(_begun(compiled, seed, episode, 1, brought), bot, days)
        curves.append(seen)
        scores.append((bot.id, float(outcome_of(last).score[0])))
    if (left := ways - len(curves)) > 0:
        curves.append(_at_random(_begun(compiled, seed, episode, left, brought), (seed, episode), days))
    every = np.concatenate(curves, axis=1)
    return WithinReach(
        every.shape[1],
        days,
        every.min(axis=1),
        every.max(axis=1),
        tuple(sorted(scores, key=lambda s: (-s[1], s[0]))),
    )


def best_known(compiled: Compiled, seed: int, episode: int, brought: Sequence[tuple[int, int]] = ()) -> float:
    """The best score, 0..100, of all bots with these people and this chance; the oracle sees hidden states.

    It is no ceiling: a person may come further, and then that is the best that is known.

    Args:
        compiled: the scenario.
        seed: of people and chance.
        episode: of the same.
        brought: events that come to every way on the same morning: day, and number in the timeline.
    """
    ends = (
        _by_bot(_begun(compiled, seed, episode, 1, brought), bot, compiled.scenario.days)[0] for bot in bots().values()
    )
    return max(float(outcome_of(last).score[0]) for last in ends)


def _begun(
    compiled: Compiled, seed: int, episode: int, ways: int, brought: Sequence[tuple[int, int]]
) -> Position:  # fmt: skip
    """The first morning, once for each way, with the events that will be brought."""
    position = begin(compiled, seed, np.full(ways, episode, dtype=np.int64), kernel_of_one())
    for day, event in brought:
        position = bring(position, event, day)
    return position


def _by_bot(position: Position, bot: Bot, days: int) -> tuple[Position, Array]:
    """Where a bot stands after some days, and its trust (days + 1, 1, F). It is asked itself: tracing takes longer."""
    batch, found = Batch(position), [_trust(position)]
    for _ in range(days):
        morning, plan = bot_day(position, bot)
        position = batch.play_day(morning, plan)
        found.append(_trust(position))
    return position, np.array(found)


def _trust(position: Position) -> Array:
    """Trust (B, F), 0..100."""
    points: Array = 100.0 * trust(position.dawn, position.people, position.compiled.rules.params)
    return points


def _at_random(position: Position, drawn: tuple[int, int], days: int) -> Array:
    """Trust (days + 1, ways, F) of games that differ by their choices alone."""
    ways = len(position.happened)
    dice = np.random.default_rng([*drawn, ways])
    eagerness = dice.random((ways, 1))  # how much each way does on a day
    batch, found = Batch(position), [_trust(position)]
    for _ in range(days):
        if (position.fresh & ~position.answered).any():
            position = answered_events(position, bots()[UPRIGHT], see(position))
        position = batch.play_day(position, _plan(position, see(position), dice, eagerness))
        found.append(_trust(position))
    return np.array(found)


def _plan(position: Position, sight: Sight, dice: np.random.Generator, eagerness: Array) -> DayPlan:
    rules, nothing = position.compiled.rules, no_wishes(sight)
    shape = nothing.move.shape
    direct = np.flatnonzero(rules.moves.columns["to_all"] < 0.5)[1:]
    move = np.where(dice.random(shape) < eagerness, dice.choice(direct, shape), 0)
    contents = len(position.compiled.contents)
    content = np.full(shape, -1)
    if contents:
        wanted = dice.integers(0, contents, shape)
        content = np.where(np.take_along_axis(sight.usable, wanted, axis=1), wanted, -1)
    shares = move == sight.number("share_resource")
    move = np.where(shares & (content < 0), 0, move)
    wishes = Wishes(move, np.where(shares, content, -1), dice.random(shape), nothing.post, nothing.post_content)
    return within_attention(only_possible(wishes, sight, rules), sight)
