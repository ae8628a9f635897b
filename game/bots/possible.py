"""Which moves a player could make today, over a batch. A bot makes no others: what a bot finds, a player could find.

The same rules as `game.session.planning.obstacle` says in words; a test plays every bot through a session and finds
that nothing of what it plans is refused.
"""

from dataclasses import replace

import numpy as np

from game.bots.bot import Wishes
from game.engine.sight import Sight
from game.kernel.graph.tracing import looked_up
from game.model import Rules
from game.model.arrays import Array


def possible(sight: Sight, rules: Rules, move: Array) -> Array:
    """Where a player could make these moves (B, F) boolean: an answer needs a message, good wishes need news.

    Args:
        sight: the morning.
        rules: of the scenario.
        move: (B, F) numbers of moves; 0, for none, is always possible.
    """
    book, columns = sight.ledger, rules.moves.columns
    answers, cheers, follows_up = (looked_up(columns[n] > 0.5, move) for n in ("answers", "cheers", "follows_up"))
    fine: Array = ~answers | (book.waiting <= 900.0)
    fine = fine & (~cheers | (book.news_age <= 5.0))
    fine = fine & (~follows_up | (book.warm + book.short >= 1.0))  # with these they tell of themselves
    fine = fine & (move != sight.number("introduce"))  # a wish names no second person
    fine = fine & ((move != sight.number("retweet_share")) | (book.shared_age <= 6.0))
    return fine & ((move != sight.number("look_around")) | (book.looked < 0.5))


def needs_content(rules: Rules) -> Array:
    """Which moves share something (M,) boolean: they need a content to be made with."""
    table = rules.moves
    return np.asarray((table.columns["uses_fit"] > 0.5) & (np.arange(len(table)) != table.index("introduce")))


def only_possible(wishes: Wishes, sight: Sight, rules: Rules) -> Wishes:
    """The wishes without the moves that a player could not make."""
    fine = possible(sight, rules, wishes.move)
    if sight.usable.shape[1]:
        fine = fine & (~looked_up(needs_content(rules), wishes.move) | (wishes.content >= 0))
    return replace(wishes, move=np.where(fine, wishes.move, 0), content=np.where(fine, wishes.content, -1))
