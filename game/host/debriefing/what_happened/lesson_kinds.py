"""What was done with somebody in a game, as far as something is to be learnt of it."""

from game.coach.looking_back.debrief import EARLY, FAIR, LATE, LUCK, NO_USE, READY
from game.host.debriefing.what_happened.courses import BOUGHT, NEVER, Course

RIGHT, SIGNS_FOLLOWED, LUCKY = "right", "signs_followed", "lucky"
"""Asked when ready; asked fairly, nearly ready or by the signs; won by luck."""
SOON, WAITED, WRONG, FAR = "soon", "waited", "wrong", "far"
"""What was done: asked too soon, let go by, asked with no use for it, never brought near enough."""
FAULTS = (SOON, WAITED, WRONG, FAR)

_BY_KIND = {READY: RIGHT, FAIR: SIGNS_FOLLOWED, LUCK: LUCKY, LATE: WAITED, EARLY: SOON, NO_USE: WRONG}


def kind_of(course: Course) -> str:
    """What was done with somebody in a game; "" where there is nothing to be learnt of it.

    Args:
        course: theirs.
    """
    if course.asked != NEVER:
        return "" if course.asked == EARLY and not course.buyer else _BY_KIND[course.asked]
    if course.ended == BOUGHT:
        return RIGHT
    if not course.buyer:
        return ""
    return WAITED if course.passed_over else FAR
