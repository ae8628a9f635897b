"""Which tests run a line of a file, and in what time; measured once, kept on disk, and asked for each mutant.

Each file of tests is run once, alone and watched (`watched_tests.py`). What it ran is kept under a fingerprint of all
that a test may read, so that nothing is measured twice, and a change of one test measures its file anew and no other.
"""

import ast
import hashlib
import json
import os
import queue
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from environment import ROOT, program

SCRIPTS = Path(__file__).parent  # where the plugin stands
COPIED = ("game", "tests", "assets", "scenarios", "speed", "bench", "docs", "pyproject.toml", "README.md")
READ_BY_TESTS = ("game", "assets", "scenarios", "speed", "tests", "pyproject.toml")
FOR_A_FILE = 0.3  # seconds that the first test of a file counts as more: pytest reads the file
LIMIT = 900.0  # seconds for one file of tests without any change
VARIABLE = "COURTSHIP_WATCH"  # see `watched_tests.py`


@dataclass(frozen=True)
class Watched:
    """One test, and what it ran."""

    name: str  # as pytest names it, from the root of the checkout
    seconds: float  # of processor time
    lines: dict[str, frozenset[int]]  # by file

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.name.split("::", maxsplit=1)[0]


def pytest_command(*options: str) -> list[str | Path]:
    """Pytest as all tests of mutants run: alone, quick to begin, the same examples of Hypothesis each time."""
    return [program("python"), "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", "watched_tests",
            "-m", "not slow and not window", "--hypothesis-seed", "0", *options]  # fmt: skip


def run_in(folder: Path, command: Sequence[str | Path], wanted: dict[str, Any], limit: float) -> int | None:
    """Runs pytest in a copy of the checkout; gives its exit code, or None if it was ended after a time.

    Args:
        folder: the copy.
        command: as of `pytest_command`.
        wanted: what `watched_tests.py` is asked to do.
        limit: seconds after which the run, and all processes that it began, are ended.
    """
    asked = folder / "watch.json"
    asked.write_text(json.dumps(wanted), encoding="utf-8")
    paths = os.pathsep.join([str(folder), str(SCRIPTS)])
    surroundings = {
        "PYTHONPATH": paths,
        "PYTHONDONTWRITEBYTECODE": "1",
        "COURTSHIP_KERNEL": "numpy",
        VARIABLE: str(asked),
    }
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **surroundings, VARIABLE: str(asked)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as under_way:  # fmt: skip
        try:
            return under_way.wait(limit)
        except subprocess.TimeoutExpired:
            _end(under_way)
            return None
        except BaseException:
            _end(under_way)
            raise


def _end(under_way: "subprocess.Popen[bytes]") -> None:
    """Ends a run with all processes that it began."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(under_way.pid, signal.SIGKILL)
        else:
            under_way.kill()


def asked(copy: Path, tests: Sequence[Watched], limit: float) -> int | None:
    """Asks some tests in a copy as it stands; gives pytest's exit code, or None where they ran beyond a limit."""
    files = dict.fromkeys(test.file for test in tests)
    return run_in(copy, pytest_command("-x", *files), {"tests": [test.name for test in tests]}, limit)


def copy_of_the_checkout(folder: Path) -> Path:
    """What tests need, in a folder of its own."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    subprocess.run([program("python"), "-m", "compileall", "-q", "game", "tests"], cwd=folder, check=False)
    return folder


@contextmanager
def lent(copies: "queue.Queue[Path]") -> Iterator[Path]:
    """A copy of the checkout that nobody else uses meanwhile."""
    copy = copies.get()
    try:
        yield copy
    finally:
        copies.put(copy)


def measured(
    tests: Iterable[str], watched: Sequence[str], copies: "queue.Queue[Path]", kept: Path
) -> tuple[list[Watched], list[str]]:
    """All tests of some files with what they ran; and the names of those that fail without any change.

    Args:
        tests: files of tests, or of code with examples.
        watched: files whose lines are noted.
        copies: of the checkout, one for each run at a time.
        kept: the folder where it is noted; made if it is not there.
    """
    kept.mkdir(parents=True, exist_ok=True)
    common = _fingerprint(watched)
    notes = {file: kept / f"{_of(file, common)}.json" for file in dict.fromkeys(tests)}
    missing = [file for file, note in notes.items() if not note.is_file()]
    begun = time.monotonic()

    def watch(file: str) -> str:
        with lent(copies) as copy:
            written = copy / "watched.json"
            written.unlink(missing_ok=True)
            run_in(copy, pytest_command(file), {"files": list(watched), "write": str(written)}, LIMIT)
            found = json.loads(written.read_text(encoding="utf-8")) if written.is_file() else {}
            notes[file].write_text(json.dumps({"file": file, "tests": found}), encoding="utf-8")
        return file

    with ThreadPoolExecutor(copies.qsize()) as pool:
        try:
            for count, done in enumerate(as_completed([pool.submit(watch, file) for file in missing]), 1):
                spent = time.monotonic() - begun
                print(f"watched {count}/{len(missing)} {spent:5.0f} s  {done.result()}", flush=True)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    found, failed = [], []
    for note in notes.values():
        for name, told in json.loads(note.read_text(encoding="utf-8"))["tests"].items():
            lines = {file: frozenset(numbers) for file, numbers in told["lines"].items()}
            found.append(Watched(name, told["seconds"], lines))
            failed += [] if told["passed"] else [name]
    return [test for test in found if test.name not in failed], failed


def _fingerprint(watched: Sequence[str]) -> str:
    """Of all that any test reads, the texts of the tests themselves left out."""
    found = hashlib.sha256(repr(sorted(watched)).encode())
    for place in READ_BY_TESTS:
        files = sorted((ROOT / place).rglob("*")) if (ROOT / place).is_dir() else [ROOT / place]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith("test_"):
                found.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return found.hexdigest()


def _of(file: str, common: str) -> str:
    return hashlib.sha256(f"{file} {common} ".encode() + (ROOT / file).read_bytes()).hexdigest()[:24]


def statement_around(text: str, line: int) -> tuple[range, bool]:
    r"""The lines of the smallest statement with a line, heads of blocks alone; and whether it runs on import only.

    >>> statement_around("def f():\n    return (\n        1\n    )\n", 3)
    (range(2, 5), False)
    >>> statement_around("A = [\n    1,\n]\n", 2)
    (range(1, 4), True)
    """
    spot, inside = range(line, line + 1), False
    waiting: list[ast.AST] = [ast.parse(text)]
    while waiting:
        for part in ast.iter_child_nodes(waiting.pop()):
            first, last = getattr(part, "lineno", 0), getattr(part, "end_lineno", None) or 0
            if not first <= line <= last:
                continue
            waiting.append(part)
            if isinstance(part, ast.stmt):
                body = getattr(part, "body", None)
                head = body[0].lineno if body else last + 1  # where what the statement holds begins
                spot = range(first, head if line < head else last + 1)
                inside = inside or (isinstance(part, ast.FunctionDef) and line >= head)
    return spot, not inside


@dataclass(frozen=True)
class Place:
    """A line of a file, with what is known of who notices a change there."""

    path: str
    line: int  # 1..
    near: tuple[str, ...]  # files of tests that are about the file
    users: tuple[str, ...]  # files that import from it


def nearest(tests: Iterable[Watched], place: Place, budget: float) -> list[Watched]:
    """The tests that may notice a change of a line, the likeliest first, as many as fit a time.

    First come those that run its statement, then, since one test may keep what it worked out for the next, the others
    that run the file. A line that runs on import is asked of all that run the file, then of those that run its users.
    Among equals those that are about the file come first, and the quick before the slow.

    Args:
        tests: all that were watched.
        place: of the change.
        budget: seconds of processor time for all together; the first test is taken in any case.
    """
    spot, on_import = statement_around((ROOT / place.path).read_text(encoding="utf-8"), place.line)
    order = []
    for test in tests:
        here = test.lines.get(place.path, frozenset())
        if here and (on_import or here.intersection(spot)):
            rank = 0
        elif here or (on_import and any(user in test.lines for user in place.users)):
            rank = 1
        else:
            continue
        order.append((rank, test.file not in place.near, test.seconds, test.name, test))
    found: list[Watched] = []
    begun: set[str] = set()
    for *_, test in sorted(order, key=lambda one: one[:-1]):
        budget -= test.seconds + (0.0 if test.file in begun else FOR_A_FILE)
        if budget < 0.0 and found:
            break
        begun.add(test.file)
        found.append(test)
    return found
