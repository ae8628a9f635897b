"""Tracing a policy: it is run once on a morning that writes down what is done with it, and becomes a graph.

Such a morning stands for all days of all games with the same moves. So a policy must not ask `if` of what differs from
day to day or follower to follower; it uses `numpy.where`, &, | and ~ instead.
"""

from dataclasses import fields
from typing import Any

import numpy as np

from game.bots.bot import Policy
from game.bots.possible import only_possible
from game.engine.sight import Sight
from game.kernel.graph.graph import EPISODE, ValueKind
from game.kernel.graph.refusals import CannotTraceError
from game.kernel.graph.traced_day import BOTH, WHOLE
from game.kernel.graph.traced_policy import OUTPUTS, PolicyGraph, TracedPolicy
from game.kernel.graph.tracing import Traced
from game.model import Ledger, Rules
from game.model.arrays import Array

LEDGER = "ledger."
OF_SIGHT: dict[str, tuple[ValueKind, int]] = {
    "day": ("i", 0), "days": ("i", 0), "hours": ("f", EPISODE), "dice": ("f", BOTH), "best_content": ("i", BOTH),
    "best_worth": ("f", BOTH), "popular_content": ("i", EPISODE),
}  # fmt: skip
"""What of a morning can be traced besides the ledger."""


class TracedLedger:
    """What has visibly happened, as values that write down what is done to them."""

    def __init__(self, graph: PolicyGraph) -> None:
        self._graph = graph

    def __getattr__(self, name: str) -> Traced:
        """A field of the ledger."""
        if name not in {f.name for f in fields(Ledger)}:
            raise AttributeError(name)
        return Traced(self._graph, (self._graph.input(LEDGER + name, "i" if name in WHOLE else "f", BOTH),))


class _Shape:
    """An array of which the shape alone is known."""

    def __init__(self, *shape: int) -> None:
        self.shape = shape


class TracedSight:
    """A morning that writes down what is done with it; one episode with one follower stands for all."""

    def __init__(self, graph: PolicyGraph, moves: tuple[str, ...], contents: int) -> None:
        self._graph, self.moves = graph, moves
        self.ledger = TracedLedger(graph)
        self.usable = _Shape(1, contents)

    def __getattr__(self, name: str) -> Traced:
        """What differs by day, episode or follower."""
        if name not in OF_SIGHT:
            raise CannotTraceError(f"a policy that looks at {name} cannot be traced")
        return Traced(self._graph, (self._graph.input(name, *OF_SIGHT[name]),))

    def number(self, move: str) -> int:
        """A move as its number."""
        return self.moves.index(move)


def traced(policy: Policy, rules: Rules, contents: int) -> TracedPolicy:
    """A policy as a graph, with the moves that a player could not make left out.

    Args:
        policy: of a bot that sees what a player sees.
        rules: of the scenario; the graph holds wherever the moves are the same.
        contents: how many there are.

    Raises:
        CannotTraceError: the policy does what cannot be traced.
    """
    graph = PolicyGraph()
    sight: Any = TracedSight(graph, rules.moves.ids, contents)
    wishes = only_possible(policy(sight), sight, rules)
    outputs = {}
    for name, kind in OUTPUTS.items():
        value = getattr(wishes, name)
        node = value.node if isinstance(value, Traced) else graph.constant(_only(value))
        outputs[name] = graph.cast(node, kind)  # type: ignore[arg-type]
    return TracedPolicy(graph, outputs)


def _only(value: Any) -> float:
    """The one number that stands for all."""
    array = np.asarray(value)
    if array.size != 1 or array.dtype == object:
        raise CannotTraceError(f"a policy came to an array {array.shape}, which does not stand for all")
    number: float = array.item()
    return number


def looked_at(name: str, sight: Sight) -> Array:
    """What a policy looks at, of a real morning: (B, F) or (B,)."""
    found: Array = getattr(sight.ledger, name.removeprefix(LEDGER)) if name.startswith(LEDGER) else getattr(sight, name)
    return found
