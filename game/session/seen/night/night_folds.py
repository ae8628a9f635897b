"""What of a night is told in full, a row for each person, and what is small and stands together in a strip."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.session.seen.night.body import OF_TELLS
from game.session.view import NightItem, NightReport

SMALL = {
    "tell_lit_up": "lit up", "tell_warmed": "warmed to it", "tell_lingered": "lingered over it", "tell_read": "read it",
    "tell_skimmed": "skimmed it", "tell_turned_away": "turned away", "tell_closed": "closed it", "like": "liked it",
    "silent": "said nothing yet",
}  # fmt: skip
"""Signals without a word, and what those did from whom there was nothing else; the last: nothing at all."""
DECISIVE = 3  # weight of what nothing else outweighs: they have bought, or left
CHANGED = 2  # steps of a body from one night's tell to the next, from which it is news


@dataclass(frozen=True)
class NightRow:
    """All that somebody did overnight: what is decisive, what answers you, what came by itself."""

    items: tuple[NightItem, ...]


@dataclass(frozen=True)
class NightFold:
    """Those who did the same small thing and nothing else."""

    signal: str  # a key of `SMALL`
    items: tuple[NightItem, ...]


def folded(
    report: NightReport, earlier: Sequence[NightReport] = (), silent: Sequence[NightItem] = ()
) -> tuple[tuple[NightRow, ...], tuple[NightFold, ...]]:
    """A night's rows and folds; everything that happened is in exactly one of them.

    What is seen for the first time in a run stands in a row: a person, and the first of each small thing.

    Args:
        report: the night.
        earlier: the nights before it.
        silent: those who are to be named though they did nothing, with the signal "silent".
    """
    nights = sorted((night for night in earlier if night.day < report.day), key=lambda night: night.day)
    before = {item.follower: item.signal for night in nights for item in night.items if item.signal in OF_TELLS}
    known = {item.follower for night in nights for item in night.items}
    kinds = {item.signal for night in nights for item in night.items}
    people: dict[str, list[NightItem]] = {}
    for item in sorted(report.items, key=lambda item: -item.weight):
        people.setdefault(item.follower, []).append(item)
    rows: list[list[NightItem]] = []
    rest: list[list[NightItem]] = []
    for who, items in people.items():
        is_new = who not in known or any(item.signal not in kinds for item in items)
        kinds |= {item.signal for item in items}
        (rows if is_new or any(not is_small(item, before) for item in items) else rest).append(items)
    for items in rows:
        items[:] = sorted(answers_first(items), key=lambda item: item.weight < DECISIVE)
        items.sort(key=lambda item: is_small(item, before))
    found: dict[str, list[NightItem]] = {}
    for items in rest:
        kept = sorted(items, key=lambda item: item.signal == "like")  # a body tells more than a heart
        found.setdefault(kept[0].signal, []).extend(kept)
    for item in silent:
        found.setdefault("silent", []).append(item)
    order = [signal for signal in SMALL if signal in found]
    return (
        tuple(NightRow(tuple(items)) for items in rows),
        tuple(NightFold(signal, tuple(found[signal])) for signal in order),
    )


def answers_first(items: Iterable[NightItem]) -> list[NightItem]:
    """Some things that somebody did in a night, so that nothing of their own accord stands before an answer to you.

    Args:
        items: in an order that is kept otherwise.
    """
    return sorted(items, key=lambda item: not item.to)


def is_small(item: NightItem, before: dict[str, str]) -> bool:
    """Whether an item is without a word and no news: a like, or a body that does about what it did last.

    Args:
        item: of a night.
        before: the last tell of each follower before it.
    """
    if item.signal not in OF_TELLS:
        return item.signal in SMALL
    last = before.get(item.follower)
    return last is None or abs(OF_TELLS[item.signal] - OF_TELLS[last]) < CHANGED
