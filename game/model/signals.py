"""Signals: what followers do that a player can see. The numbers are stored in records; never reorder."""

from enum import IntEnum


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

    @property
    def id(self) -> str:
        """The word for it in scenario files, records and texts."""
        return self.name.lower()


WANTS_ANSWER = (Signal.QUESTION, Signal.NEED_SHOWS, Signal.COMPLAINT, Signal.PITCHES_YOU)
LEAVES = (Signal.UNFOLLOWS, Signal.BLOCKS)
