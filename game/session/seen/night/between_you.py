"""What a thread tells of somebody up to a day: whether they were there, what you did, what there had been."""

from collections.abc import Collection, Mapping, Sequence

from game.engine.seen.message_to_all import TO_ALL
from game.scenario.texts.builtin import signals
from game.scenario.texts.evening_words import EveningWords
from game.scenario.texts.first_names import first_name
from game.scenario.texts.texts import Line
from game.session.seen.night.sale_trail import WARM
from game.session.story.withdrawn_told import SHARES
from game.session.view import FollowerView, NightItem, ThreadItem
from game.session.words.line_choice import fill
from game.session.words.numbers_told import counted

GONE = frozenset({"unfollows", "blocks"})
"""Signals with which somebody leaves."""


def was_here(who: FollowerView, day: int) -> bool:
    """Whether somebody followed you on a day."""
    gone = [i.day for i in who.thread if i.kind in GONE]
    return who.since_day <= day and (not gone or max(gone) >= day)


def made_to(who: FollowerView, day: int, items: Sequence[NightItem], titles: Mapping[str, str]) -> list[ThreadItem]:
    """What you did to somebody that day: moves in the thread, without the signals of the same name."""
    told = [(item.signal, item.text) for item in items]
    return [
        i for i in who.thread
        if i.day == day and i.who != "them" and i.kind in titles and not i.planned and (i.kind, i.text) not in told
        and i.kind != TO_ALL
    ]  # fmt: skip


def ease_of(who: FollowerView, day: int, titles: Mapping[str, str]) -> int:
    """How much at home somebody is at your table, by how often they sat there and were glad: 1 (first time) to 4."""
    sat = {i.day for i in who.thread if i.day <= day and i.who == "me" and i.kind in titles and not i.planned}
    glad = {i.day for i in who.thread if i.day <= day and i.who == "them" and i.kind in WARM}
    return 4 if len(sat) >= 4 and len(glad) >= 2 else 3 if len(sat) >= 3 and glad else min(2, max(1, len(sat)))


def before_told(words: EveningWords, who: FollowerView, day: int) -> str:
    """What there had been between the two of you before a day: nothing, only words of yours, or messages of theirs.

    It stands behind what you did that day, and does not deny it.
    """
    before = [i for i in who.thread if i.day < day and not i.planned]
    theirs = sum(i.who == "them" and i.kind not in SHARES for i in before)
    wrote, wrote_to_all = any(i.who == "me" for i in before), any(_went_to_all(i) for i in before)
    today = any(i.day == day and not i.planned and (i.who == "me" or _went_to_all(i)) for i in who.thread)
    if theirs:
        kind = "more" if theirs > 1 else "one"
    elif wrote or wrote_to_all:
        kind = "unanswered" if wrote else "sent_to_all"
    else:
        kind = "first" if today else "none"
    return fill(words.before[kind], {"n": counted(theirs), "first": first_name(who.name)})


def _went_to_all(item: ThreadItem) -> bool:
    """Whether an item is a message to everybody, sent as a post or by the answer to an event."""
    return TO_ALL in {item.kind, item.by_event}


def farewell_told(who: FollowerView, items: Sequence[NightItem]) -> str:
    """Why somebody has left, as far as that could be seen, behind other sentences; "" where only that they have."""
    first = first_name(who.name)
    plain = {fill(line.text, {"first": first}) for s in GONE for line in signals()[s].lines if not _tells_more(line)}
    return "".join(f" {item.text}" for item in items if item.signal in GONE and item.text not in plain)


def _tells_more(line: Line) -> bool:
    return bool(line.claims or line.beside or line.answering)


def friend_asked(
    who: FollowerView, here: Sequence[FollowerView], made: Mapping[str, Sequence[ThreadItem]], asks: Collection[str]
) -> FollowerView | None:
    """Somebody else of whom it is known that both know each other, and whom you asked for something that day.

    Args:
        who: whose body turned away.
        here: all who were there.
        made: what you did to each that day, by id.
        asks: ids of the moves that ask.
    """
    if any(item.kind in asks for item in made[who.id]):
        return None  # the question to themselves is reason enough
    known = [f for f in here if f.id in who.knows or who.id in f.knows]
    return next((f for f in known if any(item.kind in asks for item in made[f.id])), None)
