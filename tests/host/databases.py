"""A PostgreSQL to test with: a server of our own in a temporary folder."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import database_tools

from game.host.room.room_state import TOGETHER
from game.host.store.event_log import Kept, Log
from game.host.store.opening_logs import log_at
from tests.host.rooms import kept
from tests.host.servers import free_port


class OwnServer:
    """A PostgreSQL of ours, which can be stopped and started again."""

    def __init__(self, folder: Path, place: Path, port: int, who: dict[str, object]) -> None:
        self._folder, self._place, self._port, self._who = folder, place, port, who
        self.url = f"postgresql://courtship@127.0.0.1:{port}/postgres"

    def make(self) -> None:
        """Makes its folder of data."""
        self._does("initdb", "-U", "courtship", "--auth=trust", "-E", "UTF8")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        options = f"-k {self._place} -p {self._port} -c listen_addresses=127.0.0.1"
        self._does("pg_ctl", "-o", options, "-l", self._place / "log", "-w", "start")

    def stop(self) -> None:
        """Stops it at once; every connection is lost."""
        self._does("pg_ctl", "-m", "immediate", "-w", "stop")

    def _does(self, program: str, *further: str | Path) -> None:
        command = [self._folder / program, "-D", self._place / "data", *further]
        subprocess.run(command, check=True, cwd=self._place, stdout=subprocess.DEVNULL, timeout=60, **self._who)


@contextlib.contextmanager
def own_server() -> Iterator[OwnServer]:
    """A server with an empty database, for as long as it is needed."""
    folder = database_tools.programs()
    if folder is None or os.name != "posix":
        pytest.skip("no PostgreSQL here: python3 scripts/database_tools.py")
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    place = Path(tempfile.mkdtemp(prefix="courtship-pg-"))
    if who:
        shutil.chown(place, "postgres", "postgres")
    server = OwnServer(folder, place, free_port(), who)
    try:
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(place, ignore_errors=True)


def own_room(name: str) -> Kept:
    """A room that no other test has in the same database."""
    mine = kept(TOGETHER)
    return replace(mine, opening=replace(mine.opening, id=f"{name}-{os.getpid()}"))


@contextlib.contextmanager
def kept_at(url: str, room: Kept) -> Iterator[Log]:
    """A log with a room, which is deleted afterwards."""
    log = log_at(url)
    log.create(room)
    try:
        yield log
    finally:
        log.delete(room.opening.id)
        log.close()


@contextlib.contextmanager
def own_database() -> Iterator[str]:
    """The URL of an empty database, for as long as it is needed. `TEST_POSTGRES_URL` names another one instead."""
    if url := os.environ.get("TEST_POSTGRES_URL", ""):
        yield url
        return
    with own_server() as server:
        yield server.url
