"""What the date mirror said of a move on its morning, whether or not it was made: hindsight advises nothing against it.

What the mirror spoke against, nobody is blamed for leaving; what it spoke for, nobody is blamed for doing.
"""

from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.session.entries import PlanMove
from game.session.history import DayPlayed, asked_of, signs_seen, situation_before
from game.session.playthrough import Playthrough
from game.session.seen.odds_told import NO_VERDICT, forecast_of

FOR_IT, AGAINST_IT = MORE_THAN_HALF, 100 - MORE_THAN_HALF
"""Of a hundred who look alike: from so many who say yes the mirror speaks for a question, below so many against it."""


def said_of_question(played: DayPlayed, who: str, move: str) -> int | None:
    """Of a hundred who look alike, how many say yes to a question; None where nobody has counted.

    Args:
        played: the day.
        who: id of the one who was asked, or could have been.
        move: id of the question.
    """
    return asked_of(played, PlanMove(move, who))


def spoke_against(now: Playthrough, played: DayPlayed, item: PlanMove) -> bool:
    """Whether the mirror advised against a move: a question that rather gets a no, or what is rather badly taken.

    Args:
        now: the playthrough.
        played: the day.
        item: the move, to one follower.
    """
    agreed = asked_of(played, item)
    if agreed is not None:
        return agreed < AGAINST_IT
    signs = signs_seen(played.morning, played.to_all_age, now.compiled.ids.index(item.who))
    situation = situation_before(played.morning, item, played.to_all_age)
    return forecast_of(item.move, situation, NO_VERDICT, signs).tone == "ill"
