"""What is told of a night: people at tables and at the bar, a whisper, moments with a picture of their own."""

from dataclasses import dataclass

from game.scenario.texts.first_names import first_name


@dataclass(frozen=True)
class Met:
    """Somebody in the picture, and what is said of them."""

    follower: str  # id
    name: str
    look: int
    step: int  # of the body, 0 (turns away) to 6 (lights up)
    pose: str  # a drawing of the kind `bodies`
    face: str  # a drawing of the kind `faces`, or "" for the pose's own
    did: str  # what you did, a sentence
    does: str  # what their body does, a sentence; at the bar one that begins behind their first name
    wrote: str  # what they wrote, a line for each message, in their order; or ""
    ease: int = 0  # how much at home they are at your table: 1 the first time, 4 an old friend

    @property
    def first(self) -> str:
        """Their first name."""
        return first_name(self.name)

    @property
    def spoken(self) -> str:
        """All of it as running text."""
        return " ".join(part for part in (f"{self.name}.", self.did, self.does, self.wrote) if part)


@dataclass(frozen=True)
class Whisper:
    """Two at the next table, after something everybody could see."""

    looks: tuple[int, int]
    poses: tuple[str, str]
    text: str


@dataclass(frozen=True)
class Moment:
    """Something that gets a picture of its own."""

    kind: str  # blast, repost, or one of `ORDER` of `moment_kinds`
    name: str  # "A sale"
    title: str  # "Edda buys."
    text: str  # below it
    who: Met | None  # the other one; None when it is the whole room
    trail: tuple[tuple[int, str], ...] = ()  # days and sentences: what led to it
    crowd: tuple[Met, ...] = ()  # the whole room
    cry: str = ""  # what you call out
    mirror: str = ""  # what it would be on a date


@dataclass(frozen=True)
class Evening:
    """A night, told."""

    day: int
    tables: tuple[Met, ...]  # whom you approached, the strongest first
    bar: tuple[Met, ...]  # the rest, and those who came by
    whisper: Whisper | None
    moments: tuple[Moment, ...]
    quiet: str  # a sentence for a night on which nobody does anything, or ""
    alone: str  # a sentence for your own table when nobody sits with you
    met: int  # how many you approached
    came: int  # how many came by of their own accord
    met_apart: int = 0  # of those whom you approached, whose evening is a moment of its own
    came_apart: int = 0  # the same of those who came by
