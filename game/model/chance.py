"""The draws of one day: which stream is for what."""

from dataclasses import dataclass

from game.model.arrays import Array, freeze_fields
from game.model.philox import uniforms


@dataclass(frozen=True, eq=False)
class Noise:
    """All chance of one day (B, F), each 0..1 and independent of every choice."""

    accept: Array  # whether they agree to what is asked
    reaction: Array  # whether they respond at all
    tone: Array  # how they respond
    initiative: Array  # what they do of their own accord
    detail: Array  # which kind of it
    leave: Array  # whether they go
    kind: Array  # in which way a need is spoken of
    tell_first: Array  # the three that blur a tell
    tell_second: Array
    tell_third: Array

    def __post_init__(self) -> None:
        freeze_fields(self)


def draw(seed: int, episodes: Array, day: int, followers: int, stream: int = 0) -> Noise:
    """The chance of a day.

    Args:
        seed: 0..2**32 − 1.
        episodes: (B,) numbers of the episodes.
        day: 1..1023.
        followers: 1..64.
        stream: 0 for the game; experiments with several acts a day use others, five for each.
    """
    accept, reaction = uniforms(seed, episodes, day, followers, stream)
    tone, initiative = uniforms(seed, episodes, day, followers, stream + 1)
    detail, leave = uniforms(seed, episodes, day, followers, stream + 2)
    kind, tell_first = uniforms(seed, episodes, day, followers, stream + 3)
    tell_second, tell_third = uniforms(seed, episodes, day, followers, stream + 4)
    return Noise(accept, reaction, tone, initiative, detail, leave, kind, tell_first, tell_second, tell_third)


TEXT_STREAM = 8  # wordings; never touches what happens
BOT_STREAM = 12  # the dice of bots
TRAIT_STREAM = 16  # and above: traits, on day 0
EXPERIMENT_STREAM = 4096  # and above: asks in experiments
