"""A room that the window hosts: the real server in its process, as the window asks about it."""

import socket
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest

from game.desk.background import room_process
from game.desk.background.room_process import RoomProcess
from game.desk.desktop_services import DesktopServices
from game.desk.hosting_needs import NOT_INSTALLED
from game.resources import SCENARIOS
from game.ui.play.hosting.hosting_values import ANOTHER_PORT, ENDED, OPEN, OPENING

LONGEST = 60  # seconds that a slow machine may take


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    """Rooms are kept in a folder of the test."""
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


def settled(room: RoomProcess, wanted=lambda seen: seen.stage != OPENING):
    """What is known of a room once something holds."""
    end = time.monotonic() + LONGEST
    while not wanted(room.look()) and time.monotonic() < end:
        time.sleep(0.05)
    return room.look()


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/back", timeout=5).close()
    except (urllib.error.URLError, OSError):
        return False
    return True


def test_a_room_is_open_until_it_is_ended_and_its_port_is_free_again():
    port = free_port()
    room = RoomProcess(port, alone=True)
    seen = settled(room)
    assert (seen.stage, seen.address, seen.code) == (OPEN, f"http://127.0.0.1:{port}", "")
    assert answers(seen.address)
    room.end()
    assert not answers(seen.address)
    again = RoomProcess(port, alone=True)
    assert settled(again).stage == OPEN
    again.end()


class Browser:
    """What the host's browser and a guest's phone send."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def opens(self, address: str) -> None:
        self._opener.open(address, timeout=20).close()

    def sends(self, path: str, **fields: str) -> None:
        body = urllib.parse.urlencode(fields).encode()
        asked = urllib.request.Request(self._origin + path, body, {"Origin": self._origin})
        self._opener.open(asked, timeout=20).close()


def test_the_window_sees_the_code_and_who_has_joined():
    room = RoomProcess(free_port(), alone=True)
    seen = settled(room)
    host = Browser(seen.address)
    host.opens(seen.host_page)
    host.sends("/host/open", scenario=str(SCENARIOS / "first_hello.yaml"), mode="each", minutes="45")
    seen = settled(room, lambda now: bool(now.code))
    assert seen.title
    assert len(seen.squares) == len(seen.squares[0]) >= 21
    Browser(seen.address).sends("/join", code=seen.code, name="Ann", table="")
    assert settled(room, lambda now: bool(now.guests)).guests == ("Ann",)
    room.end()


def test_a_taken_port_is_told_and_the_next_one_is_the_way_out():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        port = line.getsockname()[1]
        room = RoomProcess(port, alone=True)
        seen = settled(room)
        room.end()
    assert (seen.stage, seen.way_out) == (ENDED, ANOTHER_PORT)
    assert f"Port {port} is taken" in seen.problem
    assert "--port" not in seen.problem


def test_a_machine_without_what_a_room_needs_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr(room_process, "can_host", lambda: False)
    room = RoomProcess(free_port())
    assert (room.look().stage, room.look().problem) == (ENDED, NOT_INSTALLED)
    room.end()


def test_a_server_that_is_killed_is_told():
    room = RoomProcess(free_port(), alone=True)
    assert settled(room).stage == OPEN
    room._process.kill()
    assert "has stopped" in settled(room, lambda now: now.stage == ENDED).problem


def test_the_window_takes_its_room_along_when_it_closes(tmp_path, monkeypatch):
    monkeypatch.setattr("game.desk.desktop_services.PORT", free_port())
    services = DesktopServices(runs=tmp_path / "runs")
    assert services.hosted_room() is None
    services.open_room("alone")
    seen = settled(services._room)
    assert seen.stage == OPEN
    services.close()
    assert not answers(seen.address)
    assert services.hosted_room() is None
