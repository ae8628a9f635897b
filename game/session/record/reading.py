"""Reading a record from the disk: a stranger's file, of which nothing is believed before it has been checked."""

import errno
from dataclasses import dataclass, replace
from pathlib import Path

from game.errors import RecordError
from game.files import NotRegularError, TooLargeError, name_of, read_regular
from game.scenario import content_hash
from game.session.entries import EndDay, Recorded, Reload, ScenarioFacts, entries_kept, morning_after
from game.session.entry_lines import MalformedEntryError
from game.session.record.lines import OLDEST_FORMAT, RECORD_FORMAT, Header, entry_from, header_from, parsed, sum_of

SUFFIX = ".jsonl"
LARGEST = 64_000_000  # bytes of a record; a long game with a hundred reloads has a tenth of it
TORN = "The game was stopped in the middle of writing. The last, unfinished click was dropped; all before it is here."


NO_NAME = "its name cannot be used"
_NOT_READ: dict[int | None, str] = {
    errno.ENOENT: "it is not there, or a link that leads nowhere", errno.ELOOP: "it is a link that leads to itself",
    errno.EISDIR: "it is a folder", errno.ENOTDIR: "what should be its folder is none",
    errno.EACCES: "you may not read it", errno.EPERM: "you may not read it", errno.ENAMETOOLONG: "its name is too long",
}  # fmt: skip
"""Why a file cannot be read, where the system's own words help nobody."""


@dataclass(frozen=True)
class Opened:
    """A record as read from the disk."""

    header: Header
    entries: tuple[Recorded, ...]
    size: int  # bytes that count
    last_sum: str  # of the last line that counts; "" in format 1
    repaired: str  # what had to be mended, in a sentence, or ""


class DamagedRecordError(RecordError):
    """A record is damaged after a part that can be played, which `before` holds."""

    def __init__(self, message: str, before: Opened) -> None:
        super().__init__(message)
        self.before = before

    @property
    def day(self) -> int:
        """The day on which that part ends."""
        return morning_after(entries_kept(self.before.entries))


def content(path: Path) -> bytes:
    """The bytes of a record.

    Raises:
        RecordError: it is not there, no regular file, or too large.
    """
    try:
        return read_regular(path, LARGEST)
    except NotRegularError:
        raise RecordError(f"{name_of(path)} is no file, so it cannot be a record. Your other runs are safe.") from None
    except TooLargeError as large:
        raise RecordError(
            f"{name_of(path)} has {large.size / 1e6:,.0f} MB; a record has at most {LARGEST // 1_000_000}. "
            "It is none of ours, or damaged. Your other runs are safe."
        ) from None
    except (OSError, ValueError) as error:
        reason = _NOT_READ.get(getattr(error, "errno", None)) or getattr(error, "strerror", None) or NO_NAME
        raise RecordError(f"The record {name_of(path)} cannot be read ({reason}). Your other runs are safe.") from None


def header_of(first: bytes, name: str) -> Header:
    """The header of a record from its first line.

    Args:
        first: the line without its end.
        name: of the file, for messages.

    Raises:
        RecordError: it is none, damaged, or of another format.
    """
    line = parsed(first)
    if line is None or line.get("kind") != "run":
        raise RecordError(f"{name} is not a record of Courtship. Your other runs are safe.")
    form = line.get("format")
    if not isinstance(form, int) or isinstance(form, bool):
        raise RecordError(f"{name} is damaged in line 1: “format” is not a number. Your other runs are safe.")
    if not OLDEST_FORMAT <= form <= RECORD_FORMAT:
        raise RecordError(
            f"{name} was written by another version of Courtship (record format {form}, this game reads "
            f"{OLDEST_FORMAT} to {RECORD_FORMAT}). Update the game to go on with it."
        )
    try:
        header = header_from(line)
        damage = _wrong_scenario(header.facts)
    except MalformedEntryError as why:
        damage = str(why)
    if form >= RECORD_FORMAT and sum_of(first, "") is None:
        damage = _CHANGED
    if damage:
        raise RecordError(f"{name} is damaged in line 1: {damage}. Your other runs are safe.")
    return header


def read(path: Path) -> Opened:
    """Reads a record and leaves the file alone. A torn last line is left out, and said.

    Raises:
        DamagedRecordError: it is damaged after its first lines; what lies before is in the error.
        RecordError: the file is not there, is no record, or is from a newer game.
    """
    data = content(path)
    whole = data[: data.rfind(b"\n") + 1]
    lines = whole.split(b"\n")[:-1]
    header = header_of(lines[0], name_of(path)) if lines else None
    if header is None:
        raise RecordError(f"{name_of(path)} is not a record of Courtship. Your other runs are safe.")
    sums = header.format >= RECORD_FORMAT
    last_sum = sum_of(lines[0], "") or "" if sums else ""
    entries: list[Recorded] = []
    size = len(lines[0]) + 1
    for place, line in enumerate(lines[1:], 2):
        next_sum = sum_of(line, last_sum) if sums else ""
        entry, why = _entry_of(line) if next_sum is not None else (None, _CHANGED)
        if entry is None or next_sum is None:
            before = Opened(header, tuple(entries), size, last_sum, "")
            raise _damaged(path, place, len(lines), why, before)
        entries.append(entry)
        last_sum = next_sum
        size += len(line) + 1
    return Opened(header, tuple(entries), size, last_sum, TORN if len(data) > len(whole) else "")


def read_sound(path: Path) -> tuple[Opened, DamagedRecordError | None]:
    """What of a record can be read, and the damage that ends it; None where it is whole.

    Raises:
        RecordError: as `read`, where there is nothing to be read.
    """
    try:
        return read(path), None
    except DamagedRecordError as damaged:
        return damaged.before, damaged


def _entry_of(line: bytes) -> tuple[Recorded | None, str]:
    """An entry, or why a line is none."""
    try:
        recorded = entry_from(line)
    except MalformedEntryError as why:
        return None, str(why)
    wrong = _wrong_scenario(recorded.entry.facts) if isinstance(recorded.entry, Reload) else ""
    played = recorded.entry.kept if isinstance(recorded.entry, Reload) else (recorded,)
    if any(isinstance(each.entry, EndDay) and not each.state for each in played):
        wrong = "the end of a day without “state”, by which it is known that the night was the same"
    return (None, wrong) if wrong else (recorded, "")


_CHANGED = "it is not as it was written"


def _wrong_scenario(facts: ScenarioFacts) -> str:
    """What is wrong with a kept scenario, or ""."""
    return "" if content_hash(facts.text) == facts.hash else "the scenario kept in it is not as it was written"


def _damaged(path: Path, line: int, lines: int, why: str, before: Opened) -> DamagedRecordError:
    told = f"The record {name_of(path)} is damaged in line {line} of {lines}: {why}."
    return DamagedRecordError(f"{told} {before_told(len(before.entries))}", before)


def before_told(kept: int) -> str:
    """What can be done with the choices before a damage, in a sentence.

    >>> before_told(0)
    'Nothing of it can be played; the file stays as it is.'
    """
    if not kept:
        return "Nothing of it can be played; the file stays as it is."
    before_it = "choice before it is" if kept == 1 else f"{kept} choices before it are"
    return f"The {before_it} whole and can be gone on with in a copy; the file stays as it is."


def as_taken_last(header: Header, entries: tuple[Recorded, ...]) -> tuple[Header, tuple[Recorded, ...]]:
    """The header with the facts of the scenario taken last, and the entries that lead from its start."""
    last = max((i for i, e in enumerate(entries) if isinstance(e.entry, Reload)), default=None)
    if last is None:
        return header, entries
    taken = entries[last].entry
    assert isinstance(taken, Reload)
    return replace(header, facts=taken.facts), (*taken.kept, *entries[last + 1 :])
