"""Ctrl-C in the middle of long work, heeded even where numpy swallows it.

While numpy looks whether an operand has methods of its own, it drops whatever is raised there, a KeyboardInterrupt too:
one Ctrl-C of some twenty had no effect. So it is also written down, and asked for between two blocks.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heeding_interrupts() -> Iterator[Callable[[], None]]:
    """Yields what raises KeyboardInterrupt if a Ctrl-C has come meanwhile and was lost.

    In other threads than the main one, where no Ctrl-C arrives, it does nothing.
    """
    came = False

    def heed() -> None:
        if came:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield heed
        return

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True
        signal.default_int_handler(number, frame)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # ignored, or somebody else's
        yield heed
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield heed
    finally:
        signal.signal(signal.SIGINT, before)
