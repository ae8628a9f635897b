"""The draws of one day: which stream is for what."""

from dataclasses import dataclass, fields

import numpy as np

from game.model.arrays import Array, freeze_fields
from game.model.philox import uniforms


@dataclass(frozen=True, eq=False, kw_only=True)
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


DRAWS_OF_A_DAY = (
    ("accept", "reaction"), ("tone", "initiative"), ("detail", "leave"), ("kind", "tell_first"),
    ("tell_second", "tell_third"),
)  # fmt: skip
"""Names of the two draws of each stream of a day, from stream 0 on, in the order of `Noise`."""


def draw(seed: int, episodes: Array, day: int, followers: int) -> Noise:
    """The chance of a day.

    Args:
        seed: 0..2**32 − 1.
        episodes: (B,) numbers of the episodes.
        day: 1..1023.
        followers: 1..64.
    """
    found: dict[str, Array] = {}
    for stream, names in enumerate(DRAWS_OF_A_DAY):
        found.update(zip(names, uniforms(seed, episodes, day, followers, stream), strict=True))
    return Noise(**found)


def where_they_agreed(agreed: Array) -> Noise:
    """The chance of a day of which it is known who agreed to what was asked; all other dice lie at 0.

    Args:
        agreed: (B, F) boolean.
    """
    others = dict.fromkeys((field.name for field in fields(Noise)), np.zeros(agreed.shape))
    return Noise(**{**others, "accept": np.where(agreed, 0.0, 1.0)})


STREAMS = {
    "a day of the game": range(len(DRAWS_OF_A_DAY)),
    "scenes and events": range(8, 9),
    "wordings": range(9, 10),
    "facts of talks": range(10, 11),
    "tells and seats at the next table": range(11, 12),
    "dice of bots": range(12, 16),
    "traits, on day 0": range(16, 64),
    "persons, on day 0": range(256, 258),
    "lives, on day 0": range(512, 513),
    "windows of lives, on day 0": range(513, 514),
    "events, by number in place of the day": range(514, 515),
    "loves of lives, on day 0": range(520, 1024),
    "beliefs of the coach": range(1024, 1032),
    "draws of parameters": range(4095, 4096),
    "experiments": range(4096, 2**32),
}
"""All streams of chance, each for one use. No two overlap, so that no draw disturbs another one."""

EVENT_STREAM = STREAMS["events, by number in place of the day"].start
TEXT_STREAM = STREAMS["scenes and events"].start
WORDING_STREAM = STREAMS["wordings"].start
FACT_STREAM = STREAMS["facts of talks"].start
TELL_WORD_STREAM = STREAMS["tells and seats at the next table"].start
BOT_STREAM = STREAMS["dice of bots"].start
TRAIT_STREAM = STREAMS["traits, on day 0"].start
PERSONA_STREAM = STREAMS["persons, on day 0"].start
LIFE_STREAM = STREAMS["lives, on day 0"].start
WINDOW_STREAM = STREAMS["windows of lives, on day 0"].start
LOVE_STREAM = STREAMS["loves of lives, on day 0"].start
BELIEF_STREAM = STREAMS["beliefs of the coach"].start
PARAMETER_STREAM = STREAMS["draws of parameters"].start
EXPERIMENT_STREAM = STREAMS["experiments"].start
