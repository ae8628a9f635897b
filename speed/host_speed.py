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
from dataclasses import dataclass
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect

from game.host.rehearsal.page_reader import Form
from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import join
from speed.ending_days import ends_of_days
from speed.nights_speed import measure as nights

PORT = 8799
SETTLED_AFTER = 6  # halves of a second without work


def measure(guests: int) -> dict[str, object]:
    """Figures of a room with so many phones; seconds, bytes and counts in their names."""
    with tempfile.TemporaryDirectory() as folder:
        first = _started(Path(folder), "--together")
        _stop(first)  # the first start after an installation: it writes the bytecode that later ones read
        server = _started(Path(folder), "--together")
        figures: dict[str, object] = {
            "first_start_seconds": first.seconds, "start_seconds": server.seconds, "guests": guests,
        }  # fmt: skip
        try:
            _settled(server.process.pid)
            _joined(server.code, guests)
            before = _memory(server.process.pid)  # once everything is loaded, and one guest has come
            phones = _all_joined(server.code, guests - 1)
            server.host.send(_form(server.host, "started"))
            figures |= asyncio.run(_votes(phones, server.host, server.screen))
            grown = _memory(server.process.pid) - before
            figures["memory_kilobytes_a_guest"] = grown / 1024 / max(1, guests - 1)
        finally:
            _stop(server)
        figures |= _days_ended(Path(folder), guests)
    return figures | nights()


def _days_ended(folder: Path, guests: int) -> dict[str, object]:
    """Everybody plays alone and ends the first day within a second; how long each waits for the page of the night."""
    server = _started(folder)
    try:
        _settled(server.process.pid)
        phones = _all_joined(server.code, guests)
        server.host.send(_form(server.host, "started"))
        waits = sorted(asyncio.run(ends_of_days(PORT, phones)))
    finally:
        _stop(server)
    return {
        "day_ended_to_night_p50_ms": 1000 * statistics.median(waits),
        "day_ended_to_night_p95_ms": 1000 * waits[int(0.95 * len(waits))],
        "day_ended_to_night_last_ms": 1000 * waits[-1],
    }


@dataclass(frozen=True)
class Started:
    """A server with its room, as its host and its screen see it."""

    process: "subprocess.Popen[bytes]"
    host: Phone
    screen: Phone
    code: str
    seconds: float  # from the command to the host's page


def _started(folder: Path, *options: str) -> Started:
    output = folder / "said.txt"
    environment = {**os.environ, "COLUMNS": "300", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with output.open("wb") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "game", "host", "first_hello", *options, "--local", "--port", str(PORT),
             "--keep", str(folder), "--no-browser", "--max-players", "500"],
            stdout=said, env=environment,
        )  # fmt: skip
    while "Stop with" not in (text := output.read_text()):
        if server.poll() is not None:
            raise OSError("the server did not start")
        time.sleep(0.005)
    words = text.split()
    host, screen = (_staff(words[words.index(role) + 1]) for role in ("Host:", "Screen:"))
    place = words.index("code")
    code = words[place + 1] + words[place + 2]
    return Started(server, host, screen, code, time.perf_counter() - began)


def _staff(address: str) -> Phone:
    page = Phone(f"http://127.0.0.1:{PORT}")
    page.get(address.removeprefix(page.origin))
    return page


def _stop(server: Started) -> None:
    server.process.terminate()
    server.process.wait(10)


def _settled(process: int) -> None:
    """Waits until a server has nothing more to do: what it makes ready behind its first pages is ready."""
    quiet, last = 0, 0.0
    while quiet < SETTLED_AFTER:
        time.sleep(0.5)
        used = sum(int(n) for n in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13])
        quiet, last = (quiet + 1 if used - last <= 1 else 0), used


def _all_joined(code: str, guests: int) -> list[str]:
    with ThreadPoolExecutor(16) as many:
        return list(many.map(lambda n: _joined(code, n), range(guests)))


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
