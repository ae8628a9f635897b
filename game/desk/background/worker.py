"""A process for long work, and the pipe its news come through. Nothing waits here."""

import contextlib
import os
import signal
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from game.errors import CourtshipError
from game.processes import end_with_parent

GIVES_WAY = 10
"""How much a process stands back behind the window."""
SYSTEM_ENDS = 9
"""The signal by which systems end a process that takes more memory than there is."""
CRASHES = frozenset({4, 6, 7, 8, 10, 11})
"""The signals that a program brings upon itself by a fault of its own."""
FAILED = "failed"
"""The kind of news that tell what went wrong."""


def give_way() -> None:
    """Lets the window go before this process, where the system can."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(GIVES_WAY)


def why_gone(what: str, code: int | None) -> str:
    """Why a process is gone before its work was done, as far as that is known.

    Args:
        what: its work, at the beginning of a sentence.
        code: with which it ended; below 0 the signal that ended it.

    >>> why_gone("The playtest", -11)
    'The playtest crashed (signal 11). That is a fault of the program itself; please report it.'
    >>> why_gone("The playtest", -9)
    'The playtest was ended by the system (signal 9), as happens when memory runs out.'
    """
    number = -(code or 0)
    if number == SYSTEM_ENDS:
        return f"{what} was ended by the system (signal {number}), as happens when memory runs out."
    if number in CRASHES:
        return f"{what} crashed (signal {number}). That is a fault of the program itself; please report it."
    if number > 0:
        return f"{what} was ended from outside (signal {number})."
    return f"{what} ended before its work was done. That is a fault of the program itself; please report it."


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
        self.code: int | None = None  # with which it ended by itself; below 0 the signal

    def news(self) -> Iterator[tuple[str, Any]]:
        """What has come since this was asked last."""
        while self.running:
            try:
                if not self._news.poll():
                    return
                yield self._news.recv()
            except (EOFError, OSError):
                self._process.join(2)
                self.code = self._process.exitcode
                self.end()

    def end(self) -> None:
        """Ends the process at once; it holds nothing that could be lost."""
        if not self.running:
            return
        self.running = False
        self._process.terminate()
        self._process.join(2)
        self._news.close()


class FarProgress(Protocol):
    """A frozen value that tells how far work has come."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def running(self) -> bool:
        """Whether more is to come."""

    @property
    def problem(self) -> str:
        """Why it ended early, in a sentence, or ""."""


Progress = TypeVar("Progress", bound=FarProgress)


class FarWork(ABC, Generic[Progress]):
    """Work in a process of its own; `look` tells how far it has come."""

    def __init__(self, begun: Progress, worker: Worker, what: str, again: str) -> None:
        """Begins.

        Args:
            begun: what is told before there are news.
            worker: at work.
            what: the work, at the beginning of a sentence: "The coach".
            again: the sentence on how to begin anew once the process is gone before its work was done.
        """
        self._found, self._worker, self._what, self._again = begun, worker, what, again

    @abstractmethod
    def _told(self, kind: str, value: Any, /) -> Progress:
        """How far it is after one more of the news."""

    def look(self) -> Progress:
        """How far it is, from what has come through the pipe."""
        for kind, value in self._worker.news():
            self._found = self._ended(value) if kind == FAILED else self._told(kind, value)
        if not self._worker.running and self._found.running:
            self._found = self._ended(f"{why_gone(self._what, self._worker.code)} {self._again}")
        return self._found

    def _ended(self, problem: str) -> Progress:
        return replace(self._found, running=False, problem=problem)

    def stop(self) -> None:
        """Ends it; what was kept by then stays."""
        self._worker.end()


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
            self._far.send((FAILED, told))
        self._far.close()
        return isinstance(error, Exception)
