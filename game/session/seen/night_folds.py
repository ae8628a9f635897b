"""What of a night is told in full, a row for each person, and what is small and stands together in a strip."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.session.seen.body import OF_TELLS
from game.session.view import NightItem, NightReport

SMALL = {
    "tell_lit_up": "lit up", "tell_warmed": "warmed to it", "tell_lingered": "lingered over it", "tell_read": "read it",
    "tell_skimmed": "skimmed it", "tell_turned_away": "turned away", "tell_closed": "closed it", "like": "liked it",
    "silent": "said nothing yet",
}  # fmt: skip
"""Signals without a word, and what those did from whom there was nothing else; the last: nothing at all."""
CHANGED = 2  # steps of a body from one night's tell to the next, from which it is news


@dataclass(frozen=True)
class NightRow:
    """All that somebody did overnight, the strongest first."""

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

    Args:
        report: the night.
        earlier: the nights before it.
        silent: those who are to be named though they did nothing, with the signal "silent".
    """
    before = _last_tells(earlier, report.day)
    people: dict[str, list[NightItem]] = {}
    for item in sorted(report.items, key=lambda item: -item.weight):
        people.setdefault(item.follower, []).append(item)
    rows = [items for items in people.values() if any(not is_small(item, before) for item in items)]
    rest = [items for items in people.values() if all(is_small(item, before) for item in items)]
    for items in rows:
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


def _last_tells(earlier: Sequence[NightReport], day: int) -> dict[str, str]:
    """The latest tell of each follower in the nights before a day's."""
    nights = sorted((night for night in earlier if night.day < day), key=lambda night: night.day)
    return {item.follower: item.signal for night in nights for item in night.items if item.signal in OF_TELLS}
