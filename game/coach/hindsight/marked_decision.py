"""A decision of a run with what it was worth, and the words in which decisions are named."""

from dataclasses import dataclass

from game.coach.hindsight.mirror_said import AGAINST_IT, FOR_IT
from game.coach.knowing_when import is_question
from game.session.entries import PlanMove
from game.session.playthrough import Playthrough

LIKELY, OPEN = 0.5, 0.2
"""P(ready) from which a question that an author has added is spoken for, and below which it is spoken against."""
NOTABLE = 0.3
"""Points of score; what changes less has changed nothing."""
MATTERS = 1.0
"""Points of score from which a decision stands among those that mattered: the score itself is told in whole points."""
SURE = 0.05
"""Points by which an interval must leave out zero, so that it does as it is printed, too."""
REST = ""
"""Stands for no move at all: giving space without a word."""


@dataclass(frozen=True)
class ChoiceWorth:
    """Points of score by which the best other choice is better than what was done; below 0: what was done is better."""

    best: str  # move id of that choice, or "" for none
    lost: float
    low: float  # of its 95 per cent interval
    high: float
    instead: PlanMove | None = None  # what had to give way to that choice, where the hours of the day were full


@dataclass(frozen=True)
class MarkedDecision:
    """One decision of a run, a move to one follower or none where one could have asked."""

    day: int
    follower: str
    name: str
    made: str  # move id, or ""
    known: ChoiceWorth  # by what could be known
    true: ChoiceWorth  # by what was true
    said_ready: float  # P(ready) that morning, 0..1
    ready: bool
    early: bool  # they were not ready yet, and could have come to be
    won: bool  # they bought that night, and were asked to
    alone: bool  # nothing went to everybody that day
    mirror: int | None = None  # of a hundred how many say yes to the question it is about, as the date mirror told it

    @property
    def spoken_for(self) -> bool:
        """Whether by what the player was shown most would have said yes to the question that it is about."""
        return self.said_ready >= LIKELY if self.mirror is None else self.mirror >= FOR_IT

    @property
    def spoken_against(self) -> bool:
        """Whether by what the player was shown most would have said no."""
        return self.said_ready < OPEN if self.mirror is None else self.mirror < AGAINST_IT

    @property
    def leaning(self) -> str:
        """What the player was shown of asking, as the end of a sentence: as the mirror said, and without a figure."""
        if self.spoken_for:
            return "spoke for asking"
        return "spoke against asking" if self.spoken_against else "left it open"

    @property
    def well_won(self) -> bool:
        """Whether it won a sale at its right moment: ready in truth, and no other choice surely better."""
        return self.won and self.ready and self.known.low <= 0.0


def asks(now: Playthrough, move: str) -> bool:
    """Whether a move asks for a purchase; no move does not."""
    return move != REST and is_question(now, move)


def named(now: Playthrough, move: str) -> str:
    """A move in its words; none as leaving somebody in peace."""
    return f"“{now.setup.speaker.title(move)}”" if move else "leaving them in peace that day"


def choice_title(now: Playthrough, move: str) -> str:
    """A choice as it is called on its card; none as no move."""
    return now.setup.speaker.title(move) if move else "No move"


def in_place_of(now: Playthrough, instead: PlanMove | None) -> str:
    """That a choice takes the hours of another move, as the end of a phrase; "" where it takes none."""
    if instead is None:
        return ""
    whom = f" to {now.people[instead.who].first}" if instead.who else ""
    return f" in place of “{now.setup.speaker.title(instead.move)}”{whom}"


def surely(low: float, high: float) -> bool:
    """Whether an interval of points leaves out zero, also as it is printed.

    >>> surely(0.2, 3.0), surely(-0.7, 3.1), surely(-2.0, -0.04)
    (True, False, False)
    """
    return low >= SURE or high <= -SURE


def percent(chance: float) -> str:
    """A chance in per cent; a small one is not called none.

    >>> percent(0.004), percent(0.12), percent(0.0)
    ('under 1 %', '12 %', '0 %')
    """
    return "under 1 %" if 0.0 < chance < 0.01 else f"{100 * chance:.0f} %"
