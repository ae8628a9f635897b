"""A trained score of all that can be seen of a follower: how likely a proposal would be accepted.

The weights stand in `assets/builtin/reader.json`. `scripts/train_reader.py` makes them, from games of the shipped
scenarios with new people; the file names its seed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from game.files import read_regular
from game.model import Ledger
from game.model.arrays import Array
from game.resources import ASSETS

WEIGHTS = ASSETS / "builtin" / "reader.json"
MOST_BYTES = 100_000
FRESH_DAYS = 4.0  # days after which what was seen counts half
AGES = ("waiting", "shared_age", "news_age", "need_age", "talk_age", "contact_age", "decline_age")
COUNTS = (
    "warm", "short", "cool", "questions", "needs", "prices", "asked_how", "baits", "errands", "pitches", "shares",
    "likes", "contacts", "turns", "standing",
)  # fmt: skip


def reading(book: Ledger) -> dict[str, Array]:
    """What can be seen of each follower (B, F), by name, each between −1 and 1: what is fresh, what has been often."""
    found: dict[str, Array] = {name: FRESH_DAYS / (FRESH_DAYS + getattr(book, name)) for name in AGES}
    found |= {name: getattr(book, name) / (2.0 + getattr(book, name)) for name in COUNTS}
    own, others = book.needs + book.prices, book.asked_how + book.baits + book.errands + book.pitches
    theirs = own / (0.5 + own + others)
    found["looked"] = book.looked
    found["tells"] = book.glow / 3.0
    found["warm share"] = book.warm / (1.0 + book.warm + book.short + book.cool)
    found["need of their own"] = theirs
    found["fresh need of their own"] = theirs * found["need_age"]
    found["such a need, known"] = found["fresh need of their own"] * found["contacts"]
    found["such a need, fond"] = found["fresh need of their own"] * found["warm share"]
    found["days"] = book.follow_age / (10.0 + book.follow_age)
    return found


@dataclass(frozen=True, eq=False)
class Weights:
    """A score of the signs, and the score from which it asks."""

    start: Any  # the score where there is no sign: a number, or one for each episode (B, 1)
    by_sign: Mapping[str, Any]
    asks_from: Any

    def score(self, book: Ledger) -> Array:
        """Log odds (B, F) that a proposal would be accepted."""
        signs = reading(book)
        total: Array = self.start + 0.0 * book.present
        for name in sorted(self.by_sign):
            total = total + self.by_sign[name] * signs[name]
        return total


@cache
def trained_weights() -> Weights:
    """The weights of the file."""
    kept = json.loads(read_regular(WEIGHTS, MOST_BYTES))
    return Weights(float(kept["start"]), {n: float(w) for n, w in kept["weights"].items()}, float(kept["asks_from"]))


STRONG: Mapping[str, Mapping[str, float]] = {
    "fresh": {"need_age": 0.0}, "known": {"contacts": 5.0}, "often": {"needs": 3.0}, "page": {"looked": 1.0},
    "lately": {"contact_age": 0.0}, "talks": {"turns": 5.0}, "own": {"errands": 0.0, "asked_how": 0.0},
}  # fmt: skip
"""What is so with most of those of whom all signs together make a yes likely, each by a name."""


def weakest(book: Ledger, column: int) -> str:
    """What lowers the score of somebody most, of all that could be as with those who mostly say yes.

    Args:
        book: of the morning, in a single game.
        column: of the follower.

    Returns:
        A key of `STRONG`.
    """
    weights = trained_weights()

    def score(values: Mapping[str, float]) -> float:
        other = replace(book, **{name: np.full_like(getattr(book, name), value) for name, value in values.items()})
        return float(weights.score(other)[0, column])

    return max(STRONG, key=lambda name: score(STRONG[name]))
