r"""A record as lines of JSON, each with a sum over itself and all lines before it.

A record is a header and entries. In format 2 each line ends in `,"sum":"…"}`: the first 48 bits of the SHA-256 of the
sum before it and of the line without its own. One changed bit, or one line lost in the middle, is therefore noticed.
Records of format 1 have no sums; they are read, and gone on with, as they are.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from game.scenario.format.difficulty import AS_WRITTEN, DIFFICULTIES, Difficulty
from game.session.entries import Recorded, ScenarioFacts
from game.session.entry_lines import MalformedEntryError, as_line, facts_from, from_line, number, text

RECORD_FORMAT = 2
OLDEST_FORMAT = 1
LONGEST_PATH = 4096
_SUM_KEY = b',"sum":"'
_SUM_DIGITS = 12
_TAIL = len(_SUM_KEY) + _SUM_DIGITS + 2  # bytes of `,"sum":"0123456789ab"}`


@dataclass(frozen=True)
class Header:
    """The first line of a record: all that is needed to play the run again."""

    game: str  # version of the game
    parameters: int  # version of the trust model
    scenario: str  # id
    path: str  # of the scenario's file or folder when the run was begun
    live: bool  # whether changes of that file are taken while playing
    seed: int  # 0..2**32 − 1
    episode: int
    started: str  # time, ISO 8601
    facts: ScenarioFacts
    difficulty: Difficulty = AS_WRITTEN
    played_by: str = ""  # who makes the choices, when it is not a person
    begun_by: str = ""  # the bot that played the first days, where a person goes on
    practice: bool = False  # whether choices could be weighed before they were made
    format: int = RECORD_FORMAT


def is_own(header: Header) -> bool:
    """Whether a run is a person's own from its first day: no bot plays it, and none has played its first days."""
    return not (header.played_by or header.begun_by)


def told_of_run(header: Header) -> str:
    """Who else than a person played a run, and that it is for practice, as the end of its title; else ""."""
    told = " (practice)" if header.practice else ""
    if header.played_by:
        return f" (played by {header.played_by}){told}"
    return f" (first days played by {header.begun_by}){told}" if header.begun_by else told


def header_line(header: Header) -> dict[str, Any]:
    """A header as one line of a record."""
    line = {field.name: getattr(header, field.name) for field in fields(header) if field.name != "facts"}
    line |= {field.name: getattr(header.facts, field.name) for field in fields(header.facts)}
    for name in ("played_by", "begun_by", "practice"):
        if not line[name]:
            del line[name]
    if header.difficulty == AS_WRITTEN:
        del line["difficulty"]  # records made before there was a choice say nothing either
    return {"kind": "run", **line}


def header_from(line: Mapping[str, Any]) -> Header:
    """A header from the first line of a record, checked by type.

    Raises:
        MalformedEntryError: a key is missing or of another type.
    """
    live, practice = (_truth(line, key) for key in ("live", "practice"))
    difficulty = next((known for known in DIFFICULTIES if known == line.get("difficulty", AS_WRITTEN)), None)
    if difficulty is None:
        raise MalformedEntryError(f"“difficulty” is {line['difficulty']!r:.40}, not one of {', '.join(DIFFICULTIES)}")
    return Header(
        game=text(line, "game"), parameters=number(line, "parameters"), scenario=text(line, "scenario"),
        path=text(line, "path", longest=LONGEST_PATH), live=live, seed=number(line, "seed", 0),
        episode=number(line, "episode", 0) if "episode" in line else 0, started=text(line, "started", ""),
        facts=facts_from(line), difficulty=difficulty, played_by=text(line, "played_by", ""),
        begun_by=text(line, "begun_by", ""), practice=practice,
        format=number(line, "format", 0),
    )  # fmt: skip


def _truth(line: Mapping[str, Any], key: str) -> bool:
    value = line.get(key, False)
    if not isinstance(value, bool):
        raise MalformedEntryError(f"“{key}” is {value!r:.40}, not true or false")
    return value


def encoded(line: Mapping[str, Any]) -> bytes:
    r"""One line of a record without its sum and without a line end.

    >>> encoded({"kind": "end_day", "day": 3})
    b'{"day":3,"kind":"end_day"}'
    """
    return json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def summed(body: bytes, before: str) -> tuple[bytes, str]:
    """A line with its sum, and the sum.

    Args:
        body: the line without sum and line end.
        before: the sum of the line before it; "" for the first line.

    >>> summed(b'{"day":3,"kind":"end_day"}', "")[1]
    '37cc8f50d3e0'
    """
    found = hashlib.sha256(before.encode() + body).hexdigest()[:_SUM_DIGITS]
    return body[:-1] + _SUM_KEY + found.encode() + b'"}', found


def sum_of(line: bytes, before: str) -> str | None:
    """The sum of a line, if it is the one that it should be; None if it is not, or if there is none."""
    body = line[:-_TAIL] + b"}"
    whole, found = summed(body, before)
    return found if whole == line else None


def parsed(line: bytes) -> dict[str, Any] | None:
    """A line as keys and values; None if it is no such thing."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def entry_from(line: bytes) -> Recorded:
    """An entry from the bytes of a line.

    Raises:
        MalformedEntryError: it is none; the message says why.
    """
    return from_line(parsed(line))


def encoded_entry(recorded: Recorded) -> bytes:
    """An entry as the bytes of a line, without sum and line end."""
    return encoded(as_line(recorded))
