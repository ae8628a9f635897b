"""Where everything that a day reads and writes lies in memory: one row for each quantity, episodes side by side.

Two sets of rows take turns for what a day changes: today's is read while tomorrow's is written.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np

from game.kernel.day import WHOLE, rows_of
from game.model import Choices, Ledger, Noise, Params, People, Rules, Signals, State
from game.model.arrays import Array
from game.model.moves import ATTRIBUTES

LANES = 8  # episodes are padded to a multiple of this, for machine code
TIES = 4  # and ties to a multiple of this, so that few versions have to be made
_NOT_ROWS = {"people.fit", "people.ties", "people.tie_weight", "choices.post"}


def _rows(group: str, shape: Any) -> tuple[str, ...]:
    return tuple(row for f in fields(shape) if f"{group}.{f.name}" not in _NOT_ROWS for row in rows_of(group, f.name))


@dataclass(frozen=True)
class Layout:
    """Names of the rows: those that a day only reads, and those that it changes."""

    fixed: tuple[str, ...]
    moving: tuple[str, ...]

    def place(self, name: str) -> tuple[bool, int]:
        """Whether a row is a moving one, and its number."""
        moving = name in self.moving
        return moving, (self.moving if moving else self.fixed).index(name)


@lru_cache(maxsize=1)
def layout() -> Layout:
    """The rows of a day."""
    return Layout(
        _rows("people", People) + _rows("choices", Choices) + _rows("noise", Noise),
        _rows("state", State) + _rows("ledger", Ledger) + _rows("signals", Signals),
    )


@lru_cache(maxsize=1)
def params_order() -> tuple[str, ...]:
    """Names of the constants in the order in which they are handed over."""
    return tuple(f"params.{f.name}" for f in fields(Params))


@lru_cache(maxsize=1)
def table_order() -> tuple[str, ...]:
    """Names of the columns of moves in their order."""
    return tuple(f"moves.{name}" for name in ATTRIBUTES)


def padded(count: int, step: int) -> int:
    """The next multiple.

    >>> padded(9, 8)
    16
    """
    return -(-count // step) * step


class Frame:
    """The memory of some episodes that are played together. B episodes, F followers.

    A lasting frame takes new memory for every day, so that what it has handed out stays as it was.
    """

    def __init__(
        self, people: People, rules: Rules, seed: int, episodes: Array, lanes: int = 1, *, lasting: bool = True
    ) -> None:
        self.layout = layout()
        self.rules, self.seed = rules, seed
        self.batch, self.followers = people.motive.shape
        self.width = padded(self.batch, lanes)
        shape = (self.followers, self.width)
        self.fixed = np.zeros((len(self.layout.fixed), *shape))
        self.moving = [np.zeros((len(self.layout.moving), *shape)) for _ in range(2)]  # today's and tomorrow's
        self.lasting = lasting
        self.post = np.zeros(self.width, dtype=np.int64)
        self.episodes = np.zeros(self.width, dtype=np.uint64)
        self.episodes[: self.batch] = episodes
        self.params = np.array([getattr(rules.params, n.split(".")[1]) for n in params_order()])
        self.table = np.array([rules.moves.columns[n.split(".")[1]] for n in table_order()])
        ties = people.ties.shape[1]
        self.tie_count = padded(ties, TIES)
        self.ties = np.tile(np.arange(self.followers)[:, None], (1, self.tie_count))
        self.weights = np.zeros((self.followers, self.tie_count))
        self.ties[:, :ties], self.weights[:, :ties] = people.ties, people.tie_weight
        for name, row in self._of("people", people):
            self.fixed[self.layout.fixed.index(name), :, : self.batch] = row.T
        self._known: dict[str, Any] = {}

    def _of(self, group: str, value: Any) -> list[tuple[str, Array]]:
        """The rows of a value by name, each (B, F)."""
        found = []
        for field in fields(value):
            if f"{group}.{field.name}" not in _NOT_ROWS:
                array, names = getattr(value, field.name), rows_of(group, field.name)
                found += list(zip(names, array if len(names) > 1 else [array], strict=True))
        return found

    def put(self, state: State, ledger: Ledger) -> None:
        """What is true this morning; what was handed out last is there already."""
        for group, value in (("state", state), ("ledger", ledger)):
            for field in fields(value):
                array = getattr(value, field.name)
                if self._known.get(f"{group}.{field.name}") is not array:
                    names = rows_of(group, field.name)
                    for name, row in zip(names, array if len(names) > 1 else [array], strict=True):
                        self.moving[0][self.layout.moving.index(name), :, : self.batch] = row.T

    def choose(self, choices: Choices) -> None:
        """What is done today."""
        for name, row in self._of("choices", choices):
            self.fixed[self.layout.fixed.index(name), :, : self.batch] = row.T
        self.post[: self.batch] = choices.post

    def turn(self) -> None:
        """Tomorrow becomes today."""
        today, tomorrow = self.moving
        self.moving = [tomorrow, np.empty_like(today) if self.lasting else today]

    def _view(self, group: str, name: str) -> Array:
        """A field of today (B, F), or (3, B, F); a view where it can be one."""
        names = rows_of(group, name)
        first = self.layout.moving.index(names[0])
        rows = self.moving[0][first : first + len(names), :, : self.batch].transpose(0, 2, 1)
        found = rows if len(names) > 1 else rows[0]
        if group == "signals":
            return found.astype(np.int8)
        return found.astype(np.int64) if name in WHOLE else found

    def _value(self, group: str, shape: Any) -> Any:
        found = {f.name: self._view(group, f.name) for f in fields(shape)}
        self._known |= {f"{group}.{name}": array for name, array in found.items()}
        return shape(**found)

    def morning(self) -> tuple[State, Ledger, Signals]:
        """Today's state and ledger and last night's signals: views that change tomorrow unless the frame lasts."""
        return self._value("state", State), self._value("ledger", Ledger), self._value("signals", Signals)
