"""How a move is taken by people who look alike: measured over played games, for each situation that can be told apart.

On many mornings of games by all kinds of players each move was made to everybody who could have been chosen, and the
body of that night was read: lit up, turned away, or neither. So the figures are those of people who look like that, and
not of those whom somebody chose with care. `tests/lab/signs/test_mirror_odds.py` measures them again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class TakenByTen(NamedTuple):
    """Of a hundred people who look alike, how many take a move how."""

    glad: int
    ill: int


UNSEEN_MOVES = frozenset({"look_around", "give_space"})
"""Moves of which nobody shows how they took it."""
FEW, MANY, MORE_THAN_HALF = 15, 35, 55
"""Of a hundred: so many are exceptions, so many are no exceptions any more, so many are most."""
TAKEN: Mapping[str, Mapping[str, tuple[int, int]]] = MappingProxyType({
    "like": {
        "crowded": (35, 40), "new": (55, 25), "unanswered": (45, 35), "spoke": (40, 40), "rested": (40, 40)
    },
    "comment": {
        "crowded": (40, 40), "new": (65, 15), "unanswered": (65, 20), "spoke": (65, 25), "rested": (55, 25)
    },
    "ask_about_them": {
        "crowded": (45, 45), "new": (70, 15), "unanswered": (70, 20), "spoke": (70, 20), "rested": (60, 25)
    },
    "follow_up": {
        "talk": (80, 10), "crowded": (40, 45), "unanswered": (55, 25), "stale": (75, 15)
    },
    "ask_their_view": {
        "praised": (80, 10), "crowded": (40, 50), "new": (85, 10), "unanswered": (70, 20), "spoke": (70, 20),
        "rested": (60, 25),
    },
    "answer": {
        "complained": (60, 35), "pitched": (65, 25), "needing": (70, 20), "asked": (80, 15)
    },
    "thank_publicly": {
        "praised": (80, 10), "plain": (70, 15), "crowded": (20, 60), "unanswered": (40, 40), "unearned": (45, 35)
    },
    "thank_privately": {
        "praised": (85, 10), "plain": (75, 20), "crowded": (30, 50), "unanswered": (40, 40), "unearned": (45, 35)
    },
    "share_resource": {
        "crowded": (30, 55), "fits": (80, 10), "misfit": (45, 50), "unanswered": (40, 40), "half_fits": (65, 20),
        "unread": (60, 30),
    },
    "help": {
        "need": (80, 15), "crowded": (60, 25), "no_need": (75, 15)
    },
    "introduce": {
        "crowded": (35, 50), "new": (65, 20), "unanswered": (55, 35), "spoke": (65, 25), "rested": (50, 35)
    },
    "amplify": {
        "heard": (70, 15), "crowded": (55, 25), "unheard": (70, 15)
    },
    "congratulate": {
        "news": (70, 20), "old_news": (45, 40)
    },
    "apologise": {
        "sorry": (35, 45), "hurt": (65, 20), "sour": (60, 30), "unhurt": (55, 30)
    },
    "small_offer": {
        "crowded": (45, 50), "torn": (45, 55), "refused": (20, 75), "cool": (50, 45), "unanswered": (70, 25),
        "needs": (80, 20), "friend": (95, 0), "regular": (90, 5), "acquaintance": (85, 10), "stranger": (70, 25),
    },
    "propose": {
        "crowded": (15, 80), "refused": (5, 90), "torn": (20, 75), "cool": (15, 80), "ready": (75, 20),
        "needs_only": (40, 50), "needs": (65, 30), "unanswered": (30, 65), "customer": (70, 25), "friend": (70, 25),
        "regular": (55, 30),
        "acquaintance": (45, 45), "stranger": (20, 75),
    },
    "ask_to_share": {
        "crowded": (10, 85), "torn": (20, 70), "refused": (10, 85), "cool": (15, 80), "unanswered": (30, 60),
        "friend": (65, 15), "regular": (65, 25), "acquaintance": (50, 30), "needs": (45, 50), "stranger": (35, 55),
    },
    "retweet_share": {
        "plain": (25, 60), "unanswered": (35, 30), "any": (55, 30)
    },
    "pitch": {
        "crowded": (10, 85), "torn": (15, 80), "refused": (5, 90), "cool": (10, 90), "unanswered": (15, 75),
        "ready": (70, 25), "friend": (55, 35), "regular": (45, 45), "acquaintance": (30, 60), "stranger": (15, 80),
    },
})  # fmt: skip
"""Of a hundred in a situation, how many light up at a move, and how many turn away; in steps of five."""
TAKEN_BY_ALL: Mapping[str, Mapping[str, tuple[int, int]]] = MappingProxyType({"blast_dm": {"any": (15, 75)}})
"""The same of what goes to everybody, of all who got it."""
PRICED: Mapping[str, frozenset[str]] = MappingProxyType({
    "ask_to_share": frozenset({"cool", "crowded", "refused", "torn", "unanswered"}),
    "propose": frozenset({"cool", "crowded", "torn", "unanswered"}),
    "small_offer": frozenset({"cool", "crowded", "unanswered"}),
})  # fmt: skip
"""Situations in which even who says yes trusts you less after the question, by a point or more on average."""


def taken_by(move: str, situation: str) -> TakenByTen | None:
    """How people who look alike take a move; None where that is not measured: a post, a move that an author added.

    >>> taken_by("follow_up", "talk"), taken_by("post_story", "fits")
    (TakenByTen(glad=80, ill=10), None)
    """
    found = TAKEN.get(move, TAKEN_BY_ALL.get(move, {})).get(situation)
    return TakenByTen(*found) if found is not None else None
