"""Of people who look alike, how many say yes to what is asked of them: by their situation, and by what makes it less.

Measured like `odds_seen.py`, on everybody who could have been asked on many mornings of games by all kinds of players,
some of whom sent a message to everybody. `tests/lab/signs/test_mirror_lately.py` measures the figures again.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from game.engine.seen.seen_conditions import CONDITIONS, Signs, asked_in_vain, sent_to_all_lately
from game.engine.seen.situations import moods_of_move, situation_of

AGREED: Mapping[str, Mapping[str, int]] = MappingProxyType({
    "ask_to_share": {
        "acquaintance": 45, "cool": 15, "crowded": 20, "friend": 85, "needs": 50, "refused": 5, "regular": 55,
        "stranger": 25, "torn": 40, "unanswered": 50,
    },
    "pitch": {
        "acquaintance": 10, "cool": 5, "crowded": 5, "friend": 55, "ready": 65, "refused": 0, "regular": 15,
        "stranger": 5, "torn": 10, "unanswered": 10,
    },
    "propose": {
        "acquaintance": 20, "cool": 5, "crowded": 10, "customer": 75, "friend": 30, "needs": 65,
        "needs_only": 25, "ready": 75, "refused": 0, "regular": 25, "stranger": 10, "torn": 15, "unanswered": 15,
    },
    "small_offer": {
        "acquaintance": 70, "cool": 45, "crowded": 45, "friend": 90, "needs": 80, "refused": 15, "regular": 80,
        "stranger": 55, "torn": 65, "unanswered": 75,
    },
})  # fmt: skip
"""Of a hundred in a situation, how many say yes where nothing of `LESS` holds; in steps of five."""

LESS: Mapping[str, tuple[Callable[[Signs], object], Mapping[str, Mapping[str, int]]]] = MappingProxyType({
    "not_warm": (lambda s: s.warm < 1.0, {
        "propose": {"ready": 55, "needs": 45, "customer": 50},
        "small_offer": {"needs": 65, "unanswered": 55, "torn": 45, "friend": 85},
        "ask_to_share": {"friend": 70, "torn": 20, "unanswered": 25},
        "pitch": {"friend": 35, "ready": 40},
    }),
    "in_vain": (asked_in_vain, {
        "propose": {"needs": 35, "customer": 50},
        "small_offer": {"torn": 40, "unanswered": 55},
        "ask_to_share": {"torn": 20, "unanswered": 25, "friend": 75},
        "pitch": {"friend": 35},
    }),
    "sent_to_all": (sent_to_all_lately, {
        "propose": {"needs": 40, "customer": 50},
        "small_offer": {"acquaintance": 60, "needs": 60, "stranger": 40, "torn": 40, "unanswered": 40, "friend": 85},
        "ask_to_share": {"acquaintance": 35, "friend": 70, "needs": 35, "stranger": 15, "torn": 20, "unanswered": 20},
        "pitch": {"friend": 40},
    }),
    "once": (lambda s: s.contacts < 2.0, {
        "propose": {"customer": 25},
        "small_offer": {"needs": 60, "unanswered": 50, "stranger": 45, "acquaintance": 60},
        "ask_to_share": {"unanswered": 20, "stranger": 20, "acquaintance": 40, "friend": 50, "needs": 40},
        "pitch": {"friend": 15},
    }),
})  # fmt: skip
"""What makes a yes rarer, and how many of a hundred say yes then: no warm words, a question in vain, a message to
everybody of late, no more than one contact."""


def agreed_by(move: str, situation: str, signs: Signs | None = None) -> int | None:
    """Of a hundred who look alike, how many say yes to a question; None for a move of which that is not known.

    Args:
        move: its id.
        situation: of the one who is asked.
        signs: all that can be seen of them, as numbers; left out, nothing of `LESS` is taken to hold.

    >>> agreed_by("propose", "ready"), agreed_by("like", "new")
    (75, None)
    """
    most = AGREED.get(move, {}).get(situation)
    if most is None or signs is None:
        return most
    found = [figures[move][situation] for holds, figures in LESS.values()
             if situation in figures.get(move, {}) and bool(holds(signs))]  # fmt: skip
    return min([most, *found])


BASE = "stranger"
"""The situation of those of whom nothing speaks for a yes: every figure is told from there."""
HELD_BACK = frozenset({"crowded", "torn", "refused", "cool", "unanswered", "needs_only"})
"""Situations of those who would say yes more often if one thing were otherwise."""
TORN = "torn"
"""The one of them that lies between a good sign and a bad one: what lowers its figure is told of the two."""


class AskedStep(NamedTuple):
    """One thing that can be seen, and how many of a hundred say yes when it counts as well."""

    by: str  # a situation, or a key of `LESS`
    yes: int


def steps_to(move: str, signs: Signs) -> tuple[AskedStep, ...]:
    """How the figure of a question comes about: strangers first, then what raises it, then what lowers it.

    The last step has the figure that `agreed_by` tells, but for a rise of half a person of ten that nothing explains.

    Args:
        move: id of a question.
        signs: all that can be seen of one follower, as numbers.

    Returns:
        The steps; () for a question of which no figures are known, such as one that an author has added.
    """
    if move not in AGREED:
        return ()
    figures, order, situation = AGREED[move], tuple(moods_of_move(move)), situation_of(move, signs)
    free = [name for name in order if name not in HELD_BACK]
    raised = next((name for name in free[:-1] if CONDITIONS[name](signs)), free[-1])
    last = agreed_by(move, situation, signs) or 0
    found = [AskedStep(BASE, figures[BASE])]
    if raised != BASE:
        found.append(AskedStep(raised, max(last, figures[raised])))
    if situation in HELD_BACK:
        lower = min(figures[situation], found[-1].yes)
        found.append(AskedStep(situation, last if situation == TORN and lower == found[-1].yes > last else lower))
    if last < found[-1].yes:
        found.append(AskedStep(_lowered_by(move, situation, last, signs), last))
    return tuple(found)


def _lowered_by(move: str, situation: str, to: int, signs: Signs) -> str:
    """What of `LESS` lowers a figure to what it is."""
    return next(
        name for name, (holds, less) in LESS.items() if less.get(move, {}).get(situation) == to and bool(holds(signs))
    )
