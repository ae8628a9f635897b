"""The words of the game as values: lines with their conditions, date scenes, and what surrounds them.

Where they come from is told in `builtin.py`; which line is said when, in `game.session.words.line_choice`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.scenario.format.vocabulary import Asks, Claim
from game.scenario.texts.scenes import LOOKED_AT, PLACEHOLDER, Scene

MOODS = ("bright", "even", "tired", "sour")  # in which followers speak
GROUPS = {
    "notice": "Notice", "talk": "Talk", "thank": "Thank & mend", "give": "Give", "ask": "Offer & ask",
    "all": "To everybody",
}  # fmt: skip
"""Groups of moves in the order in which they are shown, with their titles."""

PLACEHOLDERS = {
    "name": "full name of the follower",
    "first": "first name of the follower",
    "topic": "a topic they love, in words: night shift",
    "fact": "something in their life: the leaking roof",
    "news": "good news of theirs: the new flat",
    "offer": "what the business sells, from business › offer",
    "price": "what it costs, if your words say it (words › price): fourteen pounds a bag",
    "business": "the name of the business",
    "trade": "its trade, from business › trade",
    "content": "title of the content that is shared",
    "post": "title of your last post; a line with it is said only once you have posted",
    "quote": "the beginning of what they let slip last; in follow-ups",
    "need": "the beginning of what they said when a need showed; in offers",
    "friend": "full name of another follower whom they know",
    "seen": "what somebody saw you do to others: your thanks to Mara; in tells with `answering: [nothing]` only",
    "move": "title of the move; in lines of moves only",
    "day": "a day as a number; no line is given one yet",
    "they": "they, she or he, as the follower's pronouns say",
    "them": "them, her or him",
    "their": "their, her or his",
}
"""What stands for something in a line, and for what."""

# Moods, stages and formats colour a talk; what it is about holds it together, so only that makes a line more specific.
_BINDING = ("answering", "last_signal", "topic", "turn", "beside")


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
    last_signal: tuple[str, ...] = ()  # what the follower did last; of an answer of yours: what it answers
    beside: tuple[str, ...] = ()  # what the same follower did on the same night, in answer to you
    format: tuple[str, ...] = ()  # format of what was shared
    by: tuple[str, ...] = ()  # follower ids
    claims: tuple[Claim, ...] = ()  # what it says of the player's acts: all of it must be true
    trade: tuple[str, ...] = ()  # of sellers: what they sell, where the line names it
    turn: int = 0  # 1: first turn of a talk, 2: second or later, 0: any
    asked: tuple[Asks, ...] = ()  # what the message that it answers asks or gives
    asks: Asks = "none"  # of a message of yours: what it asks or gives
    answers: tuple[str, ...] = ()  # of something they ask: what you can answer, written for it
    replies: tuple[str, ...] = ()  # and what they say to that when they are warm

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
        named = (
            "motive", "topic", "stage", "mood", "answering", "last_signal", "format", "by", "beside", "trade", "asked",
        )  # fmt: skip
        found: list[tuple[str, frozenset[str | int]]] = [("turn", frozenset({self.turn}))] if self.turn else []
        return (*found, *((name, frozenset(getattr(self, name))) for name in named if getattr(self, name)))

    @cached_property
    def specific(self) -> int:
        """How specific it is, 0..6. The motive does not count: clues are rationed by their own share."""
        named_topic = bool(set(self.topic) - {"any", "none"})
        return sum(bool(getattr(self, name)) for name in _BINDING) + named_topic


def _claims(lines: tuple[Line, ...]) -> frozenset[Claim]:
    return frozenset(claim for line in lines for claim in line.claims)


@dataclass(frozen=True)
class News:
    """Good news that somebody may tell."""

    text: str  # "the new flat"
    kind: str = "anybody"  # whom it suits: anybody, new_life, long_life


@dataclass(frozen=True)
class MoveWords:
    """How a move is shown and said."""

    id: str
    title: str  # at most 18 characters
    text: str  # one sentence, at most 60 characters
    group: str  # one of GROUPS
    dates: tuple[Scene, ...]
    say: tuple[Line, ...]

    def dates_with(self, situation: str, format_: str = "") -> tuple[int, ...]:
        """Numbers of the scenes for a situation in which something of a format may be given.

        Args:
            situation: any of those of the move.
            format_: of what goes along; "" for nothing.
        """
        apt = self.dates_for[situation]
        if format_ not in LOOKED_AT:
            return apt
        return tuple(number for number in apt if not self.dates[number].is_read) or apt

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
class Concluded:
    """What is concluded from a line, by words that stand in it."""

    words: str  # a pattern; it begins a word
    text: str

    def found(self, line: str) -> bool:
        """Whether a line bears it out.

        >>> Concluded("client", "").found("Full day, four clients."), Concluded("client", "").found("Fine, thank you.")
        (True, False)
        """
        return re.search(rf"\b(?:{self.words})", line, re.IGNORECASE) is not None


@dataclass(frozen=True)
class NoticeWords:
    """The words by which a clue about a follower is told."""

    id: str
    icon: str
    title: str  # at most 24 characters
    texts: tuple[str, ...] = ()  # at most 70 characters each
    said: tuple[Concluded, ...] = ()  # of a clue in what they say: each only where the line bears it out

    @property
    def every_text(self) -> tuple[str, ...]:
        """All that may be told of the clue."""
        return (*self.texts, *(concluded.text for concluded in self.said))

    def borne_out(self, line: str) -> tuple[str, ...]:
        """What may be told of the clue by somebody who has heard a line; "" for a clue that is no line."""
        return (*self.texts, *(concluded.text for concluded in self.said if line and concluded.found(line)))


@dataclass(frozen=True)
class TurnWords:
    """One turn of a talk: what you write, and what can come back."""

    you: tuple[Line, ...]
    warm: tuple[Line, ...]
    short: tuple[Line, ...]


@dataclass(frozen=True)
class TalkWords:
    """A talk that hangs together: turns in their order, each with answers written for it."""

    id: str
    fact: str  # what it is about, as either side may say it: "the leaking roof"; known once the first turn is answered
    starts: str  # id of the move that opens it: ask_about_them or ask_their_view
    turns: tuple[TurnWords, ...]
    thanks: tuple[Line, ...] = ()  # when you have helped with it
    topics: tuple[str, ...] = ()  # beginnings of words of the topics it suits; empty: anybody
    by: tuple[str, ...] = ()  # motives, archetypes or followers it suits; empty: anybody
    after: str = ""  # a signal it must come right after; "" for any

    def suits(self, topic: str) -> bool:
        """Whether it is about a topic.

        >>> TalkWords("rye", "the rye", "ask_about_them", (), topics=("bread", "bak")).suits("sunday_baking")
        True
        """
        return any(part.startswith(word) for part in topic.lower().split("_") for word in self.topics)


@dataclass(frozen=True)
class Texts:
    """All words that ship with the game."""

    moves: Mapping[str, MoveWords]
    own_move: MoveWords  # lends its scenes and lines to moves an author adds without any
    signals: Mapping[str, SignalWords]
    asides: Mapping[str, SignalWords]  # what the narrator says beside signals
    motives: Mapping[str, MotiveWords]
    people: tuple[Person, ...]
    notices: Mapping[str, NoticeWords]
    news: tuple[News, ...]  # good news of followers, to be congratulated on
    talks: tuple[TalkWords, ...]  # of the house
    tails: Mapping[
        str, tuple[Line, ...]
    ]  # "warm", "short": added to an answer, by motive; "meanwhile", "besides" …: said before
    reasons: Mapping[str, tuple[str, ...]]  # cause -> sentences
    debrief: Mapping[str, tuple[str, ...]]  # occasion -> sentences
    ends: Mapping[str, str]  # "customer" -> "a customer"
