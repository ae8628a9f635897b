"""What an agent sees: a `Sight` as two arrays of numbers from 0 to 1, each with a name. Nothing hidden gets in.

Ages in days become freshness, 2 / (2 + days): 1 today, 2/3 yesterday, 0 when it never happened. Counts become
n / (n + 2). Both can be turned back, so nothing that a player sees is lost.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.sight import Sight
from game.model.arrays import Array
from game.model.signals import TELLS, Signal
from game.model.state import AGES, HAPPENED
from game.scenario.compiling.compile import Compiled

DAY = 24.0  # hours
COUNTS = (
    "contacts", "repeats", "post_repeats", "asks", "bought", "warm", "short", "cool", "questions", "needs", "pitches",
    "shares", "likes", "turns", "prices", "asked_how", "baits", "errands", "standing", "sold", "apologies",
)  # fmt: skip
FLAGS = ("present", "compliment", "looked")
SIGNALS = tuple(s for s in Signal if s is not Signal.NONE and s not in TELLS)
STEPS = float(len(TELLS))


def fresh(age: Array) -> Array:
    """Ages in days, or `NEVER`, as freshness 1..0.

    >>> fresh(np.array([0.0, 1.0, 2.0, 999.0])).round(2).tolist()
    [1.0, 0.67, 0.5, 0.0]
    """
    return np.asarray(np.where(age < HAPPENED, 2.0 / (2.0 + np.maximum(age, 0.0)), 0.0))


def counted(number: Array) -> Array:
    """Counts 0.. as 0..1.

    >>> counted(np.array([0.0, 1.0, 2.0, 6.0])).round(2).tolist()
    [0.0, 0.33, 0.5, 0.75]
    """
    return np.asarray(number / (number + 2.0))


@dataclass(frozen=True)
class SeenLayout:
    """The names of what is seen, in order."""

    account: tuple[str, ...]  # of the day and the contents
    followers: tuple[str, ...]  # of each follower
    moves: tuple[int, ...]  # rows of the moves whose last use is shown


def layout_of(compiled: Compiled, moves: tuple[int, ...]) -> SeenLayout:
    """The names for a scenario.

    Args:
        compiled: the scenario.
        moves: rows of the direct moves an agent can make.
    """
    contents = compiled.contents
    account = ["day", "hours", *(f"hours_of.{c}" for c in contents), *(f"usable.{c}" for c in contents)]
    followers = [
        *FLAGS, "follow_age", "tell", "glow", *AGES, *COUNTS,
        *(f"last_move.{compiled.rules.moves.ids[m]}" for m in moves),
        *(f"reaction.{s.id}" for s in SIGNALS), *(f"initiative.{s.id}" for s in SIGNALS),
        *(f"seems_fit.{c}" for c in contents),
    ]  # fmt: skip
    return SeenLayout(tuple(account), tuple(followers), moves)


def observed(sight: Sight, layout: SeenLayout) -> dict[str, Array]:
    """What is seen of B games.

    Args:
        sight: B games on a morning.
        layout: the names, in order.

    Returns:
        `account` (B, A) and `followers` (B, F, K), float32, 0..1.
    """
    batch, followers = sight.ledger.present.shape
    contents = sight.content_hours.shape[1]
    account = np.empty((batch, len(layout.account)), dtype=np.float32)
    account[:, 0] = min(1.0, sight.day / sight.days)
    account[:, 1] = np.minimum(1.0, sight.hours / DAY)
    account[:, 2 : 2 + contents] = np.minimum(1.0, sight.content_hours / DAY)
    account[:, 2 + contents :] = sight.usable

    seen = np.empty((len(layout.followers), batch, followers), dtype=np.float32)
    book, place = sight.ledger, 0
    for name in FLAGS:
        seen[place] = getattr(book, name)
        place += 1
    seen[place] = np.minimum(1.0, book.follow_age / sight.days)
    seen[place + 1] = book.tell / STEPS
    seen[place + 2] = 0.5 + book.glow / (STEPS - 1.0)
    place += 3
    for name in AGES:
        seen[place] = fresh(getattr(book, name))
        place += 1
    for name in COUNTS:
        seen[place] = counted(getattr(book, name))
        place += 1
    for move in layout.moves:
        seen[place] = book.last_move == move
        place += 1
    for kind in ("reaction", "initiative"):
        if sight.signals is None:
            seen[place : place + len(SIGNALS)] = 0.0
        else:
            came = getattr(sight.signals, kind)
            for i, signal in enumerate(SIGNALS):
                seen[place + i] = came == signal
        place += len(SIGNALS)
    seen[place:] = np.moveaxis(sight.seems_fit, 2, 0)
    return {"account": account, "followers": np.ascontiguousarray(np.moveaxis(seen, 0, 2))}
