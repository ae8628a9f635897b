"""All that can be done in a run, as values: what a front end sends, what the record holds, what a replay reads.

Rule: every change of a run is one of these. They are checked by type where they are read (`entry_lines`); whether
they are possible today is told by the playthrough.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

SURENESS = (25, 50, 75, 100)
"""How sure one can be of a guess, in per cent."""
ODDS_BANDS = ((0, 1), (2, 3), (4, 6), (7, 8), (9, 10))
"""Of ten people, how many would say yes: the answers among which one chooses, fewest and most."""


QUESTIONS = ("ask_about_them", "ask_their_view", "follow_up")
"""Moves that ask somebody about themselves."""


@dataclass(frozen=True)
class PlanMove:
    """Plans a move. A new one to the same follower, or a new post, takes the place of the old."""

    kind: ClassVar[str] = "plan"
    move: str
    who: str = ""  # id of a follower; "" for a post to everybody
    content: str = ""  # id of a content, or ""
    other: str = ""  # id of the second follower of an introduction, or ""


@dataclass(frozen=True)
class TakeBack:
    """Takes a line of the plan back."""

    kind: ClassVar[str] = "take_back"
    id: int  # of the planned move


@dataclass(frozen=True)
class Note:
    """Writes a guess into the notebook, or strikes it out."""

    kind: ClassVar[str] = "note"
    who: str
    motive: str
    sure: int  # 25, 50, 75 or 100 per cent; 0 strikes it out


@dataclass(frozen=True)
class AnswerEvent:
    """Answers an event of this morning."""

    kind: ClassVar[str] = "event"
    event: str
    choice: int  # 0.. in the order of the file


@dataclass(frozen=True)
class BringEvent:
    """The host of a room brings an event of the scenario on the morning of a day; players do not."""

    kind: ClassVar[str] = "bring_event"
    event: str
    on: int  # the day, 1..


@dataclass(frozen=True)
class MarkRead:
    """What a follower wrote has been seen."""

    kind: ClassVar[str] = "read"
    who: str


@dataclass(frozen=True)
class TakeNudge:
    """Asks for the hint of the day. It changes only what the debrief tells; a second one on a day is none."""

    kind: ClassVar[str] = "nudge"
    about: str  # name of its kind
    who: str  # id of the follower it is about, or ""


@dataclass(frozen=True)
class AskWhatIf:
    """Asks in practice what two choices for one follower may bring today. It changes only what the debrief tells."""

    kind: ClassVar[str] = "what_if"
    who: str  # id of the follower
    first: str  # id of a move, or "" for none
    second: str


@dataclass(frozen=True)
class SayOdds:
    """Says how many of ten would say yes, before the date mirror of a question answers. Only what is told changes."""

    kind: ClassVar[str] = "odds"
    who: str  # id of the follower
    move: str  # id of the question
    band: int  # number of one of `ODDS_BANDS`, 0..; −1 for rather being shown


@dataclass(frozen=True)
class EndDay:
    """Ends the day: the night comes, and the next morning."""

    kind: ClassVar[str] = "end_day"


@dataclass(frozen=True)
class Undo:
    """Goes back to the morning of a day; what was planned and played since is dropped, and stays in the record."""

    kind: ClassVar[str] = "undo"
    to: int  # 1..


@dataclass(frozen=True)
class ScenarioFacts:
    """What a record keeps of a scenario: all that is needed to play it again when its file is gone."""

    hash: str  # of the text
    title: str
    business: str
    days: int
    language: str
    text: str


@dataclass(frozen=True)
class Reload:
    """Takes a changed scenario: the entries that could be carried over into it count from now on."""

    kind: ClassVar[str] = "reload"
    facts: ScenarioFacts
    kept: "tuple[Recorded, ...]"


Choice = PlanMove | TakeBack | Note | AnswerEvent | BringEvent | MarkRead | TakeNudge | AskWhatIf | SayOdds | EndDay
"""What a player does on a day, or the host of a room in their game."""

Entry = Choice | Undo | Reload
"""What a record holds: choices, and what leads to another playthrough."""


@dataclass(frozen=True)
class Recorded:
    """An entry as the record holds it."""

    day: int  # on which it was made, 1..
    entry: Entry
    state: str = ""  # of the end of a day: a digest of the morning that followed


def entries_kept(entries: Iterable[Recorded]) -> list[Recorded]:
    """The entries that still count.

    An undo drops those of the day it goes back to and of all later days; where a changed scenario was taken, those
    count that could be carried over into it.
    """
    kept: list[Recorded] = []
    for recorded in entries:
        entry = recorded.entry
        if isinstance(entry, Reload):
            kept = list(entry.kept)
        elif isinstance(entry, Undo):
            while kept and kept[-1].day >= entry.to:
                kept.pop()
        else:
            kept.append(recorded)
    return kept


def morning_after(kept: Iterable[Recorded]) -> int:
    """The day on which one goes on after entries that count, 1..: each end of a day among them is a day more."""
    return 1 + sum(isinstance(recorded.entry, EndDay) for recorded in kept)


def in_order(kept: Iterable[Recorded]) -> int:
    """How many entries that count, from the first, stand on the day that is played there."""
    day = 1
    number = 0
    for recorded in kept:
        if recorded.day != day:
            break
        day += isinstance(recorded.entry, EndDay)
        number += 1
    return number
