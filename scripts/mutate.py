"""Which small changes of the code no test notices: `python3 scripts/mutate.py`. See docs/decisions/007.

Each mutant is one change of one file of game/session, game/coach or game/model/outcome.py. It is made in a temporary
copy, never in the checkout. The tests that run the changed line run there until one fails, the nearest and quickest
first; which those are is measured once (`--kept`). `--sample 200 --seed 1` draws some of all mutants, `--only
game/coach` those of a file or folder, `--list` only counts them. It can be stopped with Ctrl-C, and goes on from what
is noted in the file of `--results`. A changed file has new mutants; `--again` tries those that survived once more.
`--near` asks the tests about the file and the golden ones alone: much quicker, and the share is then one at least.
"""

import argparse
import json
import queue
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from environment import FOLDER, ROOT, prepare, program, run
from mutants import Mutant, change, mutants_of, mutated
from nearest_tests import Place, Watched, asked, copy_of_the_checkout, lent, measured, nearest

WHERE = ("game/session", "game/coach", "game/model/outcome.py")
TESTS = {"game/session": ("tests/golden", "tests/session"), "game/coach": ("tests/golden", "tests/coach"),
         "game/model": ("tests/golden", "tests/coach", "tests/model/test_outcome.py")}  # fmt: skip
RESULTS = ROOT / "artefacts" / "mutants.jsonl"
KEPT = ROOT / "artefacts" / "watched_tests"
BUDGET = 90.0  # seconds of processor time for the tests of one mutant, as they took when they were watched
PATIENCE, AT_LEAST = 5.0, 90.0  # times the tests' time without a change, and seconds, after which a mutant is stopped
KILLED, SURVIVED = "killed", "survived"
STOPPED = "stopped"  # it ran for too long, and the same tests without the change did not: people notice that, too
UNTOLD = "untold"  # the same tests ran for too long without the change as well: the machine was busy, nothing is known
NO_TEST = 5  # pytest's exit code where it found none


@dataclass(frozen=True)
class Result:
    """What became of a mutant."""

    name: str
    place: str  # file:line
    operator: str
    outcome: str
    seconds: float
    old: str
    new: str
    tests: int = 0  # how many were asked


def area_of(path: str) -> str:
    """Which part of `TESTS` a file belongs to."""
    return next(area for area in TESTS if path.startswith(area))


def tests_of(path: str) -> list[str]:
    """The files of tests that a file is tried against: those of its area, the golden runs, and its own examples."""
    places = [ROOT / place for place in TESTS[area_of(path)]]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("test_*.py")))]
    own = [ROOT / path] if _says(ROOT / path, ">>>") else []
    return [file.relative_to(ROOT).as_posix() for file in (*own, *files)]


@cache
def near_tests(path: str) -> tuple[str, ...]:
    """Of those tests the ones that are about the file: its examples, those of its name, importing it, golden."""
    needed = f"from {path.removesuffix('.py').replace('/', '.')} import"
    return tuple(
        file for file in tests_of(path)
        if file == path or file.startswith("tests/golden/") or Path(file).name == f"test_{Path(path).name}"
        or _says(ROOT / file, needed)
    )  # fmt: skip


@cache
def users_of(path: str) -> tuple[str, ...]:
    """The files of the mutated rooms that import from a file."""
    needed = f"from {path.removesuffix('.py').replace('/', '.')} import"
    return tuple(file for file in watched_files() if _says(ROOT / file, needed))


@cache
def watched_files() -> tuple[str, ...]:
    """All files of which mutants can be made."""
    found = [file for place in WHERE for file in (sorted((ROOT / place).rglob("*.py")) or [ROOT / place])]
    return tuple(file.relative_to(ROOT).as_posix() for file in found)


@cache
def _says(file: Path, words: str) -> bool:
    return words in file.read_text(encoding="utf-8")


def interval(killed: int, number: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson), 0..1.

    >>> [round(x, 2) for x in interval(9, 10)]
    [0.6, 0.98]
    """
    if not number:
        return 0.0, 1.0
    z, p = 1.96, killed / number
    middle, half = p + z * z / (2 * number), z * sqrt(p * (1 - p) / number + z * z / (4 * number * number))
    return (middle - half) / (1 + z * z / number), (middle + half) / (1 + z * z / number)


class Bench:
    """Copies of the checkout in which mutants are tried, one at a time in each."""

    def __init__(self, folder: Path, number: int, budget: float, *, near: bool = False) -> None:
        self.copies: queue.Queue[Path] = queue.Queue()
        self.budget = budget
        self.files_for: Callable[[str], Sequence[str]] = near_tests if near else tests_of
        self.watched: list[Watched] = []
        for count in range(number):
            (folder / str(count)).mkdir()
            self.copies.put(copy_of_the_checkout(folder / str(count)))

    def watch(self, paths: Iterable[str], kept: Path) -> None:
        """Measures which tests run which lines of the files of mutants, where that is not yet known."""
        files = [test for path in dict.fromkeys(paths) for test in self.files_for(path)]
        self.watched, failed = measured(files, watched_files(), self.copies, kept)
        if failed:
            print(f"Left out, since they fail without any change: {', '.join(failed)}", flush=True)

    def tests(self, mutant: Mutant) -> list[Watched]:
        """The tests that may notice a mutant, the likeliest first."""
        allowed = set(self.files_for(mutant.path))
        place = Place(mutant.path, mutant.line, near_tests(mutant.path), users_of(mutant.path))
        return nearest((test for test in self.watched if test.file in allowed), place, self.budget)

    def outcome(self, mutant: Mutant) -> Result:
        """Tries one mutant; the copy is as before afterwards."""
        tests = self.tests(mutant)
        with lent(self.copies) as copy:
            begun, old_and_new = time.monotonic(), change(copy, mutant)
            limit = max(AT_LEAST, PATIENCE * sum(test.seconds for test in tests))
            code = self._run(copy, mutant, tests, limit) if tests else 0
            if code is None:
                outcome = UNTOLD if asked(copy, tests, limit) is None else STOPPED
            else:
                outcome = SURVIVED if code in {0, NO_TEST} else KILLED
        place, seconds = f"{mutant.path}:{mutant.line}", round(time.monotonic() - begun, 2)
        return Result(mutant.name, place, mutant.operator, outcome, seconds, *old_and_new, len(tests))

    def _run(self, copy: Path, mutant: Mutant, tests: Sequence[Watched], limit: float) -> int | None:
        file = copy / mutant.path
        before = file.read_bytes()
        try:
            for compiled in file.parent.glob(f"__pycache__/{file.stem}.*"):
                compiled.unlink()
            file.write_text(mutated(copy, mutant), encoding="utf-8")
            return asked(copy, tests, limit)
        finally:
            file.write_bytes(before)


def noted(file: Path) -> dict[str, Result]:
    """The results of earlier runs by the names of their mutants; a line that was torn off is left out."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        with suppress(ValueError, TypeError):
            result = Result(**json.loads(line))
            found[result.name] = result
    return found


def tell(results: Sequence[Result], of: int) -> None:
    """Prints each survivor with its change, then the share that was killed."""
    for r in sorted(results, key=lambda r: (r.place.split(":")[0], int(r.place.split(":")[1]))):
        if r.outcome == SURVIVED:
            print(f"\n{r.place}  {r.operator}\n  - {r.old}\n  + {r.new}")
    counts = [sum(r.outcome == outcome for r in results) for outcome in (KILLED, STOPPED, SURVIVED, UNTOLD)]
    killed, stopped, survived, untold = counts
    known = killed + stopped + survived
    low, high = interval(killed + stopped, known)
    share = (killed + stopped) / known if known else 0.0
    print(f"\n{len(results)} of {of} mutants tried: {killed} killed, {stopped} stopped, {survived} survived.")
    if untold:
        print(f"{untold} told nothing: their tests ran for too long without a change as well.")
    alone = f"; {killed / known:.1%} by a test that failed, the rest by running too long" if stopped else ""
    print(f"Noticed: {share:.1%} (95 % interval {low:.1%} to {high:.1%}){alone}.")


def chosen(arguments: argparse.Namespace) -> tuple[list[Mutant], int]:
    """The mutants that are asked for, and how many there are of them before a sample is drawn."""
    places = arguments.only or list(WHERE)
    files: list[str] = []
    for place in places:
        path = ROOT / place
        if not path.exists() or not str(Path(place).as_posix()).startswith(tuple(TESTS)):
            sys.exit(f"{place}: expected a file or folder below {', '.join(TESTS)}.")
        files += [p.relative_to(ROOT).as_posix() for p in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    found = [mutant for file in dict.fromkeys(files) for mutant in mutants_of(ROOT, file)]
    if arguments.sample is None or arguments.sample >= len(found):
        return found, len(found)
    return random.Random(arguments.seed).sample(found, arguments.sample), len(found)  # noqa: S311 - no secret


def main() -> None:
    """Reads the arguments, tries the mutants, tells what survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", metavar="PATH", help="a file or folder; several times for several")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of all mutants, drawn by chance")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--workers", type=int, default=1, help="how many are tried at a time, each in its own copy")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file where outcomes are kept")
    parser.add_argument("--kept", type=Path, default=KEPT, help="the folder that keeps which tests run which lines")
    parser.add_argument("--budget", type=float, default=BUDGET, metavar="SECONDS", help="of tests for one mutant")
    parser.add_argument("--again", action="store_true", help="try those once more that survived")
    parser.add_argument("--near", action="store_true", help="ask only the tests about the file, and the golden ones")
    parser.add_argument("--list", action="store_true", help="count the mutants of each file, and try none")
    arguments = parser.parse_args()
    _go_into_the_environment()
    mutants, of = chosen(arguments)
    if arguments.list:
        for path in dict.fromkeys(m.path for m in mutants):
            print(f"{sum(m.path == path for m in mutants):5d}  {path}")
        print(f"{len(mutants):5d}  together")
        return
    known = {name: result for name, result in noted(arguments.results).items() if result.outcome != UNTOLD}
    if arguments.again:
        known = {name: result for name, result in known.items() if result.outcome != SURVIVED}
    results = [known[m.name] for m in mutants if m.name in known]
    waiting = [m for m in mutants if m.name not in known]
    print(f"{len(waiting)} mutants to try, {len(results)} tried before.", flush=True)
    try:
        if waiting:
            _try_all(waiting, results, arguments)
    except KeyboardInterrupt:
        print("\nStopped, once those under way were done; the same command goes on from here.")
    tell(results, of)


def _try_all(waiting: Sequence[Mutant], results: list[Result], arguments: argparse.Namespace) -> None:
    """Tries mutants, notes each result at once and adds it to the others."""
    arguments.results.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="courtship-mutants-", ignore_cleanup_errors=True) as folder,
        arguments.results.open("a", encoding="utf-8") as file,
    ):
        file.write("\n")  # after a line that may have been torn off
        bench = Bench(Path(folder), arguments.workers, arguments.budget, near=arguments.near)
        bench.watch((m.path for m in waiting), arguments.kept)
        begun = time.monotonic()
        with ThreadPoolExecutor(arguments.workers) as pool:
            try:
                for count, done in enumerate(as_completed([pool.submit(bench.outcome, m) for m in waiting]), 1):
                    result = done.result()
                    results.append(result)
                    file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
                    file.flush()
                    left = (time.monotonic() - begun) / count * (len(waiting) - count) / 60
                    print(
                        f"{count}/{len(waiting)} {result.outcome:8} {result.seconds:5.1f} s  {result.place}"
                        f"  ({left:.0f} minutes left)", flush=True,
                    )  # fmt: skip
            except KeyboardInterrupt:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _go_into_the_environment() -> None:
    """Goes on in `.venv`, with Cosmic Ray installed there; comes back only in a process that runs there."""
    prepare(develop=True)
    if Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    there = subprocess.run([program("python"), "-c", "import cosmic_ray, coverage"], capture_output=True, check=False)
    if there.returncode:
        print("Installing Cosmic Ray, which makes the mutants, and Coverage.py, which watches the tests.", flush=True)
        run(program("python"), "-m", "pip", "install", "--quiet", "--group", "mutate")
    with subprocess.Popen([program("python"), *sys.argv]) as inside:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process inside, which tells what it found
        sys.exit(inside.wait())


if __name__ == "__main__":
    main()
