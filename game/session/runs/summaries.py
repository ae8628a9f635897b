"""What a record says of itself without being played: for lists of runs, and to tell copies apart."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.session.entries import entries_kept, in_order, morning_after
from game.session.record.lines import Header
from game.session.record.reading import as_taken_last, read_sound
from game.session.runs.breaks import mark_of
from game.session.session import too_many


@dataclass(frozen=True)
class Summary:
    """What is read of a record for the list: its header, and how much of it is sound."""

    header: Header  # with the facts of the scenario taken last
    day: int  # the morning on which one goes on
    entries: int  # sound choices, as many as can be gone on with by what can be seen
    damaged: bool = False  # whether there are others behind them

    @property
    def length(self) -> tuple[int, bool]:
        """By which the best of several copies is known: the sound choices first, then whether it is whole."""
        return self.entries, not self.damaged


def summary_of(path: Path) -> Summary:
    """What a record says of itself, by the rules by which it is opened: sums, shapes, kinds, and the order of days.

    Raises:
        RecordError: it cannot be read, or is none.
    """
    opened, damage = read_sound(path)
    header, entries = as_taken_last(opened.header, opened.entries)
    kept = entries_kept(entries)
    sound = 0 if too_many(kept) else in_order(kept)
    if sound == len(kept):
        return Summary(header, morning_after(kept), len(opened.entries), damage is not None)
    return Summary(header, morning_after(kept[:sound]), sound, damaged=True)


def summary_at(path: Path) -> Summary:
    """The summary of a record, read once for each state of its file.

    Raises:
        RecordError: as `summary_of`.
    """
    return _read_once(path, mark_of(path))


@lru_cache(maxsize=2_000)
def _read_once(path: Path, _mark: tuple[int, int]) -> Summary:
    return summary_of(path)
