"""What if: two choices for one person on one day, played on by the patient bot with the same chance.

Twice: in worlds drawn from what could be known (`believed`), and in the true one with other chance (`true_worlds`).
Both sides of a pair share all chance (common random numbers), so that their difference is the choice and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.bots.play import bot_day
from game.bots.registry import bots
from game.bots.traced import player_of
from game.coach.hindsight.belief import BELIEF_EPISODES, BELIEF_SEED, Worlds
from game.engine.batch import Batch
from game.engine.days import outcome_of
from game.engine.position import DayPlan, Position
from game.intervals import interval_of
from game.kernel.kernels import kernel_of
from game.model import People, State, trust
from game.model.arrays import Array

CONTINUES = "patient"
"""The bot that plays on after the choice."""
FIRST_PAIRS, MOST_PAIRS = 64, 1000
BANDS = (0.1, 0.5, 0.9)
"""Shares of the games that lie below the three figures of a fan."""
CHANCE_EPISODES = BELIEF_EPISODES + (1 << 22)
"""The first episode whose chance is used: neither a game of anybody nor a particle."""
VISIBLE = (
    "ledger",
    "hours",
    "besides",
    "due",
    "happened",
    "fresh",
    "answered",
    "chosen",
    "unlocked",
    "made",
    "seems",
    "signals",
)
"""Fields of a position that no follower hides: what anybody can know, and the calendar of the scenario."""
TOGETHER = 1024  # games, of both choices where there are two: they share their chance, which is then drawn once


@dataclass(frozen=True, eq=False)
class PlayedOn:
    """Games after a choice; N of them."""

    score: Array  # (N,) 0..100, a month after the last day
    trust: Array  # (D, 3) of one follower, 0..1, each evening to come, in BANDS; (0, 3) where nobody's is told


@dataclass(frozen=True, eq=False)
class ComparedChoices:
    """Two choices against each other."""

    first: PlayedOn
    second: PlayedOn
    effect: float  # points of score that the second choice is better by
    low: float  # of its 95 per cent interval
    high: float


def believed(position: Position, worlds: Worlds) -> Position:
    """Positions as they may be by what could be known: nothing hidden of the position itself is kept.

    Args:
        position: a single game on a morning, with its answers.
        worlds: N draws from the belief of that morning.
    """
    count = len(worlds.lives)
    return _worlds(position, count, worlds.people, worlds.state, worlds.lives)


def true_worlds(position: Position, count: int) -> Position:
    """The position as it was, so many times, each with other chance to come.

    Args:
        position: a single game on a morning, with its answers.
        count: N.
    """
    people = replace(tiled(position.people, count), ties=position.people.ties, tie_weight=position.people.tie_weight)
    return _worlds(position, count, people, tiled(position.state, count), np.tile(position.lives, (count, 1)))


def _worlds(position: Position, count: int, people: People, state: State, lives: Array) -> Position:
    seen = {name: tiled(getattr(position, name), count) for name in VISIBLE}
    return Position(
        compiled=position.compiled, kernel=kernel_of(), seed=BELIEF_SEED,
        episodes=CHANCE_EPISODES + np.arange(count), day=position.day, people=people, lives=lives, state=state,
        dawn=state, brought=position.brought, **seen,
    )  # fmt: skip


def tiled(value: Any, count: int) -> Any:
    """Arrays of one episode, or a value of such arrays, for so many."""
    if value is None:
        return None
    if isinstance(value, np.ndarray):
        return np.concatenate([value] * count)
    found = {}
    for name in type(value).__dataclass_fields__:
        array = getattr(value, name)
        found[name] = np.concatenate([array] * count, axis=1 if array.ndim == 3 and name != "fit" else 0)
    return type(value)(**found)


def _some(worlds: Position, rows: slice) -> Position:
    """Some of the games of a position."""
    if len(worlds.episodes[rows]) == len(worlds.episodes):
        return worlds
    ties = {"ties": worlds.people.ties, "tie_weight": worlds.people.tie_weight}
    found = {name: _rows(getattr(worlds, name), rows) for name in (*VISIBLE, "episodes", "lives", "state")}
    return replace(worlds, people=replace(_rows(worlds.people, rows), **ties), dawn=found["state"], **found)


def _rows(value: Any, rows: slice) -> Any:
    """Some rows of an array, or of a value of such arrays."""
    if value is None:
        return None
    if isinstance(value, np.ndarray):
        return value[rows]
    names = {name: getattr(value, name) for name in type(value).__dataclass_fields__}
    return type(value)(**{n: a[:, rows] if a.ndim == 3 and n != "fit" else a[rows] for n, a in names.items()})


def play_on(
    worlds: Position, plans: Sequence[DayPlan], follower: int | None = None, *, unasked: bool = False
) -> list[PlayedOn]:
    """What comes of several plans for one day, in the same worlds with the same chance.

    Args:
        worlds: N positions on a morning.
        plans: each of one episode.
        follower: column, whose trust is told; None where only the score matters.
        unasked: whether that follower is asked to buy on none of the days after it.
    """
    count, found = len(worlds.episodes), list[PlayedOn]()
    plans_at_once = max(1, min(len(plans), TOGETHER // min(count, TOGETHER // 2)))
    worlds_at_once = TOGETHER // plans_at_once
    blocks = [_some(worlds, slice(start, start + worlds_at_once)) for start in range(0, count, worlds_at_once)]
    for start in range(0, len(plans), plans_at_once):
        some = plans[start : start + plans_at_once]
        parts = [_play_on(block, some, follower, unasked) for block in blocks]
        scores, curves = (np.concatenate(parts_of, axis=-1) for parts_of in zip(*parts, strict=True))
        bands = np.quantile(curves, BANDS, axis=-1).transpose(2, 1, 0)
        found += [PlayedOn(scores[n], bands[n]) for n in range(len(some))]
    return found


def without_questions(plan: DayPlan, follower: int, asks: Array) -> DayPlan:
    """A plan (B, F) in which nobody asks one follower to buy; the hours of the question stay free.

    Args:
        plan: of many games.
        follower: column.
        asks: rows of the move table that ask for a purchase.
    """
    asked, column = np.isin(plan.move[:, follower], asks), np.arange(plan.move.shape[1]) == follower
    gone = asked[:, None] & column
    return replace(plan, move=np.where(gone, 0, plan.move), content=np.where(gone, -1, plan.content))


def _play_on(worlds: Position, plans: Sequence[DayPlan], follower: int | None, unasked: bool) -> tuple[Array, Array]:
    """Scores (plans, N), and trust (D, plans, N) of one follower on the evenings to come; (0, plans, N) of nobody's."""
    count, choices = len(worlds.episodes), len(plans)
    ties = {"ties": worlds.people.ties, "tie_weight": worlds.people.tie_weight}
    seen = {name: tiled(getattr(worlds, name), choices) for name in (*VISIBLE, "episodes", "lives", "state")}
    people = replace(tiled(worlds.people, choices), **ties)
    position = replace(worlds, people=people, dawn=seen["state"], **seen)
    parts = [np.concatenate([getattr(p, n) for p in plans for _ in range(count)]) for n in DayPlan.__dataclass_fields__]
    batch, bot = Batch(position), bots()[CONTINUES]
    player = player_of(bot, position.compiled.rules, len(position.compiled.contents), position.kernel)
    asks = np.flatnonzero(position.compiled.rules.moves.for_sale)
    curves: list[Array] = []
    plan = DayPlan(*parts)
    while True:
        position = batch.play_day(position, plan)
        if follower is not None:
            now = trust(position.state, position.people, position.compiled.rules.params)[:, follower]
            curves.append(now.reshape(choices, count))
        if position.finished:
            break
        position, plan = bot_day(position, bot, player)
        plan = without_questions(plan, follower, asks) if unasked and follower is not None else plan
    scores: Array = outcome_of(position).score.reshape(choices, count)
    return scores, np.array(curves) if curves else np.zeros((0, choices, count))


def bands_of(trust: Array) -> tuple[tuple[float, float, float], ...]:
    """Trust (D, 3), 0..1, as the figures of a fan, 0..100."""
    return tuple((100.0 * float(low), 100.0 * float(half), 100.0 * float(high)) for low, half, high in trust)


def compared(first: PlayedOn, second: PlayedOn) -> ComparedChoices:
    """The effect of the second choice against the first, with its interval, from pairs with the same chance."""
    effect, low, high = effect_of(second.score - first.score)
    return ComparedChoices(first, second, effect, low, high)


def effect_of(differences: Array) -> tuple[float, float, float]:
    """The mean of differences (N,) and its interval of 95 per cent.

    >>> effect_of(np.array([1.0, 1.0, 1.0, 1.0]))
    (1.0, 1.0, 1.0)
    """
    found = interval_of(differences)
    return found.mean, found.low, found.high
