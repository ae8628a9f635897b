"""Ways of playing in a phrase, for people who know no bot by name; and from when on points say something."""

from game.bots.registry import bots
from game.host.room.room_state import Room

TOO_FEW = (
    "{who} played {played} of {days} days. After so few, points say little: whoever does nothing has about as many."
)


def way_said(bot: str) -> str:
    """A way of playing in a phrase.

    >>> way_said("never_asks")
    'Somebody who courts well and never proposes'
    """
    does = bots()[bot].does.rstrip(".")
    return f"Somebody who {does[0].lower()}{does[1:]}"


def has_score(days_played: int, days: int) -> bool:
    """Whether points are told: from half of the days on.

    >>> has_score(3, 7), has_score(4, 7)
    (False, True)
    """
    return 2 * days_played >= days


def without_score(days_played: int, room: Room, who: str = "The room") -> str:
    """Why no points are told after so few days; "" when they are.

    Args:
        days_played: of the game that is told.
        room: in which it was played.
        who: played it, at the beginning of a sentence.
    """
    return "" if has_score(days_played, room.days) else TOO_FEW.format(who=who, played=days_played, days=room.days)
