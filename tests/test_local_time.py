"""Whatever the clock shows and whatever stands in TZ, a time can be told; nothing of the game fails by it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game.host.exports.csv_files import when_said
from game.host.pages.page_tools import when_opened
from game.local_time import local_time, universal_time
from tests.host.servers import Clock, do, guest, hall_in, host_does, page, served

ROOT = Path(game.__file__).parent
ASKING = {"astimezone", "fromtimestamp", "localtime", "utcfromtimestamp"}
HOSTS_PAGES = ("/host", "/host/guide", "/host/settings", "/host/seats", "/host/files/all.zip")
ZONES = ("Foo/Bar", "", ":", "UTC-99:99", "XXX+24:59:59", "/etc/passwd", ":/dev/null", "A" * 300, "\udcff")
INSTANTS = (-1e9, -1.0, 0.0, 7.3e9, 2.5e11, 1e300, float("inf"), float("-inf"), float("nan"))


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: ascii(zone[:20]))
def test_a_zone_that_is_none_is_told_in_utc(zone):
    program = "\n".join((
        "from game.desk.outside import now", "from game.local_time import local_time",
        f"[f'{{local_time(float(at)):%A %d %B %Y, %H:%M}}' for at in {[str(at) for at in INSTANTS]}]",
        "print(abs(now().timestamp() - __import__('time').time()) < 60)",
    ))  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT.parent)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("True", "")


@pytest.mark.parametrize("at", INSTANTS)
def test_any_number_is_an_instant(at):
    assert 1 <= universal_time(at).year <= 9999
    assert local_time(at) == universal_time(at)
    assert when_opened(at)
    assert when_said(at).endswith("Z")


@pytest.mark.parametrize("at", [-1e9, 7.3e9, 2.5e11])
def test_a_room_is_played_by_a_clock_before_1970_and_after_2200(at, tmp_path):
    """Pages, votes and files to take home, with a clock that nobody has set, or set wrongly."""
    clock = Clock()
    clock.now = at
    hall = hall_in(tmp_path, "together", clock=clock)
    host = {"host": "host-key-of-tests"}
    with served(hall, clock) as client:
        cookies = guest(client, hall)
        host_does(client, "started")
        do(client, cookies, "voted", number="1", option="a")
        clock.now += 60
        for path in (*HOSTS_PAGES, "/screen", "/play"):
            assert page(client, {**cookies, **host}, path).status_code == 200, path
        assert client.get("/play/later.ics").status_code == 200


def test_no_other_module_asks_for_the_zone():
    """A new place that tells a time uses `game/local_time.py`."""
    asks = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py") if "_data" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ASKING
    }  # fmt: skip
    assert asks == {"local_time.py"}
