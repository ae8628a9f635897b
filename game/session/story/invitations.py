"""Reasons that people give to be asked to buy: by the thread, which both sides know."""

from collections.abc import Iterable

from game.session.view import ThreadItem

INVITING = ("need_shows", "asks_price", "dangles_order")
"""Signals after which an offer is no surprise: a need, the price asked for, an order hinted at."""
INVITED_DAYS = 7
"""Days for which it is none."""


def was_invited(thread: Iterable[ThreadItem], day: int) -> bool:
    """Whether somebody had given a reason to be asked on a day: a sign of theirs in the days before it.

    >>> was_invited([ThreadItem(3, "them", "asks_price", "What does it cost?")], 4)
    True
    """
    return any(i.kind in INVITING and day - INVITED_DAYS <= i.day <= day for i in thread)


def day_bought(thread: Iterable[ThreadItem], day: int) -> int:
    """The day of the last purchase before a day; 0 without one."""
    return max((i.day for i in thread if i.kind == "buys" and i.day < day), default=0)


def asked_for_more(thread: Iterable[ThreadItem], day: int) -> int:
    """The day on which a customer last gave a reason to be asked once more, after the purchase; 0 without one.

    >>> had = [ThreadItem(3, "them", "need_shows", "I need it."), ThreadItem(4, "them", "buys", "Yes.")]
    >>> asked_for_more(had, 9), asked_for_more([*had, ThreadItem(7, "them", "need_shows", "Once more.")], 9)
    (0, 7)
    """
    items = tuple(thread)
    since = day_bought(items, day)
    return max((i.day for i in items if i.kind in INVITING and since and since < i.day < day), default=0)
