"""Why the score is as it is: what harm took of it, where that is much, and what all goals reached do not say."""

import numpy as np

from game.coach.looking_back.debrief import GoalTold
from game.coach.looking_back.sent_to_all_told import dearest_to_all
from game.model import Outcome
from game.model.outcome import left_by_manners
from game.session.playthrough import Playthrough

COUNTED = (
    "The end is counted by people (how they fared), business (buyers won, less asks in vain) and manners (harm done). "
    "One message to everybody can cost most of it. Goals and notebook are told beside it."
)
"""What the score is made of, as it is told before and while one plays."""
MUCH = 10.0
"""Points of the score taken by harm from which that is told, and a score below which a part is named."""
LOW = 40.0
"""A score that is low beside goals that were all reached."""


def score_told(now: Playthrough, result: Outcome, goals: tuple[GoalTold, ...]) -> str:
    """One sentence that says why the score is as it is; "" where nothing needs saying.

    Args:
        now: the run.
        result: how it ended.
        goals: how its goals ended.
    """
    score, manners = float(result.score[0]), float(result.manners[0])
    whole = score / max(1e-9, float(left_by_manners(np.asarray(manners))))
    reached = bool(goals) and all(goal.reached for goal in goals)
    head = "All goals reached; " if reached else ""
    if whole - score >= MUCH:
        told = f"harm done took {whole - score:.0f} points of what would have been {whole:.0f}{_by(now)}."
        return f"{head}{told}" if head else f"{told[:1].upper()}{told[1:]}"
    if reached and score < LOW:
        parts = {"people": float(result.people[0]), "business": float(result.business[0])}
        part = min(parts, key=lambda name: parts[name])
        return f"All goals reached; the score stands apart: its part “{part}” is {parts[part]:.0f} of 100."
    return ""


def _by(now: Playthrough) -> str:
    """What went to everybody and did the harm, as it goes on in the sentence; "" where nothing of the kind did."""
    sent = dearest_to_all(now)
    if sent is None:
        return ""
    most = -sent.change * sent.of >= 0.5 * float(now.position.state.harm[0].sum())
    return f", {'most of it' if most else 'a part of it'} by {sent.what} on day {sent.day}"
