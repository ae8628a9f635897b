"""One number for all that happens in many games: equal if, and only if, every bit of every state is equal."""

import hashlib

import numpy as np

from game.bots.play import BLOCK, play
from game.engine.position import DayPlan, Position
from game.lab.playing.blocks import EpisodeBlock, Trial, blocks_of
from game.lab.playing.players import bot_of
from game.processes import worker_pool


class Fingerprints:
    """SHA-256 of each episode over state, ledger and signals of all its mornings."""

    def __init__(self, episodes: int) -> None:
        self.hashes = [hashlib.sha256() for _ in range(episodes)]

    def watch(self, _morning: Position, _plan: DayPlan, after: Position) -> None:
        """Adds the evening of a day to the hash of each episode."""
        rows = []
        for part in (after.state, after.ledger, after.signals):
            for name in sorted(vars(part)):
                array = np.asarray(getattr(part, name), dtype=np.float64)
                rows += list(array) if array.ndim == 3 else [array]
        together = np.ascontiguousarray(np.stack(rows, axis=1))  # (B, rows, F)
        for sha, episode in zip(self.hashes, together, strict=True):
            sha.update(episode.data)


def fingerprint(trial: Trial, size: int = BLOCK, workers: int = 1) -> str:
    """SHA-256 in hexadecimal over all states of all games of a trial; size and workers make no difference.

    Args:
        trial: what is played.
        size: episodes in a block.
        workers: processes.
    """
    whole = hashlib.sha256()
    blocks = blocks_of(trial, size)
    if workers == 1:
        found = [digests(block) for block in blocks]
    else:
        with worker_pool(workers) as pool:
            found = list(pool.map(digests, blocks))
    for digest in (d for block in found for d in block):
        whole.update(digest)
    return whole.hexdigest()


def digests(block: EpisodeBlock) -> list[bytes]:
    """The digest of each episode of a block."""
    compiled = block.scenario.compiled(block.setting)
    found = Fingerprints(block.count)
    episodes = np.arange(block.first, block.first + block.count)
    play(compiled, bot_of(block.player, compiled), block.seed, episodes, found.watch, lasting=False)
    return [sha.digest() for sha in found.hashes]
