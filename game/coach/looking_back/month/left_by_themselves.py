"""Who left for reasons of their own, and how many do so whatever one does."""

from dataclasses import replace

import numpy as np

from game.engine.position import Position
from game.model.arrays import Array, exp
from game.model.readings import hazard, trust
from game.model.state import State
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough

LIKELIER = 1.25
"""By how much your doing has to have raised somebody's risk of leaving that evening, so that it is told as a reason."""
AT_REST = 1.0
"""Weariness up to which it plays no part in leaving."""
NOT_WAITING = -1.0


def risks(now: Playthrough, played: DayPlayed) -> tuple[Array, Array]:
    """The risk of leaving of each on the evening of a day (F,), as it was, and without all that you had done amiss.

    Without it: nobody weary of you, pushed, or left waiting, and nobody trusts you less than when they came.
    """
    return _risks(now, played.day.after_post, played.morning)


def _risks(now: Playthrough, state: State, morning: Position) -> tuple[Array, Array]:
    p, first = now.compiled.rules.params, now.history[0].morning
    calm = replace(state, wear=np.minimum(AT_REST, state.wear), reactance=np.zeros_like(state.reactance))
    heard = replace(morning.ledger, waiting=np.full_like(morning.ledger.waiting, NOT_WAITING))
    lost = np.minimum(0.0, trust(calm, morning.people, p) - trust(first.state, first.people, p))
    own = hazard(calm, heard, morning.people, p) * exp(p.h_trust * lost)
    return hazard(state, morning.ledger, morning.people, p)[0], np.asarray(own)[0]


def left_by_themselves(now: Playthrough, column: int, day: int) -> bool:
    """Whether nothing that you had done made it likelier that somebody left on the evening of a day."""
    if not 1 <= day <= len(now.history):
        return False
    was, own = risks(now, now.history[day - 1])
    return bool(was[column] < LIKELIER * own[column])


def left_later_by_themselves(now: Playthrough, morning: Position, column: int) -> bool:
    """The same of somebody who left in the month after the last day.

    Args:
        now: the run.
        morning: the last of that month on which they were there.
        column: of the follower.
    """
    was, own = _risks(now, morning.state, morning)
    return bool(was[column] < LIKELIER * own[column])


def expected_to_leave(now: Playthrough) -> float:
    """How many were to be expected to leave by themselves in the days played, of those who were there."""
    found = 0.0
    for played in now.history:
        here = played.morning.ledger.present[0] * played.morning.people.human[0]
        found += float((risks(now, played)[1] * here).sum())
    return found
