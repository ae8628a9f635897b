"""The room as it stands: a frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from game.host.room.questions import Question
from game.host.room.room_codes import key_of
from game.host.room.room_plan import RoomPlan, planned
from game.session.entries import BringEvent, Recorded, ScenarioFacts
from game.session.playthrough import Playthrough

LOBBY, PLAY, VOTE, COUNTED, NIGHT, DEBRIEF = "lobby", "play", "vote", "counted", "night", "debrief"
EACH, TOGETHER = "each", "together"
MODES = (EACH, TOGETHER)
FIRST_HALF, SECOND_HALF = "A", "B"
"""The two conditions of a room whose tables play at two difficulties."""
PAGES = ("Who they were", "How trust moved", "Who asked when", "What would have been", "Your own words")
"""The steps of a debrief on the projector."""

SHORT_PAGES = (0, 1, 2, 4)


@dataclass(frozen=True)
class Help:
    """A guest's open question to the host, and what the host wrote back."""

    text: str = ""
    at: float = 0.0  # seconds since 1970
    answer: str = ""
    day: int = 0  # of the guest's game, on which the answer came


@dataclass(frozen=True, eq=False)
class Guest:
    """Somebody in the room."""

    id: str
    name: str
    table: str
    token: str  # SHA-256 of the cookie, hexadecimal
    way_back: str
    joined: float
    late: bool  # came when the game had begun
    now: Playthrough | None  # their own game, where each plays
    evening: Playthrough | None = None  # as it stood before the last day ended
    entries: tuple[Recorded, ...] = ()
    times: tuple[float, ...] = ()  # when each of the entries was made
    acted: float = 0.0  # when they did something last
    help: Help = Help()
    own_words: int = 0
    gone: bool = False  # went home
    removed: bool = False  # sent out by the host
    condition: str = ""  # FIRST_HALF or SECOND_HALF; "" in a room with one condition

    @property
    def here(self) -> bool:
        """Whether they belong to the room."""
        return not self.gone and not self.removed


@dataclass(frozen=True)
class VoteCount:
    """A vote that is over."""

    question: Question
    votes: Mapping[str, str]  # guest -> option, "" for none
    tally: Mapping[str, float]  # option -> votes
    winner: str  # option, "" when nobody voted
    drawn: bool  # a tie that chance decided
    times: Mapping[str, float] = field(default_factory=dict)  # guest -> when their vote came, seconds since 1970
    closed: float = 0.0  # when the vote was closed, seconds since 1970


@dataclass(frozen=True, eq=False)
class Earlier:
    """Where the room goes back to when the host takes its last decision back."""

    stage: str
    shared: Playthrough
    question: Question
    left: tuple[str, ...]
    counts: tuple[VoteCount, ...]
    evening: Playthrough | None


@dataclass(frozen=True)
class Opening:
    """What a room is opened with; it stays the same."""

    id: str
    mode: str  # EACH or TOGETHER
    scenario: str  # id
    path: str  # of the scenario's file
    facts: ScenarioFacts
    seed: int
    own_cast: bool  # everybody has other people
    minutes: int  # planned length; 0 for none
    opened: float  # seconds since 1970
    code: str
    difficulty: str = ""  # how hard it is; "" as the scenario says
    second: str = ""  # how hard it is for the other half of the tables, where each plays; "" for the same
    name: str = ""  # what the host calls the room; "" for the title of its scenario

    @property
    def title(self) -> str:
        """What the room is called."""
        return self.name or self.facts.title


@dataclass(frozen=True, eq=False)
class Room:
    """A room as it stands."""

    opening: Opening
    begun: Playthrough  # the first morning of the game that all share
    begun_second: Playthrough | None  # the same of the second condition, if there is one
    code: str
    stage: str = LOBBY
    guests: Mapping[str, Guest] = field(default_factory=dict)
    number: int = 0  # of steps so far
    scene: int = 0  # how often something else came to be on everybody's page
    started: float = 0.0
    going_since: float = 0.0  # when all were last let go on: by the start, a day that was opened, the end of a pause
    ended: float = 0.0
    released: int = 0  # the last day that may be played, where each plays
    paused: bool = False
    locked: bool = False
    hold: bool = True  # days are held at their end
    hide_names: bool = True
    free_names: bool = True  # guests may name themselves
    by_table: bool = False  # a table has one vote
    short: bool = False  # the short form of the debrief
    shown: str = ""  # id of the follower whose trust the debrief shows; "" for the one most asked
    clock: float = 0.0  # when it runs out, seconds since 1970; 0 when there is none
    clock_left: float = 0.0  # what was left of it when the room was paused
    cap: int = 200
    page: int = 0  # of the night or of the debrief
    part: int = 0  # of the list on that page of the debrief
    shared: Playthrough | None = None  # the game of a room that plays together
    evening: Playthrough | None = None  # as it stood before its last night
    spotlight: tuple[str, ...] = ()  # today's questions still to come
    question: Question | None = None
    votes: Mapping[str, str] = field(default_factory=dict)  # guest -> option of the open vote
    voted_at: Mapping[str, float] = field(default_factory=dict)  # guest -> when their vote came
    counts: tuple[VoteCount, ...] = ()
    earlier: Earlier | None = None
    before_debrief: "Room | None" = None  # as it stood, as long as the debrief shows its first step
    brought: tuple[BringEvent, ...] = ()  # events that the host brought
    notes: tuple[tuple[float, int, str], ...] = ()  # when, on which day, what the host wrote

    @property
    def each(self) -> bool:
        """Whether everybody plays a game of their own."""
        return self.opening.mode == EACH

    @cached_property
    def here(self) -> tuple[Guest, ...]:
        """Who belongs to the room, in the order of their coming."""
        return tuple(guest for guest in self.guests.values() if guest.here)

    @cached_property
    def by_token(self) -> Mapping[str, str]:
        """Ids by the SHA-256 of the cookie."""
        return {guest.token: guest.id for guest in self.here}

    @cached_property
    def freed(self) -> Mapping[str, Guest]:
        """Those whose seat was freed, by the SHA-256 of the cookie; who left by themselves or was sent out has none."""
        return {g.token: g for g in self.guests.values() if g.gone and g.token and not g.removed}

    @cached_property
    def sent_out(self) -> Mapping[str, Guest]:
        """Those whom the host has sent out and not let in again, by the SHA-256 of the cookie."""
        return {guest.token: guest for guest in self.guests.values() if guest.removed and guest.token}

    @cached_property
    def called_as_sent_out(self) -> tuple[Guest, ...]:
        """Who came under a name of somebody that was sent out: perhaps the same person, on another phone."""
        names = {key_of(guest.name) for guest in self.guests.values() if guest.removed}
        return tuple(guest for guest in self.here if key_of(guest.name) in names)

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of the names in use."""
        return frozenset(key_of(guest.name) for guest in self.here)

    @property
    def days(self) -> int:
        """How many days the scenario has."""
        return self.begun.compiled.scenario.days

    @property
    def day(self) -> int:
        """The day that the room plays, 1..; 0 before it has begun."""
        if self.stage == LOBBY:
            return 0
        if self.stage == NIGHT and self.evening is not None:
            return self.evening.day  # its night is still being told
        if self.shared is not None:
            return self.shared.day
        return min(self.released, self.days)

    @property
    def days_ended(self) -> int:
        """How many days the furthest game has played to their end."""
        games = [self.shared] if self.shared is not None else [guest.now for guest in self.here]
        return max((len(now.history) for now in games if now is not None), default=0)

    @property
    def plan(self) -> RoomPlan | None:
        """How it gets through in the time it has; None where no time is set."""
        return planned(self.opening.minutes, self.days, self.opening.mode) if self.opening.minutes else None

    @property
    def pages(self) -> tuple[int, ...]:
        """Numbers of the debrief's steps in its present form."""
        return SHORT_PAGES if self.short else tuple(range(len(PAGES)))


def without_vote_of(room: Room, guest: str) -> Room:
    """The room without the open vote of a guest who is no longer there; the same where they have none."""
    return replace(room, votes={who: option for who, option in room.votes.items() if who != guest})


def opened(opening: Opening, begun: Playthrough, begun_second: Playthrough | None = None) -> Room:
    """A room nobody has come to yet."""
    days = begun.compiled.scenario.days
    short = bool(opening.minutes) and planned(opening.minutes, days, opening.mode).short
    return Room(opening, begun, begun_second, opening.code, short=short)
