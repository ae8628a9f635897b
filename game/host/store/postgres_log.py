"""The steps of rooms in PostgreSQL, for rooms on a server of their own; by SQLAlchemy Core and psycopg."""

from collections.abc import Sequence

import sqlalchemy as sql
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from game.host.room.steps import TakenStep
from game.host.store.event_log import (
    DELETED,
    ELSEWHERE,
    Kept,
    LogError,
    RunsElsewhereError,
    opening_from,
    opening_line,
    row_of,
    taken_from,
)

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
_VALUES = ("at", "kind", "actor", "command", "body", "state")


class PostgresLog:
    """Rooms in a database that several servers share, each with rooms of its own."""

    def __init__(self, url: str) -> None:
        """Connects, and makes the two tables if they are not there.

        Raises:
            LogError: there is no such database, or it may not be written to.
        """
        try:
            full = sql.make_url(url).set(drivername="postgresql+psycopg")
            self._place = full.render_as_string(hide_password=True)
            self._engine = sql.create_engine(full, pool_pre_ping=True, pool_size=2)
            _META.create_all(self._engine)
        except (SQLAlchemyError, ValueError) as error:
            reason = str(error).splitlines()[0][:200]
            raise LogError(f"The database cannot be used ({reason}). Check its URL after --keep.") from None

    def rooms(self) -> list[Kept]:
        """All rooms, the newest first."""
        wanted = sql.select(_ROOM.c.opening, _ROOM.c.parameters, _ROOM.c.host_hash, _ROOM.c.screen_hash)
        with self._engine.connect() as line:
            rows = line.execute(wanted.order_by(_ROOM.c.opened.desc())).all()
        return [Kept(opening_from(opening), parameters, host, screen) for opening, parameters, host, screen in rows]

    def create(self, kept: Kept) -> None:
        """Keeps a new room."""
        opening = kept.opening
        with self._engine.begin() as line:
            line.execute(_ROOM.insert().values(
                id=opening.id, opened=opening.opened, parameters=kept.parameters, host_hash=kept.host_hash,
                screen_hash=kept.screen_hash, opening=opening_line(opening),
            ))  # fmt: skip

    def rekey(self, room: str, host_hash: str, screen_hash: str) -> None:
        """Gives a room other keys for host and screen."""
        with self._engine.begin() as line:
            line.execute(_ROOM.update().where(_ROOM.c.id == room).values(host_hash=host_hash, screen_hash=screen_hash))

    def steps(self, room: str) -> list[TakenStep]:
        """The steps of a room in their order."""
        wanted = sql.select(*(_STEP.c[name] for name in _VALUES)).where(_STEP.c.room == room).order_by(_STEP.c.number)
        with self._engine.connect() as line:
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
                line.execute(_STEP.insert(), rows)
        except IntegrityError:
            raise RunsElsewhereError(ELSEWHERE if self._is_there(room) else DELETED) from None
        except SQLAlchemyError as error:
            reason = str(error).splitlines()[0][:200]
            raise LogError(f"Nothing can be written to {self._place} ({reason}).") from None

    def _is_there(self, room: str) -> bool:
        with self._engine.begin() as line:
            return line.execute(_ROOM.select().where(_ROOM.c.id == room)).first() is not None

    def delete(self, room: str) -> None:
        """Deletes a room and all its steps."""
        with self._engine.begin() as line:
            line.execute(_STEP.delete().where(_STEP.c.room == room))
            line.execute(_ROOM.delete().where(_ROOM.c.id == room))

    def close(self) -> None:
        """Lets go of the connections."""
        self._engine.dispose()
