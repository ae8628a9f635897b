"""What happens in a room: frozen values, the same that a page sends, the log holds and a replay reads.

Rule: a step is a decision of somebody, never what came of it. What comes of it follows from the steps before.
"""

from dataclasses import dataclass
from typing import ClassVar, get_args

from game.session.entries import Choice


@dataclass(frozen=True)
class Joined:
    """Somebody came in."""

    kind: ClassVar[str] = "joined"
    guest: str  # id, given by the server
    name: str
    table: str  # "" for none
    token: str  # SHA-256 of the guest's cookie, hexadecimal
    way_back: str  # code for another phone or another address


@dataclass(frozen=True)
class CameBack:
    """A guest proved to be themselves by their code, and has a new cookie."""

    kind: ClassVar[str] = "came_back"
    token: str


@dataclass(frozen=True)
class Left:
    """A guest went home."""

    kind: ClassVar[str] = "left"


@dataclass(frozen=True)
class Chose:
    """A guest made a choice in their own game."""

    kind: ClassVar[str] = "chose"
    choice: Choice


@dataclass(frozen=True)
class Voted:
    """A guest chose an option of the open vote, or "" for none of them."""

    kind: ClassVar[str] = "voted"
    number: int  # of the vote
    option: str


@dataclass(frozen=True)
class CalledForHelp:
    """A guest asks the host something, or takes the question back with ""."""

    kind: ClassVar[str] = "called_for_help"
    text: str


@dataclass(frozen=True)
class WroteOwnWords:
    """A guest wrote so many of the three sentences of the end; the words stay on their phone."""

    kind: ClassVar[str] = "wrote_own_words"
    count: int  # 0..3


@dataclass(frozen=True)
class Started:
    """The host lets the game begin."""

    kind: ClassVar[str] = "started"


@dataclass(frozen=True)
class Released:
    """The host lets everybody play up to a day."""

    kind: ClassVar[str] = "released"
    day: int


@dataclass(frozen=True)
class Went:
    """The host takes the room on: to vote, counted, night, debrief."""

    kind: ClassVar[str] = "went"
    to: str
    since: int  # the scene that the host had seen, so that a second click does nothing


@dataclass(frozen=True)
class TookBack:
    """The host takes back what the room decided last."""

    kind: ClassVar[str] = "took_back"


@dataclass(frozen=True)
class Turned:
    """The host turns to a page of the night or of the debrief."""

    kind: ClassVar[str] = "turned"
    page: int  # 0..


@dataclass(frozen=True)
class Showed:
    """The host chooses whose trust the debrief shows."""

    kind: ClassVar[str] = "showed"
    follower: str  # id


@dataclass(frozen=True)
class ShowedPart:
    """The host goes on in a list of the debrief that one page of the screen does not hold."""

    kind: ClassVar[str] = "showed_part"
    part: int  # 0..


@dataclass(frozen=True)
class Switched:
    """The host sets something: paused, locked, hold, hide_names, free_names, by_table, short."""

    kind: ClassVar[str] = "switched"
    what: str
    on: bool


@dataclass(frozen=True)
class SetClock:
    """The host starts, prolongs or stops the clock."""

    kind: ClassVar[str] = "set_clock"
    seconds: int  # to add; 0 stops it


@dataclass(frozen=True)
class SetCap:
    """How many guests the room takes."""

    kind: ClassVar[str] = "set_cap"
    most: int


@dataclass(frozen=True)
class CodeChanged:
    """The room has another code; who is in stays in."""

    kind: ClassVar[str] = "code_changed"
    code: str


@dataclass(frozen=True)
class Renamed:
    """The host gave a guest another name."""

    kind: ClassVar[str] = "renamed"
    guest: str
    name: str


@dataclass(frozen=True)
class Removed:
    """The host sent a guest out."""

    kind: ClassVar[str] = "removed"
    guest: str


@dataclass(frozen=True)
class Freed:
    """The host, or a full room, freed the seat of a guest, who may come back by the same way."""

    kind: ClassVar[str] = "freed"
    guest: str


@dataclass(frozen=True)
class Readmitted:
    """The host lets a guest in again, by a new code."""

    kind: ClassVar[str] = "readmitted"
    guest: str
    way_back: str


@dataclass(frozen=True)
class Helped:
    """The host answered a call for help, or has been there."""

    kind: ClassVar[str] = "helped"
    guest: str
    text: str  # "" when nothing was written


@dataclass(frozen=True)
class Brought:
    """The host brings an event of the scenario on the next morning, in every game of the room."""

    kind: ClassVar[str] = "brought"
    event: str  # id


@dataclass(frozen=True)
class TookEventBack:
    """The host takes back an event that was to come, before anybody has seen its morning."""

    kind: ClassVar[str] = "took_event_back"
    event: str  # id


@dataclass(frozen=True)
class Noted:
    """The host wrote something down for the debrief."""

    kind: ClassVar[str] = "noted"
    text: str


GuestStep = CameBack | Left | Chose | Voted | CalledForHelp | WroteOwnWords
HostStep = (
    Started | Released | Went | TookBack | Turned | Showed | ShowedPart | Switched | SetClock | SetCap | CodeChanged
    | Renamed | Removed | Freed | Readmitted | Helped | Brought | TookEventBack | Noted
)  # fmt: skip
Step = Joined | GuestStep | HostStep

HOST_KINDS = frozenset(step.kind for step in get_args(HostStep))
"""Kinds of steps that the host alone takes."""

HOST = "host"


@dataclass(frozen=True)
class TakenStep:
    """A step as the log holds it."""

    at: float  # seconds since 1970
    actor: str  # id of a guest, or HOST
    command: str  # drawn by the sender; the same one twice is the same step
    step: Step
    state: str = ""  # of a day's end: a digest of the morning that followed
