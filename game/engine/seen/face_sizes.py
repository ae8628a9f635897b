"""How much a bright or a dark face stands for: the change of trust behind it, measured for each situation of a move.

On the games of `odds_seen` the trust of everybody who lit up, or turned away at once, was compared before and after
the move. Where even they changed by little, a face was mostly chance, and words for it are small. It is told by what
can be seen before the move alone; `tests/lab/signs/test_face_sizes.py` measures the figures again.
"""

from collections.abc import Mapping
from types import MappingProxyType

LARGE_CHANGE, CLEAR_CHANGE = 2.0, 1.0
"""Points of trust from which the largest words are in proportion, and from which clear ones are."""
LARGEST_WORDS, CLEAR_WORDS, SMALL_WORDS = 3, 2, 1
"""Steps from the middle of the seven."""
CHANGES: Mapping[str, Mapping[str, tuple[float, float]]] = MappingProxyType({
    "like": {
        "crowded": (0, -0.5), "new": (0.5, 0), "unanswered": (0, 0), "spoke": (0, 0), "rested": (0, 0),
    },
    "comment": {
        "crowded": (0, -0.5), "new": (3, 0), "unanswered": (1, 0), "spoke": (1, 0), "rested": (1, 0),
    },
    "ask_about_them": {
        "crowded": (0, -1), "new": (4, 0), "unanswered": (1.5, 0), "spoke": (1.5, 0), "rested": (1.5, 0),
    },
    "follow_up": {
        "talk": (2.5, 0), "crowded": (0, 0), "unanswered": (0, 0), "stale": (0.5, 0),
    },
    "ask_their_view": {
        "praised": (1.5, 0), "crowded": (0, -1.5), "new": (4, 0), "unanswered": (1.5, 0), "spoke": (2, 0),
        "rested": (1.5, 0),
    },
    "answer": {
        "complained": (4.5, 0), "pitched": (3, 0), "needing": (4.5, 0), "asked": (2.5, 0),
    },
    "thank_publicly": {
        "praised": (1.5, 0), "plain": (2.5, 0), "crowded": (0, -2), "unanswered": (0, -0.5), "unearned": (0.5, 0),
    },
    "thank_privately": {
        "praised": (1.5, 0), "plain": (3, 0), "crowded": (0, -1), "unanswered": (0, 0), "unearned": (0.5, 0),
    },
    "share_resource": {
        "crowded": (0, -3), "fits": (2, 0), "misfit": (0, 0), "unanswered": (0, -1), "half_fits": (0.5, 0),
        "unread": (1.5, 0),
    },
    "help": {
        "need": (4.5, 0), "crowded": (0.5, 0), "no_need": (2.5, 0),
    },
    "introduce": {
        "crowded": (0, -2.5), "new": (2, 0), "unanswered": (1.5, -1), "spoke": (1, 0), "rested": (1, 0),
    },
    "amplify": {
        "heard": (1, 0), "crowded": (0.5, 0), "unheard": (2, 0),
    },
    "congratulate": {
        "news": (2, 0), "old_news": (0, 0),
    },
    "apologise": {
        "sorry": (0.5, -2), "hurt": (4.5, 0), "sour": (0.5, 0), "unhurt": (0, 0),
    },
    "small_offer": {
        "crowded": (0, -6), "torn": (1.5, -1), "refused": (1, -0.5), "cool": (0.5, -0.5), "unanswered": (0, -0.5),
        "needs": (1, 0), "friend": (0.5, 0), "regular": (0.5, 0), "acquaintance": (0.5, 0), "stranger": (1.5, 0),
    },
    "propose": {
        "crowded": (0, -10), "refused": (0, -6), "torn": (0, -4.5), "cool": (0, -6.5), "ready": (0, 0),
        "needs_only": (0, 0), "needs": (0, 0), "unanswered": (0, -8.5), "customer": (0, 0), "friend": (0, 0),
        "regular": (0, 0), "acquaintance": (0, 0), "stranger": (0, -11),
    },
    "ask_to_share": {
        "crowded": (0, -8.5), "torn": (0, -2.5), "refused": (0, -3.5), "cool": (0, -4.5), "unanswered": (0, -3.5),
        "friend": (0, 0), "regular": (0, 0), "acquaintance": (0, 0), "needs": (0, 0), "stranger": (0.5, -6.5),
    },
    "retweet_share": {
        "plain": (0, -4), "unanswered": (0, 0), "any": (0.5, 0),
    },
    "pitch": {
        "crowded": (0, -12.5), "torn": (0, -9.5), "refused": (0, -6.5), "cool": (0, -8.5), "unanswered": (0, -11),
        "ready": (0, 0), "friend": (0, 0), "regular": (0, 0), "acquaintance": (0, -0.5), "stranger": (0, -14),
    },
})  # fmt: skip
"""Points of trust, 0..100, by which half of those who lit up, and half of those who turned away, changed at least."""

CHANGES_BY_ALL: Mapping[str, Mapping[str, tuple[float, float]]] = MappingProxyType({"blast_dm": {"any": (0, -14.5)}})
"""The same of what goes to everybody."""


def steps_meant(move: str, situation: str) -> tuple[int, int]:
    """How far from the middle a face may be told after a move, on the dark and on the bright side, 1..3.

    >>> steps_meant("help", "need"), steps_meant("like", "spoke"), steps_meant("pitch", "stranger")
    ((1, 3), (1, 1), (3, 1))

    Args:
        move: its id.
        situation: in which it was made.

    Returns:
        Clear words on both sides for a move that is not measured, such as an author's own.
    """
    gained, lost = CHANGES.get(move, CHANGES_BY_ALL.get(move, {})).get(situation, (CLEAR_CHANGE, -CLEAR_CHANGE))
    return _words_for(-lost), _words_for(gained)


def _words_for(points: float) -> int:
    return LARGEST_WORDS if points >= LARGE_CHANGE else CLEAR_WORDS if points >= CLEAR_CHANGE else SMALL_WORDS
