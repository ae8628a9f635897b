"""What can be seen before a move, as far as it matters for that move: one word, a situation, for each follower.

The date mirror shows a move in its situation, with a mood that `MOODS` allows there. Everything is read from the
ledger and from what contents seem to be worth, so nothing hidden gets in. `tests/lab/signs/test_mirror.py` plays games
and compares each mood with what the model does to people who look like that.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

import numpy as np

from game.engine.fresh_for_days import (
    ASKED_AGAIN_DAYS,
    HURT_SHOWS_DAYS,
    LAST_WORD_DAYS,
    NEED_SEEN_DAYS,
    THANKED_FOR_DAYS,
)
from game.model import Ledger
from game.model.arrays import Array
from game.model.remembering import spoken_since
from game.model.signals import MIDDLE_TELL
from game.model.state import HAPPENED, LATELY, NEED_LATELY
from game.scenario.format.vocabulary import SITUATIONS, Mood, Situation

CROWDED = 1.5
"""Messages of yours without a word in return, by how much they invite one, from which they are too many."""
ALONE = 0.5
"""The same, from which the last one stands there alone."""
PUT_OFF = -0.6
"""Running mean of tells from which somebody seems put off."""
SOUR_TELL = 2.5
"""The step of a tell below which a body has turned away, or closed at once."""
KNOWN = 3
"""How many profiles must have been read before anything can be said of a post."""
FITS, HALF_FITS = 0.45, 0.13
"""What a content seems to be worth, from which it fits, and from which it may fit."""
POSTED_OFTEN = 1.5
"""Posts of late, fading, from which they are many."""
NEEDING, ASKS, COMPLAINS = 0.2, 0.5, 0.9
"""What a message of theirs is worth an answer, from which it speaks of a need, is a question, is a complaint."""


@dataclass(frozen=True, eq=False)
class Signs:
    """What has visibly happened with followers, and what a content seems worth: arrays (B, F), or numbers of one."""

    prompted: Array  # 0 or 1, they have said or shared something since your last message, or wait for an answer
    contacts: Array
    standing: Array
    warm: Array
    cool: Array
    glow: Array
    decline_age: Array
    bought: Array
    waiting: Array
    waits_for: Array
    shared_age: Array
    compliment: Array
    news_age: Array
    need_age: Array
    tell: Array
    tell_age: Array
    needs: Array
    prices: Array
    baits: Array
    pitches: Array
    talk_age: Array
    turns: Array
    apologies: Array
    looked: Array
    seems: Array  # 0..1, what the content that goes with the move seems worth; −1 without one


_OF_THE_LEDGER = tuple(f.name for f in fields(Signs) if f.name not in {"prompted", "seems"})


def signs_of(ledger: Ledger, seems: Array) -> Signs:
    """The signs of everybody (B, F).

    Args:
        ledger: of the morning.
        seems: (B, F) 0..1, what the content that goes with the move seems worth to each; −1 without one.
    """
    return Signs(spoken_since(ledger), seems=seems, **{name: getattr(ledger, name) for name in _OF_THE_LEDGER})


def signs_of_one(ledger: Ledger, column: int) -> Signs:
    """The signs of one follower of a single game, as numbers, without a content."""
    values = {name: getattr(ledger, name)[0, column] for name in _OF_THE_LEDGER}
    return Signs(spoken_since(ledger)[0, column], seems=np.asarray(-1.0), **values)


def stages_seen(warm: Array, contacts: Array, bought: Array) -> Array:
    """How near people seem, as numbers of `STAGES`, by what anyone can see: warm answers, contacts, purchases."""
    near = np.where(warm >= 3.0, 2, np.where((contacts >= 1.0) & (warm >= 1.0), 1, 0))
    return np.where((bought > 0.0) | (warm >= 6.0), 3, near)


def _cool(s: Signs) -> Array:
    return (s.glow <= PUT_OFF) | (s.warm < s.cool)


def _needs(s: Signs) -> Array:
    """A need of their own that they have spoken of and not settled; whoever also sells or dangles may only want to."""
    return (
        (s.needs + s.prices >= 1.0)
        & (s.baits + s.pitches < 1.0)
        & (s.need_age <= NEED_SEEN_DAYS)
        & (s.bought < 1.0)
    )  # fmt: skip


def _need_of_late(s: Signs) -> Array:
    """A need of their own that has shown in the last days and since any no; a complaint is none."""
    return _needs(s) & (s.need_age <= LATELY) & (s.need_age < s.decline_age) & (s.waits_for < COMPLAINS)


def _warm_of_late(s: Signs) -> Array:
    """Whether the last thing seen of them speaks for you: a need, a question that waits, or a word and a warm tell."""
    glad = (s.talk_age <= LAST_WORD_DAYS) & (s.tell_age <= LAST_WORD_DAYS) & (s.tell > MIDDLE_TELL)
    return _need_of_late(s) | _waits(s, NEEDING, COMPLAINS) | glad


def _torn(s: Signs) -> Array:
    """What was seen before speaks against asking, and what was seen last speaks for it: nobody could tell."""
    refused = s.decline_age <= ASKED_AGAIN_DAYS
    alone = (s.prompted < 0.5) & (s.standing >= ALONE)
    return (_need_of_late(s) & (refused | _cool(s) | alone)) | (_cool(s) & ~refused & _warm_of_late(s))


def _waits(s: Signs, least: float, below: float) -> Array:
    return (s.waiting < HAPPENED) & (s.waits_for >= least) & (s.waits_for < below)


def _stage(number: int) -> "Callable[[Signs], Array]":
    return lambda s: stages_seen(s.warm, s.contacts, s.bought) == number


def _always(s: Signs) -> Array:
    return s.contacts >= 0.0


SeenCondition = Callable[[Signs], Array]
CONDITIONS: Mapping[Situation, SeenCondition] = MappingProxyType({
    "crowded": lambda s: (s.prompted < 0.5) & (s.standing >= CROWDED),
    "unanswered": lambda s: (s.prompted < 0.5) & (s.standing >= ALONE),
    "refused": lambda s: s.decline_age <= ASKED_AGAIN_DAYS,
    "torn": _torn,
    "cool": lambda s: _cool(s) & ~_warm_of_late(s),
    "new": lambda s: s.contacts < 1.0,
    "spoke": lambda s: s.prompted > 0.5,
    "rested": _always,
    "stranger": _stage(0), "acquaintance": _stage(1), "regular": _stage(2), "friend": _stage(3),
    "customer": lambda s: s.bought > 0.5,
    "needs": _needs,
    "ready": lambda s: _needs(s) & (s.needs + s.prices >= 2.0) & (s.warm >= 1.0),
    "complained": lambda s: _waits(s, COMPLAINS, 9.0), "asked": lambda s: _waits(s, ASKS, COMPLAINS),
    "needing": lambda s: _waits(s, NEEDING, ASKS), "pitched": lambda s: _waits(s, 0.0, NEEDING),
    "waits": lambda s: _waits(s, 0.0, 9.0),
    "talk": lambda s: (s.talk_age <= LATELY) & (s.turns >= 1.0),
    "stale": _always,
    "praised": lambda s: (s.shared_age <= THANKED_FOR_DAYS) & (s.compliment > 0.5),
    "plain": lambda s: (s.shared_age <= THANKED_FOR_DAYS) & (s.compliment <= 0.5),
    "unearned": _always,
    "fits": lambda s: (s.looked > 0.5) & (s.seems >= FITS),
    "half_fits": lambda s: (s.looked > 0.5) & (s.seems >= HALF_FITS),
    "misfit": lambda s: (s.looked > 0.5) & (s.seems >= 0.0) & (s.seems < HALF_FITS),
    "unread": _always,
    "need": lambda s: s.need_age <= NEED_LATELY, "no_need": _always,
    "heard": lambda s: (s.talk_age <= LATELY) | (s.shared_age <= LATELY) | (s.news_age <= LATELY), "unheard": _always,
    "news": lambda s: s.news_age <= LATELY, "old_news": _always,
    "sorry": lambda s: s.apologies > 0.5,
    "hurt": lambda s: (s.decline_age <= HURT_SHOWS_DAYS) | _cool(s) | _waits(s, COMPLAINS, 9.0),
    "sour": lambda s: ((s.tell > 0.5) & (s.tell < SOUR_TELL) & (s.tell_age <= LATELY))
    | ((s.cool >= 1.0) & (s.talk_age <= LATELY)),
    "unhurt": _always,
    "often": _always,
    "any": _always,
})  # fmt: skip
"""When somebody is in a situation. Those that always hold stand last in the order of a move."""

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
        "crowded": ILL, "torn": OPEN, "refused": ILL, "cool": ILL, "unanswered": ILL, "ready": WELL, "needs": OPEN,
        "customer": OPEN, "friend": OPEN, "regular": OPEN, "acquaintance": ILL, "stranger": ILL,
    },
    "ask_to_share": {
        "crowded": ILL, "torn": OPEN, "refused": ILL, "cool": ILL, "unanswered": ILL, "friend": FAIR, "regular": OPEN,
        "acquaintance": OPEN, "needs": OPEN, "stranger": ILL,
    },
    "retweet_share": {"plain": ILL, "unanswered": OPEN, "any": OPEN},
    "pitch": {
        "crowded": ILL, "torn": ILL, "refused": ILL, "cool": ILL, "unanswered": ILL, "ready": OPEN, "friend": OPEN,
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
