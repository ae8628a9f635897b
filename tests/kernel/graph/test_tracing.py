"""The rules as a graph: shared, ordered, never regrouped; what cannot be traced is refused by name."""

import numpy as np
import pytest

from game.kernel.graph.graph import EPISODE, FOLLOWER, Graph
from game.kernel.graph.refusals import CannotTraceError
from game.kernel.graph.schedule import scheduled
from game.kernel.graph.tracing import Traced

BOTH = EPISODE | FOLLOWER


def value(graph: Graph, name: str = "x") -> Traced:
    return Traced(graph, (graph.input(name, "f", BOTH),))


def test_equal_operations_are_done_once():
    """Writing the same sum twice adds one operation."""
    graph = Graph()
    x, y = value(graph, "x"), value(graph, "y")

    assert (x + y).node == (x + y).node
    assert (x + y).node != (y + x).node


@pytest.mark.parametrize("change", [lambda x: 1.0 * x, lambda x: x * 1.0, lambda x: x / 1.0, lambda x: x - 0.0])
def test_what_does_nothing_is_left_out(change):
    """Times one, by one and minus nothing are no work."""
    graph = Graph()
    x = value(graph)

    assert change(x).node == x.node


def test_what_can_change_a_bit_is_kept():
    """Adding 0 turns −0 into 0 and times 0 keeps a sign: both stay."""
    graph = Graph()
    x = value(graph)

    assert (x + 0.0).node != x.node
    assert graph.nodes[(x * 0.0).node].operation == "multiply"


def test_constants_are_computed_beforehand_with_the_same_arithmetic():
    """0.1 + 0.2 is what numpy makes of it."""
    graph = Graph()
    total = graph.operate("add", graph.constant(0.1), graph.constant(0.2))

    assert graph.nodes[total].what == 0.1 + 0.2


def test_an_operation_without_a_counterpart_is_named():
    """A rule that uses a function the kernel lacks fails while it is traced, with its name."""
    graph = Graph()

    with pytest.raises(CannotTraceError, match="tanh"):
        np.tanh(value(graph))
    with pytest.raises(CannotTraceError, match="cumsum"):
        np.cumsum(value(graph))


def test_what_others_look_at_is_done_for_all_before_anybody_looks():
    """A value behind a tie stands in an earlier stage than what is made of it, and is kept for it."""
    graph = Graph()
    seen = value(graph) * 2.0
    looked = Traced(graph, (graph.tie(0, seen.node),))
    schedule = scheduled(graph, {"out": (looked + seen).node})

    assert len(schedule.stages) == 2
    assert seen.node in schedule.stages[0].kept
    assert looked.node in schedule.stages[1].steps
