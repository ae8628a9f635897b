"""What a player has lived through, as a value: threads, what was noticed, the feed, and the last night.

Nothing in here is ever read by the model. `telling.py` writes the next one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from game.session.view import NightReport, Notice, PostItem, ThreadItem
from game.session.words.spoken import Talk, Wordings


@dataclass(frozen=True)
class FoundOut:
    """What the player has found out about one follower."""

    topics: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    notices: Mapping[str, tuple[int, Notice]] = field(default_factory=dict)  # kind of clue -> day, clue


@dataclass(frozen=True, eq=False)
class Story:
    """The memory of one run. Keys are ids of followers unless said otherwise."""

    threads: Mapping[str, tuple[ThreadItem, ...]]
    talks: Mapping[str, Talk]
    known: Mapping[str, FoundOut]
    unread: Mapping[str, int]
    feed: tuple[PostItem, ...] = ()
    used_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # content -> follower ids or "everyone"
    nights: tuple[NightReport, ...] = ()  # of all days that are over
    wordings: Wordings = field(default_factory=Wordings)

    @property
    def night(self) -> NightReport | None:
        """The last night; None before the first."""
        return self.nights[-1] if self.nights else None


def last_title(feed: Sequence[PostItem]) -> str:
    """The title of the last post that has one; "" where there is none."""
    return next((post.title for post in reversed(feed) if post.title), "")


def empty_story(followers: Iterable[str]) -> Story:
    """The story before the first morning."""
    ids = tuple(followers)
    return Story(
        threads=dict.fromkeys(ids, ()),
        talks=dict.fromkeys(ids, Talk()),
        known=dict.fromkeys(ids, FoundOut()),
        unread=dict.fromkeys(ids, 0),
    )
