"""The steps of rooms in PostgreSQL, for rooms on a server of their own; by SQLAlchemy Core and psycopg."""

import contextlib
import hashlib
import time
from collections.abc import Iterator, Sequence

import sqlalchemy as sql
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from game.host.room.steps import Joined, TakenStep
from game.host.store.event_log import (
    DELETED,
    ELSEWHERE,
    UNSAVED,
    Kept,
    LogError,
    RunsElsewhereError,
    opening_from,
    opening_line,
    row_of,
    taken_from,
)
from game.host.store.log_faults import database_fault

LET_GO_WITHIN = 3.0  # seconds after which the database has noticed that a server was killed
_META = sql.MetaData()
_ROOM = sql.Table(
    "courtship_room", _META,
    sql.Column("id", sql.Text, primary_key=True), sql.Column("opened", sql.Double, nullable=False),
    sql.Column("parameters", sql.Integer, nullable=False), sql.Column("host_hash", sql.Text, nullable=False),
    sql.Column("screen_hash", sql.Text, nullable=False), sql.Column("opening", sql.Text, nullable=False),
)  # fmt: skip
_STEP = sql.Table(
    "courtship_step", _META,
    sql.Column("room", sql.Text, sql.ForeignKey("courtship_room.id"), primary_key=True),
    sql.Column("number", sql.Integer, primary_key=True), sql.Column("at", sql.Double, nullable=False),
    sql.Column("kind", sql.Text, nullable=False), sql.Column("actor", sql.Text, nullable=False),
    sql.Column("command", sql.Text, nullable=False), sql.Column("body", sql.Text, nullable=False),
    sql.Column("state", sql.Text, nullable=False), sql.UniqueConstraint("room", "actor", "command"),
)  # fmt: skip
_OURS = ("room", "number", "actor", "command")
_PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 10_000}
"""Seconds to connect, milliseconds until a silent connection counts as lost: guests wait no longer for an answer."""
NO_URL = "That is no URL of a database ({})."
_VALUES = ("at", "kind", "actor", "command", "body", "state")


class PostgresLog:
    """Rooms in a database that several servers share, each with rooms of its own."""

    def __init__(self, url: str) -> None:
        """Connects, and makes the two tables if they are not there.

        Raises:
            LogError: there is no such database, or it may not be written to.
        """
        place = ""
        try:
            full = sql.make_url(url).set(drivername="postgresql+psycopg")
            self._place = place = full.render_as_string(hide_password=True)
            self._engine = sql.create_engine(full, pool_pre_ping=True, pool_size=2, connect_args=_PATIENCE)
            self._lock: sql.Connection | None = None
            self._unsure = list[dict[str, object]]()  # rows of a transaction of which it is not known how it ended
            there = {_ROOM.name, _STEP.name} & {*sql.inspect(self._engine).get_table_names()}
            if len(there) == 1:
                self._engine.dispose()
                missing = next(iter({_ROOM.name, _STEP.name} - there))
                raise LogError(
                    f"The table “{missing}” is missing in {self._place}. Nothing was changed; put back a copy."
                )
            _META.create_all(self._engine)
        except (SQLAlchemyError, ValueError) as error:
            told = (
                database_fault(place, error) if isinstance(error, SQLAlchemyError) and place else NO_URL.format(error)
            )
            raise LogError(f"{told} Check its URL after --keep.") from None

    def rooms(self) -> list[Kept]:
        """All rooms, the newest first."""
        wanted = sql.select(_ROOM.c.opening, _ROOM.c.parameters, _ROOM.c.host_hash, _ROOM.c.screen_hash)
        with self._told(), self._engine.connect() as line:
            rows = line.execute(wanted.order_by(_ROOM.c.opened.desc())).all()
        return [Kept(opening_from(opening), parameters, host, screen) for opening, parameters, host, screen in rows]

    def guests(self) -> dict[str, int]:
        """How many have joined each room, by its id; rooms that nobody joined are left out."""
        wanted = sql.select(_STEP.c.room, sql.func.count(sql.distinct(_STEP.c.actor)))
        with self._told(), self._engine.connect() as line:
            found = line.execute(wanted.where(_STEP.c.kind == Joined.kind).group_by(_STEP.c.room))
            return {room: guests for room, guests in found}  # noqa: C416 - rows are no pairs for the type checker

    def hold(self, room: str) -> None:
        """Makes this log the only one that runs a room, until it is closed or holds another.

        The lock belongs to a connection of its own. Where that is cut, the numbers of steps still keep servers apart.

        Raises:
            RunsElsewhereError: a running server has it.
            LogError: the database does not answer.
        """
        self._let_go()
        key = int.from_bytes(hashlib.sha256(room.encode()).digest()[:8], signed=True)
        with self._told():
            line = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            end = time.monotonic() + LET_GO_WITHIN
            while not line.execute(sql.select(sql.func.pg_try_advisory_lock(key))).scalar_one():
                if time.monotonic() > end:
                    line.close()
                    raise RunsElsewhereError(ELSEWHERE)
                time.sleep(0.1)
            self._lock = line

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.invalidate()  # closes it, and the lock with it
            self._lock.close()
            self._lock = None

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tells what goes wrong with the database by its cause."""
        try:
            yield
        except SQLAlchemyError as error:
            raise LogError(database_fault(self._place, error)) from None

    def create(self, kept: Kept) -> None:
        """Keeps a new room."""
        opening = kept.opening
        with self._told(), self._engine.begin() as line:
            line.execute(_ROOM.insert().values(
                id=opening.id, opened=opening.opened, parameters=kept.parameters, host_hash=kept.host_hash,
                screen_hash=kept.screen_hash, opening=opening_line(opening),
            ))  # fmt: skip

    def rekey(self, room: str, host_hash: str, screen_hash: str) -> None:
        """Gives a room other keys for host and screen."""
        with self._told(), self._engine.begin() as line:
            line.execute(_ROOM.update().where(_ROOM.c.id == room).values(host_hash=host_hash, screen_hash=screen_hash))

    def steps(self, room: str) -> list[TakenStep]:
        """The steps of a room in their order."""
        wanted = sql.select(*(_STEP.c[name] for name in _VALUES)).where(_STEP.c.room == room).order_by(_STEP.c.number)
        with self._told(), self._engine.connect() as line:
            return [taken_from(row) for row in line.execute(wanted).all()]

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
        rows = [
            {"room": room, "number": first + i} | dict(zip(_VALUES, row_of(one), strict=True))
            for i, one in enumerate(taken)
        ]
        try:
            with self._engine.begin() as line:
                self._forget_unsure(line)
                line.execute(_STEP.insert(), rows)
        except IntegrityError:
            with self._told():
                there = self._is_there(room)
            raise RunsElsewhereError(ELSEWHERE if there else DELETED) from None
        except SQLAlchemyError as error:
            self._unsure += rows
            raise LogError(f"{UNSAVED} {database_fault(self._place, error)}") from None
        self._unsure.clear()

    def _forget_unsure(self, line: sql.Connection) -> None:
        """Takes out steps that were called unsaved and are there after all: the connection was lost while they ended.

        Nobody was told that they count, and phones send them again. Only rows of ours are taken, by their command.
        """
        for row in self._unsure:
            line.execute(_STEP.delete().where(*(_STEP.c[name] == row[name] for name in _OURS)))

    def _is_there(self, room: str) -> bool:
        with self._engine.begin() as line:
            return line.execute(_ROOM.select().where(_ROOM.c.id == room)).first() is not None

    def delete(self, room: str) -> None:
        """Deletes a room and all its steps."""
        with self._told(), self._engine.begin() as line:
            line.execute(_STEP.delete().where(_STEP.c.room == room))
            line.execute(_ROOM.delete().where(_ROOM.c.id == room))

    def close(self) -> None:
        """Lets go of the connections and of the room."""
        self._let_go()
        self._engine.dispose()
