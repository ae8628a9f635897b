"""What is said, as values: a talk with one follower, a sentence with its hint, a clue, and the wordings used so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.scenario.format.vocabulary import Asks

NARRATED = ("look_around", "like", "give_space")
"""Moves without words of yours: they are told of you."""
MEMORY = 400  # wordings of one kind that nobody else says as long as there are others: those of a whole run
UNREPEATED_DAYS = 10  # days in which you tell nobody the same, as long as there are other wordings


def in_quotes(text: str) -> str:
    """Words of somebody as they are quoted; what they quote themselves stands in single quotes.

    >>> in_quotes("“Partner farms”. How many?")
    '“‘Partner farms’. How many?”'
    """
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


@dataclass(frozen=True)
class Talk:
    """What one follower and you have talked about, and how far you have come. A day of 0 means: never."""

    topic: str = ""
    fact: str = ""  # what they have told about themselves, so that it can be named: "the leaking roof"
    quote: str = ""  # the beginning of what they let slip last
    need: str = ""  # the beginning of what they said when a need of theirs showed last
    need_on: int = 0  # the day on which it showed
    thanked_on: int = 0
    named_on: int = 0  # the day on which you came back to the one or the other
    asks: Asks = "none"  # what your last message asks or gives
    news: str = ""
    turn: int = 0
    last_signal: str = ""
    last_on: int = 0  # the day of that signal
    last_day: int = 0
    going: str = ""  # id of the written talk that goes on
    asked: int = 0  # how many of its turns you have opened
    told: int = 0  # how many of them they have answered
    asked_on: int = 0
    had: tuple[str, ...] = ()  # ids of the written talks that were begun
    kept_back: int = 0  # answers of theirs in a row with which nothing of their life has slipped out
    waits: str = ""  # key of the line of theirs that wants an answer
    waits_signal: str = ""
    answered: str = ""  # key of your last answer to them, or of their line where nothing was written for it
    answered_signal: str = ""
    answered_on: int = 0
    share: str = ""  # how they passed something on: share_plain or share_compliment
    share_day: int = 0


@dataclass(frozen=True)
class Said:
    """Words, the key of their wording, and the motive that they hint at: "" for most."""

    text: str
    hint: str
    key: str = ""


@dataclass(frozen=True)
class Written:
    """What you write, and the talk as it stands once it is sent."""

    text: str
    talk: Talk


@dataclass(frozen=True)
class Occasion:
    """What is known of the moment in which something is written or said. Empty means: not known, or none."""

    near: str = "stranger"  # how near the two are
    mood: str = ""  # in which it is said
    answering: str = ""  # id of the move that is answered
    beside: str = ""  # id of what they did on the same night, in answer to you
    asked: bool = False  # whether what you wrote to them on that day asks something
    wrote: bool = False  # whether you wrote to them at all on that day
    content: str = ""  # title of what is or was shared
    format: str = ""  # its format
    topic: str = ""  # what it is about
    post: str = ""  # title of your last post
    their_post: str = ""  # the post of theirs that a comment is written under
    other: str = ""  # name of the second person of an introduction
    true: frozenset[str] = frozenset()  # claims about the player's acts that hold


@dataclass(frozen=True)
class Clue:
    """Something that can be noticed about a follower, in words."""

    icon: str  # topic, format, pace, tie, share, need, event, pitch, work
    title: str
    text: str
    key: str = ""  # of its wording


@dataclass(frozen=True)
class Named:
    """The words for a motive: its title and a sentence."""

    title: str  # "Polite", "Neighbour", ...
    text: str  # "Follows everybody back who is no robot."


@dataclass(frozen=True)
class Wordings:
    """Which wordings a run has used: lately, so that none comes twice running, and in all, to be counted."""

    recent: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # kind of line -> the last keys, at most `MEMORY`
    used: tuple[str, ...] = ()  # keys of all wordings, in their order
    between: Mapping[str, tuple[tuple[int, str], ...]] = field(
        default_factory=dict
    )  # follower -> days, keys and texts, the last `MEMORY` of them

    def remembering(self, kind: str, key: str, who: str = "", day: int = 0, text: str = "") -> "Wordings":
        """The same with one more wording, said to or by somebody on a day; its text, since two kinds may share it."""
        recent = {**self.recent, kind: (*self.recent.get(kind, ()), key)[-MEMORY:]}
        before = [(then, old) for then, old in self.between.get(who, ()) if old not in (key, text)]
        between = {**self.between, who: (*before[-MEMORY:], (day, text), (day, key))}
        return Wordings(recent, (*self.used, key), between)

    def lately(self, who: str, day: int) -> tuple[str, ...]:
        """Keys and texts of what was said between somebody and you in the last days, oldest first."""
        return tuple(key for then, key in self.between.get(who, ()) if day - then <= UNREPEATED_DAYS)

    def ever(self, who: str) -> tuple[str, ...]:
        """The same of the whole run: nobody tells you a thing twice, as long as there is another to tell."""
        return tuple(key for _, key in self.between.get(who, ()))

    def heard_of(self, who: str, fact: str) -> bool:
        """Whether something was named between somebody and you in this run, by either of you."""
        return any(fact.lower() in text.lower() for _, text in self.between.get(who, ()))

    def counting(self, key: str) -> "Wordings":
        """The same with a wording that comes by turns: it is counted, and needs no other memory."""
        return replace(self, used=(*self.used, key))
