"""What the date mirror says of a move before it is made: how it is taken, and how surely."""

from game.engine.situations import WELL

NO_VERDICT = "neutral"
"""The mood of a scene without a verdict."""
EITHER_WAY = frozenset({"split", "unseen"})
"""Odds of which neither a good nor a bad sign can be made."""


def verdict_told(mood: str, odds: str) -> str:
    """The forecast of a move in a few words, no surer than the nights are.

    Args:
        mood: of the scene.
        odds: how surely people who look like that take the move so.

    >>> verdict_told("warm", "steady"), verdict_told("weary", "mixed"), verdict_told("delighted", "split")
    ('Likely well taken', 'Mostly badly taken', 'May light up, may turn away')
    """
    if mood == NO_VERDICT:
        return "You cannot tell yet"
    if odds == "unseen":
        return "Mostly nothing shows"
    taken = "well taken" if mood in WELL else "badly taken"
    if odds == "split":
        return "May light up, may turn away" if mood in WELL else "May turn away, may light up"
    return f"{'Likely' if odds == 'steady' else 'Mostly'} {taken}"
