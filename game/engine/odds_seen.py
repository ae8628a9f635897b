"""How surely a move is taken as its mood says, among people who look alike: measured over played games.

After a move a tell shows how it was taken. In most situations one in five is taken the other way, so a forecast without
a word of that would be warmer, or colder, than the nights. `tests/lab/signs/test_mirror_odds.py` plays games and
compares what is said here with the tells that came.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from game.scenario.format.vocabulary import Situation

Odds = Literal["steady", "mixed", "split", "unseen"]
"""Of those who look alike, how many take a move the other way than its mood says: at most one in seven; about one in
five; one in three and more; or it is hardly ever seen how they took it."""

UNSEEN_MOVES = frozenset({"look_around", "give_space"})
"""Moves of which hardly anybody shows how they took it."""
STEADY: Mapping[str, frozenset[Situation]] = MappingProxyType({
    "comment": frozenset({"new"}),
    "ask_about_them": frozenset({"new", "rested"}),
    "follow_up": frozenset({"talk"}),
    "ask_their_view": frozenset({"praised", "new", "rested"}),
    "answer": frozenset({"complained", "pitched", "needing", "asked"}),
    "thank_publicly": frozenset({"praised"}),
    "share_resource": frozenset({"fits"}),
    "congratulate": frozenset({"news"}),
    "propose": frozenset({"refused", "cool", "ready", "stranger"}),
    "ask_to_share": frozenset({"refused", "unanswered"}),
    "pitch": frozenset({"crowded", "torn", "refused", "cool", "unanswered", "acquaintance", "stranger"}),
})  # fmt: skip
"""Situations in which at most one in seven takes it the other way."""
SPLIT: Mapping[str, frozenset[Situation]] = MappingProxyType({
    "like": frozenset({"crowded", "spoke", "rested"}),
    "comment": frozenset({"crowded"}),
    "ask_about_them": frozenset({"crowded"}),
    "ask_their_view": frozenset({"crowded"}),
    "thank_privately": frozenset({"unanswered"}),
    "share_resource": frozenset({"crowded"}),
    "apologise": frozenset({"sorry"}),
    "small_offer": frozenset({"crowded", "needs"}),
    "propose": frozenset({"acquaintance"}),
})  # fmt: skip
"""Situations in which one in three and more takes it the other way."""


def odds_of(move: str, situation: str) -> Odds:
    """How surely a move is taken as its mood says.

    Args:
        move: its id.
        situation: of the follower before it.

    >>> odds_of("follow_up", "talk"), odds_of("small_offer", "needs"), odds_of("help", "need")
    ('steady', 'split', 'mixed')
    """
    if move in UNSEEN_MOVES:
        return "unseen"
    if situation in STEADY.get(move, frozenset()):
        return "steady"
    return "split" if situation in SPLIT.get(move, frozenset()) else "mixed"
