"""`courtship host` and what belongs to it: what is wrong is told in a sentence before anything is opened."""

import re
import socket
from types import SimpleNamespace

import pytest

from game.cli.room import _kept_room, _told
from game.host.store.event_log import SqliteLog
from game.host.store.run_records import code_of_run
from game.host.web.connections.server_settings import ServerSettings
from tests.cli.test_commands import courtship
from tests.host.databases import free_port
from tests.host.rooms import BEGAN, day_ended, joined, kept, started


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere_at_all",), "There is no scenario"),
        (("first_hello", "--address", "everywhere"), "is no address"),
        (("first_hello", "--address", "203.0.113.7"), "no address of this machine"),
        (("first_hello", "--public-url", "room.example.org"), "Write it as: --public-url https://room.example.org"),
        (("first_hello", "--public-url", "https://user:pw@x.org"), "shown to everybody"),
        (("first_hello", "--local", "--trusted-proxy", "0.0.0.0/0"), "addresses of strangers"),
        (("first_hello", "--local", "--address", "foo.bar"), "Leave one out"),
        (("first_hello", "--local", "--tls-cert", "/dev/null", "--tls-key", "/dev/null"), "cannot be read"),
        (("first_hello", "--tls-cert", "x.pem"), "needs its key"),
        (("--again",), "No room was open here yet"),
        (("first_hello", "--keep", "mysql://x"), "folder or in PostgreSQL"),
    ],
)
def test_what_is_wrong_is_told(arguments, told, tmp_path):
    """A sentence with a way out, and an exit code; no server is left behind."""
    keep = () if "--keep" in arguments else ("--keep", str(tmp_path))
    done = courtship("host", *arguments, "--no-browser", "--port", str(free_port()), *keep)
    assert done.returncode in {1, 2}
    assert told in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == [] or arguments == ("--again",)


def test_a_taken_port_is_told_with_another(tmp_path):
    """Two rooms cannot have one port; the sentence names the next."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        port = line.getsockname()[1]
        done = courtship("host", "first_hello", "--local", "--port", str(port), "--no-browser", "--keep", str(tmp_path))
    assert done.returncode == 2
    assert f"--port {port + 1}" in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_every_link_that_is_printed_can_be_opened_on_another_device(capsys):
    """The host's link, too: the page and its settings promise that several devices may host."""
    settings = ServerSettings(address="192.168.7.5", port=8765)
    hall = SimpleNamespace(host_key="h", screen_key="s", room=None)
    _told(hall, settings, SimpleNamespace(browser=False, rehearse=0))
    links = re.findall(r"https?://\S+", capsys.readouterr().out)

    assert len(links) == 3
    assert all(link.startswith(settings.origin) for link in links)


def kept_rooms(folder):
    """A room with two guests, and an empty one that was opened later; gives the log."""
    log = SqliteLog(folder / "rooms.sqlite")
    log.create(kept(id="played"))
    log.append("played", 1, [joined(1), joined(2)])
    log.create(kept(id="empty", opened=BEGAN + 60))
    return log


def test_again_goes_on_with_the_room_that_was_played(tmp_path, capsys):
    """Not with an empty one that was opened later; which one is told, with its guests, and another one can be named."""
    log = kept_rooms(tmp_path)
    assert _kept_room(log, "").opening.id == "played"
    said = " ".join(capsys.readouterr().out.split())
    assert "Going on with: played" in said
    assert "First Hello (each), 2 guests" in said
    assert "courtship host --room empty" in said
    assert _kept_room(log, "empty").opening.id == "empty"
    assert "nobody joined" in capsys.readouterr().out
    log.delete("played")
    assert _kept_room(log, "").opening.id == "empty"
    log.close()


def test_a_room_that_is_not_kept_or_runs_already_is_told(tmp_path):
    """Before any guest comes."""
    log = kept_rooms(tmp_path)
    log.hold("played")
    common = ("--local", "--port", str(free_port()), "--no-browser", "--keep", str(tmp_path))
    unknown, running = courtship("host", "--room", "r9", *common), courtship("host", "--again", *common)
    log.close()
    assert "courtship rooms" in unknown.stderr
    assert "run by another server" in " ".join(running.stderr.split())
    assert (unknown.returncode, running.returncode) == (2, 1)


def test_a_damaged_file_is_told_as_damaged(tmp_path):
    """A file of rooms full of scribbles is called damaged, by `host` and by `rooms`, and not unwritable."""
    (tmp_path / "rooms.sqlite").write_bytes(b"scribbled " * 1000)
    common = ("--local", "--port", str(free_port()), "--no-browser", "--keep", str(tmp_path))
    for done in (courtship("host", "--again", *common), courtship("rooms", "--keep", str(tmp_path))):
        said = " ".join(done.stderr.split())
        assert done.returncode == 1
        assert "is damaged" in said
        assert "can be written to" not in said


def test_rooms_are_listed_and_deleted(tmp_path):
    """What is kept is listed by its scenario, and gone after deleting."""
    log = SqliteLog(tmp_path / "rooms.sqlite")
    log.create(kept())
    log.close()
    assert "First Hello" in courtship("rooms", "--keep", str(tmp_path)).stdout
    assert courtship("rooms", "--delete", "r1", "--keep", str(tmp_path)).returncode == 0
    assert "No room is kept" in courtship("rooms", "--keep", str(tmp_path)).stdout


def test_the_files_of_all_rooms_are_written(tmp_path):
    """Each room that somebody joined has a folder of its own; `--room` writes one alone."""
    log = SqliteLog(tmp_path / "rooms.sqlite")
    for name in ("r1", "r2", "r3"):
        log.create(kept(id=name, name="Tuesday"))
        if name != "r3":
            log.append(name, 1, [joined(1)])
    log.close()
    keep = ("--keep", str(tmp_path))
    done = courtship("rooms", "--files", str(tmp_path / "all"), *keep)
    assert "The files of 2 rooms are in" in " ".join(done.stdout.split())
    folders = sorted((tmp_path / "all").iterdir())
    assert [folder.name.rpartition("-")[2] for folder in folders] == ["r1", "r2"]
    assert all((folder / "report.html").is_file() and "tuesday" in folder.name for folder in folders)
    courtship("rooms", "--files", str(tmp_path / "one"), "--room", "r3", *keep)
    assert [folder.name.rpartition("-")[2] for folder in (tmp_path / "one").iterdir()] == ["r3"]


def test_a_code_is_told_as_a_record_is():
    """`replay` plays the code of a run, and says what is wrong with another."""
    room = day_ended(started(1), "g1")
    done = courtship("replay", code_of_run(room, room.guests["g1"]))
    assert "Day 1" in done.stdout
    assert "missing or wrong" in courtship("replay", "COURT1-ABCDEF").stderr
