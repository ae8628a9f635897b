"""Regions: operations whose results count only where a condition holds, and that are skipped where it holds nowhere.

`where(asked, chance of a yes, …)` reads the chance only of those who are asked. All that the chance alone rests on is
a region: computed when anybody is asked, left out otherwise. What is left out is never looked at, so no bit changes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from game.kernel.graph.graph import CONSTANT, INPUT, TIE, Graph

LEAST = 10  # operations that repay asking first


@dataclass(frozen=True)
class GuardedRegion:
    """Operations that wait for a condition."""

    condition: int
    steps: tuple[int, ...]  # in order
    results: tuple[int, ...]  # those that are read outside


Item = int | GuardedRegion
"""An operation, or several that are skipped together."""


@dataclass(frozen=True)
class _Readings:
    """Who reads what among some steps. It stays the same whichever regions are taken out of them."""

    users: dict[int, list[int]]  # operation -> those that read it, in order
    guards: dict[int, tuple[int, int]]  # operation -> the condition under which it reads an argument, and that argument
    guarded: dict[int, set[int]]  # condition that is no constant -> arguments that are read under it
    before: dict[int, set[int]]  # condition -> what it rests on itself, and the condition


def arranged(graph: Graph, steps: Iterable[int], outside: Collection[int]) -> tuple[Item, ...]:
    """Steps in an order in which they can be computed, with what can be skipped put together.

    Args:
        graph: of the operations.
        steps: operations in order.
        outside: those whose results are wanted everywhere.
    """
    steps = tuple(steps)
    readings = _readings(graph, steps)
    free = {n for n in steps if graph.nodes[n].operation not in {TIE, CONSTANT}}
    free -= set(outside)
    regions: list[GuardedRegion] = []
    while True:
        found = _largest(graph, steps, free, readings)
        if not found:
            return _ordered(graph, steps, regions)
        for region in found:
            free -= set(region.steps)
            regions.append(region)


def _readings(graph: Graph, steps: tuple[int, ...]) -> _Readings:
    users: dict[int, list[int]] = {n: [] for n in steps}
    for number in steps:
        for argument in set(graph.nodes[number].arguments):
            users.setdefault(argument, []).append(number)
    guards = {number: guard for number in steps if (guard := _guards(graph, number)) is not None}
    guarded: dict[int, set[int]] = {}
    for condition, argument in guards.values():
        if graph.nodes[condition].operation != CONSTANT:
            guarded.setdefault(condition, set()).add(argument)
    return _Readings(users, guards, guarded, {c: set(graph.needed((c,))) for c in guarded})


def _guards(graph: Graph, number: int) -> tuple[int, int] | None:
    """The condition under which an operation reads an argument, and that argument: `where` its second, `and` too."""
    node = graph.nodes[number]
    if node.operation == "where" and node.arguments[1] not in {node.arguments[0], node.arguments[2]}:
        return node.arguments[0], node.arguments[1]
    if node.operation == "and" and node.arguments[0] != node.arguments[1]:
        return node.arguments[0], node.arguments[1]
    return None


def _waiting(graph: Graph, free: set[int], condition: int, readings: _Readings) -> set[int]:
    """All that is read only where a condition holds: what is read under it, then what that alone rests on.

    The last operation is looked at first, so that all readers of an operation are known before it.
    """
    before, found = readings.before[condition], set[int]()
    reached = set(readings.guarded[condition])
    later = [-number for number in reached]
    heapify(later)
    while later:
        number = -heappop(later)
        users = readings.users[number]
        if number not in free or number in before or not users:
            continue
        if all(u in found or readings.guards.get(u) == (condition, number) for u in users):
            found.add(number)
            for argument in set(graph.nodes[number].arguments) - reached:
                reached.add(argument)
                heappush(later, -argument)
    return found


def _largest(graph: Graph, steps: tuple[int, ...], free: set[int], readings: _Readings) -> list[GuardedRegion]:
    """The region that saves most, in parts if some of it needs what other parts give; empty when none repays."""
    waiting = {c: _waiting(graph, free, c, readings) for c in readings.guarded}
    weight = {c: sum(graph.nodes[n].operation != INPUT for n in found) for c, found in waiting.items()}
    best = max(sorted(weight), key=lambda c: weight[c], default=-1)
    if best < 0 or weight[best] < LEAST:
        return []
    parts = _parts(graph, steps, best, waiting[best], readings)
    return [region for region in parts if len(region.steps) >= LEAST]


def _parts(
    graph: Graph, steps: tuple[int, ...], condition: int, waiting: set[int], readings: _Readings
) -> list[GuardedRegion]:
    """The operations that wait for a condition, as one region, or as several in turn.

    It is cut in two where an operation of it needs the result of an operation outside of it that needs an earlier one
    of its own: the part before must be done first.
    """
    level: dict[int, int] = {}
    for number in steps:
        before = max((level.get(a, 0) for a in graph.nodes[number].arguments), default=0)
        guard = readings.guards.get(number)
        level[number] = before + (guard is not None and guard[0] == condition and guard[1] in waiting)
    found = []
    for wanted in sorted({level[n] for n in waiting}):
        part = {n for n in waiting if level[n] == wanted}
        inside = tuple(n for n in steps if n in part)
        results = tuple(n for n in inside if any(u not in part for u in readings.users[n]))
        found.append(GuardedRegion(condition, inside, results))
    return found


def _ordered(graph: Graph, steps: tuple[int, ...], regions: list[GuardedRegion]) -> tuple[Item, ...]:
    """Each as early as it can be: first what it needs, then itself."""
    home: dict[int, GuardedRegion] = {n: region for region in regions for n in region.steps}
    order: list[Item] = []
    done: set[int] = set()
    here = set(steps)

    def bring(number: int) -> None:
        item = home.get(number, number)
        if number in done:
            return
        members = item.steps if isinstance(item, GuardedRegion) else (number,)
        done.update(members)
        wanted = [a for n in members for a in graph.nodes[n].arguments if a in here and a not in members]
        for argument in (
            [item.condition] if isinstance(item, GuardedRegion) and item.condition in here else []
        ) + wanted:
            bring(argument)
        order.append(item)

    for number in steps:
        if number not in home:
            bring(number)
    return tuple(order)
