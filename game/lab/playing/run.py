"""Playing the blocks of a trial: here, in other processes of this machine, or on a cluster."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import CourtshipError
from game.kernel.kernels import get_ready
from game.lab.playing.blocks import EpisodeBlock, Trial, blocks_of, fair_size, play_block
from game.lab.playing.cluster import Cluster
from game.lab.playing.games import Game
from game.lab.playing.parquet import open_results
from game.lab.playing.results import Key, in_order
from game.lab.playing.stopping import heeding_interrupts
from game.processes import deaf_to_interrupts, worker_pool

AHEAD = 3  # blocks that each worker is given in advance
AHEAD_AT_THE_END = 2  # so that none is left with much when the others are done


class WorkerLost(CourtshipError):
    """A process of ours has ended by itself."""


@dataclass(frozen=True)
class Results:
    """The games of a trial: all of them, or those played before somebody stopped it."""

    trial: Trial
    games: tuple[Game, ...]  # by setting, player, episode

    @property
    def complete(self) -> bool:
        """Whether every game of the trial was played."""
        return len(self.games) == self.trial.total

    def of(self, player: str, setting: str = "") -> tuple[Game, ...]:
        """The games of a player in a setting, by episode."""
        return tuple(g for g in self.games if g.player == player and g.setting == setting)


def run(
    trial: Trial, workers: int = 1, path: Path | None = None, done: Callable[[int], None] = lambda _: None,
    size: int | None = None, cluster: Cluster | None = None,
) -> Results:  # fmt: skip
    """Plays a trial. Ctrl-C ends it early; what is done is returned, and stands in the file.

    Args:
        trial: what is to be played.
        workers: processes, this one among them.
        path: a file, .csv or .parquet; games it holds already are not played again.
        done: told how many games have just been added, those of the file first.
        size: games in a block; any size gives the same rows.
        cluster: who plays, in place of processes of this machine.

    Raises:
        ClusterError: the cluster would play differently, or was lost; what was done stands in the file.
        ResultsError: the file cannot be used.
        WorkerLost: a process ended by itself; what was done stands in the file.
    """
    file = open_results(path, trial) if path is not None else None
    wanted = {key for block in blocks_of(trial) for key in block.keys}
    games: dict[Key, Game] = {k: g for k, g in file.games.items() if k in wanted} if file else {}
    done(len(games))
    try:
        if cluster is not None:
            cluster.check(trial)
        size = size or (cluster.size(trial) if cluster is not None else fair_size(trial, workers))
        blocks = blocks_of(trial, size, games.keys())
        alone = workers == 1 or len(blocks) <= 1
        with heeding_interrupts() as heed:
            for played in cluster.play(blocks) if cluster else here(blocks) if alone else elsewhere(blocks, workers):
                games |= {g.key: g for g in played}
                if file is not None:
                    file.add(played)
                done(len(played))
                heed()
    except KeyboardInterrupt:
        pass
    finally:
        if file is not None:
            file.close()
    return Results(trial, tuple(in_order(games.values(), trial)))


def here(blocks: tuple[EpisodeBlock, ...]) -> Iterator[tuple[Game, ...]]:
    """Plays the blocks in this process."""
    return map(play_block, blocks)


def elsewhere(
    blocks: tuple[EpisodeBlock, ...], workers: int, task: Callable[[EpisodeBlock], Any] = play_block
) -> Iterator[Any]:  # fmt: skip
    """Plays the blocks in this process and in fresh ones, and hands over what the task makes of them as they are done.

    While the others start, this one plays already.

    Args:
        blocks: what is to be played.
        workers: processes, 2.. ; this one is one of them.
        task: what is done with a block.
    """
    waiting = deque(blocks)
    running: set[Future[Any]] = set()

    def fill(pool: ProcessPoolExecutor) -> None:
        ahead = AHEAD if len(waiting) > AHEAD * workers else AHEAD_AT_THE_END
        while waiting and len(running) < ahead * (workers - 1):
            running.add(pool.submit(task, waiting.popleft()))

    try:
        with worker_pool(workers - 1, get_ready) as pool:
            with deaf_to_interrupts():
                fill(pool)
            while waiting or running:
                if waiting:
                    yield task(waiting.popleft())
                finished, _ = wait(running, timeout=0 if waiting else None, return_when=FIRST_COMPLETED)
                for future in finished:
                    running.remove(future)
                    yield future.result()
                with deaf_to_interrupts():
                    fill(pool)
    except BrokenProcessPool:
        raise WorkerLost(
            "A worker process ended by itself, perhaps for want of memory. Try fewer --workers; games written to a "
            "--out file are kept, and the same command goes on from there."
        ) from None
