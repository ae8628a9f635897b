"""Who takes part: the game's default crowd, and what a run of experiments changes for all panels."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from game.model.cast import motives
from game.model.cast.written import Cast
from game.model.parameters import Params

TOPICS, FORMATS, CONTENTS = 5, 7, 10


@dataclass(frozen=True)
class Laboratory:
    """What a run of experiments changes for all panels at once."""

    followers: int = 5000
    params: Params = field(default_factory=Params)


_STANDARD = Laboratory()
current: ContextVar[Laboratory] = ContextVar("laboratory", default=_STANDARD)


@contextmanager
def laboratory(*, followers: int = 5000, params: Params | None = None) -> Iterator[None]:
    """Panels made inside have this many followers and these constants unless they say otherwise."""
    token = current.set(Laboratory(followers, params or Params()))
    try:
        yield
    finally:
        current.reset(token)


def default_crowd(size: int, circle: int, motive: int, trust: float, days: int) -> Cast:
    """The game's default mix of motives, nobody written in advance.

    Args:
        size: 1..64, columns.
        circle: 1..size, how many of them know each other (in a ring).
        motive: row, or −1 for the mix.
        trust: 0..1 on the first day, or −1 for the mix.
        days: within which needs come up.
    """
    number = np.arange(size)
    start = number - number % circle
    after, before = start + (number - start + 1) % circle, start + (number - start - 1) % circle
    known = {f.name for f in fields(Cast)}
    values: dict[str, Any] = {
        "motive": np.full(size, motive),
        "mix": motives.table().columns["share"],
        "love": np.full((size, TOPICS), -1.0),
        "likes_format": np.full((size, FORMATS), -1.0),
        "trust": np.full(size, trust),
        "arrives": np.ones(size),
        "mutual": np.ones(size),
        "ties": np.stack([after, before], axis=1),
        "tie_weight": np.full((size, 2), 1.0 if circle > 1 else 0.0),
        "about": np.eye(CONTENTS, TOPICS) + np.eye(CONTENTS, TOPICS, -TOPICS),
        "content_format": np.arange(CONTENTS) % FORMATS,
        "days": days,
        "seed": -1,
        "lives": None,
    }
    left_to_chance: dict[str, Any] = {name: np.full(size, -1.0) for name in known - set(values)}
    return Cast(**values, **left_to_chance)
