"""What was sent to everybody at once and cost trust: a lesson with the figures of the dearest days."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.model import State, trust
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted, counted_of, figure_told

TITLE = "What went to everybody"
COSTS = -0.01
"""Mean change of trust, −1..1, from which something that went to everybody is told of."""
FELT = -0.001
"""Change of trust by which somebody counts among those whom it cost some."""
DEAREST_TOLD = 3
"""So many of the dearest are told one by one."""


@dataclass(frozen=True)
class SentToAll:
    """Something that went to everybody, and what it cost."""

    day: int
    what: str  # the move or the event, in words
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
    """What went to everybody on a day: a post, or what an event of the morning made of your answer."""
    number, timeline = int(played.plan.post[0]), now.compiled.scenario.timeline
    titles = [
        event.title for event, fresh in zip(timeline.values(), played.morning.fresh[0], strict=True)
        if fresh and event.choices
    ]  # fmt: skip
    if titles:
        yield from _cost(now, played, played.morning.dawn, played.morning.state, f"your answer to “{titles[0]}”")
    if number > 0:
        title = now.setup.speaker.title(now.compiled.rules.moves.ids[number])
        yield from _cost(now, played, played.day.after_direct, played.day.after_post, f"“{title}”")


def _cost(now: Playthrough, played: DayPlayed, before: State, after: State, what: str) -> Iterator[SentToAll]:
    """What something cost, where it cost most of those who follow some trust."""
    morning, params = played.morning, now.compiled.rules.params
    here = (morning.ledger.present[0] > 0.5) & (morning.people.human[0] > 0.5)
    change = (trust(after, morning.people, params) - trust(before, morning.people, params))[0][here]
    many = int(np.count_nonzero(change < FELT))
    if len(change) and 2 * many >= len(change) and change.mean() <= COSTS:
        yield SentToAll(morning.day, what, many, len(change), float(change.mean()))
