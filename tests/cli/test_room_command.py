"""`courtship host` and what belongs to it: what is wrong is told in a sentence before anything is opened."""

import socket

import pytest

from game.host.store.event_log import SqliteLog
from game.host.store.run_records import code_of_run
from tests.cli.test_commands import courtship
from tests.host.rooms import day_ended, kept, started


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere_at_all",), "There is no scenario"),
        (("first_hello", "--address", "everywhere"), "is no address"),
        (("first_hello", "--address", "203.0.113.7"), "no address of this machine"),
        (("first_hello", "--public-url", "room.example.org"), "Write it whole"),
        (("first_hello", "--tls-cert", "x.pem"), "needs its key"),
        (("--again",), "No room was open here yet"),
        (("first_hello", "--keep", "mysql://x"), "folder or in PostgreSQL"),
    ],
)
def test_what_is_wrong_is_told(arguments, told, tmp_path):
    """A sentence with a way out, and an exit code; no server is left behind."""
    keep = () if "--keep" in arguments else ("--keep", str(tmp_path))
    done = courtship("host", *arguments, "--no-browser", *keep)
    assert done.returncode in {1, 2}
    assert told in " ".join(done.stderr.split())


def test_a_taken_port_is_told_with_another(tmp_path):
    """Two rooms cannot have one port; the sentence names the next."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        port = line.getsockname()[1]
        done = courtship("host", "first_hello", "--local", "--port", str(port), "--no-browser", "--keep", str(tmp_path))
    assert done.returncode == 2
    assert f"--port {port + 1}" in " ".join(done.stderr.split())


def test_rooms_are_listed_and_deleted(tmp_path):
    """What is kept is listed by its scenario, and gone after deleting."""
    log = SqliteLog(tmp_path / "rooms.sqlite")
    log.create(kept())
    log.close()
    assert "First Hello" in courtship("rooms", "--keep", str(tmp_path)).stdout
    assert courtship("rooms", "--delete", "r1", "--keep", str(tmp_path)).returncode == 0
    assert "No room is kept" in courtship("rooms", "--keep", str(tmp_path)).stdout


def test_a_code_is_told_as_a_record_is():
    """`replay` plays the code of a run, and says what is wrong with another."""
    room = day_ended(started(1), "g1")
    done = courtship("replay", code_of_run(room, room.guests["g1"]))
    assert "Day 1" in done.stdout
    assert "missing or wrong" in courtship("replay", "COURT1-ABCDEF").stderr
