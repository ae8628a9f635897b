"""Which wishes a player could carry out. A bot makes no other moves: what a bot finds, a player could find."""

from dataclasses import replace

import numpy as np

from game.bots.bot import Wishes
from game.engine.legal import in_the_way, not_open
from game.engine.sight import Sight
from game.model import Rules
from game.model.arrays import Array


def possible(sight: Sight, rules: Rules, move: Array, sharing: Array | None = None) -> Array:
    """Where a player could make these moves (..., B, F) boolean, attention aside.

    Introductions are never possible: a wish names no second person.

    Args:
        sight: the morning.
        rules: of the scenario.
        move: numbers of moves in a shape that spreads to (..., B, F); 0, for none, is always possible.
        sharing: (..., B, F) boolean, whether there is something to share; left out, that is not asked.
    """
    fine: Array = move != sight.number("introduce")
    for _, stands in in_the_way(sight.ledger, rules, move, sight.day, sharing=sharing):
        fine = fine & ~stands
    return fine


def only_possible(wishes: Wishes, sight: Sight, rules: Rules) -> Wishes:
    """The wishes without the moves that a player could not make."""
    sharing = wishes.content >= 0 if sight.usable.shape[1] else None
    fine = possible(sight, rules, wishes.move, sharing)
    wishes = replace(wishes, move=np.where(fine, wishes.move, 0), content=np.where(fine, wishes.content, -1))
    closed = not_open(rules, wishes.post, sight.day)
    if closed is None:
        return wishes
    return replace(
        wishes, post=np.where(closed, 0, wishes.post), post_content=np.where(closed, -1, wishes.post_content)
    )
