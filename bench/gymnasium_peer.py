"""The model's days as a scalar Gymnasium environment, many of which a `SyncVectorEnv` steps one after the other.

The environments are made once and begin one game after another. They are not made by `gymnasium.make`, whose checks
cost time in every step.
"""

from functools import partial
from typing import Any

import gymnasium
import numpy as np
from gymnasium.spaces import Box, MultiDiscrete
from gymnasium.vector import AutoresetMode, SyncVectorEnv

from bench.plain_peer import Game
from bench.scalar.scalar_day import ScalarDay, scalar_day
from bench.scalar.scalar_follower import Follower
from bench.scalar.scalar_games import HANDED_OVER, Games, trajectory
from bench.script import Script, Trajectory
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

ENVIRONMENTS = 16  # in one vector environment; 4 and 64 are a little slower

SEEN = (
    "present", "follow_age", "waiting", "contact_age", "contacts", "reaction", "initiative", "warm", "short", "cool",
    "questions", "needs",
)  # fmt: skip
"""What an observation holds of each follower: nothing that a player does not see."""


def seen(f: Follower) -> tuple[float, ...]:
    """The values of `SEEN`."""
    return (
        f.present, f.follow_age, f.waiting, f.contact_age, f.contacts, f.signal_reaction, f.signal_initiative,
        f.warm, f.short, f.cool, f.questions, f.needs,
    )  # fmt: skip


class CourtshipEnvironment(gymnasium.Env[Array, Array]):
    """A game. `reset(seed=n)` begins game n of the block.

    Actions: rows of the direct moves, what goes with each (0: nothing, else a content and one), the post, its content.
    Observations: (F, 12) float32, as `SEEN`. Reward: happy ends that came overnight. Attention is not checked.
    """

    metadata = {"render_modes": []}  # noqa: RUF012  # Gymnasium's own way

    def __init__(self, compiled: Compiled, rules: ScalarDay) -> None:
        followers, contents = compiled.followers, len(compiled.contents)
        self.rules, self.days, self.followers = rules, compiled.scenario.days, followers
        rows = len(compiled.rules.moves)
        self.action_space = MultiDiscrete([rows] * followers + [contents + 1] * followers + [rows, contents + 1])
        self.observation_space = Box(0.0, 999.0, (followers, len(SEEN)), np.float32)
        self.games: Games | None = None
        self.game: Game | None = None
        self.happy = 0.0

    def reset(
        self,
        *,
        seed: int | None = None,
        options: dict[str, Any] | None = None,  # noqa: ARG002  # part of the interface
    ) -> tuple[Array, dict[str, Any]]:
        """The first morning of game `seed` of the block."""
        super().reset(seed=seed)
        assert self.games is not None
        number = (seed or 0) % len(self.games.given)
        if self.game is None or self.game.games is not self.games:
            self.game = Game(self.games, self.rules)
        self.game.start(number)
        self.happy = 0.0
        fit = self.games.fit[number].tolist()  # after what may go with a move: nothing, or one of the contents
        self.direct_fit = [[1.0, *row] for row in fit]
        self.post_fit = [[0.25, *row] for row in fit]
        return self.observed(), {}

    def step(self, action: Array) -> tuple[Array, float, bool, bool, dict[str, Any]]:
        """A day."""
        assert self.game is not None
        chosen, followers = action.tolist(), self.followers
        rows, contents = chosen[:followers], chosen[followers : 2 * followers]
        post, posted = chosen[-2:]
        fits = [row[content] for row, content in zip(self.direct_fit, contents, strict=True)]
        self.game.play_day(rows, fits, post, [row[posted] for row in self.post_fit])
        happy = sum(f.happy for f in self.game.followers)
        reward, self.happy = happy - self.happy, happy
        return self.observed(), reward, self.game.day > self.days, False, {}

    def observed(self) -> Array:
        """What a player sees of everybody this morning."""
        assert self.game is not None
        return np.array([seen(f) for f in self.game.followers], dtype=np.float32)


def actions_of(script: Script) -> Array:
    """A script as actions (D, B, 2F + 2)."""
    posts = np.stack([script.post, script.post_content + 1], axis=2)
    return np.concatenate([script.move, script.content + 1, posts], axis=2)


def _itself(environment: CourtshipEnvironment) -> CourtshipEnvironment:
    return environment


def play(compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool) -> Trajectory:
    """Plays episodes by a script; see `bench.peers.Peer.play`."""
    days, rules = compiled.scenario.days, scalar_day(compiled)
    values = np.empty((days if every_day else 1, len(episodes), compiled.followers, len(HANDED_OVER)))
    actions = actions_of(script)
    vector: SyncVectorEnv | None = None
    environments: list[CourtshipEnvironment] = []
    for start in range(0, len(episodes), ENVIRONMENTS):
        part = slice(start, start + ENVIRONMENTS)
        games = Games(compiled, seed, episodes[part])
        count = len(games.given)
        if vector is None or count != len(environments):  # the first block, and a last one that is not full
            environments = [CourtshipEnvironment(compiled, rules) for _ in range(count)]
            vector = SyncVectorEnv(
                [partial(_itself, environment) for environment in environments],
                copy=False, autoreset_mode=AutoresetMode.DISABLED,
            )  # fmt: skip
        for environment in environments:
            environment.games = games
        vector.reset(seed=list(range(count)))
        for day in range(days):
            vector.step(actions[day, part])
            if every_day:
                values[day, part] = [e.game.watched() for e in environments if e.game]
        if not every_day:
            values[0, part] = [e.game.watched() for e in environments if e.game]
    return trajectory(compiled, seed, episodes, values)
