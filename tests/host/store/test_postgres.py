"""Rooms in a real PostgreSQL: the same promises as in a file, and several servers on one database."""

import pytest

from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import join
from game.host.room.steps import Joined, Started, Voted
from game.host.store.event_log import Kept, LogError, RunsElsewhereError
from game.host.store.opening_logs import log_at
from game.host.store.replaying import repeated
from game.host.store.room_writer import RoomWriter
from tests.host.databases import kept_at, own_database, own_room
from tests.host.rooms import joined, taken
from tests.host.servers import Process, free_port

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def url():
    with own_database() as found:
        yield found


@pytest.fixture
def own(request) -> Kept:
    """A room that no other test has."""
    return own_room(request.node.name)


@pytest.fixture
def logs(url, own):
    """Two servers' logs in one database, the room kept by the first."""
    with kept_at(url, own) as one:
        two = log_at(url)
        yield one, two
        two.close()


def test_a_room_comes_back_as_it_was(logs, own):
    """Steps, openings and the order of both are there for another server."""
    one, two = logs
    steps = [joined(1), taken(Started()), taken(Voted(1, "a"), "g1")]
    one.append(own.opening.id, 1, steps)

    assert two.steps(own.opening.id) == steps
    assert own in two.rooms()
    assert repeated(own, two.steps(own.opening.id)).room.votes == {"g1": "a"}


def test_a_second_server_on_one_room_is_noticed(logs, own):
    """The later one is told, and nothing of it is kept, not even what would have fitted."""
    one, two = logs
    one.append(own.opening.id, 1, [joined(1), joined(2)])

    with pytest.raises(RunsElsewhereError, match="another server"):
        two.append(own.opening.id, 2, [joined(3), joined(4)])

    assert one.steps(own.opening.id)[1].actor == "g2"
    assert len(one.steps(own.opening.id)) == 2


def test_one_server_runs_a_room(logs, own):
    """The second is refused at its start; once the first lets go the room is free."""
    one, two = logs
    one.hold(own.opening.id)
    with pytest.raises(RunsElsewhereError, match="another server"):
        two.hold(own.opening.id)
    two.hold("another")
    one.close()
    two.hold(own.opening.id)


def test_guests_are_counted(logs, own):
    one, _ = logs
    one.append(own.opening.id, 1, [joined(1), joined(2), taken(Started())])
    assert one.guests()[own.opening.id] == 2


def test_a_missing_table_is_told_and_not_made_anew(logs, url):
    """A log without its steps is never started empty."""
    one, _ = logs
    with one._engine.begin() as line:
        line.exec_driver_sql("ALTER TABLE courtship_step RENAME TO away")
    try:
        with pytest.raises(LogError, match="courtship_step"):
            log_at(url)
        with pytest.raises(LogError, match="table of the rooms is missing"):
            one.guests()
    finally:
        with one._engine.begin() as line:
            line.exec_driver_sql("ALTER TABLE away RENAME TO courtship_step")


def test_a_command_sent_twice_counts_once(logs, own):
    """A phone that sends again, before or after another server took over, gets the number of the first time."""
    one, two = logs
    step, empty = joined(1), repeated(own, []).room
    assert RoomWriter(empty, one).commit([step, step]).outcomes == (1, 1)

    found = repeated(own, two.steps(own.opening.id))

    assert RoomWriter(found.room, two, found.commands).commit([step, joined(2)]).outcomes == (1, 2)
    assert len(one.steps(own.opening.id)) == 2


def test_a_room_is_deleted_whole(logs, own):
    """After deleting another server finds neither the room nor its steps."""
    one, two = logs
    one.append(own.opening.id, 1, [joined(1)])
    one.delete(own.opening.id)

    assert two.steps(own.opening.id) == []
    assert own not in two.rooms()


def test_a_database_that_is_not_there_is_told_without_its_password():
    """The message names what to look at."""
    with pytest.raises(LogError, match="Check its URL") as told:
        log_at(f"postgresql://courtship:secret@127.0.0.1:{free_port()}/postgres")

    assert "secret" not in str(told.value)


def joins(server: Process, name: str) -> bool:
    phone = Phone(server.origin)
    try:
        return join(phone, server.code, name=name)
    finally:
        phone.close()


def test_two_processes_share_one_database(url, tmp_path):
    """Each has a room of its own; when one dies the other plays on, and all who joined either are in the database."""
    servers = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        servers.append(Process(tmp_path / name, free_port(), keep=url))
    try:
        for server in servers:
            server.start()
        codes = [server.code for server in servers]
        assert codes[0] != codes[1]
        for number, server in enumerate(servers):
            assert joins(server, f"Guest of {number}")
        servers[0].kill()
        assert joins(servers[1], "Guest after")
    finally:
        for server in servers:
            server.stop()
    log = log_at(url)
    rooms = {k.opening.code: k.opening.id for k in log.rooms()}
    names = [{t.step.name for t in log.steps(rooms[c]) if isinstance(t.step, Joined)} for c in codes]
    for code in codes:
        log.delete(rooms[code])
    log.close()
    assert names == [{"Guest of 0"}, {"Guest of 1", "Guest after"}]
