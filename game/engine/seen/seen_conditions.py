"""What has visibly happened with followers, and the conditions that can be read from it; nothing hidden gets in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

import numpy as np

from game.engine.fresh_for_days import (
    ASKED_AGAIN_DAYS,
    HURT_SHOWS_DAYS,
    LAST_WORD_DAYS,
    NEED_SEEN_DAYS,
    SENT_TO_ALL_DAYS,
    THANKED_FOR_DAYS,
)
from game.engine.seen.trained_reading import trained_weights, weakest
from game.model import Ledger
from game.model.arrays import Array
from game.model.moves import table
from game.model.remembering import spoken_since
from game.model.signals import MIDDLE_TELL
from game.model.state import HAPPENED, LATELY, NEED_LATELY, NEVER
from game.scenario.format.vocabulary import Situation

CROWDED = 1.5
"""Messages of yours without a word in return, by how much they invite one, from which they are too many."""
ALONE = 0.5
"""The same, from which the last one stands there alone."""
ANSWER, MORE_THAN_AN_ANSWER = table().index("answer"), 1.0
"""The row of the move that wants no word in return, and how much stands where other messages stand besides it."""
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
LIKELY_READY, MAY_BE_READY = 0.5, -2.0
"""The trained reading of all signs, log odds of a yes, from which most say yes, and from which about half do."""
SURE_AGAIN = 1.0
"""The same, from which what speaks against asking counts less than all the rest."""


@dataclass(frozen=True, eq=False)
class Signs:
    """What has visibly happened with followers, and what a content seems worth: arrays (B, F), or numbers of one."""

    prompted: Array  # 0 or 1, they have said or shared something since your last message, or wait for an answer
    contacts: Array
    standing: Array
    last_move: Array
    warm: Array
    cool: Array
    glow: Array
    decline_age: Array
    asks: Array
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
    errands: Array
    talk_age: Array
    turns: Array
    apologies: Array
    looked: Array
    seems: Array  # 0..1, what the content that goes with the move seems worth; −1 without one
    score: Array  # the trained reading of all signs: log odds that a proposal would be accepted
    to_all_age: Array | float = NEVER  # days since a message to everybody reached them; it stands in no ledger
    contact_age: Array | float = NEVER  # days since your last direct move
    asked_how: Array | float = 0.0
    weakest: str = ""  # of one whose need stands on weak signs: what lowers the score most, a key of `STRONG`


_OF_THE_LEDGER = tuple(
    f.name for f in fields(Signs) if f.name not in {"prompted", "seems", "score", "to_all_age", "weakest"}
)


def signs_of(ledger: Ledger, seems: Array) -> Signs:
    """The signs of everybody (B, F).

    Args:
        ledger: of the morning.
        seems: (B, F) 0..1, what the content that goes with the move seems worth to each; −1 without one.
    """
    values = {name: getattr(ledger, name) for name in _OF_THE_LEDGER}
    return Signs(spoken_since(ledger), seems=seems, score=trained_weights().score(ledger), **values)


def signs_of_one(ledger: Ledger, column: int, to_all_age: float = NEVER) -> Signs:
    """The signs of one follower of a single game, as numbers, without a content."""
    values = {name: getattr(ledger, name)[0, column] for name in _OF_THE_LEDGER}
    score = trained_weights().score(ledger)[0, column]
    prompted = spoken_since(ledger)[0, column]
    signs = Signs(prompted, seems=np.asarray(-1.0), score=score, to_all_age=to_all_age, **values)
    return replace(signs, weakest=weakest(ledger, column)) if CONDITIONS["needs_only"](signs) else signs


def asked_in_vain(s: Signs) -> Array:
    """Whether they were asked to buy more often than they bought, a no without a word included."""
    return np.asarray(s.asks - s.bought >= 1.0)


def sent_to_all_lately(s: Signs) -> Array:
    """Whether a message to everybody has reached them in the last days."""
    return np.asarray(s.to_all_age <= SENT_TO_ALL_DAYS)


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


def _unanswered(s: Signs) -> Array:
    """A message of yours stands without a word in return, and it is no answer to a word of theirs."""
    answered = (s.last_move == ANSWER) & (s.standing < MORE_THAN_AN_ANSWER)
    return np.asarray((s.prompted < 0.5) & (s.standing >= ALONE) & ~answered)


def _torn(s: Signs) -> Array:
    """What was seen before speaks against asking, and what was seen last speaks for it: nobody could tell."""
    refused = s.decline_age <= ASKED_AGAIN_DAYS
    against = (_need_of_late(s) & (refused | _cool(s) | _unanswered(s))) | (_cool(s) & ~refused & _warm_of_late(s))
    return against & (refused | (s.score < SURE_AGAIN))


def _waits(s: Signs, least: float, below: float) -> Array:
    return (s.waiting < HAPPENED) & (s.waits_for >= least) & (s.waits_for < below)


def _stage(number: int) -> "Callable[[Signs], Array]":
    return lambda s: stages_seen(s.warm, s.contacts, s.bought) == number


def _always(s: Signs) -> Array:
    return s.contacts >= 0.0


SeenCondition = Callable[[Signs], Array]
CONDITIONS: Mapping[Situation, SeenCondition] = MappingProxyType({
    "crowded": lambda s: (s.prompted < 0.5) & (s.standing >= CROWDED),
    "unanswered": _unanswered,
    "refused": lambda s: s.decline_age <= ASKED_AGAIN_DAYS,
    "torn": _torn,
    "cool": lambda s: _cool(s) & ~_warm_of_late(s),
    "new": lambda s: s.contacts < 1.0,
    "spoke": lambda s: s.prompted > 0.5,
    "rested": _always,
    "stranger": _stage(0), "acquaintance": _stage(1), "regular": _stage(2), "friend": _stage(3),
    "customer": lambda s: s.bought > 0.5,
    "needs": _needs,
    "needs_only": lambda s: _needs(s) & (s.score < MAY_BE_READY),
    "ready": lambda s: _needs(s) & (s.score >= LIKELY_READY) & ~asked_in_vain(s) & ~sent_to_all_lately(s),
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
