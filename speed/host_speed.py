"""A room on loopback: phones as sockets of a second process, a vote, the next situation, and 200 nights at once."""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from websockets.asyncio.client import ClientConnection, connect

from game.engine.batch import Batch
from game.engine.days import begin
from game.engine.position import empty_plan
from game.host.rehearsal.page_reader import Form
from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import join
from game.resources import SCENARIOS
from game.scenario import load
from game.session.entries import EndDay
from game.session.playthrough import after, begun
from game.session.runs.resuming import compiled_of

PORT = 8799
NIGHTS = 200


def measure(guests: int) -> dict[str, object]:
    """Figures of a room with so many phones; seconds, bytes and counts in their names."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        server, host, screen, code = _started(Path(folder))
        figures: dict[str, object] = {"start_seconds": time.perf_counter() - began, "guests": guests}
        try:
            before = _memory(server.pid)
            with ThreadPoolExecutor(16) as many:
                phones = list(many.map(lambda n: _joined(code, n), range(guests)))
            host.send(_form(host, "started"))
            figures |= asyncio.run(_votes(phones, host, screen))
            figures["memory_kilobytes_a_guest"] = (_memory(server.pid) - before) / 1024 / guests
        finally:
            server.terminate()
            server.wait(10)
    return figures | _nights()


def _started(folder: Path) -> tuple["subprocess.Popen[bytes]", Phone, Phone, str]:
    """The server, its host, its screen, and the room's code."""
    output = folder / "said.txt"
    with output.open("wb") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "game", "host", "first_hello", "--together", "--local", "--port", str(PORT),
             "--keep", str(folder), "--no-browser", "--max-players", "500"],
            stdout=said, env={**os.environ, "COLUMNS": "300"},
        )  # fmt: skip
    while "Stop with" not in (text := output.read_text()):
        if server.poll() is not None:
            raise OSError("the server did not start")
        time.sleep(0.02)
    words = text.split()
    staff = []
    for role in ("Host:", "Screen:"):
        page = Phone(f"http://127.0.0.1:{PORT}")
        page.get(words[words.index(role) + 1].removeprefix(page.origin))
        staff.append(page)
    place = words.index("code")
    return server, staff[0], staff[1], words[place + 1] + words[place + 2]


def _form(host: Phone, kind: str, to: str = "") -> Form:
    return next(f for f in host.get("/host").forms if f.kind == kind and (not to or f.fields.get("to") == to))


def _joined(code: str, number: int) -> str:
    phone = Phone(f"http://127.0.0.1:{PORT}")
    join(phone, code, name=f"Phone {number}")
    phone.close()
    return phone.cookies["guest"]


async def _line(role: str, cookie: str) -> ClientConnection:
    """A socket that has heard its first state."""
    line = await connect(
        f"ws://127.0.0.1:{PORT}/ws/1?as={role}", origin=f"http://127.0.0.1:{PORT}",  # type: ignore[arg-type]
        additional_headers={"Cookie": f"{role}={cookie}"}, compression=None, ping_interval=None,
    )  # fmt: skip
    await line.recv()
    return line


async def _votes(cookies: list[str], host: Phone, screen: Phone) -> dict[str, object]:
    """A vote of all within a second, then the host's click; how long each waits."""
    lines = [await _line("guest", cookie) for cookie in cookies]
    tally = asyncio.create_task(_tally(await _line("screen", screen.cookies["screen"]), len(lines)))
    votes = await asyncio.gather(*(_vote(line, n / len(lines)) for n, line in enumerate(lines)))
    waits = [told - sent for sent, told in votes]
    told_by_tally = await tally
    tallied = sorted(told_by_tally[n] - sent for n, (sent, _) in enumerate(sorted(votes, key=lambda vote: vote[1])))
    await asyncio.sleep(2.5)  # the count that all phones get
    stamps = [asyncio.create_task(_next_scene(line)) for line in lines]
    form = await asyncio.to_thread(_form, host, "went", "counted")
    clicked = time.perf_counter()
    await asyncio.to_thread(host.send, form)
    arrived = await asyncio.gather(*stamps)
    for line in lines:
        await line.close()
    ordered = sorted(waits)
    return {
        "vote_to_acknowledgement_p50_ms": 1000 * statistics.median(ordered),
        "vote_to_acknowledgement_p95_ms": 1000 * ordered[int(0.95 * len(ordered))],
        "vote_to_tally_p50_ms": 1000 * statistics.median(tallied),
        "vote_to_tally_p95_ms": 1000 * tallied[int(0.95 * len(tallied))],
        "click_to_last_phone_ms": 1000 * (max(arrived) - clicked),
    }


async def _tally(line: ClientConnection, votes: int) -> list[float]:
    """When the screen showed the first vote, the second, and so on."""
    shown: list[float] = []
    while len(shown) < votes:
        voted = json.loads(await line.recv()).get("live", {}).get("voted", 0)
        shown += [time.perf_counter()] * (voted - len(shown))
    await line.close()
    return shown


async def _vote(line: ClientConnection, delay: float) -> tuple[float, float]:
    """When a vote was sent, and when it was called saved."""
    await asyncio.sleep(delay)
    began = time.perf_counter()
    await line.send(json.dumps({"t": "do", "cmd": "v", "kind": "voted", "number": 1, "option": "b"}))
    while json.loads(await line.recv())["t"] != "ack":
        pass
    return began, time.perf_counter()


async def _next_scene(line: ClientConnection) -> float:
    while True:
        state = json.loads(await line.recv())
        if "counted" in state.get("stamp", ""):
            return time.perf_counter()


def _memory(process: int) -> int:
    """Bytes that a process holds; 0 where that cannot be told."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _nights() -> dict[str, object]:
    """200 games that end a day: one after the other with all that is told, and as one batch of the engine alone."""
    compiled = compiled_of(load(SCENARIOS / "first_hello.yaml"))
    now = begun(compiled, 7)
    after(now, EndDay())  # everything is loaded
    began = time.perf_counter()
    for _ in range(NIGHTS):
        after(now, EndDay())
    alone = time.perf_counter() - began
    position = begin(compiled, 7, np.zeros(NIGHTS, dtype=np.int64))
    batch, plan = Batch(position), empty_plan(NIGHTS, compiled.followers)
    batch.play_day(position, plan)
    began = time.perf_counter()
    batch.play_day(position, plan)
    return {"200_nights_one_by_one_seconds": alone, "200_nights_in_one_batch_seconds": time.perf_counter() - began}
