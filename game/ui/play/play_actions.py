"""What can be asked for while playing. What a run does is no action of its own: a region's action is the entry."""

from dataclasses import dataclass

from game.session.entries import AnswerEvent, AskWhatIf, EndDay, MarkRead, Note, PlanMove, TakeBack, Undo


@dataclass(frozen=True)
class ToChoose:
    """Show which scenarios can be played."""


@dataclass(frozen=True)
class Resume:
    """Go on with a run where it was left."""

    path: str  # of its record


@dataclass(frozen=True)
class ReadOlderRuns:
    """Read the runs that the list has left out."""


@dataclass(frozen=True)
class DeleteRun:
    """Put a run away that is not wanted any more."""

    path: str  # of its record


@dataclass(frozen=True)
class ToScrapbook:
    """Show what was seen on this machine."""


@dataclass(frozen=True)
class EmptyScrapbook:
    """Forget what was seen on this machine."""


@dataclass(frozen=True)
class Again:
    """Play the same scenario again."""


@dataclass(frozen=True)
class ToHostedRoom:
    """Show the room that this machine hosts; without one, open it."""


@dataclass(frozen=True)
class OpenRoom:
    """Open a room for phones on this machine."""

    way_out: str = ""  # of a room that could not be opened: ANOTHER_PORT, ALONE


@dataclass(frozen=True)
class EndRoom:
    """End the room that this machine hosts."""


@dataclass(frozen=True)
class Select:
    """Turn to a follower; `step` goes on from the one chosen now."""

    follower: str = ""
    step: int = 0


@dataclass(frozen=True)
class Group:
    """Turn to a group of moves; `step` goes on from the one chosen now."""

    name: str = ""
    step: int = 0


@dataclass(frozen=True)
class Pick:
    """Take up a move, not yet plan it."""

    move: str
    content: str = ""
    other: str = ""


@dataclass(frozen=True)
class AskToEndDay:
    """Let the night come, after a question."""


@dataclass(frozen=True)
class LetDaysPass:
    """Let days pass without a move until something happens, or a number of them unless somebody is lost."""

    days: int = 0  # 0: until something happens


@dataclass(frozen=True)
class AskToEndHere:
    """End the game on this day, after a question."""


@dataclass(frozen=True)
class EndHere:
    """Let all days that are left pass without a move, and show the debrief."""


@dataclass(frozen=True)
class Morning:
    """Go on after the night, perhaps to a follower."""

    follower: str = ""


@dataclass(frozen=True)
class ReadNight:
    """Look back at the night after a day."""

    day: int


@dataclass(frozen=True)
class CatchUp:
    """Play on the days that a save of the scenario has interrupted."""


@dataclass(frozen=True)
class Explain:
    """In the debrief: turn to a follower or a day; "" and 0 keep what is chosen."""

    follower: str = ""
    day: int = 0


@dataclass(frozen=True)
class AskNudge:
    """Ask for the hint of the day, or see it again."""


@dataclass(frozen=True)
class SayHowMany:
    """In the date mirror of a question: how many of ten would say yes, or that one wants to see it at once."""

    band: int = -1  # of `ODDS_BANDS`; below 0 for no answer


@dataclass(frozen=True)
class OpenWhatIf:
    """In practice: choose what to compare for the follower one looks at."""


PlayAction = (
    ToChoose
    | Resume
    | Again
    | ReadOlderRuns
    | DeleteRun
    | ToScrapbook
    | EmptyScrapbook
    | ToHostedRoom
    | OpenRoom
    | SayHowMany
    | EndRoom
    | Select
    | Group
    | Pick
    | AskToEndDay
    | LetDaysPass
    | AskToEndHere
    | EndHere
    | Morning
    | ReadNight
    | CatchUp
    | Explain
    | AskNudge
    | OpenWhatIf
    | AskWhatIf
    | PlanMove
    | TakeBack
    | Note
    | AnswerEvent
    | MarkRead
    | EndDay
    | Undo
)
"""What playing answers; of the entries of a run all but `Reload`, since a changed scenario is taken from its file, and
`BringEvent`, which the host of a room alone sends, and `TakeNudge`, which follows from `AskNudge`."""
