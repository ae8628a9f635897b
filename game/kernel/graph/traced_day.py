"""A day of the model as a graph: `take_apart` is run once on values that write down what is done to them."""

from dataclasses import dataclass, fields
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from game.kernel.graph.graph import EPISODE, FOLLOWER, Graph, ValueKind
from game.kernel.graph.refusals import StandIn, Unseen
from game.kernel.graph.tracing import Table, TieWeights, Traced, TracedTies, nodes_of
from game.model import Choices, Ledger, Noise, Params, People, Rules, State, take_apart
from game.model.moves import ATTRIBUTES

BOTH = EPISODE | FOLLOWER
STACKED = {"facets": 3, "hurt": 3}
WHOLE = {"move", "last_move", "other_move", "motive", "post"}
"""Fields that hold whole numbers."""


@dataclass(frozen=True)
class DayGraph:
    """A day: what goes in stands in the graph by name, what comes out is listed."""

    graph: Graph
    outputs: dict[str, int]  # name -> operation
    ties: int  # for each follower


def rows_of(group: str, name: str) -> tuple[str, ...]:
    """The names of a field's rows.

    >>> rows_of("state", "facets")
    ('state.facets.0', 'state.facets.1', 'state.facets.2')
    """
    count = STACKED.get(name, 0)
    return tuple(f"{group}.{name}.{i}" for i in range(count)) if count else (f"{group}.{name}",)


def kind_of(name: str) -> ValueKind:
    """The kind of a row by its name."""
    return "i" if name.split(".")[1] in WHOLE else "f"


def _values(graph: Graph, shape: Any, group: str, axes: int = BOTH) -> dict[str, Traced]:
    found = {}
    for field in fields(shape):
        rows = rows_of(group, field.name)
        nodes = tuple(graph.input(row, kind_of(row), axes) for row in rows)
        found[field.name] = Traced(graph, nodes, stacked=len(rows) > 1)
    return found


class _Moves(StandIn):
    """The table of moves: columns of attributes, whose rows differ by scenario."""

    called = "The table of moves"

    def __init__(self, graph: Graph) -> None:
        self.columns = {name: Table(graph, f"moves.{name}") for name in ATTRIBUTES}


def _rules(graph: Graph) -> Any:
    params = {f.name: Traced(graph, (graph.input(f"params.{f.name}", "f", 0),)) for f in fields(Params)}
    motives = Unseen("rules.motives", "What a motive means is drawn into `people` before the first day: read it there.")
    return SimpleNamespace(params=SimpleNamespace(**params), moves=_Moves(graph), motives=motives)


@lru_cache(maxsize=8)
def day_graph(ties: int) -> DayGraph:
    """A day of the model.

    Args:
        ties: how many each follower has, 0.. .
    """
    graph = Graph()
    fit = Unseen("people.fit", "The worth of what goes with a move is choices.fit, that of the post choices.post_fit.")
    people = {n: v for n, v in _values(graph, People, "people").items() if n not in {"fit", "ties", "tie_weight"}}
    choices = _values(graph, Choices, "choices")
    choices["post"] = Traced(graph, (graph.input("choices.post", "i", EPISODE),))
    rules: Rules = _rules(graph)
    day, ledger = take_apart(
        State(**_values(graph, State, "state")),  # type: ignore[arg-type]
        Ledger(**_values(graph, Ledger, "ledger")),  # type: ignore[arg-type]
        Choices(**choices),  # type: ignore[arg-type]
        Noise(**_values(graph, Noise, "noise")),  # type: ignore[arg-type]
        People(**people, fit=fit, ties=TracedTies(ties), tie_weight=TieWeights(graph)),  # type: ignore[arg-type]
        rules,
        Traced(graph, (graph.input("day", "i", 0),)),  # type: ignore[arg-type]
    )
    outputs: dict[str, int] = {}
    for group, value in (("state", day.evening), ("ledger", ledger), ("signals", day.signals)):
        for field in fields(value):
            rows = rows_of(group, field.name)
            nodes = nodes_of(graph, getattr(value, field.name), len(rows))
            outputs |= dict(zip(rows, nodes, strict=True))
    return DayGraph(graph, outputs, ties)
