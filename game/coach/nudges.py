"""Hints that are asked for while playing: first a question, then what it is about. Made of the view alone.

Rule: this file looks at a `View` and nothing else, so a hint holds nothing that the player could not have seen. A hint
never says what to do about it, and never whom to ask to buy.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from game.session.story.withdrawn_told import SHARES
from game.session.view import FollowerView, Nudge, ThreadItem, View

QUIET_DAYS = 2  # days after which something that was said and not answered counts as left alone
RECENT_DAYS = 6  # days in which something that was said is still worth coming back to
OFTEN = 3  # messages of yours since their last word
THANKS = {"thank_publicly", "thank_privately", "retweet_share", "ask_their_view"}
"""What they did for you, and your moves that answer it."""
LONG = 90  # characters of what somebody said that are told again


@dataclass(frozen=True)
class NudgeTold:
    """A hint in words."""

    question: str
    more: str
    who: str  # id of the follower it is about, or ""


@dataclass(frozen=True)
class _Kind:
    """A kind of hint: the question, whom it fits, and what is said of them then."""

    question: str
    fits: Callable[[View, FollowerView], bool]
    more: Callable[[FollowerView], str]


def _their_last(person: FollowerView) -> ThreadItem | None:
    """The last thing that somebody said."""
    return next((item for item in reversed(person.thread) if item.who == "them" and item.text), None)


def _mine_since(person: FollowerView) -> int:
    """How often you have written since they last said anything."""
    count = 0
    for item in reversed(person.thread):
        if item.who == "them":
            break
        count += item.who == "me" and not item.planned
    return count


def _owed(person: FollowerView, did: Collection[str], thanks: Collection[str]) -> bool:
    """Whether something of theirs has had no word of yours that is meant for it."""
    theirs = max((item.day for item in person.thread if item.kind in did), default=0)
    return not any(item.kind in thanks and item.who == "me" and item.day >= theirs for item in person.thread)


def _quoted(item: ThreadItem | None) -> str:
    text = item.text if item is not None else ""
    return f"“{text if len(text) <= LONG else text[:LONG].rsplit(' ', 1)[0] + ' …'}”"


def _told_of(person: FollowerView) -> str:
    last = _their_last(person)
    return f"{person.name} said on day {last.day if last else person.since_day}: {_quoted(last)}"


def _needs(_view: View, person: FollowerView) -> bool:
    return any(notice.icon == "need" and notice.new for notice in person.noticed)


def _left_alone(view: View, person: FollowerView) -> bool:
    last = _their_last(person)
    return last is not None and QUIET_DAYS <= view.day - last.day <= RECENT_DAYS and _mine_since(person) == 0


KINDS: dict[str, _Kind] = {
    "waiting": _Kind(
        "Whose words are waiting for yours?",
        lambda _, person: person.waiting,
        lambda person: f"{_told_of(person)} Nothing has come from you since.",
    ),
    "need": _Kind(
        "Who has let you see a need of their own?",
        _needs,
        lambda person: f"Read again what you have noticed about {person.name}, and what was said before it.",
    ),
    "news": _Kind(
        "Whose own day was a good one?",
        lambda _, person: person.news and _owed(person, {"life_event"}, {"congratulate"}),
        lambda person: f"{person.name} has news of their own, and it has nothing to do with you.",
    ),
    "shared": _Kind(
        "Who has done something for you?",
        lambda _, person: bool(person.shared) and _owed(person, SHARES, THANKS),
        lambda person: f"{person.name} has shown something of yours to others, unasked or asked.",
    ),
    "come_back": _Kind(
        "Who has told you something that you have not come back to?",
        _left_alone,
        lambda person: f"{_told_of(person)} You have not come back to it.",
    ),
    "often": _Kind(
        "Who has heard from you more often than you from them?",
        lambda _, person: _mine_since(person) >= OFTEN,
        lambda person: f"You have written to {person.name} {_mine_since(person)} times since they last said anything.",
    ),
    "unknown": _Kind(
        "Of whom do you know least?",
        lambda _, person: not person.noticed,
        lambda person: f"You have noticed nothing about {person.name} so far.",
    ),
}
"""By name, the most pressing first; the names stand in records."""
NOBODY = NudgeTold(
    "Who would miss you, if you wrote to nobody today?", "No thread stands out today. A quiet day is a day, too.", ""
)


def nudge_of(view: View) -> Nudge:
    """The hint that fits best on a day: of the most pressing kind the follower who has waited longest."""
    here = sorted((f for f in view.followers if f.following and not f.planned), key=lambda f: (f.last_day, f.id))
    for name, kind in KINDS.items():
        for person in here:
            if kind.fits(view, person):
                return Nudge(name, person.id)
    return Nudge("nobody", "")


def told_nudge(view: View, nudge: Nudge) -> NudgeTold:
    """A hint in words; the last resort where its kind or its follower is not known."""
    person = next((f for f in view.followers if f.id == nudge.who), None)
    kind = KINDS.get(nudge.about)
    return NudgeTold(kind.question, kind.more(person), person.id) if kind and person else NOBODY
