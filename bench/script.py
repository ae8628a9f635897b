"""What every peer is given and gives back: a script of choices, and the trajectory that follows from it.

A peer plays the days of the model and nothing else: no events of the timeline, no check of attention. The script is
recorded once from a bot, so that no time of choosing is measured.
"""

from dataclasses import dataclass

import numpy as np

from game.bots.bot import Bot
from game.bots.play import play
from game.engine.days import choices_of
from game.engine.position import DayPlan, Position
from game.kernel.kernels import kernel_of
from game.model import State, draw_people
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

WATCHED = ("trust", "ability", "benevolence", "integrity", "wear", "reactance", "following")
"""What a trajectory holds of each follower, in the order in which peers hand it over."""


@dataclass(frozen=True, eq=False)
class Script:
    """The choices of every day. D days, B episodes, F followers."""

    move: Array  # (D, B, F) int64, rows of the move table, 0 for none
    content: Array  # (D, B, F) int64, what goes with it, or −1
    fit: Array  # (D, B, F) 0..1, worth of that to each
    post: Array  # (D, B) int64, row of the post, 0 for none
    post_content: Array  # (D, B) int64, or −1
    post_fit: Array  # (D, B, F) 0..1, worth of the post to each

    def part(self, start: int, stop: int) -> "Script":
        """Some of the episodes."""
        return Script(**{name: array[:, start:stop] for name, array in vars(self).items()})


@dataclass(frozen=True, eq=False)
class Trajectory:
    """How it went after each day, or after the last day alone. D days, B episodes, F followers."""

    values: Array  # (D, B, F, 7), in the order of `WATCHED`

    def of(self, name: str) -> Array:
        """One of `WATCHED`, (D, B, F)."""
        return self.values[..., WATCHED.index(name)]

    @property
    def trust(self) -> Array:
        """Trust (D, B, F), 0..1."""
        return self.of("trust")

    @property
    def facets(self) -> Array:
        """Ability, benevolence, integrity (D, 3, B, F), −1..1."""
        return np.moveaxis(self.values[..., 1:4], 3, 1)

    @property
    def wear(self) -> Array:
        """Weariness (D, B, F), 0..20."""
        return self.of("wear")

    @property
    def reactance(self) -> Array:
        """Resistance to being pushed (D, B, F), 0..3."""
        return self.of("reactance")

    @property
    def following(self) -> Array:
        """Who has come and not gone (D, B, F), 0 or 1."""
        return self.of("following")


def watched(state: State, trust: Array, present: Array) -> Array:
    """A row of a trajectory (B, F, 7) from the model's own arrays."""
    return np.stack([trust, *state.facets, state.wear, state.reactance, present], axis=2)


def recorded(compiled: Compiled, bot: Bot, seed: int, episodes: Array) -> Script:
    """The choices that a bot makes in whole games, events and attention included.

    Args:
        compiled: the scenario.
        bot: who plays.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
    """
    days: list[dict[str, Array]] = []

    def note(morning: Position, plan: DayPlan, _: Position) -> None:
        choices = choices_of(plan, morning.people, morning.kernel)
        found = {
            "move": plan.move, "content": np.where(plan.move > 0, plan.content, -1), "fit": choices.fit,
            "post": plan.post, "post_content": np.where(plan.post > 0, plan.post_content, -1),
            "post_fit": choices.post_fit,
        }  # fmt: skip
        days.append({name: np.array(array) for name, array in found.items()})

    play(compiled, bot, seed, episodes, note)
    return Script(**{name: np.stack([day[name] for day in days]) for name in days[0]})


def by_dice(compiled: Compiled, seed: int, episodes: Array, dice: int = 1) -> Script:
    """A move to everybody and a post on every day, whatever attention allows: every rule of the model at work.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1, of the people.
        episodes: (B,) numbers.
        dice: seed of the choices.
    """
    generator = np.random.default_rng(dice)
    people = draw_people(compiled.cast, compiled.rules, seed, episodes)
    to_all, shape = compiled.rules.moves.columns["to_all"] > 0.0, people.motive.shape
    direct, posts = np.flatnonzero(~to_all), np.flatnonzero(to_all)
    days: list[tuple[Array, ...]] = []
    for _ in range(compiled.scenario.days):
        plan = DayPlan(
            generator.choice(direct, shape),
            generator.integers(-1, len(compiled.contents), shape),
            generator.choice(posts, shape[0]),
            generator.integers(-1, len(compiled.contents), shape[:1]),
            np.full(shape, -1),
        )
        choices = choices_of(plan, people, kernel_of())
        days.append((plan.move, plan.content, choices.fit, plan.post, plan.post_content, choices.post_fit))
    return Script(*(np.stack(arrays) for arrays in zip(*days, strict=True)))
