"""Plain Python from a graph: each value is worked out where it is needed, once, and nowhere else."""

import math
from typing import Any

import pytest

from bench.scalar.scalar_graph import ScalarGraph
from bench.scalar.scalar_text import Fork, Leaf, Text, Tree


class Asked:
    """A follower who notes what is read of them."""

    def __init__(self, **values: float) -> None:
        self.__dict__["values"], self.__dict__["read"] = values, []

    def __getattr__(self, name: str) -> float:
        self.read.append(name)
        return self.values[name]

    def __setattr__(self, name: str, value: float) -> None:
        self.values[name] = value


def run(graph: ScalarGraph, tree: Tree, **values: float) -> tuple[dict[str, float], list[str]]:
    """What is written, and what was read on the way."""
    lines = Text(graph, tree, lambda node: f"f.{node.what}", lambda name: f"f.{name}").lines()
    names: dict[str, Any] = {}
    names["sqrt"] = math.sqrt
    exec("def day(f):\n" + "\n".join(f"    {line}" for line in lines), names)
    f = Asked(**values)
    names["day"](f)
    return f.values, f.read


@pytest.fixture
def graph() -> ScalarGraph:
    return ScalarGraph({"moves.thanks": (0.0, 0.5), "moves.deceit": (0.0, 0.0)})


def given(graph: ScalarGraph, name: str) -> int:
    return graph.input(name, "f", 0)


def test_what_one_side_needs_is_read_on_that_side(graph):
    """`where(a > 0, b, c)` reads b or c, never both."""
    asked = graph.operate("less", graph.constant(0.0), given(graph, "a"))
    result = graph.operate("where", asked, given(graph, "b"), given(graph, "c"))
    tree = Leaf({"out": result})

    assert run(graph, tree, a=1.0, b=2.0, c=3.0) == ({"a": 1.0, "b": 2.0, "c": 3.0, "out": 2.0}, ["a", "b"])
    assert run(graph, tree, a=-1.0, b=2.0, c=3.0)[1] == ["a", "c"]


def test_what_both_sides_need_is_worked_out_once(graph):
    """A value of both stands above them."""
    asked = graph.operate("less", graph.constant(0.0), given(graph, "a"))
    root = graph.operate("square_root", given(graph, "b"))
    yes, no = graph.operate("add", root, root), graph.operate("divide", root, graph.constant(4.0))
    text = Text(graph, Leaf({"out": graph.operate("where", asked, yes, no)}), lambda n: str(n.what), str)

    assert "\n".join(text.lines()).count("sqrt") == 1


def test_the_second_of_two_conditions_is_asked_if_the_first_holds(graph):
    """`&` is `and`."""
    first, second = (graph.operate("less", graph.constant(0.0), given(graph, name)) for name in "ab")
    both = graph.operate("where", graph.operate("and", first, second), graph.constant(1.0), graph.constant(0.0))

    assert run(graph, Leaf({"out": both}), a=-1.0, b=1.0)[1] == ["a"]
    assert run(graph, Leaf({"out": both}), a=1.0, b=1.0)[0]["out"] == 1.0


def test_an_attribute_that_a_move_has_not_costs_a_glance(graph):
    """What a product with 0 rests on is not worked out; a column of zeros is not even looked at."""
    row = graph.input("row", "i", 0)
    deed = graph.operate("add", given(graph, "a"), given(graph, "b"))
    gain = graph.operate("multiply", graph.gather("moves.thanks", row), deed)
    lie = graph.operate("multiply", graph.gather("moves.deceit", row), given(graph, "c"))
    total = graph.operate("add", graph.operate("add", given(graph, "d"), gain), lie)
    lines = "\n".join(Text(graph, Leaf({"out": total}), lambda n: f"f.{n.what}", lambda n: f"f.{n}").lines())

    assert "deceit" not in lines
    assert "f.c" not in lines
    assert "thanks" in lines.split("f.a")[0]


def test_two_ways_do_their_own_work_and_swap_what_they_write(graph):
    """All is read before anything is written, and a way reads what it needs alone."""
    a, b, c = (given(graph, name) for name in "abc")
    tree = Fork(c, Leaf({"a": b, "b": a}), Leaf({"a": a, "b": graph.constant(0.0)}))

    assert run(graph, tree, a=1.0, b=2.0, c=1.0)[0] == {"a": 2.0, "b": 1.0, "c": 1.0}
    assert run(graph, tree, a=1.0, b=2.0, c=0.0) == ({"a": 1.0, "b": 0.0, "c": 0.0}, ["c"])


def test_a_condition_that_is_narrowed_is_not_the_one_it_was(graph):
    """A choice by `a and b`, after what b rests on has been worked out, is no choice by `a`."""
    a, b, c = (given(graph, name) for name in "abc")
    positive = graph.operate("less", graph.constant(0.0), a)
    root = graph.operate("square_root", b)
    narrow = graph.operate("and", positive, graph.operate("less", graph.operate("multiply", root, root), c))
    tree = Leaf({"out": graph.operate("where", narrow, graph.operate("add", root, c), c)})

    assert run(graph, tree, a=1.0, b=9.0, c=1.0)[0]["out"] == 1.0
    assert run(graph, tree, a=1.0, b=1.0, c=4.0)[0]["out"] == 5.0
