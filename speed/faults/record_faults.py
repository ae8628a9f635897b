"""Faults of runs and their records: kills, damaged files, full disks, and two processes on one run."""

import contextlib
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game.errors import CourtshipError
from game.session.record.reading import read
from game.session.runs.resuming import replayed, resume, resume_or_rescue
from game.session.runs.runs import saved_runs
from game.session.session import Session
from speed.faults.material import NOW, click, run_in

ROUNDS = 5  # how often each process opens a run in a race


def kills(dice: random.Random, folder: Path) -> Iterator[str]:
    """A process that plays is killed at any moment: all that it acknowledged is in the record, and the run opens."""
    _warm(str(folder.parent))
    seen, told = os.pipe()
    child = os.fork()
    if child == 0:
        _plays_until_killed(folder, told, dice.getrandbits(32))
    os.close(told)
    clicks = b"".join(os.read(seen, 1) for _ in range(dice.randint(1, 40)))
    time.sleep(dice.random() * 0.003)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(seen, "rb") as rest:
        game = replayed(next((folder / "runs").iterdir()))
        clicks += rest.read()
    kept, acknowledged = len(read(next((folder / "runs").iterdir())).entries), clicks.count(b"+")
    if game.playthrough.setup.seed != 4:
        yield "another run came back"
    if not acknowledged <= kept <= acknowledged + 1:
        yield f"{acknowledged} choices were acknowledged, {kept} are in the record"
    resume(next((folder / "runs").iterdir())).close()


@cache
def _warm(folder: str) -> None:
    """Plays a little, so that the children of this process have what is made once."""
    game, dice = run_in(Path(folder) / "warm", 4), random.Random(1)  # noqa: S311 - faults, no secrets
    for _ in range(30):
        click(game, dice)
    game.close()


def _plays_until_killed(folder: Path, told: int, seed: int) -> None:
    dice, game = random.Random(seed), run_in(folder, 4)  # noqa: S311 - faults, no secrets
    os.write(told, b".")
    while True:
        os.write(told, b"+" if click(game, dice) else b".")


def damaged_records(dice: random.Random, folder: Path) -> Iterator[str]:
    """A record is changed on the disk: it opens as it was up to the damage, with a word, or not at all."""
    path = _some_run(folder, dice)
    whole, data = read(path).entries, path.read_bytes()
    for _ in range(25):
        broken = _changed(data, dice)
        path.write_bytes(broken)
        for copy in (folder / "runs").glob("*-rescued-*"):
            copy.unlink()
        (listed, *_) = saved_runs(folder / "runs", NOW)
        game: Session | None = None
        try:
            game = resume_or_rescue(path)
            opened = read(game.path or path).entries
            if opened != whole[: len(opened)]:
                yield "other choices came back than were made"
            elif len(opened) < len(whole) and not game.notice and not _cut_between_lines(broken, data):
                yield "choices are missing, and nothing is said"
        except CourtshipError:
            pass
        else:
            if listed.problem:
                yield "the list refused what opens"
        finally:
            if game is not None:
                game.close()
        yield ""


def _some_run(folder: Path, dice: random.Random) -> Path:
    game = run_in(folder, 4)
    while len(game.playthrough.history) < 3:
        click(game, dice)
    game.close()
    assert game.path is not None
    return game.path


def _cut_between_lines(broken: bytes, data: bytes) -> bool:
    """Whether lines are missing at the end alone: then nothing shows that there were more."""
    return data.startswith(broken) and broken.endswith(b"\n")


def _changed(data: bytes, dice: random.Random) -> bytes:
    """A record with a fault of a kind that disks, programs and hands make."""
    lines, at = data.splitlines(keepends=True), dice.randrange(len(data))
    row = dice.randrange(len(lines))
    match dice.choice(("bit", "bit", "cut", "zeros", "lost", "twice", "swapped", "bytes")):
        case "bit":
            return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
        case "cut":
            return data[:at]
        case "zeros":
            return data[:at] + bytes(len(data) - at)
        case "lost":
            return b"".join(lines[:row] + lines[row + 1 :])
        case "twice":
            return b"".join(lines[: row + 1] + lines[row:])
        case "swapped":
            return b"".join([*lines[:row], *reversed(lines[row : row + 2]), *lines[row + 2 :]])
        case _:
            return data[:at] + dice.randbytes(dice.randint(1, 9)) + data[at:]


def full_disks(dice: random.Random, folder: Path) -> Iterator[str]:
    """The disk has no room in the middle of a run: the record stays as it was; with room the window goes on."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    game = run_in(folder, 4)
    assert game.path is not None
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (game.path.stat().st_size + dice.randint(0, 900), most[1]))
        size = game.path.stat().st_size
        with contextlib.suppress(CourtshipError):
            for _ in range(100):
                click(game, dice)
                size = game.path.stat().st_size
        left = game.path.stat().st_size
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    if left != size:
        yield "half a choice stayed in the record"
    while not click(game, dice):
        continue
    game.close()
    if replayed(game.path).view() != game.view():
        yield "another run came back"


def races(dice: random.Random, folder: Path) -> Iterator[str]:
    """Two processes open one run, click and close: each click that was taken is in the record."""
    game = run_in(folder, 4)
    game.close()
    assert game.path is not None
    children = []
    for _ in range(2):
        seen, told = os.pipe()
        child = os.fork()
        if child == 0:
            _race(game.path, told, dice.getrandbits(32))
        os.close(told)
        dice.random()
        children.append((child, seen))
    taken = 0
    for child, seen in children:
        with os.fdopen(seen, "rb") as answer:
            taken += answer.read().count(b"+")
        os.waitpid(child, 0)
    if len(read(game.path).entries) != taken:
        yield f"{taken} clicks were taken, {len(read(game.path).entries)} are in the record"
    resume(game.path).close()


def _race(path: Path, told: int, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - faults, no secrets
    for _ in range(ROUNDS):
        try:
            game = resume(path)
            if click(game, dice):
                os.write(told, b"+")
            game.close()
        except CourtshipError:
            continue
    os._exit(0)


def strange_folders(dice: random.Random, folder: Path) -> Iterator[str]:
    """Whatever lies in the folder of runs is a line with its reason, and the good run beside it opens."""
    good = _some_run(folder, dice)
    shapes = (b"", b"\n", b"[" * 100_000, bytes(4096), b'{"kind":"run","format":1}\n', dice.randbytes(200))
    for number in range(8):
        (good.parent / f"strange-{number}.jsonl").write_bytes(dice.choice(shapes))
    (good.parent / "folder.jsonl").mkdir()
    with contextlib.suppress(OSError):
        (good.parent / "leads-nowhere.jsonl").symlink_to("nowhere")
        os.mkfifo(good.parent / "pipe.jsonl")
    runs = saved_runs(good.parent, NOW)
    if [run.path for run in runs if not run.problem] != [str(good)]:
        yield "the list does not offer the good run alone"
    resume(good).close()
    shutil.rmtree(good.parent)


FORKS = hasattr(os, "fork") and sys.platform != "win32"
"""Whether a process can be copied and killed; kills, races and full disks are tried there alone."""
