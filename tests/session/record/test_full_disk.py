"""A full disk, and two windows on one run: what was acknowledged is there, and nothing is half written."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.session.entries import PlanMove
from game.session.record.reading import read
from game.session.runs.resuming import resume
from game.session.runs.runs import start
from tests.plays import example

resource = pytest.importorskip("resource", reason="limits of a process are a thing of Unix")

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)
FULL = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from game.errors import CourtshipError
from game.session.entries import PlanMove
from game.session.runs.resuming import resume
from game.session.runs.runs import start
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file, folder, bytes_more = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
def room(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
if bytes_more < 0:
    room(100)
    try:
        start(file, 4, folder, datetime(2026, 5, 4))
    except CourtshipError as told:
        print("told:", told)
    room(resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    print("left:", sorted(p.name for p in folder.iterdir()))
    start(file, 4, folder, datetime(2026, 5, 4)).close()
    print("again: started")
else:
    game = start(file, 4, folder, datetime(2026, 5, 4))
    size = game.path.stat().st_size
    room(size + bytes_more)
    try:
        game.do(PlanMove("comment", "ada"))
    except CourtshipError as told:
        print("told:", told)
    print("size kept:", game.path.stat().st_size == size)
    room(resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    game.do(PlanMove("comment", "ben"))
    print("again:", [p.move for p in game.view().plan])
"""


def program(text: str, *words: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", text, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("bytes_more", [0, 1, 40, 80])
def test_a_click_that_finds_no_room_can_be_done_again(tmp_path, bytes_more):
    """Wherever the disk ends in a line: it is said, the file is as it was, and with room the same window goes on."""
    told = program(FULL, example(tmp_path), tmp_path / "runs", bytes_more)

    assert "could not be saved" in told
    assert "size kept: True" in told
    assert "again: ['comment']" in told
    (record,) = (tmp_path / "runs").glob("*.jsonl")
    assert [e.entry for e in read(record).entries] == [PlanMove("comment", "ben")]


def test_a_run_that_finds_no_room_leaves_nothing_behind(tmp_path):
    """No empty record stays that would be called damaged; with room the run begins."""
    told = program(FULL, example(tmp_path), tmp_path / "runs", -1)

    assert "cannot be saved" in told
    assert "left: []" in told
    assert "again: started" in told


TWO = """
import sys
from pathlib import Path
from game.errors import CourtshipError
from game.session.runs.resuming import replayed, resume
try:
    resume(Path(sys.argv[1]))
    print("opened")
except CourtshipError as told:
    print("told:", told)
print("looked:", len(replayed(Path(sys.argv[1])).playthrough.plan))
"""

RACE = """
import sys
from pathlib import Path
from game.errors import CourtshipError
from game.session.entries import PlanMove, TakeBack
from game.session.runs.resuming import resume
done = 0
for number in range(60):
    try:
        game = resume(Path(sys.argv[1]))
        game.do(PlanMove(("like", "comment")[number % 2], sys.argv[2]))
        done += 1
        game.close()
    except CourtshipError:
        continue
print(done)
"""


def test_a_second_window_is_told_and_may_look(tmp_path):
    """While a run is open, another process cannot open it to play, but can look at it; afterwards it can."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW)
    game.do(PlanMove("comment", "ada"))

    told = program(TWO, game.path)
    assert "open in another window" in told
    assert "looked: 1" in told

    game.close()
    assert "opened" in program(TWO, game.path)


def test_a_race_of_two_windows_loses_no_acknowledged_click(tmp_path):
    """Two processes open, click and close as fast as they can: each click that was taken is in the record, in order."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW)
    game.close()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    racers = [
        subprocess.Popen([sys.executable, "-c", RACE, str(game.path), who], env=environment, stdout=subprocess.PIPE)
        for who in ("ada", "ben")
    ]
    done = [int(racer.communicate(timeout=120)[0]) for racer in racers]

    entries = [e.entry for e in read(game.path).entries]
    assert [sum(e.who == who for e in entries) for who in ("ada", "ben")] == done
    assert sum(done) > 0
    resume(game.path).close()
