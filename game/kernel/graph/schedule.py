"""The order of work: what is the same for all, what differs by episode, and what waits for the others.

Ties let followers see what was done to others. So the work for each follower falls into stages: a stage can begin when
the one before is done for everybody.
"""

from dataclasses import dataclass
from functools import cached_property

from game.kernel.graph.graph import CONSTANT, EPISODE, FOLLOWER, INPUT, TIE, Graph
from game.kernel.graph.regions import GuardedRegion, Item, arranged


@dataclass(frozen=True)
class ScheduleStage:
    """What is done for one follower after another."""

    items: tuple[Item, ...]  # operations in order, and what is skipped together
    kept: tuple[int, ...]  # results that later stages need

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """All operations of the stage in order, those in regions included."""
        return tuple(n for item in self.items for n in (item.steps if isinstance(item, GuardedRegion) else (item,)))


@dataclass(frozen=True)
class Schedule:
    """All operations that some outputs rest on."""

    graph: Graph
    outputs: dict[str, int]
    settings: tuple[int, ...]  # the same for every episode and follower
    by_episode: tuple[int, ...]
    stages: tuple[ScheduleStage, ...]


def _ties_before(graph: Graph, needed: list[int]) -> dict[int, int]:
    """How many rounds of watching others each value rests on."""
    rounds: dict[int, int] = {}
    for number in needed:
        node = graph.nodes[number]
        before = max((rounds[a] for a in node.arguments), default=0)
        rounds[number] = before + (node.operation == TIE)
    return rounds


def scheduled(graph: Graph, outputs: dict[str, int]) -> Schedule:
    """Sorts the operations that outputs rest on."""
    needed = graph.needed(tuple(outputs.values()))
    rounds = _ties_before(graph, needed)
    count = 1 + max(rounds.values(), default=0)
    stage: dict[int, int] = {}
    for i in range(count):  # each value as early as ties ask for it, and no earlier
        asked = [n for n in needed if graph.nodes[n].operation == TIE and rounds[n] == i + 1]
        wanted = tuple(a for n in asked for a in graph.nodes[n].arguments) if i + 1 < count else tuple(outputs.values())
        for number in graph.needed(wanted):
            stage.setdefault(number, i)
    single = [n for n in needed if not graph.nodes[n].axes & FOLLOWER]
    own = [n for n in needed if graph.nodes[n].axes & FOLLOWER]
    stages = []
    for i in range(count):
        here = {n for n in own if stage[n] == i}
        again = {a for n in here for a in graph.nodes[n].arguments if graph.nodes[a].operation == INPUT} & set(own)
        steps = tuple(sorted(here | again))
        later = {a for n in own if stage[n] > i for a in graph.nodes[n].arguments}
        kept = tuple(n for n in steps if n in later and graph.nodes[n].operation not in {INPUT, CONSTANT})
        stages.append(ScheduleStage(arranged(graph, steps, {*kept, *outputs.values()}), kept))
    return Schedule(
        graph, outputs,
        tuple(n for n in single if not graph.nodes[n].axes),
        tuple(n for n in single if graph.nodes[n].axes == EPISODE),
        tuple(stages),
    )  # fmt: skip
