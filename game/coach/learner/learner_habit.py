"""The habit that somebody's games show, as a bot that plays so: what it leaves undone is what there is to learn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.bots.bot import Bot
from game.bots.habits import Habits
from game.bots.patient import courting_bot
from game.bots.registry import bots
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen, RunEvidence

LATEST_GAMES = 5
"""Games, by the last of which a habit is told."""
BOLD = Habits(met=1.0, sure=-2.0)
"""The patient bot's habits, but it asks after one contact, and whoever may be a buyer."""


@dataclass(frozen=True)
class LearnerHabit:
    """How somebody plays, in one of four ways."""

    name: str  # bold, shy, gives_in, even
    words: str  # "You tend to ask before they are ready."
    who: str  # "Somebody who courts well and asks too early"
    left: str  # what such a player leaves undone


HABITS_TOLD = {
    "bold": LearnerHabit(
        "bold", "You tend to ask before they are ready.", "Somebody who courts well and asks too early",
        "waiting for the sign",
    ),
    "shy": LearnerHabit(
        "shy", "You tend to leave those unasked who are ready.", "Somebody who courts well and never asks",
        "asking in time",
    ),
    "gives_in": LearnerHabit(
        "gives_in", "You ask in time, and tend to give in when somebody pushes for figures.",
        "Somebody who courts well and gives in to every push", "holding the line",
    ),
    "even": LearnerHabit(
        "even", "You neither ask too early nor leave many unasked.", "A patient player who goes by the plainest signs",
        "reading the fainter signs",
    ),
}  # fmt: skip
"""By name."""


def habit_of(games: Sequence[RunEvidence]) -> LearnerHabit:
    """The habit that the latest games show; even where they show none.

    Asking too early comes first where early questions outnumber both those in time and those who were not asked; then
    leaving people unasked, where they outnumber questions in time; then giving in to most pushes.

    Args:
        games: of one person, the first one first.
    """
    latest = games[-LATEST_GAMES:]
    asking = sum((game.of(KNOW_WHEN) for game in latest), PrincipleSeen())
    early = asking.asked - asking.asked_in_time
    if early > asking.asked_in_time and early >= asking.missed:
        return HABITS_TOLD["bold"]
    if asking.missed > asking.asked_in_time:
        return HABITS_TOLD["shy"]
    if 2 * sum(game.gave_in for game in latest) > sum(game.pushed for game in latest):
        return HABITS_TOLD["gives_in"]
    return HABITS_TOLD["even"]


def bot_of(habit: LearnerHabit) -> Bot:
    """The bot that plays by a habit."""
    match habit.name:
        case "bold":
            return courting_bot(BOLD, "bold")
        case "shy":
            return bots()["never_asks"]
        case "gives_in":
            return replace(bots()["patient"], gives_in=True)
        case _:
            return bots()["patient"]
