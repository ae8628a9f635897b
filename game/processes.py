"""Work in processes of our own: a Ctrl-C is for this process to handle, and no child stays behind."""

import multiprocessing
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
    pool = ProcessPoolExecutor(workers, context, initializer, given)
    try:
        yield pool
    except BaseException:
        for child in multiprocessing.active_children():
            if child.pid not in before:
                child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


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
