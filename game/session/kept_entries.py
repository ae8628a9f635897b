"""The entries of a run: where they are kept, what a day of them made, and which still count after an undo."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from game.engine.days import day_explained
from game.engine.position import Plan, Position
from game.model import Day
from game.session.planning import Item
from game.session.record.journal import Entry


class Sink(Protocol):
    """Where entries are kept: a journal on the disk, or nothing."""

    def append(self, entry: dict[str, Any]) -> None:
        """Keeps one entry, or raises and keeps nothing."""


@dataclass(frozen=True, eq=False)
class DayPlayed:
    """One day of a run, kept for the debrief and for undo."""

    morning: Position  # before its choices
    plan: Plan
    items: tuple[Item, ...]

    @cached_property
    def day(self) -> Day:
        """The day taken apart, for whoever wants to know why; it costs more than to play it, so it waits until then."""
        return day_explained(self.morning, self.plan)[0]


class Diverged(Exception):
    """A replay differs from what was recorded; the message says on which day."""


def entries_kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that still count.

    An undo drops those of the day it goes back to and of all later days; where a changed scenario was taken, those
    count that could be carried over into it.
    """
    kept: list[Entry] = []
    for entry in entries:
        if entry["kind"] == "reload":
            kept = list(entry["kept"])
            continue
        if entry["kind"] == "undo":
            kept = [e for e in kept if e["day"] < entry["to"]]
        else:
            kept.append(entry)
    return kept


def as_taken_last(header: Entry, entries: Iterable[Entry]) -> tuple[Entry, tuple[Entry, ...]]:
    """The header of a record with the facts of the scenario taken last, and the entries that lead from its start."""
    entries = tuple(entries)
    last = max((i for i, e in enumerate(entries) if e["kind"] == "reload"), default=None)
    if last is None:
        return header, entries
    taken = entries[last]
    facts = {key: value for key, value in taken.items() if key not in {"kind", "day", "kept"}}
    return {**header, **facts}, (*taken["kept"], *entries[last + 1 :])
