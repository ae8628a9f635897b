"""Which small changes of the code no test notices: `python3 scripts/mutate.py`. See docs/decisions/007.

Each mutant is one change of one file of game/session, game/coach or game/model/outcome.py. It is made in a temporary
copy, never in the checkout, and the tests nearest to the file run there until one fails. `--sample 200 --seed 1` draws
some of all mutants, `--only game/coach` those of a file or folder, `--list` only counts them. It can be stopped with
Ctrl-C, and goes on from what is noted in the file of `--results`. A changed file has new mutants.
"""

import argparse
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from environment import FOLDER, ROOT, prepare, program, run
from mutants import Mutant, change, mutants_of, mutated

WHERE = ("game/session", "game/coach", "game/model/outcome.py")
TESTS = {"game/session": ("tests/golden", "tests/session"), "game/coach": ("tests/golden", "tests/coach"),
         "game/model": ("tests/golden", "tests/coach")}  # fmt: skip
COPIED = ("game", "tests", "assets", "scenarios", "speed", "bench", "docs", "pyproject.toml", "README.md")
RESULTS = ROOT / "artefacts" / "mutants.jsonl"
PATIENCE, AT_LEAST = 3.0, 20.0  # times the tests' time without a change, and seconds, after which a mutant is stopped
KILLED, SURVIVED, STOPPED = "killed", "survived", "stopped"  # stopped: it ran for too long, which people notice, too


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


@cache
def tests_for(path: str) -> list[str]:
    """The tests of a file, the nearest first, so that most mutants are killed soon.

    First its own examples, and those of its own name; then those of its room, of them first which import it; then
    those of other rooms that import it where none has its name; then the golden runs, and those of the area as a whole.
    Those of the model are long, and few of them are about the score: of them only those of the file's own name.
    """
    area = next(area for area in TESTS if path.startswith(area))
    needed = f"from {path.removesuffix('.py').replace('/', '.')} import"
    room = ROOT / Path("tests", *Path(path).parts[1:-1])
    own, near = [ROOT / path] if _says(ROOT / path, ">>>") else [], room / f"test_{Path(path).name}"
    files = [*own, *([near] if near.is_file() else [])]
    if area != "game/model":
        files += sorted(room.glob("test_*.py"), key=lambda file: (not _says(file, needed), file))
        if not near.is_file():
            files += [file for file in sorted((ROOT / TESTS[area][1]).rglob("test_*.py")) if _says(file, needed)]
    files += [file for place in TESTS[area] for file in sorted((ROOT / place).glob("test_*.py"))]
    return list(dict.fromkeys(file.relative_to(ROOT).as_posix() for file in files))


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


def copy_of_the_checkout(folder: Path) -> Path:
    """What tests need, in a folder of its own."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    subprocess.run([program("python"), "-m", "compileall", "-q", "game", "tests"], cwd=folder, check=False)
    return folder


def tested(folder: Path, tests: Sequence[str], limit: float | None) -> tuple[str, float]:
    """Runs tests in a copy until one fails; gives the outcome and the seconds it took.

    Args:
        folder: the copy.
        tests: files and folders of tests.
        limit: seconds after which the run and all it started is ended; None waits.
    """
    options = [
        "-x",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "-m",
        "not slow and not window",
        "--hypothesis-seed",
        "0",
    ]
    command: list[str | Path] = [program("python"), "-m", "pytest", *options, *tests]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "COURTSHIP_KERNEL": "numpy"}
    begun = time.monotonic()
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          start_new_session=True) as under_way:  # fmt: skip
        try:
            code = under_way.wait(limit)
        except subprocess.TimeoutExpired:
            _end(under_way)
            return STOPPED, time.monotonic() - begun
        except BaseException:
            _end(under_way)
            raise
    return KILLED if code else SURVIVED, time.monotonic() - begun


def _end(under_way: "subprocess.Popen[bytes]") -> None:
    """Ends a run with all processes that it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(under_way.pid, signal.SIGKILL)
        else:
            under_way.kill()


class Bench:
    """Copies of the checkout in which mutants are tried, one at a time in each."""

    def __init__(self, folder: Path, number: int) -> None:
        self.copies: queue.Queue[Path] = queue.Queue()
        for count in range(number):
            (folder / str(count)).mkdir()
            self.copies.put(copy_of_the_checkout(folder / str(count)))
        self.limits: dict[tuple[str, ...], float] = {}

    def measure(self, paths: Iterable[str]) -> None:
        """How long the tests of files take without a change; ends when one fails there already."""
        copy = self.copies.get()
        for tests in {tuple(tests_for(path)) for path in paths}:
            outcome, seconds = tested(copy, tests, None)
            if outcome != SURVIVED:
                sys.exit(f"Without any change a test fails already: python -m pytest {' '.join(tests)}")
            self.limits[tests] = max(AT_LEAST, PATIENCE * seconds)
            print(f"{seconds:6.1f} s without a change, {len(tests)} files from {tests[0]} on", flush=True)
        self.copies.put(copy)

    def outcome(self, mutant: Mutant) -> Result:
        """Tries one mutant; the copy is as before afterwards."""
        copy = self.copies.get()
        file, tests = copy / mutant.path, tuple(tests_for(mutant.path))
        before = file.read_bytes()
        try:
            for compiled in file.parent.glob(f"__pycache__/{file.stem}.*"):
                compiled.unlink()
            file.write_text(mutated(ROOT, mutant), encoding="utf-8")
            outcome, seconds = tested(copy, tests, self.limits[tests])
        finally:
            file.write_bytes(before)
            self.copies.put(copy)
        place = f"{mutant.path}:{mutant.line}"
        return Result(mutant.name, place, mutant.operator, outcome, round(seconds, 2), *change(ROOT, mutant))


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
    killed, stopped, survived = (sum(r.outcome == o for r in results) for o in (KILLED, STOPPED, SURVIVED))
    low, high = interval(killed + stopped, len(results))
    share = (killed + stopped) / len(results) if results else 0.0
    print(
        f"\n{len(results)} of {of} mutants tried: {killed} killed, {stopped} stopped, {survived} survived. "
        f"Noticed: {share:.1%} (95 % interval {low:.1%} to {high:.1%})."
    )


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
    parser.add_argument(
        "--results", type=Path, default=ROOT / "artefacts" / "mutants.jsonl", help="where they are kept"
    )
    parser.add_argument("--list", action="store_true", help="count the mutants of each file, and try none")
    arguments = parser.parse_args()
    _go_into_the_environment()
    mutants, of = chosen(arguments)
    if arguments.list:
        for path in dict.fromkeys(m.path for m in mutants):
            print(f"{sum(m.path == path for m in mutants):5d}  {path}")
        print(f"{len(mutants):5d}  together")
        return
    known = noted(arguments.results)
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
        bench = Bench(Path(folder), arguments.workers)
        bench.measure(m.path for m in waiting)
        with ThreadPoolExecutor(arguments.workers) as pool:
            try:
                for count, done in enumerate(as_completed([pool.submit(bench.outcome, m) for m in waiting]), 1):
                    result = done.result()
                    results.append(result)
                    file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
                    file.flush()
                    print(
                        f"{count}/{len(waiting)} {result.outcome:8} {result.seconds:5.1f} s  {result.place}", flush=True
                    )
            except KeyboardInterrupt:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _go_into_the_environment() -> None:
    """Goes on in `.venv`, with Cosmic Ray installed there; comes back only in a process that runs there."""
    prepare(develop=True)
    if Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    there = subprocess.run([program("python"), "-c", "import cosmic_ray"], capture_output=True, check=False)
    if there.returncode:
        print("Installing Cosmic Ray, which makes the mutants.", flush=True)
        run(program("python"), "-m", "pip", "install", "--quiet", "--group", "mutate")
    with subprocess.Popen([program("python"), *sys.argv]) as inside:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process inside, which tells what it found
        sys.exit(inside.wait())


if __name__ == "__main__":
    main()
