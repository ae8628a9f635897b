"""Measures the kernel and its peers in one run, interleaved and on one core: a busy moment meets all alike."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bench.peers import PEERS
from bench.script import Script, recorded
from game.bots.registry import bots
from game.kernel.graph.traced_day import BOTH, day_graph
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

SECONDS = 0.6  # that a contestant should play in a round
SEED = 11


@dataclass(frozen=True)
class Speed:
    """Million follower-days a second of one contestant, round by round; or why it did not run."""

    name: str
    rounds: tuple[float, ...]
    skipped: str = ""

    @property
    def typical(self) -> float:
        """The median round."""
        return median(self.rounds)


@dataclass
class _Contestant:
    name: str
    play: Callable[[Array, Script], object]
    games: int = 0
    skipped: str = ""


def one_core() -> None:
    """Keeps this process, and the libraries it will load, on one core."""
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def contestants(compiled: Compiled) -> list[_Contestant]:
    """Who runs here, and who does not."""
    found = []
    for peer in PEERS:
        skipped = peer.available()
        found.append(_Contestant(peer.name, partial(peer.play, compiled, SEED, every_day=False), skipped=skipped))
    return found


def race(compiled: Compiled, rounds: int, most: int = 2048) -> Iterator[tuple[str, int]] | Any:
    """Plays round after round; yields what is being played, and returns the speeds.

    Args:
        compiled: the scenario.
        rounds: how many times each plays.
        most: games that anybody plays in a round.
    """
    script = recorded(compiled, bots()["random"], SEED, np.arange(most))
    size = script.move.shape[0] * script.move.shape[2]
    running = contestants(compiled)
    speeds: dict[str, list[float]] = {c.name: [] for c in running}
    for contestant in running:
        if not contestant.skipped:
            yield contestant.name, 0
            contestant.games = _fitting(contestant, script, most)
    for number in range(rounds):
        for contestant in running:
            if not contestant.skipped:
                yield contestant.name, number + 1
                seconds = _timed(contestant, script, contestant.games)
                speeds[contestant.name].append(size * contestant.games / seconds / 1e6)
    return tuple(Speed(c.name, tuple(speeds[c.name]), c.skipped) for c in running)


def _timed(contestant: _Contestant, script: Script, games: int) -> float:
    part, episodes = script.part(0, games), np.arange(games)
    begun = time.process_time()  # of this process alone: what others do meanwhile counts less
    contestant.play(episodes, part)
    return time.process_time() - begun


def _fitting(contestant: _Contestant, script: Script, most: int) -> int:
    """So many games that a round takes about `SECONDS`; the first plays also compile what has to be compiled."""
    games, seconds = 2, 0.0
    while True:
        _timed(contestant, script, games)
        seconds = _timed(contestant, script, games)
        if seconds > SECONDS / 4 or games >= most:
            fitting = max(1, min(most, round(games * SECONDS / seconds)))
            _timed(contestant, script, fitting)  # another size may have to be compiled, too
            return fitting
        games = min(most, games * 4)


def elementwise(shape: tuple[int, int] = (17, 128)) -> float:
    """Nanoseconds that numpy takes for one multiplication in the cache: what a pass over a value costs at least."""
    a, b, out = np.random.default_rng(1).random(shape), np.random.default_rng(2).random(shape), np.empty(shape)
    best = 1e9
    for _ in range(50):
        begun = time.perf_counter()
        for _ in range(200):
            np.multiply(a, b, out)
        best = min(best, (time.perf_counter() - begun) / 200)
    return best / a.size * 1e9


def operations(ties: int = 4) -> int:
    """Operations of a day for each follower."""
    day = day_graph(ties)
    needed = day.graph.needed(tuple(day.outputs.values()))
    return sum(day.graph.nodes[n].axes == BOTH and day.graph.nodes[n].operation != "input" for n in needed)


def peak_memory(games: int, kernel: str) -> tuple[float, float]:
    """Megabytes that a fresh process holds at most for so many games, and before the first of them.

    Args:
        games: played in blocks.
        kernel: `numpy` or `machine`.
    """
    program = f"from bench.measure import _play_many; _play_many({games}, {kernel!r})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    before, after = (float(word) for word in done.stdout.split())
    return after, before


def _play_many(games: int, kernel: str) -> None:
    """Plays days on which nothing is done, in blocks, and prints the memory held at most before and after."""
    from bench.kernel_peer import BLOCK, play
    from game.resources import SCENARIOS
    from game.scenario import load
    from game.session.runs.recorded_scenario import compiled_of

    compiled = compiled_of(load(SCENARIOS / "slow_roast.yaml"))
    days, followers = compiled.scenario.days, compiled.followers
    none = np.zeros((days, BLOCK, followers), dtype=np.int64)
    script = Script(none, none - 1, none + 1.0, none[..., 0], none[..., 0] - 1, none + 1.0)
    before = _held_at_most()
    total = 0.0
    for first in range(0, games, BLOCK):
        total += float(
            play(compiled, SEED, np.arange(first, first + BLOCK), script, every_day=False, kernel=kernel).trust.sum()
        )
    assert total > 0.0
    print(before, _held_at_most())


def _held_at_most() -> float:
    """Megabytes that this process has held at most so far."""
    status = Path("/proc/self/status")  # what getrusage tells on Linux holds what the parent had, too
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii")) if status.is_file() else None
    if found:
        return float(found[1]) / 1024.0
    import resource  # not on Windows, where this figure is not to be had

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024.0 * 1024.0 if sys.platform == "darwin" else 1024.0)  # bytes there, kilobytes elsewhere
