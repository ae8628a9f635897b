"""Signals: what followers do that a player can see. The numbers are stored in records; never reorder."""

from dataclasses import dataclass
from enum import IntEnum

from game.model.arrays import Array, freeze_fields


class Signal(IntEnum):
    """What a follower did overnight, in answer to a move or of their own accord."""

    NONE = 0
    LIKE = 1
    ANSWER_WARM = 2
    ANSWER_SHORT = 3
    ANSWER_COOL = 4
    QUESTION = 5
    SHARE_PLAIN = 6
    SHARE_COMPLIMENT = 7
    THANKS = 8
    NEED_SHOWS = 9
    LIFE_EVENT = 10
    COMPLAINT = 11
    BUYS = 12
    DECLINES_KINDLY = 13
    DECLINES_COLDLY = 14
    GOES_QUIET = 15
    BUYS_ELSEWHERE = 16
    UNFOLLOWS = 17
    BLOCKS = 18
    PITCHES_YOU = 19
    ACCEPTS = 20  # takes the small offer, shares when asked to
    ASKS_PRICE = 21  # asks what it costs
    ASKS_HOW = 22  # asks how it is made or used, out of interest
    DANGLES_ORDER = 23  # speaks of a large order, and wants something
    ASKS_FOR_FRIEND = 24  # asks for somebody they know
    WONDERS = 25  # cannot see why a plain share was made so much of
    TELL_CLOSED = 26  # the seven tells, from the worst to the best
    TELL_TURNED_AWAY = 27
    TELL_SKIMMED = 28
    TELL_READ = 29
    TELL_LINGERED = 30
    TELL_WARMED = 31
    TELL_LIT_UP = 32

    @property
    def id(self) -> str:
        """The word for it in scenario files, records and texts."""
        return self.name.lower()


NEED_SIGNS = (
    Signal.NEED_SHOWS, Signal.ASKS_PRICE, Signal.ASKS_HOW, Signal.DANGLES_ORDER, Signal.ASKS_FOR_FRIEND,
)  # fmt: skip
"""Words that sound like a need for what you sell; how they are said tells whose need it is, and whether it is one."""

WANTS_ANSWER = (Signal.QUESTION, Signal.COMPLAINT, Signal.PITCHES_YOU, *NEED_SIGNS)
TELLS = tuple(signal for signal in Signal if signal.name.startswith("TELL_"))
"""Small reactions to a direct move, from the worst to the best: an ordinal scale of seven steps."""

MIDDLE_TELL = 4.0
"""The step that says neither yes nor no, counted from 1."""
LEAVES = (Signal.UNFOLLOWS, Signal.BLOCKS)
YES = (Signal.SHARE_PLAIN, Signal.BUYS, Signal.ACCEPTS)
"""Answers to a move that asks for something, by which they do what was asked."""


@dataclass(frozen=True, eq=False)
class Signals:
    """What followers did overnight (B, F), as numbers of `Signal`."""

    reaction: Array  # int8, to your direct move, or else to your post
    initiative: Array  # int8, of their own accord
    tell: Array  # int8, the small reaction to your direct move, or to what they saw you do to others

    def __post_init__(self) -> None:
        freeze_fields(self)


def among(codes: Array, signals: tuple[Signal, ...]) -> Array:
    """Where a code is one of some signals (boolean, same shape)."""
    found: Array = codes == signals[0]
    for signal in signals[1:]:
        found = found | (codes == signal)
    return found
