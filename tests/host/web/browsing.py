"""What tests in a real browser share: the browser, a server, and ways through its pages."""

import asyncio
import contextlib
import socket
import sys
import threading
import time
from pathlib import Path

import pytest
import uvicorn

from game.host.rehearsal.phone import Phone
from game.host.store.event_log import SqliteLog
from game.host.web.house import House
from game.resources import SCENARIOS
from tests.host.servers import HOST_KEY, SCREEN_KEY, hall_in

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "scripts"))
import browser_tools

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

IN_A_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(not browser_tools.browser(), reason="no Chromium here: python3 scripts/browser_tools.py"),
]
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP workshop.test 127.0.0.1",
)  # fmt: skip


PHONE = {"width": 390, "height": 844}


SCHEMES = ("light", "dark")


SIZES = {"guest": PHONE, "screen": {"width": 1920, "height": 1080}, "host": {"width": 1440, "height": 900}}


WIDE = "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"


@contextlib.contextmanager
def launched():
    """A browser."""
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=browser_tools.browser(), args=list(ARGUMENTS))
        yield found
        found.close()


class Running:
    """A server in this process, and its host."""

    def __init__(self, hall, port):
        self.hall, self.port = hall, port
        self.origin = f"http://127.0.0.1:{port}"
        self.host = Phone(self.origin, {"host": hall.host_key})

    def does(self, kind, **fields):
        """A step of the host."""
        form = next(f for f in self.host.get("/host").forms if f.action == "/host/do")
        form.fields = {"kind": kind} | {name: str(value) for name, value in fields.items()}
        self.host.send(form)
        assert self.host.status < 400, (kind, fields)

    def goes(self, to):
        """The room to its next stage."""
        self.does("went", to=to, since=self.hall.room.scene)

    def votes_through(self, guest, days):
        """Days of a room that votes, one guest for the first option each time."""
        for _ in range(days):
            self.votes_to_night(guest)
            self.goes("vote")

    def votes_to_night(self, guest):
        """The rest of a day of a room that votes, to its night."""
        while self.hall.room.stage != "night":
            if self.hall.room.stage == "vote":
                guest.send(next(form for form in guest.get("/play").forms if form.kind == "voted"))
                self.goes("counted")
            else:
                self.goes("vote" if self.hall.room.spotlight else "night")


@contextlib.contextmanager
def running(folder, mode, port=0, keys=(HOST_KEY, SCREEN_KEY), scenario="first_hello"):
    """A server with a room, or, without a mode, with none yet."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        line.bind(("127.0.0.1", port))
        port = line.getsockname()[1]
    hall = hall_in(folder, port=port, room=False, keys=keys, hosts=frozenset({f"workshop.test:{port}"}))
    if mode:
        hall.open_new(
            SCENARIOS / f"{scenario}.yaml", "each" if mode == "halves" else mode, seed=7, minutes=45,
            second="hard" if mode == "halves" else "",
        )  # fmt: skip
    house = House(hall, lambda: SqliteLog(folder / "rooms.sqlite"))
    config = uvicorn.Config(
        house, host="127.0.0.1", port=port, log_level="error", ws_ping_interval=10, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=asyncio.run, args=(_served(server),), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    room = Running(hall, port)
    yield room
    room.host.close()
    server.should_exit = True
    thread.join(10)


async def _served(server):
    """Serves to the end, and hangs up on whoever came while it closed, as the end of a process would."""
    await server.serve()
    for connection in list(server.server_state.connections):
        connection.transport.abort()
    await asyncio.sleep(0)


def joined(page, room, origin=""):
    """Joins with the suggested name."""
    page.goto(f"{origin or room.origin}/j/{room.hall.room.code}")
    page.get_by_role("button", name="Join").click()
    page.wait_for_url("**/play")


def pressed_to(page, name, limit=60):
    """Tabs until something of that name has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        found = page.evaluate("(document.activeElement.innerText || document.activeElement.name || '').trim()")
        if name.lower() in found.lower():
            return
    raise AssertionError(f"{name} cannot be reached by the keyboard")


def focus_comes_to(page, tag, limit=50):
    """Waits until an element of that kind has the focus; pages forbid what a browser would wait by itself with."""
    for _ in range(limit):
        if page.evaluate("document.activeElement.tagName") == tag:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"the focus never came to {tag}")


def shown(page, address: str) -> None:
    """Goes to a page, and waits until a debrief that is being prepared is there."""
    page.goto(address)
    page.wait_for_load_state("load")
    while "is being prepared" in page.content():
        page.wait_for_timeout(300)
        page.goto(address)
        page.wait_for_load_state("load")
