"""A scene of the date mirror as a value, and whether what is given in it can be of a format."""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2s

from game.scenario.format.vocabulary import Situation

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
LOOKED_AT = frozenset({"photo", "video", "poll", "live"})
"""Formats of what is looked at, and not read."""
READ_PROPS = frozenset({"book", "letter", "leaflets"})
"""What is in hand where something is to be read."""
TO_READ = re.compile(
    r"\b(pages?|reads?|reading|books?|leaflets?|letter|chapters?|contents|paper|shelf)\b", re.IGNORECASE
)
"""Words that only something to read allows."""


@dataclass(frozen=True)
class Scene:
    """What a move would be at a café table."""

    you: str
    they: str
    what: str
    then: str
    mood: str  # a `Mood` of the vocabulary
    prop: str  # a `Prop` of the vocabulary
    situation: tuple[Situation, ...]  # in which it can be told
    held: str = "you"  # who has the prop in hand: you or them
    around: tuple[str, ...] = ()  # what else is drawn, each a `Surrounding` of the vocabulary

    @cached_property
    def key(self) -> str:
        """Tells it from every other scene: sixteen letters and digits, made of its words."""
        words = f"{self.you}\n{self.they}\n{self.what}\n{self.then}"
        return blake2s(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    @cached_property
    def placeholders(self) -> frozenset[str]:
        """Names of the values it needs."""
        return frozenset(PLACEHOLDER.findall(self.you + self.they + self.what + self.then))

    @cached_property
    def is_read(self) -> bool:
        """Whether what is given in it is something to read: by its words, or by what is in hand."""
        told = f"{self.you} {self.they} {self.what} {self.then}"
        return self.prop in READ_PROPS or TO_READ.search(told) is not None
