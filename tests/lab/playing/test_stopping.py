"""A Ctrl-C ends long work, also when it comes where numpy drops it."""

import os
import signal
from contextlib import suppress

import numpy as np
import pytest

from game.lab.playing.blocks import trial_of
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.lab.playing.stopping import heeding_interrupts
from game.resources import SCENARIOS
from game.scenario import load


class Interrupting(type):
    """A kind of operand at which a Ctrl-C arrives just while numpy looks whether it has methods of its own."""

    def __getattr__(cls, name):
        if name == "__array_ufunc__":
            os.kill(os.getpid(), signal.SIGINT)
            for _ in range(1000):
                pass
        raise AttributeError(name)


class Odd(metaclass=Interrupting):
    pass


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard():
    """Also where the tests were started by something that ignores Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt_in_numpy() -> None:
    with suppress(KeyboardInterrupt, TypeError):
        np.zeros(3) + Odd()


def test_a_lost_interrupt_is_heeded_at_the_next_occasion():
    """What numpy drops is raised when it is asked for; afterwards Ctrl-C is what it was."""
    before = signal.getsignal(signal.SIGINT)
    with heeding_interrupts() as heed:
        heed()
        interrupt_in_numpy()
        with pytest.raises(KeyboardInterrupt):
            heed()

    assert signal.getsignal(signal.SIGINT) is before


def test_a_trial_stops_after_the_block_in_which_it_was_interrupted():
    """The interrupt is lost inside a block; the games of that block are kept, and no further ones are played."""
    trial = trial_of(load(SCENARIOS / "first_hello.yaml"), players(["sleeper"]), 12)
    told = []

    def done(count):
        told.append(count)
        if len(told) == 2:
            interrupt_in_numpy()

    results = run(trial, 1, None, done, size=3)

    assert len(results.games) == 3
