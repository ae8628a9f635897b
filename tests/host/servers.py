"""Servers to test with, in this process and in another."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from starlette.testclient import TestClient

from game.host.store.event_log import SqliteLog
from game.host.web.application import application
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.hall import Hall
from game.host.web.limits import Limits
from game.resources import SCENARIOS
from game.scenario import catalogue

HOST_KEY, SCREEN_KEY = "host-key-of-tests", "screen-key-of-tests"
ORIGIN = "http://127.0.0.1:8765"
SOCKETS = "ws://127.0.0.1:8765"


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


def hall_in(
    folder: Path, mode: str = "each", *, room: bool = True, clock: Clock | None = None,
    keys: tuple[str, str] = (HOST_KEY, SCREEN_KEY), minutes: int = 45, **settings,
) -> Hall:  # fmt: skip
    """A hall with a room in a folder."""
    own = ServerSettings(scenarios=lambda: catalogue([SCENARIOS]), clock=clock or time.time, **settings)
    hall = Hall(SqliteLog(folder / "rooms.sqlite"), own, *keys)
    if room:
        hall.open_new(SCENARIOS / "first_hello.yaml", mode, seed=7, minutes=minutes)
    return hall


@contextlib.contextmanager
def served(hall: Hall, clock: Clock | None = None):
    """A client of the application, with the headers of a page of ours."""
    with TestClient(
        application(hall, Limits(clock) if clock else None), base_url=ORIGIN, headers={"Origin": ORIGIN},
        follow_redirects=False,
    ) as client:  # fmt: skip
        yield client


def guest(client: TestClient, hall: Hall, name: str = "", table: str = "", expect: int = 303) -> dict[str, str]:
    """Joins; gives the cookies of the new guest, and leaves the client without any."""
    client.cookies.clear()
    name = name or f"Guest {len(hall.room.guests) + 1}"
    answer = client.post("/join", data={"code": hall.room.code, "name": name, "table": table})
    assert answer.status_code == expect, told(answer.text)
    cookies = dict(client.cookies)
    client.cookies.clear()
    return cookies


def do(client: TestClient, cookies: dict[str, str], kind: str, **fields):
    """A form of a guest."""
    return client.post("/do", data={"kind": kind, **fields}, headers=_with(cookies))


def host_does(client: TestClient, kind: str, **fields):
    """A form of the host."""
    return client.post("/host/do", data={"kind": kind, **fields}, headers=_with({"host": HOST_KEY}))


def page(client: TestClient, cookies: dict[str, str], path: str = "/play"):
    """A page, and where it leads."""
    return client.get(path, headers=_with(cookies), follow_redirects=True)


def _with(cookies: dict[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}


def told(text: str) -> str:
    """What a page says to the one who sent something."""
    found = re.search(r'id="told">(.*?)</div>', text, re.DOTALL)
    return found.group(1).strip() if found else text[:200]


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


class Process:
    """The real server in a process of its own, which can be killed."""

    def __init__(self, folder: Path, port: int, *, mode: str = "together", keep: str = "") -> None:
        self.folder, self.port, self.mode, self.keep = folder, port, mode, keep or str(folder)
        self.origin = f"http://127.0.0.1:{port}"
        self.output = ""
        self._process: subprocess.Popen | None = None

    def start(self, *, again: bool = False) -> None:
        """Starts it, and waits until it answers."""
        how = ["--again"] if again else ["first_hello", "--seed", "7", *(["--together"] * (self.mode == "together"))]
        log = (self.folder / "server.txt").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "game", "host", *how, "--local", "--port", str(self.port), "--no-browser",
             "--keep", self.keep, "--max-players", "300"],
            stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "COLUMNS": "300"},
        )  # fmt: skip
        log.close()
        end = time.monotonic() + 40
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(urllib.error.URLError, OSError):
                urllib.request.urlopen(self.origin + "/back", timeout=5).close()
                break
            time.sleep(0.05)
        while "Stop with" not in self.said() and self._process.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        assert self._process.poll() is None, self.said()

    def said(self) -> str:
        """Everything it printed so far."""
        return (self.folder / "server.txt").read_text(encoding="utf-8")

    @property
    def code(self) -> str:
        """The code of the room."""
        return re.findall(r"code (\w{3} \w{3})", self.said())[-1].replace(" ", "")

    @property
    def host_link(self) -> str:
        """The host's link, as it was printed last."""
        return re.findall(r"Host: +(\S+)", self.said())[-1]

    def kill(self) -> None:
        """As a failing battery does."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(10)

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """As Ctrl+C does, or another signal; gives the exit code."""
        if self._process is None:
            return 0
        if self._process.poll() is None:
            self._process.send_signal(how)
        return self._process.wait(15)
