"""How often a thing has been shown at the café before a night, so that its sentences come one after the other."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from game.session.seen.night.body import OF_TELLS, at_the_bar, body_of
from game.session.view import NightItem, NightReport


def turns_of(nights: Sequence[NightReport], tonight: NightReport, first: int) -> Callable[[str], int]:
    """A function that tells whose turn it is among the sentences for somebody, by the id of a follower.

    Args:
        nights: of the run.
        tonight: the night that is told.
        first: where the turns of the run begin, so that two runs differ.
    """
    counted = Counter(shown for night in nights if night.day < tonight.day for shown in _people(night).values())
    shown_tonight = _people(tonight)
    turns = {}
    for who in sorted(shown_tonight):
        turns[who] = first + counted[shown_tonight[who]]
        counted[shown_tonight[who]] += 1
    return lambda who: turns.get(who, first + 2 * tonight.day)


def _people(night: NightReport) -> dict[str, str]:
    """What is told of each who did something in a night."""
    people: dict[str, list[NightItem]] = {}
    for item in night.items:
        people.setdefault(item.follower, []).append(item)
    return {who: _shown(items) for who, items in people.items()}


def _shown(items: Sequence[NightItem]) -> str:
    """What decides on the sentences that are told of somebody: the step of the body, or what they said or did."""
    signals = [item.signal for item in items]
    shown = at_the_bar(signals)
    return f"body {body_of(signals)}" if shown in OF_TELLS else shown


def nights_like(nights: Sequence[NightReport], day: int, signals: Collection[str]) -> int:
    """On how many nights before a day somebody did one of some things; all nights where nothing is named.

    Args:
        nights: of the run.
        day: of the night that is told.
        signals: what was done.
    """
    earlier = [night for night in nights if night.day < day]
    return sum(not signals or any(item.signal in signals for item in night.items) for night in earlier)
