"""What was sent to everybody at once and cost trust: a lesson with the figures of the dearest days."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.coach.looking_back.answers_told import FELT, answers_given
from game.model import trust
from game.model.arrays import Array
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted, counted_of, figure_told

TITLE = "What went to everybody"
COSTS = -0.01
"""Mean change of trust, −1..1, from which something that went to everybody is told of."""
DEAREST_TOLD = 3
"""So many of the dearest are told one by one."""


@dataclass(frozen=True)
class SentToAll:
    """Something that went to everybody, and what it cost."""

    day: int
    what: str  # the move, or what an answer sent out, in words
    people: int  # whom it cost trust
    of: int  # who followed then
    change: float  # of trust on average, −1..1


def sent_to_all_told(now: Playthrough) -> tuple[tuple[str, str], ...]:
    """The lesson on posts and messages to everybody that cost trust; none where nothing did."""
    found = [sent for played in now.history for sent in _of_day(now, played)]
    if not found:
        return ()
    dearest = sorted(sorted(found, key=lambda sent: sent.change)[:DEAREST_TOLD], key=lambda sent: sent.day)
    told = [
        f"On day {sent.day} {sent.what} cost {counted_of(sent.people, sent.of)} people trust, "
        f"{figure_told(100.0 * sent.change, sign=True)} points on average."
        for sent in dearest
    ]
    more = len(found) - DEAREST_TOLD
    if more > 0:
        told.append(f"Of the kind there {'was' if more == 1 else 'were'} {counted(more)} more.")
    return ((TITLE, f"{' '.join(told)} Nobody reads a message to everybody as a message to them."),)


def dearest_to_all(now: Playthrough) -> SentToAll | None:
    """What went to everybody and cost most trust in a run; None where nothing did."""
    found = [sent for played in now.history for sent in _of_day(now, played)]
    return min(found, key=lambda sent: sent.change, default=None)


def _of_day(now: Playthrough, played: DayPlayed) -> Iterator[SentToAll]:
    """What went to everybody on a day: what the answers of the morning sent out, and the post."""
    day = played.morning.day
    for answer in answers_given(now, played):
        yield from _cost(day, answer.sent, f"what your answer to “{answer.event}” sent out")
    number = int(played.plan.post[0])
    if number > 0:
        title = now.setup.speaker.title(now.compiled.rules.moves.ids[number])
        yield from _cost(day, _by_post(now, played), f"“{title}”")


def _by_post(now: Playthrough, played: DayPlayed) -> Array:
    """The change of trust by the post of a day (N,) of those who follow, −1..1."""
    morning, day, params = played.morning, played.day, now.compiled.rules.params
    here = (morning.ledger.present[0] > 0.5) & (morning.people.human[0] > 0.5)
    before, after = (trust(state, morning.people, params)[0][here] for state in (day.after_direct, day.after_post))
    return np.asarray(after - before)


def _cost(day: int, change: Array, what: str) -> Iterator[SentToAll]:
    """What something that was sent cost, where it cost most of those who follow some trust.

    Args:
        day: on which it was sent.
        change: (N,) of the trust of those who follow, −1..1; empty where nothing was sent.
        what: was sent, in words.
    """
    many = int(np.count_nonzero(change < -FELT))
    if len(change) and 2 * many >= len(change) and change.mean() <= COSTS:
        yield SentToAll(day, what, many, len(change), float(change.mean()))
