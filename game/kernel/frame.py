"""Where everything that a day reads and writes lies in memory: one row for each quantity, episodes side by side.

Two sets of rows take turns for what a day changes: today's is read while tomorrow's is written.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np

from game.kernel.graph.traced_day import WHOLE, rows_of
from game.model import Choices, Ledger, Noise, Params, People, Rules, Signals, State
from game.model.arrays import Array
from game.model.moves import ATTRIBUTES

LANES = 8  # episodes are padded to a multiple of this, for machine code
TIES = 4  # and ties to a multiple of this, so that few versions have to be made
_NOT_ROWS = {"people.fit", "people.ties", "people.tie_weight", "choices.post"}


def _rows(group: str, shape: Any) -> tuple[str, ...]:
    return tuple(row for f in fields(shape) if f"{group}.{f.name}" not in _NOT_ROWS for row in rows_of(group, f.name))


@dataclass(frozen=True)
class FrameLayout:
    """Names of the rows: those that a day only reads, and those that it changes."""

    fixed: tuple[str, ...]
    moving: tuple[str, ...]

    def place(self, name: str) -> tuple[bool, int]:
        """Whether a row is a moving one, and its number."""
        moving = name in self.moving
        return moving, (self.moving if moving else self.fixed).index(name)


@lru_cache(maxsize=1)
def layout() -> FrameLayout:
    """The rows of a day."""
    return FrameLayout(
        _rows("people", People) + _rows("choices", Choices) + _rows("noise", Noise),
        _rows("state", State) + _rows("ledger", Ledger) + _rows("signals", Signals),
    )


@dataclass(frozen=True)
class FramePlace:
    """Where a field lies among the rows."""

    field: str
    first: int  # row
    count: int  # rows; 3 for the facets
    whole: bool  # its numbers are whole


@lru_cache(maxsize=8)
def places(shape: Any) -> tuple[FramePlace, ...]:
    """The fields of State, Ledger, Signals, People or Choices that have rows."""
    group = shape.__name__.lower()
    found = []
    for field in fields(shape):
        if f"{group}.{field.name}" not in _NOT_ROWS:
            names = rows_of(group, field.name)
            _, first = layout().place(names[0])
            found.append(FramePlace(field.name, first, len(names), field.name in WHOLE))
    return tuple(found)


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
        today = np.zeros((len(self.layout.moving), *shape))
        self.moving = [today, np.empty_like(today)]  # today's and tomorrow's, all of which a day writes
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
        self._fill(self.fixed, people, places(People))
        self._known: dict[str, Array] = {}  # what was handed out last, by field
        self._views: dict[tuple[Any, int], dict[str, Array]] = {}  # of rows that stay where they are

    def _fill(self, rows: Array, value: Any, wanted: tuple[FramePlace, ...]) -> None:
        """Fields (B, F), or (3, B, F), into their rows."""
        for place in wanted:
            array = getattr(value, place.field)
            target = rows[place.first : place.first + place.count, :, : self.batch]
            target[:] = array.transpose(0, 2, 1) if place.count > 1 else array.T

    def put(self, state: State, ledger: Ledger) -> None:
        """What is true this morning; what was handed out last is there already."""
        changed = [
            (value, tuple(p for p in places(shape) if self._known.get(p.field) is not getattr(value, p.field)))
            for shape, value in ((State, state), (Ledger, ledger))
        ]
        if self.lasting and self._known and any(wanted for _, wanted in changed):
            self.moving[0] = self.moving[0].copy()  # somebody may look at what was handed out
        for value, wanted in changed:
            self._fill(self.moving[0], value, wanted)

    def choose(self, choices: Choices) -> None:
        """Writes the day's choices into the rows that the day reads."""
        self._fill(self.fixed, choices, places(Choices))
        self.post[: self.batch] = choices.post

    def turn(self) -> None:
        """Makes tomorrow's rows those of today, once a day has written them."""
        today, tomorrow = self.moving
        self.moving = [tomorrow, np.empty_like(today) if self.lasting else today]

    def _fields(self, shape: Any, rows: Array) -> dict[str, Array]:
        """Fields (B, F), or (3, B, F), as views of rows, of which the first is the first of the shape."""
        found, first = {}, places(shape)[0].first
        for place in places(shape):
            start = place.first - first
            field = rows[start : start + place.count, :, : self.batch].transpose(0, 2, 1)
            found[place.field] = field if place.count > 1 else field[0]
        return found

    def _rows_of(self, shape: Any) -> Array:
        """Today's rows of state, ledger or signals."""
        found = places(shape)
        return self.moving[0][found[0].first : found[-1].first + found[-1].count]

    def _today(self, shape: Any) -> Any:
        """State or ledger of today; views where they can be."""
        key = (shape, id(self.moving[0]))
        views = self._views.get(key)
        if views is None:
            views = self._fields(shape, self._rows_of(shape))
            if not self.lasting:  # the two sets of rows are kept, so their ids stay theirs
                self._views[key] = views
        found = {p.field: views[p.field].astype(np.int64) if p.whole else views[p.field] for p in places(shape)}
        self._known |= found
        return shape(**found)

    def _last_night(self) -> Signals:
        """Signals, as small whole numbers."""
        return Signals(**self._fields(Signals, self._rows_of(Signals).astype(np.int8)))

    def morning(self) -> tuple[State, Ledger, Signals]:
        """Today's state and ledger and last night's signals: views that change tomorrow unless the frame lasts."""
        return self._today(State), self._today(Ledger), self._last_night()
