"""What a question cost all but the one who was asked: the same night once more without it, by the same chance."""

from dataclasses import replace

import numpy as np

from game.coach.looking_back.debrief import AskMark
from game.engine.batch import Batch
from game.engine.position import DayPlan, Position
from game.model import trust
from game.model.arrays import Array
from game.session.playthrough import Playthrough


def cost_to_others(now: Playthrough, ask: AskMark) -> float:
    """Points of trust that a question cost everybody else together that night; 0 or below.

    Args:
        now: the game in which it was put.
        ask: the question.
    """
    played, column = now.history[ask.day - 1], now.compiled.ids.index(ask.follower)
    asked, unasked = (_trust(played.morning, plan) for plan in (played.plan, _without(played.plan, column)))
    there = played.morning.ledger.present[0] > 0.5
    change = np.where(there, asked - unasked, 0.0)
    change[column] = 0.0
    return float(np.minimum(change, 0.0).sum())


def _trust(morning: Position, plan: DayPlan) -> Array:
    """Trust of each after a day that is played by a plan (F,), 0..100."""
    evening = Batch(morning).play_day(morning, plan)
    points: Array = 100.0 * trust(evening.dawn, evening.people, evening.compiled.rules.params)[0]
    return points


def _without(plan: DayPlan, column: int) -> DayPlan:
    """A plan of a day without what was meant for one person."""
    move, content = plan.move.copy(), plan.content.copy()
    move[0, column], content[0, column] = 0, -1
    return replace(plan, move=move, content=content)
