"""What a no did to the chances of the next day: the same night once more without the question, by the same chance."""

import numpy as np

from game.coach.hindsight.what_if import without_questions
from game.coach.knowing_when import sentence
from game.engine.batch import Batch
from game.engine.position import DayPlan
from game.model import comply
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import in_tens

FEWEST, LESS = 10, 10
"""Of a hundred: fewer than so many are hardly anybody; by so many fewer it is told what the no took."""


def chances_after(now: Playthrough, played: DayPlayed, column: int, move: str) -> tuple[float, float] | None:
    """How likely a yes to the same question was on the next morning, 0..1: as it was, and had it not been put.

    Args:
        now: the run.
        played: the day of the question.
        column: of the one who was asked.
        move: id of the question.

    Returns:
        None where there is no next day, or where they have left by then.
    """
    if played.morning.day >= now.compiled.scenario.days:
        return None
    row = now.compiled.rules.moves.index(move)
    asked = _next_day(played, played.plan, column, row)
    if asked is None:
        return None
    unasked = _next_day(played, without_questions(played.plan, column, np.array([row])), column, row)
    return None if unasked is None else (asked, unasked)


def later_told(now: Playthrough, played: DayPlayed, column: int, move: str) -> str:
    """The same in a sentence; "" where there is no next day, or where nobody says yes on it either way.

    Args:
        now: the run.
        played: the day of a question that met a no.
        column: of the one who was asked.
        move: id of the question.
    """
    found = chances_after(now, played, column, move)
    if found is None:
        return ""
    after, without = (round(100.0 * chance) for chance in found)
    if without < FEWEST:
        return ""  # there was nothing to take
    if without - after < LESS:
        return sentence(now, "no_took_little", column)
    return sentence(now, "no_took_chances", column, after=_of_ten(after), without=_of_ten(without))


def _of_ten(chance: int) -> str:
    return in_tens(chance, "of ten says yes", "of ten say yes") if chance >= FEWEST else "hardly anybody says yes"


def _next_day(played: DayPlayed, plan: DayPlan, column: int, row: int) -> float | None:
    """The chance of a yes on the next morning, 0..1; None of who has left."""
    after = Batch(played.morning).play_day(played.morning, plan)
    if after.ledger.present[0, column] < 0.5:
        return None
    rules = after.compiled.rules
    size = rules.moves.columns["ask"][row]
    return float(comply(size, after.state, after.ledger, after.people, rules.params)[0, column])
