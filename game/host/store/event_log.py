"""The steps of rooms in one SQLite file. A row counts once its transaction is on the disk."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from game.errors import CourtshipError
from game.host.room.room_state import Opening
from game.host.room.steps import TakenStep, body_of, step_from
from game.session.entries import ScenarioFacts

_TABLES = """
CREATE TABLE IF NOT EXISTS room (
    id TEXT PRIMARY KEY, opened REAL NOT NULL, parameters INTEGER NOT NULL, host_hash TEXT NOT NULL,
    screen_hash TEXT NOT NULL, opening TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS step (
    room TEXT NOT NULL REFERENCES room (id), number INTEGER NOT NULL, at REAL NOT NULL, kind TEXT NOT NULL,
    actor TEXT NOT NULL, command TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (room, number), UNIQUE (room, actor, command)
);
"""


class LogError(CourtshipError):
    """The log of a room cannot be read or written; what is safe is said."""


class RunsElsewhereError(LogError):
    """Another server writes to the same room, or has deleted it: this one must stop."""


ELSEWHERE = "This room is run by another server already. Go on there, or stop it and start again."
DELETED = "This room has been deleted, and nothing more is kept of it. Stop this server, and open a new room."


@dataclass(frozen=True)
class Kept:
    """What a log keeps of a room besides its steps."""

    opening: Opening
    parameters: int  # version of the trust model
    host_hash: str  # SHA-256 of the host's key, hexadecimal
    screen_hash: str  # of the screen's


class Log(Protocol):
    """Where rooms are kept."""

    def rooms(self) -> list[Kept]:
        """All rooms, the newest first."""

    def create(self, kept: Kept) -> None:
        """Keeps a new room."""

    def rekey(self, room: str, host_hash: str, screen_hash: str) -> None:
        """Gives a room other keys for host and screen."""

    def steps(self, room: str) -> list[TakenStep]:
        """The steps of a room in their order."""

    def append(self, room: str, first: int, taken: Sequence[TakenStep]) -> None:
        """Keeps steps in one transaction: all or none.

        Raises:
            RunsElsewhereError: somebody else has written a step of that number.
            LogError: they cannot be written.
        """

    def delete(self, room: str) -> None:
        """Deletes a room and all its steps."""

    def close(self) -> None:
        """Lets go of what is held."""


def opening_line(opening: Opening) -> str:
    """An opening as a line of JSON."""
    return json.dumps(asdict(opening), ensure_ascii=False)


def opening_from(line: str) -> Opening:
    """An opening from its line."""
    values: dict[str, Any] = json.loads(line)
    return Opening(**(values | {"facts": ScenarioFacts(**values["facts"])}))


def row_of(taken: TakenStep) -> tuple[float, str, str, str, str, str]:
    """A step as the values of a row: at, kind, actor, command, body, state."""
    body = json.dumps(body_of(taken.step), ensure_ascii=False, separators=(",", ":"))
    return taken.at, taken.step.kind, taken.actor, taken.command, body, taken.state


def taken_from(row: Sequence[Any]) -> TakenStep:
    """A step from the values of its row."""
    at, kind, actor, command, body, state = row
    return TakenStep(float(at), actor, command, step_from(kind, json.loads(body)), state)


class SqliteLog:
    """Rooms in one file, which its owner alone may read."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it.

        Raises:
            LogError: it cannot be made, or is no such file.
        """
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            with contextlib.suppress(OSError):
                path.chmod(0o600)
            self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5.0)
            for order in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"):
                self._file.execute(order)
            self._file.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise LogError(
                f"Rooms cannot be kept in {path} ({error}). Name a folder that can be written to with --keep."
            ) from None

    def rooms(self) -> list[Kept]:
        """All rooms, the newest first."""
        rows = self._file.execute("SELECT opening, parameters, host_hash, screen_hash FROM room ORDER BY opened DESC")
        return [Kept(opening_from(line), *facts) for line, *facts in rows]

    def create(self, kept: Kept) -> None:
        """Keeps a new room."""
        values = (
            kept.opening.id, kept.opening.opened, kept.parameters, kept.host_hash, kept.screen_hash,
            opening_line(kept.opening),
        )  # fmt: skip
        try:
            self._file.execute("INSERT INTO room VALUES (?, ?, ?, ?, ?, ?)", values)
        except sqlite3.Error as error:
            raise LogError(f"The room cannot be kept in {self.path} ({error}).") from None

    def rekey(self, room: str, host_hash: str, screen_hash: str) -> None:
        """Gives a room other keys for host and screen."""
        self._file.execute(
            "UPDATE room SET host_hash = ?, screen_hash = ? WHERE id = ?", (host_hash, screen_hash, room)
        )

    def steps(self, room: str) -> list[TakenStep]:
        """The steps of a room in their order."""
        rows = self._file.execute(
            "SELECT at, kind, actor, command, body, state FROM step WHERE room = ? ORDER BY number", (room,)
        )
        return [taken_from(row) for row in rows]

    def append(self, room: str, first: int, taken: Sequence[TakenStep]) -> None:
        """Keeps steps in one transaction: all or none.

        Args:
            room: id.
            first: the number of the first of these steps, 1..
            taken: the steps.

        Raises:
            RunsElsewhereError: somebody else has written a step of that number.
            LogError: they cannot be written.
        """
        rows = [(room, first + i, *row_of(one)) for i, one in enumerate(taken)]
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._file.execute("COMMIT")
        except BaseException as error:
            with contextlib.suppress(sqlite3.Error):
                self._file.execute("ROLLBACK")
            if not isinstance(error, sqlite3.Error):
                raise  # such as a text that no file can hold
            if isinstance(error, sqlite3.IntegrityError):
                there = self._file.execute("SELECT 1 FROM room WHERE id = ?", (room,)).fetchone()
                raise RunsElsewhereError(ELSEWHERE if there else DELETED) from None
            raise LogError(f"Nothing can be written to {self.path} ({error}). Make room on the disk.") from None

    def delete(self, room: str) -> None:
        """Deletes a room and all its steps, and overwrites the space they took."""
        self._file.execute("PRAGMA secure_delete=ON")
        self._file.execute("BEGIN IMMEDIATE")
        self._file.execute("DELETE FROM step WHERE room = ?", (room,))
        self._file.execute("DELETE FROM room WHERE id = ?", (room,))
        self._file.execute("COMMIT")
        self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
