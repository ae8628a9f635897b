"""Why somebody draws back on a later night: what went to everybody, or was made too much of, and put them off then.

It is told by what could be seen alone: a face on that night that was not glad, and none since that was worse for
another reason.
"""

from collections.abc import Iterator, Mapping, Sequence

from game.engine.seen.message_to_all import TO_ALL
from game.model import Signal
from game.scenario.texts.evening_words import evening_words
from game.session.story.claims import LATELY_DAYS
from game.session.view import NightItem, NightReport, ThreadItem
from game.session.words.line_choice import fill
from game.session.words.personas import Persona

WITHDRAWS = frozenset({Signal.GOES_QUIET, Signal.UNFOLLOWS, Signal.BLOCKS})
"""What is done by somebody who draws back without a word."""
SOUR = ("tell_closed", "tell_turned_away", "tell_skimmed")
"""Faces that are not glad, from the worst on."""
REFUSES = frozenset({"declines_coldly", *SOUR[:2]})
"""What says that something else has put them off since."""
REPOST, PLAIN, SHARES = "retweet_share", "share_plain", frozenset({"share_plain", "share_compliment"})


def bows_of(threads: Mapping[str, Sequence[ThreadItem]]) -> dict[int, str]:
    """The days on which a share without a word was shown round, with the id of whose share it was."""
    return {item.day: who for who, thread in threads.items() for item in thread if is_bow(thread, item)}


def is_bow(thread: Sequence[ThreadItem], item: ThreadItem) -> bool:
    """Whether an item shows round a share that had come without a word.

    Args:
        thread: the whole history with them.
        item: of it.
    """
    if item.kind != REPOST:
        return False
    shares = [other.kind for other in thread[: thread.index(item)] if other.kind in SHARES]
    return bool(shares) and shares[-1] == PLAIN


def withdrawn_told(
    who: str, nights: Sequence[NightReport], threads: Mapping[str, Sequence[ThreadItem]], people: Mapping[str, Persona]
) -> str:  # fmt: skip
    """Since when somebody has drawn back who does so tonight, in a sentence; "" where nothing that was seen tells it.

    Args:
        who: id.
        nights: up to this one, which may be under way, oldest first.
        threads: with everybody.
        people: everybody, by id.
    """
    today, bows, words = nights[-1].day, bows_of(threads), evening_words().said_of
    for night in reversed([night for night in nights if night.day > today - LATELY_DAYS]):
        theirs = [item for item in night.items if item.follower == who]
        for told, item in _put_off(theirs, bows.get(night.day, who) != who):
            kind = "tonight_to_all" if told == "since_to_all" and night.day == today else told
            friend = people[bows[night.day]].first if told == "since_repost" else ""
            did = words[f"{told}_{item.signal}"]
            values = {"first": people[who].first, "day": str(night.day), "did": did, "friend": friend}
            return fill(words[kind], values)
        if any(item.signal in REFUSES for item in theirs):
            return ""
    return ""


def _put_off(theirs: Sequence[NightItem], saw_a_bow: bool) -> Iterator[tuple[str, NightItem]]:
    """A face that was not glad at what was for all to have or to see, with the kind of its sentence."""
    for item in theirs:
        if item.signal in SOUR and item.to == TO_ALL:
            yield "since_to_all", item
        elif item.signal in SOUR and not item.to and saw_a_bow:
            yield "since_repost", item
