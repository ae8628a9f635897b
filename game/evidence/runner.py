"""Running findings over seeds, on one processor or several; what comes out depends on the seeds alone."""

import importlib.util
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass, field
from math import ceil, isfinite
from pathlib import Path

import numpy as np

from game.errors import CourtshipError
from game.evidence.crowd import laboratory
from game.evidence.finding import REGISTRY, Finding
from game.files import is_file
from game.intervals import Interval, interval_of
from game.model.parameters import Params
from game.processes import deaf_to_interrupts, worker_pool

SHARE_OF_SEEDS = 0.9  # a finding holds when it does so in this share of the seeds (18 of 20)
FOLLOWERS = 5000


@dataclass(frozen=True)
class Run:
    """One experiment with one seed."""

    id: str
    seed: int
    measured: Mapping[str, float]
    seconds: float
    error: str = ""


@dataclass(frozen=True)
class Verdict:
    """What a finding came to."""

    finding: Finding
    held: int
    seeds: int
    simulated: Mapping[str, Interval]
    missed: tuple[str, ...]  # expectations that failed in some seed, in words
    seconds: float
    error: str = ""

    @property
    def holds(self) -> bool:
        """In 18 of 20 seeds, or the same share of another number."""
        return self.held >= ceil(SHARE_OF_SEEDS * self.seeds - 1e-9)


class BadFile(CourtshipError):
    """A file of findings that does not load; the message says why."""


@dataclass(frozen=True)
class Plan:
    """What to run: findings, seeds, and under which constants."""

    ids: tuple[str, ...]
    seeds: tuple[int, ...]
    followers: int = FOLLOWERS
    params: Params = field(default_factory=Params)
    files: tuple[str, ...] = ()


def load_findings(files: Iterable[str | Path] = ()) -> None:
    """Declares the built-in findings and those in files of the user's own.

    Raises:
        BadFile: a file that cannot be loaded.
    """
    import game.evidence.themes  # noqa: F401

    for number, file in enumerate(files):
        path = Path(file)
        spec = importlib.util.spec_from_file_location(f"own_findings_{number}_{path.stem}", path)
        if spec is None or spec.loader is None or not is_file(path):
            raise BadFile(f"{path}: there is no such Python file.")
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            raise BadFile(f"{path}: {type(error).__name__}: {error}") from error


def one(id: str, seed: int, followers: int, params: Params) -> Run:  # noqa: A002
    """Runs one finding with one seed."""
    started = time.perf_counter()
    try:
        with laboratory(followers=followers, params=params):
            measured = {name: float(value) for name, value in REGISTRY[id].run(seed).items()}
        error = ""
    except Exception as problem:  # noqa: BLE001  somebody else's experiment may fail in any way
        measured, error = {}, f"{type(problem).__name__}: {problem}"
    return Run(id, seed, measured, time.perf_counter() - started, error)


def several(ids: Sequence[str], seed: int, followers: int, params: Params) -> list[Run]:
    """Runs findings one after another; the unit of work of a process."""
    return [one(id, seed, followers, params) for id in ids]  # noqa: A001


def run_all(plans: Sequence[Plan], workers: int = 1) -> Iterator[tuple[int, Run]]:
    """Runs plans, giving (number of the plan, run) as they come.

    Args:
        plans: all with the same files.
        workers: 1 runs in this process.
    """
    tasks = [(n, id, seed) for n, plan in enumerate(plans) for id in _longest_first(plan.ids) for seed in plan.seeds]  # noqa: A001
    if workers == 1:
        for n, id, seed in tasks:  # noqa: A001
            yield n, one(id, seed, plans[n].followers, plans[n].params)
        return
    files = plans[0].files if plans else ()
    with worker_pool(workers, load_findings, (files,)) as pool:
        with deaf_to_interrupts():
            futures = {pool.submit(one, id, seed, plans[n].followers, plans[n].params): n for n, id, seed in tasks}  # noqa: A001
        for future in as_completed(futures):
            yield futures[future], future.result()


def _longest_first(ids: Iterable[str]) -> list[str]:
    """So that no processor waits for a long experiment at the end."""
    long = ("enough-is-enough", "next-purchase", "unfollow-reasons", "silent-decay", "second-purchase")
    return sorted(ids, key=lambda id: long.index(id) if id in long else len(long))  # noqa: A006


def interval(values: Sequence[float]) -> Interval:
    """The mean of those values that are numbers, with its interval; without any, of nothing."""
    known = [v for v in values if isfinite(v)]
    if not known:
        return Interval(float("nan"), float("nan"), float("nan"))
    return interval_of(np.array(known))


def judge(runs: Sequence[Run]) -> Verdict:
    """The verdict on one finding from its runs."""
    finding = REGISTRY[runs[0].id]
    good = [run for run in runs if not run.error]
    error = next((run.error for run in runs if run.error), "")
    try:
        held = sum(finding.holds(run.measured) for run in good)
        missed = [str(e) for e in finding.expects if any(not e.holds(run.measured) for run in good)]
    except KeyError as problem:
        held, missed, error = 0, [], f"the experiment returned no {problem.args[0]!r}"
    names = good[0].measured if good else ()
    simulated = {name: interval([run.measured[name] for run in good if name in run.measured]) for name in names}
    return Verdict(finding, held, len(runs), simulated, tuple(missed), sum(run.seconds for run in runs), error)


def verdicts(plan: Plan, workers: int = 1, progress: Callable[[Run], object] = bool) -> list[Verdict]:
    """Runs a plan and judges it, in the order of its ids."""
    runs: dict[str, list[Run]] = {id: [] for id in plan.ids}  # noqa: A001
    for _, run in run_all([plan], workers):
        runs[run.id].append(run)
        progress(run)
    return [judge(sorted(found, key=lambda run: run.seed)) for found in runs.values() if found]
