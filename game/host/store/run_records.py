"""A guest's game as a record that the desktop game opens, and as a short code that can be typed or scanned."""

import base64
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game import __version__
from game.engine.digest import digest
from game.errors import RecordError, Refused
from game.host.room.conditions import difficulty_of, first_morning
from game.host.room.room_state import Guest, Room
from game.host.room.shared_game import shared_entries
from game.local_time import universal_time
from game.model.parameters import PARAMETERS_VERSION
from game.scenario.compiling.compile import Compiled
from game.scenario.format.difficulty import DIFFICULTIES, Difficulty
from game.session.entries import Choice, EndDay, MarkRead, Recorded
from game.session.entry_lines import MalformedEntryError, as_line, from_line, number, text
from game.session.playthrough import Playthrough, begun
from game.session.record.lines import Header, encoded, encoded_entry, header_line, summed
from game.session.turns import after

CODE = "COURT1-"
LONGEST_CODE = 20_000
_MOST_BYTES = 200_000
_ID = re.compile(r"[\w-]{1,80}")
_KEYS = ("scenario", "text_hash", "parameters", "seed", "episode", "entries", "state", "difficulty")
"""What a code holds. One without a difficulty was played at the scenario's own, as all were once."""


def record_of(room: Room, guest: Guest) -> bytes:
    """The record of a guest's own game; its header says that it was played in a room.

    Args:
        room: in which each plays.
        guest: whose game it is.
    """
    first = _first(room, guest)
    return _record(room, first, guest.entries, at=guest.joined, by=f"{guest.name} in a room")


def record_of_shared(room: Room) -> bytes:
    """The record of the game of a room that plays together; its header names no guest."""
    return _record(room, room.begun, shared_entries(room), at=room.started or room.opening.opened, by="a room together")


def _record(room: Room, first: Playthrough, entries: Sequence[Recorded], *, at: float, by: str) -> bytes:
    opening = room.opening
    started = universal_time(at).isoformat(timespec="seconds")
    header = Header(
        game=__version__, parameters=PARAMETERS_VERSION, scenario=opening.scenario, path=opening.path, live=False,
        seed=opening.seed, episode=first.setup.episode, started=started, facts=opening.facts,
        difficulty=first.compiled.scenario.difficulty, played_by=by,
    )  # fmt: skip
    line, last = summed(encoded(header_line(header)), "")
    lines = [line]
    for recorded in with_states(first, entries):
        line, last = summed(encoded_entry(recorded), last)
        lines.append(line)
    return b"\n".join(lines) + b"\n"


def _episode(guest: Guest) -> int:
    return guest.now.setup.episode if guest.now is not None else 0


def _first(room: Room, guest: Guest) -> Playthrough:
    return begun(first_morning(room, guest.condition).compiled, room.opening.seed, _episode(guest))


def with_states(now: Playthrough, entries: Sequence[Recorded]) -> Iterator[Recorded]:
    """The entries of a game, each end of a day with the digest of the morning that followed."""
    for recorded in entries:
        now = after(now, recorded.entry)  # type: ignore[arg-type] # guests make choices alone
        state = digest(now.position) if isinstance(recorded.entry, EndDay) else ""
        yield Recorded(recorded.day, recorded.entry, state)


@dataclass(frozen=True)
class RunCode:
    """What a code says."""

    scenario: str  # id
    text_hash: str  # first signs of the hash of the scenario's text
    parameters: int  # version of the trust model
    seed: int
    episode: int
    entries: tuple[Recorded, ...]
    state: str  # digest of where it ended
    difficulty: Difficulty | None = None  # None: as the scenario says


def code_of_run(room: Room, guest: Guest) -> str:
    """A guest's game as letters and digits: its choices, without the scenario's text."""
    entries = [as_line(r) for r in guest.entries if not isinstance(r.entry, MarkRead)]
    state = digest(guest.now.position) if guest.now is not None else ""
    opening = room.opening
    body = [
        opening.scenario,
        opening.facts.hash[:12],
        PARAMETERS_VERSION,
        opening.seed,
        _episode(guest),
        entries,
        state,
    ]
    if opening.difficulty or opening.second:
        body.append(difficulty_of(room, guest.condition))
    packed = zlib.compress(json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode(), 9)
    return CODE + base64.b32encode(packed).decode().rstrip("=")


def run_code_from(typed: str) -> RunCode:
    """A code as it was typed or scanned.

    Raises:
        RecordError: it is none, or a part of it is missing.
    """
    plain = "".join(typed.split()).upper()
    if not plain.startswith(CODE) or len(plain) > LONGEST_CODE:
        raise RecordError(f"That is no code of a run: one begins with {CODE}.")
    signs = plain.removeprefix(CODE)
    try:
        data = base64.b32decode(signs + "=" * (-len(signs) % 8))
        unpacked = zlib.decompressobj()
        body = json.loads(unpacked.decompress(data, _MOST_BYTES))
        told = dict(zip(_KEYS, body if len(body) == len(_KEYS) else [*body, ""], strict=True))
        difficulty = next((known for known in DIFFICULTIES if known == told["difficulty"]), None)
        if told["difficulty"] and difficulty is None:
            raise MalformedEntryError("a difficulty that this game does not know")
        kept = tuple(from_line(line) for line in told["entries"])
        if not all(isinstance(recorded.entry, Choice) for recorded in kept) or not _ID.fullmatch(
            text(told, "scenario")
        ):
            raise MalformedEntryError("a code holds choices alone, of a scenario that is named by its id")
        code = RunCode(
            scenario=text(told, "scenario"), text_hash=text(told, "text_hash"),
            parameters=number(told, "parameters", 0), seed=number(told, "seed", 0),
            episode=number(told, "episode", 0), entries=kept, state=text(told, "state"), difficulty=difficulty,
        )  # fmt: skip
    except (ValueError, TypeError, zlib.error, RecursionError):
        raise RecordError("A part of that code is missing or wrong. Copy it whole, or scan it again.") from None
    return code


def repeated_code(code: RunCode, compiled: Compiled) -> Playthrough:
    """The game of a code, played again and compared with where it ended.

    Raises:
        RecordError: it is of another version, or goes otherwise.
    """
    if code.parameters != PARAMETERS_VERSION:
        raise RecordError(
            f"This code is of version {code.parameters} of the trust model; this game has version {PARAMETERS_VERSION}."
        )
    now = begun(compiled, code.seed, code.episode)
    try:
        for recorded in code.entries:
            now = after(now, recorded.entry)  # type: ignore[arg-type] # a code holds choices alone
    except (Refused, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise RecordError(f"This code cannot be played: {error}") from None
    if digest(now.position) != code.state:
        raise RecordError("This code gives another game than it says: it was changed, or copied with a mistake.")
    return now
