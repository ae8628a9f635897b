"""Plays days of a frame with machine code. Needs numba: `courtship[fast]`."""

import threading
from functools import lru_cache
from typing import Any

import numpy as np

from game.kernel.by_machine import emit, emit_operations, emit_philox
from game.kernel.by_machine.compile_day import compiled_day, fingerprint
from game.kernel.frame import LANES, Frame, layout
from game.kernel.graph.schedule import scheduled
from game.kernel.graph.traced_day import day_graph

_ONE_DAY_AT_A_TIME = threading.Lock()


@lru_cache(maxsize=8)
def _ready(ties: int) -> tuple[Any, int]:
    """The compiled day for so many ties, and how many results it keeps between stages."""
    graph = day_graph(ties)
    schedule = scheduled(graph.graph, graph.outputs)
    what = (graph.graph.nodes, schedule.outputs, schedule.stages, layout())
    rules = fingerprint(what, emit, emit_operations, emit_philox)
    with _ONE_DAY_AT_A_TIME:
        return compiled_day(schedule, layout(), ties, rules), sum(len(s.kept) for s in schedule.stages)


class MachineDay:
    """Plays days of a frame with machine code."""

    lanes = LANES

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.day, kept = _ready(frame.tie_count)
        self.scratch = np.zeros((kept, frame.followers, LANES))
        lasting = (frame.post, frame.episodes, frame.params, frame.table, frame.ties, frame.weights, self.scratch)
        self.addresses = tuple(a.ctypes.data for a in lasting)  # of memory that is never changed for another

    def play(self, day: int) -> None:
        """From this morning to the next; a frame that does not last is changed in place, which spares the caches.

        All that a follower's new rows rest on is read before the first of them is written.
        """
        frame = self.frame
        before = frame.moving[0].ctypes.data
        after = frame.moving[1].ctypes.data if frame.lasting else before
        numbers = (frame.seed, day, frame.followers, frame.width, frame.table.shape[1])
        self.day(frame.fixed.ctypes.data, before, after, *self.addresses, *numbers)
        if frame.lasting:
            frame.turn()
