"""A night after a day on which nobody did anything, as far as some quantities rest on it: the day's graph, simplified.

Of the thirty nights after the last day only the score is asked for. So no move and no post stand in the graph as
numbers; what follows from them is worked out beforehand, and what the score never rests on is left out.

Rule: a product with 0 is 0, and a sum with 0 the other number. The values are finite and no divisor is 0, so every
number comes out as in the whole day; a zero alone may come out with the other sign, which no comparison sees.
"""

from collections.abc import Callable, Collection
from functools import lru_cache

from game.kernel.graph.graph import CONSTANT, GATHER, INPUT, PICK, TIE, Graph, GraphNode
from game.kernel.graph.traced_day import DayGraph, day_graph

NOTHING_DONE = {"choices.move": 0, "choices.post": 0, "choices.fit": 1.0, "choices.post_fit": 1.0}
"""What `game.model.no_choices` chooses."""


@lru_cache(maxsize=8)
def idle_night(ties: int, wanted: frozenset[str]) -> DayGraph:
    """The graph of a night after a day without a move and a post; the first row of the table of moves must be zeros.

    Args:
        ties: how many each follower has, 0.. .
        wanted: rows whose values are asked for after any number of such nights.

    Returns:
        Its outputs are these rows and whatever they rest on.
    """
    whole = day_graph(ties)
    simple, found = _Simpler(whole.graph), dict[int, int]()
    for number in whole.graph.needed(tuple(whole.outputs.values())):
        node = whole.graph.nodes[number]
        found[number] = simple.written(node, tuple(found[a] for a in node.arguments))
    outputs = {name: found[number] for name, number in whole.outputs.items()}
    kept = _lasting(simple.graph, outputs, wanted)
    return DayGraph(simple.graph, {name: number for name, number in outputs.items() if name in kept}, ties)


def _lasting(graph: Graph, outputs: dict[str, int], wanted: Collection[str]) -> set[str]:
    """The rows that some rows rest on, night after night, and these."""
    kept = set(wanted)
    while True:
        needed = graph.needed(tuple(outputs[name] for name in kept))
        read = {graph.nodes[n].what for n in needed if graph.nodes[n].operation == INPUT}
        more = (read & set(outputs)) | kept
        if more == kept:
            return kept
        kept = more


class _Simpler:
    """Writes the operations of a graph into another, without those that come to nothing."""

    def __init__(self, whole: Graph) -> None:
        self.whole, self.graph = whole, Graph()

    def written(self, node: GraphNode, arguments: tuple[int, ...]) -> int:
        """An operation whose arguments are written already; gives its number in the new graph."""
        graph = self.graph
        plain: dict[str, Callable[[], int]] = {
            INPUT: lambda: self._input(node),
            CONSTANT: lambda: graph.constant(node.what),
            GATHER: lambda: graph.constant(0.0) if self._is_zero(arguments[0]) else graph.gather(node.what, *arguments),
            PICK: lambda: graph.pick(node.what, *arguments),
            TIE: lambda: arguments[0] if self._number(arguments[0]) is not None else graph.tie(node.what, *arguments),
        }
        if node.operation in plain:
            return plain[node.operation]()
        if node.operation.startswith("to_"):
            return graph.cast(arguments[0], node.kind)
        simple = self._simple(node, arguments)
        return simple if simple is not None else graph.operate(node.operation, *arguments)

    def _input(self, node: GraphNode) -> int:
        if node.what in NOTHING_DONE:
            return self.graph.constant(NOTHING_DONE[node.what])
        return self.graph.input(node.what, node.kind, node.axes)

    def _number(self, number: int) -> float | bool | None:
        node = self.graph.nodes[number]
        found: float | bool | None = node.what if node.operation == CONSTANT else None
        return found

    def _is_zero(self, number: int) -> bool:
        return self.graph.nodes[number].kind != "b" and self._number(number) == 0

    def _simple(self, node: GraphNode, arguments: tuple[int, ...]) -> int | None:
        """What an operation comes to where a number in it decides; None where it has to be done."""
        for one, other in (arguments, arguments[::-1]) if len(arguments) == 2 else ():
            known = self._number(one)
            if node.operation in {"and", "or"} and known is not None:
                return other if known == (node.operation == "and") else one
            if node.operation == "multiply" and self._is_zero(one):
                return self.graph.cast(one, node.kind)
            if node.operation == "add" and self._is_zero(one):
                return self.graph.cast(other, node.kind)
        if node.operation == "divide" and self._is_zero(arguments[0]):
            return self.graph.constant(0.0)
        return None
