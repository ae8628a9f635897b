"""Why the score is as it is: what did most of the harm, where that is much, and what all goals reached do not say."""

import numpy as np

from game.coach.looking_back.debrief import GoalTold
from game.coach.looking_back.grade import MOST_FOR_BUSINESS, MOST_FOR_PEOPLE
from game.coach.looking_back.sent_to_all_told import dearest_to_all
from game.engine.position import Position
from game.model import Outcome
from game.model.outcome import left_by_manners
from game.model.state import HAPPENED
from game.session.playthrough import Playthrough

COUNTED = (
    f"Up to {MOST_FOR_PEOPLE} points come from people (how they fared) and {MOST_FOR_BUSINESS} from business (buyers "
    "won, less asks in vain); manners (harm done) take from both, and one message to everybody can cost most of it. "
    "Goals and notebook are told beside the score."
)
"""What the score is made of, as it is told before and while one plays."""
MUCH = 10.0
"""Points of the score taken by harm from which it is told what did it."""
LOW = 40.0
"""A score that is low beside goals that were all reached."""


def business_told(later: Position) -> str:
    """What the part for business is made of, in a sentence.

    Args:
        later: where the score is taken.
    """
    ledger, people, state = later.ledger, later.people, later.state
    human = (people.human[0] > 0.5) & (people.arrives[0] < HAPPENED)
    wants = human & (people.buys[0] > 0.5)
    wanted, bought = int(wants.sum()), int((wants & (ledger.bought[0] > 0.5)).sum())
    late = int((wants & (ledger.bought[0] > 0.5) & (state.elsewhere[0] > 0.5)).sum())
    vain = int(np.maximum(0.0, ledger.asks[0] - ledger.bought[0]).sum())
    if not wanted:
        return "Nobody wanted to buy, so it is what people bring."
    again = f", {late} of them after buying elsewhere first, which counts less" if late else ""
    one = vain == 1
    against = (
        f" {vain} question{'' if one else 's'} in vain count{'s' if one else ''} like {vain} more who did not buy: "
        f"{bought} of {wanted + vain}."
    )
    return f"{bought} of {wanted} who wanted it bought{again}.{against if vain else ''}"


def score_told(now: Playthrough, result: Outcome, goals: tuple[GoalTold, ...]) -> str:
    """Why the score is as it is, where its sum does not say it; "" where nothing needs saying.

    Args:
        now: the run.
        result: how it ended.
        goals: how its goals ended.
    """
    score, manners = float(result.score[0]), float(result.manners[0])
    whole = score / max(1e-9, float(left_by_manners(np.asarray(manners))))
    much = whole - score >= MUCH
    reached = bool(goals) and all(goal.reached for goal in goals)
    beside = "All goals were reached; the score does not count them." if reached and (much or score < LOW) else ""
    return " ".join(filter(None, (_by(now) if much else "", beside)))


def _by(now: Playthrough) -> str:
    """What went to everybody and did the harm; "" where nothing of the kind did."""
    sent = dearest_to_all(now)
    if sent is None:
        return ""
    most = -sent.change * sent.of >= 0.5 * float(now.position.state.harm[0].sum())
    return f"{'Most' if most else 'A part'} of that harm was done by {sent.what} on day {sent.day}."
