"""Work in processes of our own: a Ctrl-C is for this process to handle, and no child stays behind, however it ends."""

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any


@contextmanager
def worker_pool(
    workers: int, initializer: Callable[..., object] | None = None, given: tuple[Any, ...] = ()
) -> Iterator[ProcessPoolExecutor]:
    """A pool of fresh processes. If the work in it is interrupted or fails, they are ended at once.

    The pool's own thread has ended, too, when the block is left: one that still closes its pipes while the interpreter
    ends makes the standard library write a traceback over an answer that is right.

    Args:
        workers: how many, 1.. .
        initializer: called in each before its first work.
        given: the arguments of that call.
    """
    context = multiprocessing.get_context("spawn")
    before = {child.pid for child in multiprocessing.active_children()}
    pool = ProcessPoolExecutor(workers, context, _begin, (initializer, given))
    try:
        yield pool
    except BaseException:
        for child in multiprocessing.active_children():
            if child.pid not in before:
                child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(initializer: Callable[..., object] | None, given: tuple[Any, ...]) -> None:
    """What a process of a pool does first."""
    end_with_parent()
    if initializer is not None:
        initializer(*given)


def end_with_parent() -> None:
    """Called in a child: ends it as soon as its parent is gone, be it killed, in the middle of whatever it does."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        multiprocessing.connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="watches the parent", daemon=True).start()


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Ignores Ctrl-C while processes are started, who inherit it: then only this process hears it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def heard_when_done() -> Iterator[None]:
    """What asks to end is heard when the block is over, for code that cannot be stopped in its middle.

    A compiler that calls back into Python prints a Ctrl-C that falls into such a call as a traceback, and loses it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    before = {
        number: signal.signal(number, lambda number, _: asked.append(number))
        for number in (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP"))
        if number is not None and callable(signal.getsignal(number))
    }
    try:
        yield
    finally:
        for number, heard_by in before.items():
            signal.signal(number, heard_by)
        if asked:
            signal.raise_signal(asked[0])
