"""Entries as lines of a record: written, and checked by type where they are read."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from game.session.entries import (
    AnswerEvent,
    AskWhatIf,
    BringEvent,
    Choice,
    EndDay,
    MarkRead,
    Note,
    PlanMove,
    Recorded,
    Reload,
    SayOdds,
    ScenarioFacts,
    TakeBack,
    TakeNudge,
    Undo,
)

LONGEST_NAME = 200  # characters of an id in an entry; ids of scenarios are far shorter
LARGEST_NUMBER = 2**32 - 1  # that of seeds and episodes


class MalformedEntryError(ValueError):
    """Not an entry; the message says which key is wrong, and what was expected there."""


_SIMPLE: dict[str, type[Choice | Undo]] = {
    c.kind: c
    for c in (PlanMove, TakeBack, Note, AnswerEvent, BringEvent, MarkRead, TakeNudge, AskWhatIf, SayOdds, EndDay, Undo)
}
KINDS = (*_SIMPLE, Reload.kind)


def as_line(recorded: Recorded) -> dict[str, Any]:
    """An entry as one line of a record.

    >>> as_line(Recorded(3, Note("mara", "buyer", 50)))
    {'kind': 'note', 'day': 3, 'who': 'mara', 'motive': 'buyer', 'sure': 50}
    """
    entry = recorded.entry
    line: dict[str, Any] = {"kind": entry.kind, "day": recorded.day}
    if isinstance(entry, Reload):
        line |= {field.name: getattr(entry.facts, field.name) for field in fields(entry.facts)}
        line["kept"] = [as_line(kept) for kept in entry.kept]
    else:
        line |= {field.name: getattr(entry, field.name) for field in fields(entry)}
    return line | ({"state": recorded.state} if recorded.state else {})


def from_line(line: object) -> Recorded:
    """An entry from one line of a record, checked by type.

    Keys that this version does not know are passed over.

    Raises:
        MalformedEntryError: it is none.

    >>> from_line({"kind": "undo", "day": 3, "to": 2})
    Recorded(day=3, entry=Undo(to=2), state='')
    >>> from_line({"kind": "undo", "day": 3})
    Traceback (most recent call last):
    game.session.entry_lines.MalformedEntryError: an entry “undo” without “to”
    """
    if not isinstance(line, dict):
        raise MalformedEntryError("it is not a line of keys and values")
    kind = line.get("kind")
    if kind not in KINDS:
        raise MalformedEntryError(f"this version of the game does not know the entry “{kind!s:.60}”")
    day = number(line, "day", 1)
    state = text(line, "state", "")
    if kind != Reload.kind:
        return Recorded(day, _plain(_SIMPLE[str(kind)], line), state)
    kept = line.get("kept")
    if not isinstance(kept, list):
        raise MalformedEntryError("an entry “reload” without “kept”, a list")
    if any(isinstance(one, dict) and one.get("kind") in {Reload.kind, Undo.kind} for one in kept):
        raise MalformedEntryError("an entry “reload” keeps choices that count, no undo and no other reload")
    return Recorded(day, Reload(facts_from(line), tuple(from_line(one) for one in kept)), state)


def facts_from(line: Mapping[str, Any]) -> ScenarioFacts:
    """The facts of a scenario in a header or an entry.

    Raises:
        MalformedEntryError: one is missing or of another type.
    """
    return ScenarioFacts(
        hash=text(line, "hash"), title=text(line, "title"), business=text(line, "business"),
        days=number(line, "days", 1), language=text(line, "language", ""), text=text(line, "text", longest=None),
    )  # fmt: skip


def _plain(kind: type[Choice | Undo], line: Mapping[str, Any]) -> Choice | Undo:
    values: dict[str, Any] = {
        field.name: number(line, field.name) if field.type in {int, "int"} else text(line, field.name)
        for field in fields(kind)
    }
    return kind(**values)


def text(line: Mapping[str, Any], key: str, default: str | None = None, longest: int | None = LONGEST_NAME) -> str:
    """A text of a line.

    Raises:
        MalformedEntryError: it is missing without a default, no text, or too long.
    """
    value = line.get(key, default)
    if value is None:
        raise MalformedEntryError(f"an entry “{line.get('kind')!s:.30}” without “{key}”")
    if not isinstance(value, str):
        raise MalformedEntryError(f"“{key}” is {value!r:.40}, not a text")
    if longest is not None and len(value) > longest:
        raise MalformedEntryError(f"“{key}” has {len(value)} characters, more than {longest}")
    return value


def number(line: Mapping[str, Any], key: str, least: int = -1) -> int:
    """A whole number of a line, at least −1 unless said otherwise.

    Raises:
        MalformedEntryError: it is missing, no whole number, or out of range.
    """
    if key not in line:
        raise MalformedEntryError(f"an entry “{line.get('kind')!s:.30}” without “{key}”")
    value = line[key]
    if isinstance(value, bool) or not isinstance(value, int):
        raise MalformedEntryError(f"“{key}” is {value!r:.40}, not a whole number")
    if not least <= value <= LARGEST_NUMBER:
        raise MalformedEntryError(f"“{key}” is {value}, not between {least} and {LARGEST_NUMBER}")
    return value
