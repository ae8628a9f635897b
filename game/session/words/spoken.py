"""What is said, as values: a talk with one follower, a sentence with its hint, a clue, and the wordings used so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

MEMORY = 24  # wordings of one kind that are avoided as long as there are others


@dataclass(frozen=True)
class Talk:
    """The present conversation with one follower."""

    topic: str = ""
    fact: str = ""  # what they told about themselves
    answered_fact: bool = False
    news: str = ""
    turn: int = 0
    last_signal: str = ""
    last_day: int = 0
    used_facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """Words, and the motive that they hint at: "" for most."""

    text: str
    hint: str


@dataclass(frozen=True)
class Clue:
    """Something that can be noticed about a follower, in words."""

    icon: str  # topic, format, pace, tie, share, need, event, pitch, work
    title: str
    text: str


@dataclass(frozen=True)
class Named:
    """The words for a motive: its title and a sentence."""

    title: str  # "Polite", "Neighbour", ...
    text: str  # "Follows everybody back who is no robot."


@dataclass(frozen=True)
class Wordings:
    """Which wordings a run has used: lately, so that none comes twice running, and in all, to be counted."""

    recent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # kind of line -> the last keys, at most MEMORY
    used: tuple[str, ...] = ()  # keys of all wordings, in their order

    def remembering(self, kind: str, key: str) -> "Wordings":
        """The same with one more wording."""
        recent = {**self.recent, kind: (*self.recent.get(kind, ()), key)[-MEMORY:]}
        return replace(self, recent=recent, used=(*self.used, key))
