"""The text of a day while it is being written: what values are called, and the memory in which they lie."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.kernel.by_numpy.expressions import KINDS
from game.kernel.frame import FrameLayout
from game.kernel.graph.graph import CONSTANT
from game.kernel.graph.schedule import Schedule


@dataclass
class Pool:
    """Buffers by kind; a buffer is used again once its value is not needed any more."""

    free: dict[str, list[str]] = field(default_factory=lambda: {"f": [], "i": [], "b": []})
    count: dict[str, int] = field(default_factory=lambda: {"f": 0, "i": 0, "b": 0})

    def take(self, kind: str) -> str:
        """A buffer of a kind that nothing else uses now."""
        if self.free[kind]:
            return self.free[kind].pop()
        self.count[kind] += 1
        return f"{kind}{self.count[kind] - 1}"

    def give(self, name: str) -> None:
        """Puts a buffer back whose value is not needed any more."""
        self.free[name[0]].append(name)


class NumpyLines:
    """Lines of a day, the names of the values in them, and the memory that they use.

    Args:
        schedule: the operations in their order.
        rows: where rows lie in a frame.
    """

    def __init__(self, schedule: Schedule, rows: FrameLayout) -> None:
        self.schedule, self.layout, self.graph = schedule, rows, schedule.graph
        self.names: dict[int, str] = {}  # of values in the text
        self.lines: list[str] = []
        self.pool = Pool()
        self.constants: dict[str, Any] = {}
        self.reads: dict[str, str] = {}  # rows that are read: name in the text -> where
        order = dict.fromkeys(n for stage in schedule.stages for n in stage.steps)
        self.places = {number: place for place, number in enumerate(order)}
        self.last_use = self._last_uses()
        self.targets = {number: f"a{rows.place(name)[1]}" for name, number in schedule.outputs.items()}

    def _last_uses(self) -> dict[int, int]:
        """At which place of the order each value is read last."""
        found: dict[int, int] = {}
        for number, place in self.places.items():
            for argument in self.graph.nodes[number].arguments:
                found[argument] = place
        return found

    def name(self, number: int) -> str:
        """How a value is called in the text."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            self.constants[f"c{number}"] = np.array(node.what, dtype=KINDS[node.kind])
            return f"c{number}"
        return self.names[number]

    def let_go(self, place: int, arguments: tuple[int, ...]) -> None:
        """Gives back the memory of arguments that are read here for the last time."""
        for argument in set(arguments):
            if self.last_use.get(argument) == place and argument not in self.targets:
                name = self.names.get(argument, "-")
                if name[0] in KINDS:
                    self.pool.give(name)
