"""Work in several processes leaves neither a process nor a thread behind, however it ends."""

import multiprocessing
import threading
from contextlib import suppress

import pytest

from game.lab.playing.blocks import blocks_of, trial_of
from game.lab.playing.fingerprint import fingerprint
from game.lab.playing.players import players
from game.lab.playing.run import elsewhere
from game.processes import worker_pool
from game.resources import SCENARIOS
from game.scenario import load

TRIAL = trial_of(load(SCENARIOS / "first_hello.yaml"), players(["sleeper"]), 4)


class Interrupted(Exception):
    pass


def all_blocks() -> None:
    assert len(list(elsewhere(blocks_of(TRIAL, 1), 2))) == len(blocks_of(TRIAL, 1))


def first_block_only() -> None:
    next(iter(elsewhere(blocks_of(TRIAL, 1), 2)))


def fingerprint_by_two() -> None:
    fingerprint(TRIAL, 1, workers=2)


def interrupted() -> None:
    with suppress(Interrupted), worker_pool(2) as pool:
        pool.submit(abs, -1)
        raise Interrupted


@pytest.mark.parametrize("work", [all_blocks, first_block_only, fingerprint_by_two, interrupted])
def test_nothing_of_the_pool_is_left(work):
    """A thread that closes its pipes while the interpreter ends writes a traceback over the answer."""
    threads, children = set(threading.enumerate()), set(multiprocessing.active_children())

    work()

    assert set(threading.enumerate()) <= threads
    assert set(multiprocessing.active_children()) <= children
