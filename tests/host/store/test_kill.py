"""The server dies in the middle of a vote, three times, with fifty phones voting: nothing acknowledged is lost."""

import json
import random
import signal
import sys
import threading
import time

import pytest
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import connect

from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import join
from game.host.room.steps import Joined, Voted
from game.host.store.event_log import SqliteLog
from game.host.store.room_writer import page_of
from tests.host.servers import Process, free_port

PHONES, KILLS, BETWEEN, BACK_WITHIN = 50, 3, 1.2, 5.0


class Voter(threading.Thread):
    """A phone that votes all the time, and sends again what was not acknowledged, under the same command."""

    def __init__(self, number: int, server: Process, stopping: threading.Event) -> None:
        super().__init__(daemon=True)
        self.phone = Phone(server.origin)
        assert join(self.phone, server.code, name=f"Phone {number}")
        self.phone.close()
        self.server, self.stopping, self.dice = server, stopping, random.Random(number)
        self.acknowledged: list[tuple[str, int]] = []
        self.sent = 0
        self.back: list[float] = []  # when a line was open again

    def run(self) -> None:
        cookie = f"guest={self.phone.cookies['guest']}"
        waiting, option = None, "a"
        while not self.stopping.is_set():
            try:
                with connect(
                    self.server.origin.replace("http", "ws") + "/ws/1", origin=self.server.origin,
                    additional_headers={"Cookie": cookie}, open_timeout=3, close_timeout=0.2,
                ) as line:  # fmt: skip
                    self.back.append(time.monotonic())
                    while not self.stopping.is_set():
                        if waiting is None:
                            self.sent += 1
                            waiting = f"{self.sent}-{self.dice.getrandbits(72):x}"
                            option = self.dice.choice("abc")
                        line.send(
                            json.dumps({"t": "do", "cmd": waiting, "kind": "voted", "number": 1, "option": option})
                        )
                        answer = json.loads(line.recv(timeout=5))
                        while answer["t"] in {"state", "beat"}:
                            answer = json.loads(line.recv(timeout=5))
                        if answer["t"] == "ack":
                            self.acknowledged.append((answer["cmd"], answer["seq"]))
                            waiting = None
                        self.stopping.wait(0.2)  # five a second is what one phone may
            except (OSError, ConnectionClosed, InvalidHandshake, TimeoutError):
                self.stopping.wait(0.2)


@pytest.mark.slow
def test_no_acknowledged_vote_is_lost_or_doubled(tmp_path):
    """Fifty phones, three times kill -9 in an open vote: each acknowledged vote is in the log once, all come back."""
    server = Process(tmp_path, free_port())
    server.start()
    stopping = threading.Event()
    voters = [Voter(n, server, stopping) for n in range(PHONES)]
    host = Phone(server.origin)
    host.get(server.host_link.removeprefix(server.origin))
    host.send(host.get("/host").form("started"))
    host.close()
    for voter in voters:
        voter.start()
    slowest = []
    for _ in range(KILLS):
        time.sleep(BETWEEN)
        server.kill()
        server.start(again=True)
        up = time.monotonic()
        while time.monotonic() < up + BACK_WITHIN and not all(v.back[-1] >= up - 1 for v in voters):
            time.sleep(0.05)
        slowest.append(max(v.back[-1] for v in voters) - up)
        assert all(v.back[-1] >= up - 1 for v in voters), "somebody did not come back within five seconds"
    time.sleep(BETWEEN)
    stopping.set()
    for voter in voters:
        voter.join(10)
    server.stop()

    log = SqliteLog(tmp_path / "rooms.sqlite")
    steps = log.steps(log.rooms()[0].opening.id)
    log.close()
    guests = {s.step.token: s.step.guest for s in steps if isinstance(s.step, Joined)}
    kept = [(s.actor, s.command) for s in steps if isinstance(s.step, Voted)]
    numbers = {(s.actor, page_of(s.command)): n for n, s in enumerate(steps, 1)}
    acknowledged = [(guests[_hash(v)], cmd, seq) for v in voters for cmd, seq in v.acknowledged]
    print(f"{len(acknowledged)} votes acknowledged, {len(kept)} kept; back after {max(slowest):.2f} s at most")

    assert len(acknowledged) > 3 * PHONES
    assert len(set(kept)) == len(kept)
    assert [a for a in acknowledged if numbers.get(a[:2]) != a[2]] == []


def _hash(voter: Voter) -> str:
    from game.host.web.hall import hashed

    return hashed(voter.phone.cookies["guest"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=lambda how: how.name)
def test_a_room_that_is_stopped_says_how_to_go_on(tmp_path, how):
    """By Ctrl-C and by a service manager alike: in order, with a sentence, and as a success."""
    server = Process(tmp_path, free_port())
    server.start()
    assert server.stop(how) == 0
    assert server.said().rstrip().endswith("The room is closed. Go on with it: courtship host --again")
