"""Games as they begin: people, first impressions and all chance, as plain Python numbers.

All this is drawn by numpy for a block of games at once and then taken apart: the fastest fair way, and the very same
draws as the kernel's. It belongs to the time that is measured.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from bench.scalar.scalar_follower import GIVEN, Follower
from bench.script import Trajectory
from game.model import Noise, draw, draw_people, first_ledger, first_state
from game.model.arrays import Array
from game.model.readings import trust_of
from game.scenario.compiling.compile import Compiled

BLOCK = 64  # games that are drawn at once

HANDED_OVER = ("facets_0", "facets_1", "facets_2", "stain", "wear", "reactance", "present")
"""What a follower tells of a moment; trust follows from it."""


class Games:
    """A block of games as they begin, with their chance."""

    def __init__(self, compiled: Compiled, seed: int, episodes: Array) -> None:
        cast, rules = compiled.cast, compiled.rules
        people = draw_people(cast, rules, seed, episodes)
        parts = {
            "people": people,
            "state": first_state(cast, people, rules, seed, episodes),
            "ledger": first_ledger(people),
        }
        self.days, self.followers = compiled.scenario.days, people.motive.shape[1]
        lists = [_row(parts, name).tolist() for name in GIVEN]
        self.given = [
            list(zip(*(rows_of_game[number] for rows_of_game in lists), strict=True)) for number in range(len(episodes))
        ]
        self.fit = people.fit  # (B, F, C)
        noise = [draw(seed, episodes, day, self.followers) for day in range(1, self.days + 1)]
        names = [f.name for f in fields(Noise)]
        self.chance = np.stack([np.stack([getattr(n, name) for name in names], axis=2) for n in noise], axis=1)
        tied = zip(people.ties.tolist(), people.tie_weight.tolist(), strict=True)
        self.ties = [[o for o, weight in zip(others, weights, strict=True) if weight] for others, weights in tied]

    def settle(self, number: int, followers: Sequence[Follower]) -> None:
        """Makes fresh followers those of a game, and lets them know each other.

        Args:
            number: of the game in this block.
            followers: as many as there are.
        """
        for follower, values in zip(followers, self.given[number], strict=True):
            follower.settle(values)
        for follower, others in zip(followers, self.ties, strict=True):
            follower.watches = [followers[i] for i in others]

    def chance_of(self, number: int) -> list[list[list[float]]]:
        """The draws of a game: [day − 1][follower], each the six draws of `game.model.Noise`."""
        found: list[list[list[float]]] = self.chance[number].tolist()
        return found


def _row(parts: dict[str, Any], name: str) -> Array:
    """A row (B, F) by the name that it has in the kernel's frame."""
    group, field, *which = name.split(".")
    array: Array = getattr(parts[group], field)
    return array[int(which[0])] if which else array


def trajectory(compiled: Compiled, seed: int, episodes: Array, told: Array) -> Trajectory:
    """What all followers told (D, B, F, 7), in the order of `HANDED_OVER`, with trust in place of the stain.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        told: by `Follower.watched`.
    """
    people = draw_people(compiled.cast, compiled.rules, seed, episodes)
    facets, stain, rest = np.moveaxis(told[..., :3], 3, 0), told[..., 3], told[..., 4:]
    now = trust_of(facets, stain, people, compiled.rules.params)  # days before (B, F), which traits have
    return Trajectory(np.concatenate([now[..., None], told[..., :3], rest], axis=-1))
