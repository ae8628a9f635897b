"""A request to end that falls into work which cannot be stopped is heard right after it, once, and is not lost."""

import os
import signal

import pytest

from game.processes import heard_when_done


def test_ctrl_c_is_heard_after_the_block():
    """All of the block is done, and then the program is interrupted; later all is as it was before."""
    before, done = signal.getsignal(signal.SIGINT), []

    def work():
        with heard_when_done():
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)
            done.append("to its end")

    with pytest.raises(KeyboardInterrupt):
        work()

    assert done == ["to its end"]
    assert signal.getsignal(signal.SIGINT) is before


def test_without_a_request_nothing_is_heard():
    """The block is left as it was entered."""
    before = signal.getsignal(signal.SIGINT)
    with heard_when_done():
        pass

    assert signal.getsignal(signal.SIGINT) is before
