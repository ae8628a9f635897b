"""The steps of rooms in one SQLite file. A row counts once its transaction is on the disk."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from game.errors import CourtshipError
from game.host.room.room_state import Opening
from game.host.room.step_bodies import MalformedStepError, body_of, step_from
from game.host.room.steps import Joined, TakenStep
from game.host.store.log_faults import DAMAGED, file_fault
from game.host.store.log_file import WatchedFile, damage_before_opening, take_away
from game.host.store.room_lock import RoomLock
from game.session.entries import ScenarioFacts

_TABLES = {
    "room": """CREATE TABLE room (
    id TEXT PRIMARY KEY, opened REAL NOT NULL, parameters INTEGER NOT NULL, host_hash TEXT NOT NULL,
    screen_hash TEXT NOT NULL, opening TEXT NOT NULL
)""",
    "step": """CREATE TABLE step (
    room TEXT NOT NULL REFERENCES room (id), number INTEGER NOT NULL, at REAL NOT NULL, kind TEXT NOT NULL,
    actor TEXT NOT NULL, command TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (room, number), UNIQUE (room, actor, command)
)""",
}


class LogError(CourtshipError):
    """The log of a room cannot be read or written; what is safe is said."""


class RunsElsewhereError(LogError):
    """The log is this server's no more: another one writes to it, or it was deleted or changed. This one must stop."""


ELSEWHERE = "This room is run by another server already. Go on there, or stop it and start again."
DELETED = (
    "This room has been deleted, or its log was overwritten by another one, and nothing more is kept of it. Stop this "
    "server, and open a new room."
)
UNSAVED = "This is not saved."
GAPS = "The log of this room has lost steps: after number {} comes {}. It is left as it is. Put back a copy of {}."


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

    def guests(self) -> dict[str, int]:
        """How many have joined each room, by its id; rooms that nobody joined are left out."""

    def hold(self, room: str) -> None:
        """Makes this log the only one that runs a room, until it is closed or holds another.

        Raises:
            RunsElsewhereError: a running server has it.
        """

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
        self._lock = RoomLock(path)
        made = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if damage := damage_before_opening(path):
                raise LogError(damage)
            with contextlib.suppress(FileExistsError):
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
                made = True
            with contextlib.suppress(OSError):
                path.chmod(0o600)
            self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5.0)
            for order in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"):
                self._file.execute(order)
            self._make_tables()
            self._watched = WatchedFile(path)
        except (OSError, sqlite3.Error) as error:
            if made:
                take_away(path)
            raise LogError(file_fault(path, error)) from None

    def _make_tables(self) -> None:
        """Makes the tables of a new file. A file that has some, but not these, is left as it is."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            there = {name for (name,) in self._file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if there:
                self._ensure_whole(there)
            for order in () if there else _TABLES.values():
                self._file.execute(order)
            self._file.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._file.execute("ROLLBACK")
            self._file.close()
            raise

    def _ensure_whole(self, tables: set[str]) -> None:
        if missing := ", ".join(f"“{name}”" for name in _TABLES if name not in tables):
            raise LogError(f"The table {missing} is missing. {DAMAGED.format(self.path)}")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tells what goes wrong with the file, or with what stands in it, by its cause."""
        try:
            yield
        except sqlite3.Error as error:
            raise LogError(file_fault(self.path, error)) from None
        except (ValueError, TypeError, LookupError, MalformedStepError):
            raise LogError(DAMAGED.format(self.path)) from None

    def rooms(self) -> list[Kept]:
        """All rooms, the newest first.

        Raises:
            LogError: the file is damaged or cannot be read.
        """
        wanted = "SELECT opening, parameters, host_hash, screen_hash FROM room ORDER BY opened DESC"
        with self._told():
            return [Kept(opening_from(line), *facts) for line, *facts in self._file.execute(wanted)]

    def guests(self) -> dict[str, int]:
        """How many have joined each room, by its id; rooms that nobody joined are left out.

        Raises:
            LogError: the file is damaged or cannot be read.
        """
        with self._told():
            wanted = "SELECT room, count(DISTINCT actor) FROM step WHERE kind = ? GROUP BY room"
            return dict(self._file.execute(wanted, (Joined.kind,)).fetchall())

    def hold(self, room: str) -> None:
        """Makes this log the only one that runs a room, until it is closed or holds another.

        Raises:
            RunsElsewhereError: a running server has it.
            LogError: the file of the lock cannot be made.
        """
        try:
            if not self._lock.take(room):
                raise RunsElsewhereError(ELSEWHERE)
        except OSError as error:
            raise LogError(file_fault(self.path, error)) from None

    def create(self, kept: Kept) -> None:
        """Keeps a new room."""
        values = (
            kept.opening.id, kept.opening.opened, kept.parameters, kept.host_hash, kept.screen_hash,
            opening_line(kept.opening),
        )  # fmt: skip
        with self._told():
            self._file.execute("INSERT INTO room VALUES (?, ?, ?, ?, ?, ?)", values)

    def rekey(self, room: str, host_hash: str, screen_hash: str) -> None:
        """Gives a room other keys for host and screen."""
        order = "UPDATE room SET host_hash = ?, screen_hash = ? WHERE id = ?"
        with self._told():
            self._file.execute(order, (host_hash, screen_hash, room))

    def steps(self, room: str) -> list[TakenStep]:
        """The steps of a room in their order.

        Raises:
            LogError: the file is damaged or cannot be read, or steps are missing.
        """
        wanted = "SELECT number, at, kind, actor, command, body, state FROM step WHERE room = ? ORDER BY number"
        with self._told():
            rows = self._file.execute(wanted, (room,)).fetchall()
            for before, (number, *_) in enumerate(rows):
                if number != before + 1:
                    raise LogError(GAPS.format(before, number, self.path))
            return [taken_from(row) for _, *row in rows]

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
        self._ensure_ours(room, first - 1, LogError)
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
            raise LogError(f"{UNSAVED} {file_fault(self.path, error)}") from None
        self._ensure_ours(room, first - 1 + len(rows), RunsElsewhereError)

    def _ensure_ours(self, room: str, number: int, kind: type[LogError]) -> None:
        """Refuses when the file is not the one that was opened, or does not hold so many steps of a room."""
        try:
            change = self._watched.change(room, number)
        except (OSError, sqlite3.Error) as error:
            change = file_fault(self.path, error)
        if change:
            raise kind(f"{UNSAVED} {change}")

    def delete(self, room: str) -> None:
        """Deletes a room and all its steps, and overwrites the space they took."""
        with self._told():
            self._file.execute("PRAGMA secure_delete=ON")
            self._file.execute("BEGIN IMMEDIATE")
            self._file.execute("DELETE FROM step WHERE room = ?", (room,))
            self._file.execute("DELETE FROM room WHERE id = ?", (room,))
            self._file.execute("COMMIT")
            self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Lets go of the file and of the room."""
        self._file.close()
        self._lock.let_go()
