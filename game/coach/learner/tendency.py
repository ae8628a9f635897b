"""Which way somebody's games lean, and a bot that plays so: what it leaves undone is what there is to learn.

This is told of counts of a debrief. The habits of `game/coach/forward` are something else: they are read from every
choice, and can be denied.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.bots.bot import Bot
from game.bots.habits import Habits
from game.bots.patient import courting_bot
from game.bots.registry import bots
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen, RunEvidence

LATEST_GAMES = 5
"""Games, by the last of which a tendency is told."""
BOLD = Habits(met=1.0, sure=-2.0)
"""The patient bot's habits, but it asks after one contact, and whoever may be a buyer."""


@dataclass(frozen=True)
class Tendency:
    """How somebody plays, in one of four ways."""

    name: str  # bold, shy, gives_in, even
    words: str  # "You tend to ask before they are ready."
    who: str  # "Somebody who courts well and asks too early"
    left: str  # what such a player leaves undone


TENDENCIES = {
    "bold": Tendency(
        "bold", "You tend to ask before they are ready.", "Somebody who courts well and asks too early",
        "waiting for the sign",
    ),
    "shy": Tendency(
        "shy", "You tend to leave those unasked who are ready.", "Somebody who courts well and never asks",
        "asking in time",
    ),
    "gives_in": Tendency(
        "gives_in", "You tend to give in when somebody pushes you.",
        "Somebody who courts well and gives in to every push", "holding the line",
    ),
    "even": Tendency(
        "even", "No habit stands out: neither early questions nor people left unasked outnumber questions in time.",
        "A patient player who goes by the plainest signs", "reading the fainter signs",
    ),
}  # fmt: skip
"""By name."""


def asking_lately(games: Sequence[RunEvidence]) -> PrincipleSeen:
    """What the latest games show of asking in time; arguments as for `tendency_of`."""
    return sum((game.of(KNOW_WHEN) for game in games[-LATEST_GAMES:]), PrincipleSeen())


def tendency_of(games: Sequence[RunEvidence]) -> Tendency:
    """The tendency that the latest games show; even where they show none.

    Asking too early comes first where early questions outnumber both those in time and those who were not asked; then
    leaving people unasked, where they outnumber questions in time; then giving in to most pushes.

    Args:
        games: of one person, the first one first.
    """
    latest, asking = games[-LATEST_GAMES:], asking_lately(games)
    early = asking.asked - asking.asked_in_time
    if early > max(asking.asked_in_time, asking.missed):
        return TENDENCIES["bold"]
    if asking.missed > asking.asked_in_time:
        return TENDENCIES["shy"]
    if 2 * sum(game.gave_in for game in latest) > sum(game.pushed for game in latest):
        return TENDENCIES["gives_in"]
    return TENDENCIES["even"]


def tending_bot(tendency: Tendency) -> Bot:
    """The bot that plays by a tendency."""
    match tendency.name:
        case "bold":
            return courting_bot(BOLD, "bold")
        case "shy":
            return bots()["never_asks"]
        case "gives_in":
            return replace(bots()["patient"], gives_in=True)
        case _:
            return bots()["patient"]
