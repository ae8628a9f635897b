"""What manners took from the score, deed by deed: what was done, to whom, and how many points that cost."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.coach.adding_up import told_parts
from game.engine.seen.message_to_all import sent_by_events
from game.model import trust
from game.model.step import TOLERATED
from game.session.history import DayPlayed, move_made
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import listed, listed_days

LINES = 5
"""So many lines at most, the last for all that is smaller."""
NAMED = 2
"""So many people of one kind of deed are named."""
SEEN = "what people saw you do to somebody they know"
SMALLER = "all that was smaller"


class HarmLine(NamedTuple):
    """A kind of deed, and what it took from the score."""

    what: str  # "“Pitch” to Walter and Edda, days 4 and 5"
    points: int  # 1..

    @property
    def told(self) -> str:
        """The line as it stands below the figure: "−6: “Pitch” to Walter, day 4"."""
        return f"−{self.points}: {self.what}"


class _Loss(NamedTuple):
    """What one deed cost one person."""

    deed: str  # in words
    to: str  # first name of the one to whom it was done; "" for everybody, or for what was seen
    day: int
    lost: float  # of trust, beyond what nobody minds


def manners_told(now: Playthrough, points: int) -> tuple[HarmLine, ...]:
    """What took points for manners, the dearest kind of deed first; they add up to the points.

    Args:
        now: the run.
        points: what is taken off for harm, in whole points.
    """
    kinds: dict[str, list[_Loss]] = defaultdict(list)
    for played in now.history:
        for loss in _of_day(now, played):
            if loss.lost > 0.0:
                kinds[loss.deed].append(loss)
    dearest = sorted(kinds.values(), key=lambda some: -sum(loss.lost for loss in some))
    if not dearest or not points:
        return ()
    whole = sum(loss.lost for some in dearest for loss in some)
    several = len(dearest) > LINES
    told = [(_words(some), sum(loss.lost for loss in some)) for some in dearest[: LINES - several]]
    if several:
        told.append((SMALLER, whole - sum(lost for _, lost in told)))
    parts = told_parts([points * lost / whole for _, lost in told], points, 0)
    return tuple(HarmLine(what, round(part)) for (what, _), part in zip(told, parts, strict=True) if part >= 1)


def _words(some: list[_Loss]) -> str:
    """A kind of deed with those to whom it was done, dearest first, and its days."""
    lost: dict[str, float] = defaultdict(float)
    for loss in some:
        lost[loss.to] += loss.lost
    names = [name for name in sorted(lost, key=lambda name: -lost[name]) if name]
    more = len(names) - NAMED
    shown = [*names[:NAMED], f"{more} more"] if more > 0 else names
    on = sorted({loss.day for loss in some})
    when = listed_days(on) if len(on) <= NAMED else f"from day {on[0]} to {on[-1]}"
    return f"{some[0].deed}{f' to {listed(shown)}' if shown else ''}, {when}"


def _of_day(now: Playthrough, played: DayPlayed) -> Iterator[_Loss]:
    """What the deeds of a day cost each person, as the score counts it."""
    morning, day, params = played.morning, played.morning.day, now.compiled.rules.params
    human, speaker = morning.people.human[0], now.setup.speaker
    first, middle, last = (
        trust(state, morning.people, params)[0]
        for state in (played.day.morning, played.day.after_direct, played.day.after_post)
    )
    by_event = morning.state.harm[0] - morning.dawn.harm[0]
    direct, post = (np.maximum(0.0, a - b - TOLERATED) * human for a, b in ((first, middle), (middle, last)))
    by_others = played.causes["others_good"][0] + played.causes["others_bad"][0]
    made = next((item.move for item in played.items if not item.who), "")
    for column, who in enumerate(now.compiled.ids):
        if by_event[column] > 0.0:
            yield _Loss(_answer(now, played), "", day, float(by_event[column]))
        if direct[column] > 0.0:
            item = move_made(played.items, who)
            assert item is not None, "only a move to somebody changes what they think of you by day"
            yield _Loss(f"“{speaker.title(item.move)}”", now.people[who].first, day, float(direct[column]))
        if post[column] > 0.0:
            seen = min(post[column], max(0.0, -float(by_others[column]))) if made else post[column]
            yield _Loss(SEEN, "", day, float(seen))
            yield _Loss(f"“{speaker.title(made)}” to everybody", "", day, float(post[column] - seen))


def _answer(now: Playthrough, played: DayPlayed) -> str:
    """Which answer to an event of the morning sent something in your name."""
    titles = [event.title for event in now.compiled.scenario.timeline.values()]
    number = next((number for number, _ in sent_by_events(played.morning)), -1)
    return f"your answer to “{titles[number]}”" if number >= 0 else "what an event did in your name"
