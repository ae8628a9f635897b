"""The words of the game as values: lines with their conditions, date scenes, and what surrounds them.

Where they come from is told in `builtin.py`; which line is said when, in `game.session.words.line_choice`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.scenario.format.vocabulary import Claim, Situation

MOODS = ("bright", "even", "tired", "sour")  # in which followers speak
GROUPS = {
    "notice": "Notice", "talk": "Talk", "thank": "Thank & mend", "give": "Give", "ask": "Ask", "all": "To everybody",
}  # fmt: skip
"""Groups of moves in the order in which they are shown, with their titles."""

PLACEHOLDERS = {
    "name": "full name of the follower",
    "first": "first name of the follower",
    "topic": "a topic they love, in words: night shift",
    "fact": "something in their life: the leaking roof",
    "news": "good news of theirs: the new flat",
    "offer": "what the business sells, from business › offer",
    "business": "the name of the business",
    "trade": "its trade, from business › trade",
    "content": "title of the content that is shared",
    "friend": "full name of another follower whom they know",
    "move": "title of the move; in lines of moves only",
    "day": "a day as a number; no line is given one yet",
    "they": "they, she or he, as the follower's pronouns say",
    "them": "them, her or him",
    "their": "their, her or his",
}
"""What stands for something in a line, and for what."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
# Moods, stages and formats colour a talk; what it is about holds it together, so only that makes a line more specific.
_BINDING = ("answering", "last_signal", "topic", "turn")


@dataclass(frozen=True)
class Line:
    """Something said, and when it may be said. An empty condition always holds."""

    key: str  # unique among all lines, "signal.answer_warm.12"
    text: str  # with placeholders
    motive: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    mood: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()  # topics, or "any", or "none"
    answering: tuple[str, ...] = ()  # ids of the moves it answers; "nothing" when unprompted
    last_signal: tuple[str, ...] = ()  # what the follower did last
    format: tuple[str, ...] = ()  # format of what was shared
    by: tuple[str, ...] = ()  # follower ids
    claims: tuple[Claim, ...] = ()  # what it says of the player's acts: all of it must be true
    turn: int = 0  # 1: first turn of a talk, 2: second or later, 0: any

    @cached_property
    def own(self) -> bool:
        """Whether it comes from the scenario: keys of such lines begin with "own."."""
        return self.key.startswith("own.")

    @cached_property
    def placeholders(self) -> frozenset[str]:
        """Names of the values it needs."""
        return frozenset(PLACEHOLDER.findall(self.text))

    @cached_property
    def conditions(self) -> tuple[tuple[str, frozenset[str | int]], ...]:
        """What it asks of the occasion: the names of its conditions, each with what is allowed."""
        named = ("motive", "topic", "stage", "mood", "answering", "last_signal", "format", "by")
        found: list[tuple[str, frozenset[str | int]]] = [("turn", frozenset({self.turn}))] if self.turn else []
        return (*found, *((name, frozenset(getattr(self, name))) for name in named if getattr(self, name)))

    @cached_property
    def specific(self) -> int:
        """How specific it is, 0..5. The motive does not count: clues are rationed by their own share."""
        named_topic = bool(set(self.topic) - {"any", "none"})
        return sum(bool(getattr(self, name)) for name in _BINDING) + named_topic


def _claims(lines: tuple[Line, ...]) -> frozenset[Claim]:
    return frozenset(claim for line in lines for claim in line.claims)


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

    @cached_property
    def placeholders(self) -> frozenset[str]:
        """Names of the values it needs."""
        return frozenset(PLACEHOLDER.findall(self.you + self.they + self.what + self.then))


@dataclass(frozen=True)
class MoveWords:
    """How a move is shown and said."""

    id: str
    title: str  # at most 18 characters
    text: str  # one sentence, at most 60 characters
    group: str  # one of GROUPS
    dates: tuple[Scene, ...]
    say: tuple[Line, ...]

    @cached_property
    def dates_for(self) -> Mapping[str, tuple[int, ...]]:
        """Numbers of the scenes for each situation."""
        names = dict.fromkeys(name for scene in self.dates for name in scene.situation)
        return {name: tuple(n for n, scene in enumerate(self.dates) if name in scene.situation) for name in names}

    @cached_property
    def claims(self) -> frozenset[Claim]:
        """What its lines claim of the player's acts."""
        return _claims(self.say)


@dataclass(frozen=True)
class SignalWords:
    """How a signal is said (by them) or told (as a note)."""

    id: str
    who: str  # "them" or "note"
    lines: tuple[Line, ...]
    table: tuple[str, ...] = ()  # for a tell: what it would be on a date

    @cached_property
    def claims(self) -> frozenset[Claim]:
        """What its lines claim of the player's acts."""
        return _claims(self.lines)


@dataclass(frozen=True)
class MotiveWords:
    """A motive in words. The happy end's id is the same as in the model's table."""

    id: str
    title: str  # at most 14 characters
    text: str  # for the notebook
    why_followed: str  # for the debrief
    happy_end: str
    happy_end_text: str  # what it would have taken
    wants: tuple[str, ...]  # for members of the crowd
    bios: tuple[str, ...]  # for members of the crowd; may hold {topic}


@dataclass(frozen=True)
class Person:
    """A name for a member of the crowd."""

    name: str
    pronouns: str  # she, he, they


@dataclass(frozen=True)
class NoticeWords:
    """The words by which a clue about a follower is told."""

    id: str
    icon: str
    title: str  # at most 24 characters
    texts: tuple[str, ...]  # at most 70 characters each


@dataclass(frozen=True)
class FactFamily:
    """Facts that suit topics whose words contain one of `words`."""

    words: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Small concrete things in people's lives: singular noun phrases anybody may say."""

    neutral: tuple[str, ...]
    news: tuple[str, ...]  # good news, to be congratulated on
    families: tuple[FactFamily, ...]

    def about(self, topic: str) -> tuple[str, ...]:
        """Facts that suit a topic id, most fitting first; the neutral ones when no family knows it.

        >>> Facts(("the roof",), (), (FactFamily(("bread", "bak"), ("the rye starter",)),)).about("sunday_baking")
        ('the rye starter',)
        """
        parts = topic.lower().split("_")
        fitting = (f.facts for f in self.families if any(p.startswith(w) for p in parts for w in f.words))
        return next(fitting, self.neutral)


@dataclass(frozen=True)
class Texts:
    """All words that ship with the game."""

    moves: Mapping[str, MoveWords]
    own_move: MoveWords  # lends its scenes and lines to moves an author adds without any
    signals: Mapping[str, SignalWords]
    motives: Mapping[str, MotiveWords]
    people: tuple[Person, ...]
    notices: Mapping[str, NoticeWords]
    facts: Facts
    reasons: Mapping[str, tuple[str, ...]]  # cause -> sentences
    debrief: Mapping[str, tuple[str, ...]]  # occasion -> sentences
    ends: Mapping[str, str]  # "customer" -> "a customer"
