"""Signals by which systems end programs: a closed terminal, a service that is stopped, a machine that shuts down."""

import contextlib
import signal
from types import FrameType

NAMES = ("SIGTERM", "SIGHUP")


def heed_requests_to_end() -> None:
    """Lets SIGTERM and SIGHUP end a command as Ctrl-C does: in order, with a sentence, and with no child left.

    Where a signal is ignored, as `nohup` wishes, it stays ignored. In other threads than the main one nothing is done.
    What was heard while the program was loaded (`game/__main__.py`) is taken over here.
    """
    with contextlib.suppress(ValueError):
        for number in (signal.SIGINT, *_numbers()):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, signal.default_int_handler if number is signal.SIGINT else _as_ctrl_c)


def hear_no_more() -> None:
    """The end has begun: a second Ctrl-C, SIGTERM or SIGHUP asks for what is being done, and changes no exit code."""
    with contextlib.suppress(ValueError):
        for number in (signal.SIGINT, *_numbers()):
            signal.signal(number, signal.SIG_IGN)


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in NAMES if hasattr(signal, name)]


def _as_ctrl_c(_: int, frame: FrameType | None) -> None:
    heard_by = signal.getsignal(signal.SIGINT)
    if callable(heard_by):
        heard_by(signal.SIGINT, frame)
        return
    raise KeyboardInterrupt  # a shell lets what runs in the background ignore Ctrl-C, and Ctrl-C alone
