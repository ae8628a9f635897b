"""A day as a list of numpy calls that write into memory which is asked for once.

The calls are written from the graph of the rules as Python text: for a single game, looking an operation up would cost
more than doing it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np

from game.kernel.by_numpy.expressions import KINDS, WORDS
from game.kernel.by_numpy.numpy_regions import write_region
from game.kernel.by_numpy.numpy_writer import Writer
from game.kernel.draws import NOISE_OF_A_DAY, Draws
from game.kernel.frame import Frame, layout, params_order, table_order
from game.kernel.graph.graph import INPUT
from game.kernel.graph.idle_night import idle_night
from game.kernel.graph.regions import GuardedRegion
from game.kernel.graph.schedule import scheduled
from game.kernel.graph.traced_day import DayGraph, day_graph, rows_of
from game.model.arrays import worth_asking
from game.model.outcome import SCORED

_NAMES: dict[str, Any] = {
    **WORDS, **{n: getattr(np, n) for n in ("copyto", "flatnonzero", "int8", "bitwise_and", "bitwise_xor")},
    "worth_asking": worth_asking,
}  # fmt: skip
WIDE = 2048
"""From so many values on, a selection by bits is quicker than `numpy.where`, which guesses at every value."""


def _text(writer: Writer) -> str:
    """The day as Python text: a function that changes the rows of tomorrow."""
    for number in (*writer.schedule.settings, *writer.schedule.by_episode):
        writer.small(number)
    for item in (item for stage in writer.schedule.stages for item in stage.items):
        if isinstance(item, GuardedRegion):
            write_region(writer, item)
        elif item not in writer.names:
            writer.step(item)
    for name, number in writer.schedule.outputs.items():
        row = f"a{writer.layout.place(name)[1]}"
        if writer.name(number) != row:
            writer.lines.append(f"copyto({row}, {writer.name(number)})")
    buffers = "".join(f"{kind}{i}, " for kind in KINDS for i in range(writer.pool.count[kind]))
    head = [f"{name} = {place}" for name, place in writer.reads.items()]
    rows = [writer.layout.place(name)[1] for name in writer.schedule.outputs]
    head += [f"a{row} = after[{row}]" for row in rows]
    head.append(f"{buffers}= buffers")
    views = writer.masks.views if writer.masks else {}
    head += [f"{name}_bits = {name}.view({kind})" for name, kind in views.items()]
    arguments = "fixed, before, after, post, given, table, ties, weights, buffers"
    return f"def day({arguments}):\n    " + "\n    ".join([*head, *writer.lines])


@dataclass(frozen=True)
class WrittenDay:
    """A day as a function, and the memory that it wants."""

    play: Callable[..., None]
    buffers: dict[str, int]  # of each kind
    draws: frozenset[str]  # names of the chance that it reads


@lru_cache(maxsize=8)
def written(ties: int, *, wide: bool) -> WrittenDay:
    """The day for so many ties, for many values at once or few."""
    return _written(day_graph(ties), wide=wide)


@lru_cache(maxsize=8)
def written_night(ties: int) -> WrittenDay:
    """A night after a day without you, as far as the score rests on it, for many values at once."""
    return _written(idle_night(ties, frozenset(row for name in SCORED for row in rows_of(*name.split(".")))), wide=True)


def _written(graph: DayGraph, *, wide: bool) -> WrittenDay:
    writer = Writer(scheduled(graph.graph, graph.outputs), layout(), wide=wide)
    text = _text(writer)
    names = {**_NAMES, **writer.constants}
    exec(compile(text, "<the day as numpy calls>", "exec"), names)  # noqa: S102 - the text is our own
    draws = frozenset(graph.graph.nodes[n].what for n in writer.places if graph.graph.nodes[n].operation == INPUT)
    return WrittenDay(names["day"], writer.pool.count, draws & set(chain(*NOISE_OF_A_DAY)))


class NumpyDay:
    """Plays days of a frame with numpy."""

    lanes = 1

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        shape = (frame.followers, frame.width)
        text = self._text(wide=shape[0] * shape[1] >= WIDE)
        self.day, self.draws = text.play, Draws(frame, text.draws)
        self.buffers = [np.empty(shape, dtype=KINDS[kind]) for kind in KINDS for _ in range(text.buffers[kind])]
        self.given = {n: np.array(v) for n, v in zip(params_order(), frame.params, strict=True)}
        self.table = dict(zip(table_order(), frame.table, strict=True))
        self.ties = np.ascontiguousarray(frame.ties.T)
        self.weights = np.ascontiguousarray(frame.weights.T)[:, :, None]
        self.post = frame.post[None, :]

    def _text(self, *, wide: bool) -> WrittenDay:
        return written(self.frame.tie_count, wide=wide)

    def play(self, day: int) -> None:
        """From this morning to the next."""
        frame = self.frame
        self.draws.draw(day)
        before, after = frame.moving
        given = {**self.given, "day": np.array(day)}
        self.day(frame.fixed, before, after, self.post, given, self.table, self.ties, self.weights, self.buffers)
        frame.turn()


class NumpyNights(NumpyDay):
    """Plays nights after days on which nothing was done: what the score rests on, and nothing else.

    The other rows stay as they were. A frame of few values plays whole days: they are written already.
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        np.copyto(frame.moving[1], frame.moving[0])

    def _text(self, *, wide: bool) -> WrittenDay:
        nothing = not self.frame.table[:, 0].any()
        return written_night(self.frame.tie_count) if wide and nothing else super()._text(wide=wide)
