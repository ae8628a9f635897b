"""Questions to which no word came: a no is told in the night of the question, spoken or not."""

from game.engine.position import Position
from game.model.moves import ASKS_FROM
from game.session.entries import PlanMove

NO_ANSWER = "no_answer"
"""The kind of item that tells of an ask without an answer."""


def asks_for_a_yes(item: PlanMove, before: Position) -> bool:
    """Whether a move asks somebody for something, so that a yes or a no belongs to it."""
    return bool(item.who) and before.compiled.rules.moves.row(item.move).ask >= ASKS_FROM
