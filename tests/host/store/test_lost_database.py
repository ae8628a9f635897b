"""A PostgreSQL that fails while a room is played: each fault has a way out, and what was called saved is kept."""

import pytest
import sqlalchemy as sql

from game.host.room.room_state import TOGETHER
from game.host.store.event_log import LogError
from game.host.store.opening_logs import log_at
from game.host.store.replaying import repeated, room_of
from game.host.store.room_writer import RoomWriter
from tests.host.databases import kept_at, own_server
from tests.host.rooms import joined, kept

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def database():
    with own_server() as found:
        yield found


@pytest.fixture
def log(database):
    with kept_at(database.url, kept(TOGETHER)) as found:
        yield found


FULL_DISK = """CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END$$"""
CUT_ALL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND datname = current_database()"""


def administered(database, *orders):
    """Orders of whoever looks after the database."""
    engine = sql.create_engine(database.url.replace(":", "+psycopg:", 1))
    with engine.begin() as line:
        for order in orders:
            line.exec_driver_sql(order)
    engine.dispose()


def outcome(writer, step):
    """What came of one step, as the room goes on."""
    done = writer.commit([step])
    writer.committed = done.room
    return done.outcomes[0]


def saved(database):
    """Who has joined, as a server that starts now finds it."""
    anew = log_at(database.url)
    steps = anew.steps("r1")
    anew.close()
    return [taken.actor for taken in steps]


def test_a_full_disk_is_told_and_gone_on_with(database, log):
    """What comes while the disk is full is refused with the remedy; with room again all goes on."""
    writer = RoomWriter(room_of(kept(TOGETHER).opening), log)
    assert outcome(writer, joined(1)) == 1
    administered(
        database, FULL_DISK, "CREATE TRIGGER filled BEFORE INSERT ON courtship_step EXECUTE FUNCTION full_disk()"
    )
    told = outcome(writer, joined(2))
    administered(database, "DROP FUNCTION full_disk CASCADE")
    assert isinstance(told, LogError)
    assert "not saved" in str(told)
    assert "disk of the database is full. Make room on it" in str(told)
    assert outcome(writer, joined(3)) == 2
    assert saved(database) == ["g1", "g3"]


def test_a_database_that_stops_is_told_and_gone_on_with(database, log):
    """Refused while it is away, then lost connections are made anew; nothing acknowledged is missing."""
    writer = RoomWriter(room_of(kept(TOGETHER).opening), log)
    assert outcome(writer, joined(1)) == 1
    database.stop()
    try:
        told = outcome(writer, joined(2))
    finally:
        database.start()
    assert isinstance(told, LogError)
    assert "does not answer" in str(told)
    assert "See that it runs" in str(told)
    assert outcome(writer, joined(2)) == 2
    assert saved(database) == ["g1", "g2"]


def test_a_connection_that_is_cut_is_made_anew(database, log):
    """An administrator or a router cuts it; the next step does not notice."""
    writer = RoomWriter(room_of(kept(TOGETHER).opening), log)
    assert outcome(writer, joined(1)) == 1
    administered(database, CUT_ALL)
    assert outcome(writer, joined(2)) == 2
    assert saved(database) == ["g1", "g2"]


def test_a_connection_that_is_lost_while_a_step_is_written(database, log):
    """The step is there after all, though it was called unsaved: sent again it counts once."""
    writer = RoomWriter(room_of(kept(TOGETHER).opening), log)
    assert outcome(writer, joined(1)) == 1
    step, other = joined(2), joined(3)

    engine = log._engine

    def committed_and_lost(line):
        line.commit()
        raise sql.exc.OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))

    usual, engine.dialect.do_commit = engine.dialect.do_commit, committed_and_lost
    try:
        told = outcome(writer, step)
    finally:
        engine.dialect.do_commit = usual
    assert isinstance(told, LogError)
    assert saved(database) == ["g1", "g2"]  # nobody could know
    assert outcome(writer, other) == 2
    assert outcome(writer, step) == 3
    assert saved(database) == ["g1", "g3", "g2"]
    steps = log.steps("r1")
    assert len(repeated(kept(TOGETHER), steps).room.here) == 3
