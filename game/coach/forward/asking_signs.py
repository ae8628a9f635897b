"""Signs that may move a player to ask: steps that anybody can see in thread and profile, each with its words."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.bots.habits import AFTER_NO_DAYS, NEED_DAYS
from game.engine.seen.trained_reading import reading
from game.model import Ledger
from game.model.arrays import Array

FRESH_NEED_DAYS = 4.0  # days
LAST_DAYS = 3
TIMES = ("", "once", "twice", "three times", "four times", "five times", "six times")


@dataclass(frozen=True)
class AskingSign:
    """One step: it is there or not."""

    id: str
    family: str  # two steps of one family are degrees of the same
    words: str  # after "once": "somebody has answered you twice"
    seen: Callable[[Ledger, int, int], Array]  # ledger, day, days -> (B, F) boolean
    leads: bool = True  # may be told as what one waits for; the others only hold back


def answers(book: Ledger) -> Array:
    """How often they have written back (B, F), 0.."""
    found: Array = book.warm + book.short + book.cool
    return found


def _steps(
    family: str, figure: Callable[[Ledger], Array], levels: tuple[int, ...], words: str, *, times: bool = True
) -> tuple[AskingSign, ...]:
    def at(level: int) -> AskingSign:
        amount = TIMES[level] if times else str(level)
        return AskingSign(
            f"{family} {level}", family, words.format(amount), lambda book, _day, _days: figure(book) >= level
        )

    return tuple(at(level) for level in levels)


OWN_NEED = "somebody has told of a need of their own, or asked what it costs, in the last ten days"
SIGNS: tuple[AskingSign, ...] = (
    *_steps("answers", answers, (1, 2, 3, 5), "somebody has answered you {}"),
    *_steps("warm", lambda book: book.warm, (1, 2, 3, 5), "somebody has answered you warmly {}"),
    *_steps("contacts", lambda book: book.contacts, (1, 2, 3, 4, 6), "you have written to somebody {}"),
    *_steps("followed", lambda book: book.follow_age, (2, 5, 10), "somebody has followed you for {} days",
            times=False),
    AskingSign("fresh need", "need", "a need of theirs has shown in the last four days",
               lambda book, _day, _days: book.need_age < FRESH_NEED_DAYS),
    AskingSign("need", "need", "a need of theirs has shown in the last ten days",
               lambda book, _day, _days: book.need_age < NEED_DAYS),
    AskingSign("own need", "need", OWN_NEED,
               lambda book, _day, _days: (book.need_age < NEED_DAYS) & _own(book)),
    AskingSign("price", "price", "somebody has asked what it costs", lambda book, _day, _days: book.prices >= 1.0),
    AskingSign("share", "share", "somebody has shared something of yours",
               lambda book, _day, _days: book.shares >= 1.0),
    AskingSign("tells", "tells", "somebody’s small reactions have been good",
               lambda book, _day, _days: book.glow > 0.3),
    AskingSign("end", "end", "the last three days have come",
               lambda book, day, days: _whole(book, day > days - LAST_DAYS)),
    AskingSign("no", "no", "", lambda book, _day, _days: book.decline_age < AFTER_NO_DAYS, leads=False),
    AskingSign("cool", "cool", "", lambda book, _day, _days: book.cool > book.warm, leads=False),
    AskingSign("gloom", "tells", "", lambda book, _day, _days: book.glow < -0.6, leads=False),
    AskingSign("others", "others", "", lambda book, _day, _days: book.pitches + book.baits + book.errands >= 1.0,
               leads=False),
)  # fmt: skip
"""All steps. With a step for each degree, a logistic rule finds a threshold by itself."""

NAMES = tuple(sign.id for sign in SIGNS)
NEED = NAMES.index("need")


def _own(book: Ledger) -> Array:
    """Who has shown a need of their own, and nothing that speaks against it (B, F) boolean."""
    return np.asarray((book.needs + book.prices >= 1.0) & (book.errands + book.baits + book.pitches < 1.0))


def _whole(book: Ledger, fact: bool) -> Array:
    return np.full(book.present.shape, fact)


def asking_columns(book: Ledger, signs: Array) -> Array:
    """What the policy weighs (B, F, S + R): the steps, and what the trained reader reads, each −1..1.

    Args:
        book: of the morning.
        signs: (B, F, S) of `signs_seen`.
    """
    return np.concatenate([signs.astype(float), np.stack(list(reading(book).values()), axis=-1)], axis=-1)


def signs_seen(book: Ledger, day: int, days: int) -> Array:
    """Which steps are there (B, F, S) boolean, by what can be seen alone.

    Args:
        book: of the morning.
        day: of it, 1..
        days: of the game.
    """
    return np.stack([sign.seen(book, day, days) for sign in SIGNS], axis=-1)
