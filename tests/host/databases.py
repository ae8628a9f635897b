"""A PostgreSQL to test with: a server of our own in a temporary folder."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import database_tools


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


@contextlib.contextmanager
def own_database() -> Iterator[str]:
    """The URL of an empty database, for as long as it is needed. `TEST_POSTGRES_URL` names another one instead."""
    if url := os.environ.get("TEST_POSTGRES_URL", ""):
        yield url
        return
    folder = database_tools.programs()
    if folder is None or os.name != "posix":
        pytest.skip("no PostgreSQL here: python3 scripts/database_tools.py")
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    place, port = Path(tempfile.mkdtemp(prefix="courtship-pg-")), free_port()
    if who:
        shutil.chown(place, "postgres", "postgres")
    data = place / "data"

    def does(program: str, *further: str | Path) -> None:
        command = [folder / program, "-D", data, *further]
        subprocess.run(command, check=True, cwd=place, stdout=subprocess.DEVNULL, timeout=60, **who)

    try:
        does("initdb", "-U", "courtship", "--auth=trust", "-E", "UTF8")
        does("pg_ctl", "-o", f"-k {place} -p {port} -c listen_addresses=127.0.0.1", "-l", place / "log", "-w", "start")
        try:
            yield f"postgresql://courtship@127.0.0.1:{port}/postgres"
        finally:
            does("pg_ctl", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)
