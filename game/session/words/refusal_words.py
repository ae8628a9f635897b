"""Why a move cannot be made, in words: a sentence for each obstacle of `game/engine/legal.py`."""

from game.engine.legal import Obstacle
from game.session.words.hours_text import left_words, sentence_hours

WHY_NOT = {
    Obstacle.NOT_OPEN: "It opens on day {opens}. Ask about them until then.",
    Obstacle.NOT_FOLLOWING: "{first} does not follow you. Choose somebody who does.",
    Obstacle.NOTHING_WAITS: "Nothing of {first}’s waits for an answer. Ask about them.",
    Obstacle.NO_NEWS: "There is no good news of {first}’s. Ask about them.",
    Obstacle.NOTHING_TOLD: "Nothing that {first} told you waits to be taken up. Ask a question first.",
    Obstacle.NOTHING_SHARED: "No share of {first}’s is left to show. Give them something to share.",
    Obstacle.PROFILE_READ: "You have read the profile. Look at it on the right.",
    Obstacle.TOO_FEW_HOURS: "Takes {cost}; {left} left today. Take back a move, or wait.",
    Obstacle.NOTHING_TO_SHARE: "There is nothing to share yet. Choose another move today.",
}
"""What stands in the way of a move, and what can be done about it: short, for it stands on the move's card."""


ASKED = "You have asked {first}, and nothing has come of it yet that could be taken up. Give it a day or two."
"""Why nothing is to be taken up with somebody whom one has just asked."""
SAID = "{first}’s last words want no such answer. Follow up on them, or ask their view."
"""Why nothing is to be answered to somebody who has just said something that can be taken up."""


def why_not(
    obstacle: int,
    first: str,
    cost: float = 0.0,
    left: float = 0.0,
    opens: int = 1,
    *,
    said: bool = False,
    asked: bool = False,
) -> str:
    """What stands in the way of a move as a sentence; "" if nothing does.

    Args:
        obstacle: a number of `Obstacle`.
        first: first name of the follower.
        cost: hours that the move takes.
        left: hours that are left for it.
        opens: the first day on which the move can be made.
        said: whether the follower has said something that can be taken up.
        asked: whether one of your last moves to them was a question.
    """
    if not obstacle:
        return ""
    if said and obstacle == Obstacle.NOTHING_WAITS:
        return SAID.format(first=first)
    if asked and obstacle == Obstacle.NOTHING_TOLD:
        return ASKED.format(first=first)
    return WHY_NOT[Obstacle(obstacle)].format(
        first=first, cost=sentence_hours(cost), left=left_words(left), opens=opens
    )
