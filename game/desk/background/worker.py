"""A process for long work, and the pipe its news come through. Nothing waits here."""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from typing import Any

from game.errors import CourtshipError
from game.processes import end_with_parent

GIVES_WAY = 10
"""How much a process stands back behind the window."""


def give_way() -> None:
    """Lets the window go before this process, where the system can."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(GIVES_WAY)


class Worker:
    """A process that does one job and tells of it in pairs of a kind and a value."""

    def __init__(self, job: Callable[..., None], *given: Any) -> None:
        """Begins.

        Args:
            job: a function of a module; called with the far end of the pipe and what is given.
            given: what it works on; it is copied into the process.
        """
        context = get_context("spawn")
        self._news, far = context.Pipe(duplex=False)
        self._process = context.Process(target=job, args=(far, *given), daemon=True)
        self._process.start()
        far.close()
        self.running = True

    def news(self) -> Iterator[tuple[str, Any]]:
        """What has come since this was asked last."""
        while self.running:
            try:
                if not self._news.poll():
                    return
                yield self._news.recv()
            except (EOFError, OSError):
                self.end()

    def end(self) -> None:
        """Ends the process at once; it holds nothing that could be lost."""
        if not self.running:
            return
        self.running = False
        self._process.terminate()
        self._process.join(2)
        self._news.close()


class FaultTeller:
    """What goes wrong in a process is told in a sentence, through the pipe; Ctrl-C is for the window to handle."""

    def __init__(self, far: Any, what: str) -> None:
        """What is told of.

        Args:
            far: the end of the pipe in the process.
            what: the work, at the beginning of a sentence: "The playtest".
        """
        self._far, self._what = far, what

    def __enter__(self) -> None:
        end_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, BrokenPipeError):
            return True  # nobody wants to hear it any more
        if isinstance(error, Exception):
            unexpected = f"{self._what} met something unexpected: {error!r}."
            told = str(error) if isinstance(error, CourtshipError) else unexpected
            self._far.send(("failed", told))
        self._far.close()
        return isinstance(error, Exception)
