"""What can be seen before a move, as far as it matters for that move: one word, a situation, for each follower.

The date mirror shows a move in its situation, with a mood that `MOODS` allows there. Everything is read from the
ledger and from what contents seem to be worth, so nothing hidden gets in. `tests/lab/signs/test_mirror.py` plays games
and compares each mood with what the model does to people who look like that.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from game.engine.seen.seen_conditions import CONDITIONS, FITS, KNOWN, POSTED_OFTEN, Signs
from game.model import Ledger
from game.model.arrays import Array
from game.scenario.format.vocabulary import SITUATIONS, Mood, Situation

WELL: tuple[Mood, ...] = ("delighted", "warm")
FAIR: tuple[Mood, ...] = ("warm", "neutral")
OPEN: tuple[Mood, ...] = ("neutral",)
ILL: tuple[Mood, ...] = ("puzzled", "weary", "shocked")

_TALK: dict[Situation, tuple[Mood, ...]] = {
    "crowded": ILL, "new": FAIR, "unanswered": OPEN, "spoke": WELL, "rested": WELL,
}  # fmt: skip
_THANKS: dict[Situation, tuple[Mood, ...]] = {
    "praised": WELL, "plain": WELL, "crowded": ILL, "unanswered": ILL, "unearned": OPEN,
}  # fmt: skip
MOODS: Mapping[str, Mapping[Situation, tuple[Mood, ...]]] = MappingProxyType({
    "look_around": {"new": FAIR, "any": FAIR},
    "like": {"crowded": ILL, "new": FAIR, "unanswered": OPEN, "spoke": FAIR, "rested": FAIR},
    "comment": _TALK,
    "ask_about_them": _TALK,
    "follow_up": {"talk": WELL, "crowded": ILL, "unanswered": OPEN, "stale": FAIR},
    "ask_their_view": {"praised": WELL, **_TALK},
    "answer": {"complained": WELL, "pitched": FAIR, "needing": WELL, "asked": WELL, "any": OPEN},
    "thank_publicly": _THANKS,
    "thank_privately": _THANKS,
    "share_resource": {
        "crowded": ILL, "fits": WELL, "misfit": ILL, "unanswered": ILL, "half_fits": OPEN, "unread": OPEN,
    },
    "help": {"need": WELL, "crowded": OPEN, "no_need": FAIR},
    "introduce": {"crowded": OPEN, "new": FAIR, "unanswered": FAIR, "spoke": WELL, "rested": WELL},
    "amplify": {"heard": WELL, "crowded": OPEN, "unheard": FAIR},
    "congratulate": {"news": WELL, "old_news": OPEN},
    "apologise": {"sorry": ILL, "hurt": WELL, "sour": OPEN, "unhurt": OPEN},
    "give_space": {
        "waits": OPEN, "crowded": FAIR, "refused": FAIR, "cool": FAIR, "new": OPEN, "unanswered": FAIR, "rested": OPEN,
    },
    "small_offer": {
        "crowded": ILL, "torn": OPEN, "refused": ILL, "cool": ILL, "unanswered": OPEN, "needs": WELL, "friend": WELL,
        "regular": WELL, "acquaintance": WELL, "stranger": OPEN,
    },
    "propose": {
        "crowded": ILL, "torn": OPEN, "refused": ILL, "cool": ILL, "ready": WELL, "needs_only": OPEN,
        "needs": OPEN, "unanswered": ILL,
        "customer": OPEN, "friend": OPEN, "regular": OPEN, "acquaintance": ILL, "stranger": ILL,
    },
    "ask_to_share": {
        "crowded": ILL, "torn": OPEN, "refused": ILL, "cool": ILL, "unanswered": ILL, "friend": FAIR, "regular": OPEN,
        "acquaintance": OPEN, "needs": OPEN, "stranger": ILL,
    },
    "retweet_share": {"plain": ILL, "unanswered": OPEN, "any": OPEN},
    "pitch": {
        "crowded": ILL, "torn": ILL, "refused": ILL, "cool": ILL, "ready": OPEN, "unanswered": ILL, "friend": OPEN,
        "regular": ILL, "acquaintance": ILL, "stranger": ILL,
    },
    "post_helpful": {"often": ILL, "fits": WELL, "unread": OPEN},
    "post_question": {"often": ILL, "fits": WELL, "unread": OPEN},
    "post_story": {"often": ILL, "fits": WELL, "unread": OPEN},
    "post_promotion": {"any": ILL},
    "blast_dm": {"any": ILL},
})  # fmt: skip
"""For each move the situations that are told apart, the first that holds first, and the moods that each allows."""

ANY: Mapping[Situation, tuple[Mood, ...]] = MappingProxyType({"any": OPEN})
"""The situations of a move that an author added: nothing is known of it, so its scenes give no verdict."""


def moods_of_move(move: str) -> Mapping[Situation, tuple[Mood, ...]]:
    """The situations of a move in their order, with the moods that each allows."""
    return MOODS.get(move, ANY)


def situation_of(move: str, signs: Signs) -> Situation:
    """The situation of one follower before a move.

    Args:
        move: id of a move to one follower.
        signs: of `signs_of_one`.
    """
    order = tuple(moods_of_move(move))
    return next((name for name in order[:-1] if CONDITIONS[name](signs)), order[-1])


def situations_of(move: str, signs: Signs) -> Array:
    """The situations of everybody before a move (B, F), as numbers in `SITUATIONS`; each as `situation_of` says."""
    order = tuple(moods_of_move(move))
    names = [SITUATIONS.index(name) for name in order]
    return np.select([CONDITIONS[name](signs) for name in order[:-1]], names[:-1], names[-1])


def worth_to_known(ledger: Ledger, seems: Array) -> Array:
    """What contents seem to be worth on average to those whose profile was read (..., ), 0..1; −1 when they are few.

    Args:
        ledger: of the morning of a single game.
        seems: (F, ...) 0..1, what each content seems worth to each.
    """
    known = (ledger.present[0] > 0.5) & (ledger.looked[0] > 0.5)
    if np.count_nonzero(known) < KNOWN:
        return np.full(seems.shape[1:], -1.0)
    mean: Array = seems[known].mean(axis=0)
    return mean


def posted_often(ledger: Ledger) -> bool:
    """Whether there have been many posts of late, in a single game."""
    here = ledger.present[0] > 0.5
    return bool(here.any() and ledger.post_repeats[0][here].mean() >= POSTED_OFTEN)


def situation_of_post(move: str, often: bool, worth: float) -> Situation:
    """The situation before a post of a single game.

    Args:
        move: id of a move to everybody.
        often: of `posted_often`.
        worth: of `worth_to_known` for the content; −1 without one.
    """
    order = moods_of_move(move)
    if often and "often" in order:
        return "often"
    return "fits" if worth >= FITS and "fits" in order else tuple(order)[-1]
