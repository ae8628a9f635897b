"""Which moves can be made today, and why not, over a batch: one rule for bots, agents and people.

The session tells an obstacle in words. It also refuses what a bot cannot even express in its arrays: a move to
everybody that names one follower, a content with a move that shares none, an introduction to nobody.
"""

from enum import IntEnum
from functools import lru_cache
from typing import Any

import numpy as np

from game.engine.fresh_for_days import NEWS_DAYS, SHARE_DAYS
from game.engine.hours import in_grains
from game.kernel.graph.tracing import looked_up
from game.model import Ledger, Rules
from game.model.arrays import Array
from game.model.moves import MoveTable
from game.model.state import HAPPENED


class Obstacle(IntEnum):
    """What stands in the way of a move, the first in this order."""

    NONE = 0
    """The move can be made."""
    NOT_OPEN = 1
    """The scenario opens it on a later day."""
    NOT_FOLLOWING = 2
    """They have not come yet, or have left."""
    NOTHING_WAITS = 3
    """An answer wants a message that waits for one."""
    NO_NEWS = 4
    """Good wishes want good news of the last `NEWS_DAYS`."""
    NOTHING_TOLD = 5
    """To follow up, one must have been told something: every warm or short answer tells something."""
    NOTHING_SHARED = 6
    """To pass on a share, there must be one of the last `SHARE_DAYS`."""
    PROFILE_READ = 7
    """A profile is read once."""
    TOO_FEW_HOURS = 8
    """It takes more attention than is left today."""
    NOTHING_TO_SHARE = 9
    """It shares a content, and there is none to share."""


def needs_content(rules: Rules) -> Array:
    """Which moves share something (M,) boolean: they need a content to be made with."""
    table = rules.moves
    return np.asarray((table.columns["uses_fit"] > 0.5) & ~np.array([needs_partner(move) for move in table.ids]))


def needs_partner(move: str) -> bool:
    """Whether a move is made with a second follower: an introduction is."""
    return move == "introduce"


def not_open(rules: Rules, move: Array, day: Any) -> Array | None:
    """Where a move is not open yet, in the shape of `move`; None where the scenario opens all from the first day.

    Args:
        rules: of the scenario.
        move: rows of the move table; posts have the same rule.
        day: 1.., a number or what a policy traces it by.
    """
    opens = rules.moves.opens
    return None if opens.max() <= 1.0 else looked_up(opens, move) > day


@lru_cache(maxsize=64)
def _flags(table: MoveTable) -> tuple[Array, ...]:
    """What `in_the_way` asks of moves, each (M,) boolean: direct, answers, cheers, follows up, flaunts, reads."""
    direct = (table.columns["to_all"] < 0.5) & (np.arange(len(table)) > 0)
    return direct, *(table.columns[name] > 0.5 for name in ("answers", "cheers", "follows_up", "flaunts", "reads"))


def in_the_way(
    ledger: Ledger, rules: Rules, move: Array, day: Any, *, spare: Array | None = None, sharing: Array | None = None
) -> tuple[tuple[Obstacle, Array], ...]:
    """Each obstacle with where it stands in the way (..., B, F) boolean, in their order. It can be traced.

    Args:
        ledger: of the morning (B, F).
        rules: of the scenario.
        move: rows of the move table, 0 for none; in a shape that spreads to (..., B, F).
        day: to be played, 1.., a number or what a policy traces it by.
        spare: grains of attention that the move may take, spreading likewise; left out, attention is not asked for.
        sharing: boolean, whether there is something to share, spreading likewise; left out, that is not asked.
    """
    direct, answers, cheers, follows_up, flaunts, reads = (looked_up(flags, move) for flags in _flags(rules.moves))
    closed = not_open(rules, move, day)
    found: list[tuple[Obstacle, Array]] = [] if closed is None else [(Obstacle.NOT_OPEN, closed)]
    found += [
        (Obstacle.NOT_FOLLOWING, direct & (ledger.present < 0.5)),
        (Obstacle.NOTHING_WAITS, answers & (ledger.waiting >= HAPPENED)),
        (Obstacle.NO_NEWS, cheers & (ledger.news_age > NEWS_DAYS)),
        (Obstacle.NOTHING_TOLD, follows_up & (ledger.warm + ledger.short < 1.0)),
        (Obstacle.NOTHING_SHARED, flaunts & (ledger.shared_age > SHARE_DAYS)),
        (Obstacle.PROFILE_READ, reads & (ledger.looked > 0.5)),
    ]
    if spare is not None:
        found.append((Obstacle.TOO_FEW_HOURS, looked_up(in_grains(rules.moves.columns["hours"]), move) > spare))
    if sharing is not None:
        found.append((Obstacle.NOTHING_TO_SHARE, looked_up(needs_content(rules), move) & ~sharing))
    return tuple(found)


def obstacles(
    ledger: Ledger, rules: Rules, move: Array, day: int, *, spare: Array | None = None, sharing: Array | None = None
) -> Array:
    """What stands in the way of moves, (..., B, F) int8, as numbers of `Obstacle`; 0 where a move can be made.

    It takes the arguments of `in_the_way`, and cannot be traced.
    """
    found: Array = np.zeros(ledger.present.shape, dtype=np.int8)
    for obstacle, stands in reversed(in_the_way(ledger, rules, move, day, spare=spare, sharing=sharing)):
        found = np.where(stands, np.int8(obstacle), found)
    return found
