"""What `courtship bench faults` does: every kind of fault for its share of the time, and a table of what came of it."""

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.table import Table

from game.cli.printing import out
from speed.faults.kinds import possible

PATIENCE = 120.0  # seconds without an answer, after which a trial counts as hanging
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Tally:
    """What came of a kind of fault."""

    cases: int = 0
    faults: list[str] = field(default_factory=list)


@contextmanager
def _worker(kind: str, seed: int, folder: str) -> Iterator["queue.Queue[str]"]:
    """A process that tries a kind, and what it prints; it is ended with the block, and so are those it began."""
    process = subprocess.Popen(
        [sys.executable, "-m", "speed.faults.kinds", kind, str(seed), folder],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
        start_new_session=True,
    )  # fmt: skip
    lines: queue.Queue[str] = queue.Queue()
    stdout = process.stdout
    assert stdout is not None

    def listen() -> None:
        for line in stdout:
            lines.put(line)
        lines.put("")

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        yield lines
    finally:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):  # they have ended already
                os.killpg(process.pid, signal.SIGKILL)  # it is not yet waited for, so its group is still its own
        else:
            process.kill()
        process.wait()
        listener.join()
        stdout.close()


def measure(minutes: float, seed: int, *, quiet: bool) -> dict[str, Tally]:
    """Tries every kind for its share of the time; each has at least one trial.

    Args:
        minutes: for all kinds together, besides the seconds in which their workers begin.
        seed: the same seed gives the same trials, as many of them as the time allows.
        quiet: without a word about the progress.
    """
    found = {kind: Tally() for kind in possible()}
    share = 60 * minutes / len(found)
    with out.progress(disable=quiet) as bar:
        task = bar.add_task("faults", total=len(found))
        for kind, tally in found.items():
            with (
                tempfile.TemporaryDirectory(prefix="courtship-faults-") as folder,
                _worker(kind, seed, folder) as lines,
            ):
                until = float("inf")  # from the first answer on: before it the worker has only begun
                while not tally.cases or time.monotonic() < until:
                    if not _counted(lines, tally, f"--seed {seed}, {kind}"):
                        break
                    until = min(until, time.monotonic() + share)
                    bar.update(task, description=f"{kind}: {tally.cases:,}")
            bar.advance(task)
    return found


def _counted(lines: "queue.Queue[str]", tally: Tally, where: str) -> bool:
    """Counts the next trial; False when there is none to wait for."""
    try:
        line = lines.get(timeout=PATIENCE)
    except queue.Empty:
        line = json.dumps({"trial": "?", "cases": 1, "faults": [f"no answer within {PATIENCE:.0f} s"]})
    if not line:
        tally.cases, tally.faults = max(1, tally.cases), [*tally.faults, f"{where}: the worker ended"]
        return False
    trial = json.loads(line)
    tally.cases += trial["cases"]
    tally.faults += [f"{where}, trial {trial['trial']}: {told}" for told in trial["faults"]]
    return bool(trial["trial"] != "?")


def plain(found: dict[str, Tally]) -> dict[str, Any]:
    """The figures for JSON."""
    return {kind: {"tried": tally.cases, "went wrong": tally.faults} for kind, tally in found.items()}


def tell(found: dict[str, Tally], minutes: float, seed: int) -> None:
    """Prints the table, and below it what went wrong and how to see it again."""
    table = Table(title=f"Faults for {minutes:g} min, seed {seed}", title_justify="left")
    for title in ("what", "tried", "went wrong"):
        table.add_column(title, justify="left" if title == "what" else "right")
    for kind, tally in found.items():
        table.add_row(kind, f"{tally.cases:,}", f"{len(tally.faults):,}")
    out.print(table)
    for tally in found.values():
        for told in tally.faults[:10]:
            out.print(told, soft_wrap=True)
