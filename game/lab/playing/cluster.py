"""The lab's blocks on a Dask cluster: the very same blocks, so the very same rows, whoever plays them and in any order.

A block travels as a few numbers. The text of the scenario is a task of its own: sent once, passed on between workers,
and made again should everybody who had it be lost. A block of a worker that dies is played by another one.
"""

import logging
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from game import __version__
from game.errors import CannotPlay
from game.lab.playing.blocks import EpisodeBlock, Trial, blocks_of, fair_size
from game.lab.playing.games import Game
from game.lab.playing.orders import ClusterError, order_of, other_version, play_order, probe, same_text

ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s/:]+(:\d{1,5})?|(tcp|tls)://\[[0-9a-fA-F:]+\](:\d{1,5})?")
PATIENCE = 10  # seconds for the scheduler to answer, and for a first worker to come
WAITING_FOR_EACH = 3  # blocks that wait for each thread of the cluster
LARGEST = 1024  # games in a block; larger ones save some messages, and lose more when a worker dies
CENSUS = 50  # blocks after which the threads are counted anew: workers may come and go
LIBRARIES = ("distributed", "tornado")  # whose loggers are quiet while a cluster plays
PROBE = 2  # games that every worker plays before work begins


class Cluster:
    """A cluster that has answered.

    Args:
        client: of the library.
        address: of the scheduler, for messages.
    """

    def __init__(self, client: Any, address: str) -> None:
        self._client, self.address = client, address

    @property
    def threads(self) -> int:
        """How many blocks are played at a time."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def size(self, trial: Trial) -> int:
        """Games in a block: as many as keep all threads busy to the end, up to `LARGEST`."""
        return max(fair_size(trial, self.threads), min(LARGEST, trial.total // (8 * self.threads)))

    def check(self, trial: Trial) -> None:
        """Lets every worker play two games, and compares what comes out with this machine.

        Raises:
            ClusterError: there are no workers, or some lack the game, have another version, or play differently.
        """
        block = blocks_of(trial, PROBE)[0]
        order, text = order_of(block), block.scenario.text
        wanted = probe(text, order)

        def on_worker(text: str, order_fields: tuple[Any, ...]) -> Any:
            """Sent as it is, so that a worker without the game can say so."""
            try:
                from game.lab.playing.orders import Order, probe
                from game.lab.playing.players import Player
            except ImportError:
                return None
            name, setting, player, *rest = order_fields
            return probe(text, Order(name, setting, Player(*player), *rest))

        fields = (
            order.name, order.setting, (order.player.id, order.player.kind, order.player.text), order.seed,
            order.first, order.count, order.version, order.parameters, order.difficulty,
        )  # fmt: skip
        if not self._client.nthreads():
            with suppress(TimeoutError):
                self._client.wait_for_workers(1, timeout=PATIENCE)
        with _connection_is_told(self.address):
            found = self._client.run(on_worker, text, fields, on_error="return")
        if not found:
            raise ClusterError(
                f"The scheduler at {self.address} has no workers. Start one on each machine: "
                f"dask worker {self.address} --nworkers auto --nthreads 1"
            )
        _compare(found, wanted)

    def play(self, blocks: tuple[EpisodeBlock, ...]) -> Iterator[tuple[Game, ...]]:
        """Plays blocks, and hands them over as they are done. What still waits is cancelled when the caller stops.

        Raises:
            ClusterError: the scheduler was lost, or a block took several workers down with it.
        """
        from distributed import as_completed

        run, waiting = uuid.uuid4().hex[:12], iter(enumerate(blocks))
        texts: dict[str, Any] = {}
        under_way: set[Any] = set()

        def order_up_to(room: int) -> None:
            while len(under_way) < room and (following := next(waiting, None)) is not None:
                number, block = following
                text = block.scenario.text
                if text not in texts:
                    texts[text] = self._client.submit(same_text, text, key=f"text-{run}-{len(texts)}")
                key = f"block-{run}-{number}"
                future = self._client.submit(play_order, texts[text], order_of(block), key=key, pure=False)
                under_way.add(future)
                running.add(future)

        running, done = as_completed(loop=self._client.loop), 0
        try:
            with _connection_is_told(self.address):
                room = WAITING_FOR_EACH * self.threads
                order_up_to(room)
                for future in running:
                    under_way.discard(future)
                    yield future.result()
                    done += 1
                    if done % CENSUS == 0:
                        room = WAITING_FOR_EACH * self.threads
                    order_up_to(room)
        finally:
            with suppress(Exception):
                self._client.cancel([*under_way, *texts.values()], force=True)


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """A cluster behind an address such as tcp://host:8786.

    Raises:
        CannotPlay: it is no such address, or Dask is not installed here.
        ClusterError: nobody answers there.
    """
    if not ADDRESS.fullmatch(address):
        raise CannotPlay(f"“{address}” is no address of a cluster. It looks like tcp://HOST:8786.")
    try:
        from distributed import Client
    except ImportError:
        raise CannotPlay(
            "A cluster needs Dask, which is not installed here: pip install 'courtship[cluster]'."
        ) from None
    with _libraries_are_quiet():
        try:
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError):
            raise ClusterError(
                f"No scheduler answers at {address}. Is it running (dask scheduler), and may this machine reach it? "
                "Nothing was played."
            ) from None
        try:
            yield Cluster(client, address)
        finally:
            with suppress(Exception):
                client.close(timeout=PATIENCE)


@contextmanager
def _libraries_are_quiet() -> Iterator[None]:
    """Dask and the loop below it print no warnings, and no tracebacks when Ctrl-C comes between two of their steps."""
    known = logging.root.manager.loggerDict
    names = [name for name in known if name.split(".")[0] in LIBRARIES]  # some have levels of their own
    logs = [logging.getLogger(name) for name in names]
    before = [log.level for log in logs]
    for log in logs:
        log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for log, level in zip(logs, before, strict=True):
            log.setLevel(level)


@contextmanager
def _connection_is_told(address: str) -> Iterator[None]:
    """Turns what the library raises when something is lost into sentences."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker
    from distributed.client import FutureCancelledError
    from distributed.comm.core import CommClosedError

    kept = "Games written to a results file are kept, and the same command goes on from there."
    try:
        yield
    except KilledWorker:
        raise ClusterError(
            f"Several workers of {address} ended by themselves while they played the same games, perhaps for want of "
            f"memory. Give each worker more, or start fewer on a machine. {kept}"
        ) from None
    except (CancelledError, FutureCancelledError, CommClosedError, OSError):
        raise ClusterError(f"The scheduler at {address} was lost. {kept}") from None


def _compare(found: dict[str, Any], wanted: tuple[str, int, str]) -> None:
    """Refuses workers that would not give the same rows."""
    for address, result in found.items():
        who = f"The worker {address}"
        if result is None:
            raise ClusterError(f"{who} lacks the game: install courtship {__version__} there. Nothing was played.")
        if isinstance(result, BaseException):
            raise ClusterError(f"{who} could not play a trial game: {result}. Nothing was played.")
        if tuple(result[:2]) != wanted[:2]:
            raise ClusterError(f"{other_version(who, (result[0], result[1]))} Nothing was played.")
        if result[2] != wanted[2]:
            raise ClusterError(
                f"{who} plays the same games differently, although its version is the same: its copy of the game has "
                "been changed. Install the same copy everywhere. Nothing was played."
            )
