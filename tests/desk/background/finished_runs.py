"""Runs to look back at, and waiting for what looks back at them."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from game.bots.registry import bots
from game.lab.playing.through_session import play_session_day

PATIENCE = 240  # seconds on the busiest machine


def finished_run(services, bot: str):
    """A run of First Hello that a bot has played to its end, whose record is on the disk."""
    found = services.start("first_hello", 5)
    while not found.finished:
        play_session_day(found, bots()[bot])
    return found


def looks(look: Callable[[], Any]) -> Iterator[Any]:
    """What a process tells again and again while it runs; the last one is told when it is done."""
    until = time.monotonic() + PATIENCE
    while True:
        news = look()
        yield news
        if not news.running:
            return
        assert time.monotonic() < until, "it does not end"
        time.sleep(0.02)
