"""What the date mirror says of a move before it is made: how it is taken, and by how many who look like that."""

from game.engine.odds_seen import AGREED, taken_by
from game.engine.situations import WELL
from game.session.words.numbers_told import in_tens

NO_VERDICT = "neutral"
"""The mood of a scene without a verdict."""
EITHER_WAY = frozenset({"split", "unseen", "open", "hopeful", "doubtful"})
"""Odds of which neither a good nor a bad sign can be made."""
_WITHOUT_VERDICT = {"hopeful": "Open, but mostly well taken", "doubtful": "Open, but mostly badly taken"}


def verdict_told(mood: str, odds: str) -> str:
    """The forecast of a move in a few words, no surer than the nights are.

    Args:
        mood: of the scene.
        odds: how surely people who look like that take the move so.

    >>> verdict_told("warm", "steady"), verdict_told("weary", "mixed"), verdict_told("delighted", "split")
    ('Likely well taken', 'Mostly badly taken', 'May light up, may turn away')
    """
    if odds == "unseen":
        return "Mostly nothing shows"
    if mood == NO_VERDICT:
        return _WITHOUT_VERDICT.get(odds, "May go either way")
    taken = "well taken" if mood in WELL else "badly taken"
    if odds == "split":
        return "May light up, may turn away" if mood in WELL else "May turn away, may light up"
    return f"{'Likely' if odds == 'steady' else 'Mostly'} {taken}"


def counted_told(move: str, situation: str) -> str:
    """How many of ten people who look like that take a move well and badly; "" where that is not known.

    Args:
        move: its id.
        situation: of the follower before it.

    >>> counted_told("follow_up", "talk")
    'By this alone, of ten people about eight light up, and about one turns away.'
    >>> counted_told("propose", "needs")
    'By this alone, of ten people about three say yes, and about four or five turn away.'
    """
    taken = taken_by(move, situation)
    if taken is None:
        return ""
    agreed = AGREED.get(move, {}).get(situation)
    well = (
        in_tens(agreed, "says yes", "say yes") if agreed is not None else in_tens(taken.glad, "lights up", "light up")
    )
    return f"By this alone, of ten people {well}, and {in_tens(taken.ill, 'turns away', 'turn away')}."
