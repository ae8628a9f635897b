"""Games as they begin: people, first impressions and all chance, as plain Python numbers.

All this is drawn by numpy for a block of games at once and then taken apart: the fastest fair way, and the very same
draws as the kernel's. It belongs to the time that is measured.
"""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from bench.scalar_follower import LEDGER, STATE, TRAITS, Constants, Follower
from bench.scalar_rules import trust_of
from game.model import Noise, draw, draw_people, first_ledger, first_state
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

BLOCK = 64  # games that are drawn at once


class Games:
    """A block of games as they begin, with their chance."""

    def __init__(self, compiled: Compiled, seed: int, episodes: Array) -> None:
        cast, rules = compiled.cast, compiled.rules
        people = draw_people(cast, rules, seed, episodes)
        state = first_state(cast, people, rules, seed, episodes)
        ledger = first_ledger(people)
        self.days, self.followers = compiled.scenario.days, people.motive.shape[1]
        rows: list[Array] = [getattr(people, name) for name in TRAITS]
        rows += [*state.facets, *state.hurt, *(getattr(state, name) for name in STATE[6:])]
        rows += [getattr(ledger, name) for name in LEDGER]
        lists = [row.tolist() for row in rows]
        self.given = [
            list(zip(*(rows_of_game[number] for rows_of_game in lists), strict=True)) for number in range(len(episodes))
        ]
        self.fit = people.fit  # (B, F, C)
        noise = [draw(seed, episodes, day, self.followers) for day in range(1, self.days + 1)]
        names = [f.name for f in fields(Noise)]
        self.chance = np.stack([np.stack([getattr(n, name) for name in names], axis=2) for n in noise], axis=1)
        tied = zip(people.ties.tolist(), people.tie_weight.tolist(), strict=True)
        self.ties = [[o for o, weight in zip(others, weights, strict=True) if weight] for others, weights in tied]

    def settle(self, number: int, followers: Sequence[Follower], constants: Constants) -> None:
        """Makes fresh followers those of a game, and lets them know each other.

        Args:
            number: of the game in this block.
            followers: as many as there are.
            constants: of the scenario.
        """
        for follower, values in zip(followers, self.given[number], strict=True):
            follower.settle(values)
            follower.trust = trust_of(follower, constants.params)
        for follower, others in zip(followers, self.ties, strict=True):
            follower.watches = [followers[i] for i in others]

    def chance_of(self, number: int) -> list[list[list[float]]]:
        """The draws of a game: [day − 1][follower], each the six draws of `game.model.Noise`."""
        found: list[list[list[float]]] = self.chance[number].tolist()
        return found
