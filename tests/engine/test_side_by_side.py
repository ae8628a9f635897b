"""Games whose days end at the same moment are played as one batch, and nobody can tell from what comes of them."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from game.engine.batch import Batch
from game.engine.days import begin_one
from game.engine.position import DayPlan, Position
from game.engine.side_by_side import play_side_by_side
from game.engine.timeline import bring
from tests.plays import compiled

DAYS = 4


def plan_by_chance(position: Position, dice: np.random.Generator) -> DayPlan:
    """Some moves, contents and a post; nobody is introduced to themselves."""
    followers, moves = position.shape[1], len(position.compiled.rules.moves.ids)
    contents = len(position.compiled.contents)
    partner = np.roll(np.arange(followers), 1)[None]
    return DayPlan(
        move=dice.integers(0, moves, (1, followers)),
        content=dice.integers(-1, contents, (1, followers)),
        post=dice.integers(0, moves, 1),
        post_content=dice.integers(-1, contents, 1),
        partner=np.where(dice.random((1, followers)) < 0.2, partner, -1),
    )


def bits(value: object) -> object:
    """Every bit of a position, or of what it is made of."""
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, np.ascontiguousarray(value).tobytes()
    if is_dataclass(value) and type(value).__name__ not in {"Compiled", "Kernel"}:
        return {field.name: bits(getattr(value, field.name)) for field in fields(value)}
    return value


@pytest.mark.parametrize("scenario", ["first_hello", "slow_roast"])
def test_games_side_by_side_come_to_the_bits_of_each_alone(scenario):
    """Other moves, other people, another difficulty, a brought event: each morning is what the game alone comes to."""
    here, there = compiled(scenario), compiled("first_hello")
    dice = np.random.default_rng(5)
    games = [begin_one(here, 7), begin_one(here, 7), begin_one(here, 7, 3), begin_one(here, 8), begin_one(there, 7)]
    games += [bring(begin_one(here, 7), 0, 2), begin_one(here, 7, 4)]
    for _ in range(DAYS):
        plans = [plan_by_chance(game, dice) for game in games]
        alone = [Batch(game).play_day(game, plan) for game, plan in zip(games, plans, strict=True)]
        together = play_side_by_side(games, plans)
        assert [bits(game) for game in together] == [bits(game) for game in alone]
        games = together


def test_more_games_than_one_batch_holds_are_played_in_several(monkeypatch):
    """Five games, two at a time."""
    here = compiled("first_hello")
    monkeypatch.setattr("game.engine.side_by_side.LARGEST", 2 * here.followers)
    games = [begin_one(here, 7, episode) for episode in range(5)]
    plans = [plan_by_chance(game, np.random.default_rng(n)) for n, game in enumerate(games)]

    alone = [Batch(game).play_day(game, plan) for game, plan in zip(games, plans, strict=True)]

    assert [bits(game) for game in play_side_by_side(games, plans)] == [bits(game) for game in alone]
