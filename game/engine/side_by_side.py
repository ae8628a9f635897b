"""Single games whose days end at the same moment: put side by side, played as one batch, and taken apart again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from game.engine.batch import Batch
from game.engine.position import DayPlan, Position
from game.model.arrays import Array

LARGEST = 2000
"""Followers of all games in one batch: what numpy plays at once without code of its own for larger batches."""
_OF_A_GAME = (
    "episodes", "people", "lives", "state", "ledger", "hours", "besides", "due", "happened", "fresh", "answered",
    "chosen", "unlocked", "made", "seems",
)  # fmt: skip
_CHANGED = ("hours", "besides", "happened", "fresh", "answered", "chosen", "unlocked", "made")
_OF_THE_CAST = frozenset({"ties", "tie_weight"})  # the same in all games of a cast
_BY_FACET = frozenset({"facets", "hurt"})  # (3, B, F); all else begins with B


def play_side_by_side(mornings: Sequence[Position], plans: Sequence[DayPlan]) -> list[Position]:
    """The mornings after a day of single games: the bits that `Batch.play_day` gives each of them alone.

    Games of the same scenario, seed, day and brought events become one batch, or a few where they are very many.

    Args:
        mornings: of one episode each.
        plans: what is done in each.

    Returns:
        The next mornings, events and all, in the order of the games.
    """
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, morning in enumerate(mornings):
        key = id(morning.compiled), id(morning.kernel), morning.seed, morning.day, morning.brought
        alike[key].append(number)
    found: dict[int, Position] = {}
    for numbers in alike.values():
        at_once = max(1, LARGEST // mornings[numbers[0]].compiled.followers)
        for start in range(0, len(numbers), at_once):
            some = numbers[start : start + at_once]
            following = _played([mornings[number] for number in some], [plans[number] for number in some])
            found |= zip(some, following, strict=True)
    return [found[number] for number in range(len(mornings))]


def _played(mornings: Sequence[Position], plans: Sequence[DayPlan]) -> list[Position]:
    """The same for games that are alike."""
    if len(mornings) == 1:
        return [Batch(mornings[0]).play_day(mornings[0], plans[0])]
    parts = {name: _one_value([getattr(morning, name) for morning in mornings]) for name in _OF_A_GAME}
    position = replace(mornings[0], dawn=parts["state"], signals=None, **parts)
    return _taken_apart(Batch(position).play_day(position, _one_value(plans)), position, mornings)


def _one_value(values: Sequence[Any]) -> Any:
    """Arrays of one episode each, or values of such arrays, as one of all of them."""
    first = values[0]
    if isinstance(first, np.ndarray):
        return np.concatenate(values)
    joined: dict[str, Array] = {}
    for name in type(first).__dataclass_fields__:
        arrays = [getattr(value, name) for value in values]
        joined[name] = arrays[0] if name in _OF_THE_CAST else np.concatenate(arrays, axis=int(name in _BY_FACET))
    return type(first)(**joined)


def _taken_apart(following: Position, before: Position, mornings: Sequence[Position]) -> list[Position]:
    """The games of a batch, each in memory of its own; what no night changes is that of the morning before."""
    states, ledgers, signals = (_values_of(value) for value in (following.state, following.ledger, following.signals))
    dawns = states if following.dawn is following.state else _values_of(following.dawn)
    read = following.seems is not before.seems
    return [
        replace(
            morning, day=following.day, state=states[i], dawn=dawns[i], ledger=ledgers[i], signals=signals[i],
            seems=following.seems[i : i + 1].copy(order="K") if read else morning.seems,
            **{name: getattr(following, name)[i : i + 1].copy() for name in _CHANGED},
        )
        for i, morning in enumerate(mornings)
    ]  # fmt: skip


def _values_of(batch: Any) -> list[Any]:
    """A state, ledger or signals of B episodes as B values of one episode."""
    rows: dict[np.dtype[Any], list[Array]] = defaultdict(list)
    places: dict[str, tuple[np.dtype[Any], slice]] = {}
    for name in type(batch).__dataclass_fields__:
        array = getattr(batch, name)
        own, parts = rows[array.dtype], list(array) if name in _BY_FACET else [array]
        places[name] = array.dtype, slice(len(own), len(own) + len(parts))
        own += parts
    blocks = {kind: np.stack(arrays, axis=1) for kind, arrays in rows.items()}  # (B, rows, F)
    found = []
    for i in range(len(next(iter(blocks.values())))):
        own_rows = {kind: block[i].copy() for kind, block in blocks.items()}
        fields = {name: own_rows[kind][place] for name, (kind, place) in places.items()}
        found.append(type(batch)(**{n: a[:, None] if n in _BY_FACET else a for n, a in fields.items()}))
    return found
