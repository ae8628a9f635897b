"""What cannot be traced is refused with the line of the rule and how to write it instead, whatever it is."""

import inspect
import math

import numpy as np
import pytest

from game.errors import CourtshipError
from game.kernel.graph import traced_day
from game.kernel.graph.graph import EPISODE, FOLLOWER, Graph
from game.kernel.graph.refusals import CannotTraceError, Unseen
from game.kernel.graph.tracing import Table, TieWeights, Traced, TracedTies
from game.model import take_apart

BOTH = EPISODE | FOLLOWER


class Given:
    """What a rule may be given: values, what comes in threes, whole numbers, conditions, a column, ties."""

    def __init__(self):
        graph = Graph()
        self.x, self.y = (Traced(graph, (graph.input(name, "f", BOTH),)) for name in "xy")
        self.facets = Traced(graph, tuple(graph.input(f"s{i}", "f", BOTH) for i in range(3)), stacked=True)
        self.rows = Traced(graph, (graph.input("rows", "i", BOTH),))
        self.post = Traced(graph, (graph.input("post", "i", EPISODE),))
        self.so = self.x > 0.0
        self.column, self.ties, self.weights = Table(graph, "moves.ask"), TracedTies(4), TieWeights(graph)
        self.fit = Unseen("people.fit", "Read choices.fit.")


def masked(g):
    g.x[g.x > 0.5] = 0.0


def added_in_place(g):
    g.x += 1.0


def joined_in_place(g):
    g.so |= g.x < 1.0


def branching(g):
    if g.x > 0.5:
        return g.y
    return g.x


def one_by_one(g):
    return [value * 2.0 for value in g.x]


def deleted(g):
    del g.x[0]


NATURAL = {
    "a mean": lambda g: g.x.mean(), "a sum": lambda g: g.x.sum(axis=1), "numpy's sum": lambda g: np.sum(g.x),
    "numpy's mean": lambda g: np.mean(g.x, axis=1), "a maximum of all": lambda g: g.x.max(),
    "all": lambda g: (g.x > 0.5).all(), "any": lambda g: (g.x > 0.5).any(), "numpy's any": lambda g: np.any(g.so),
    "a masked assignment": masked, "an addition in place": added_in_place, "a condition in place": joined_in_place,
    "a deletion": deleted, "if": branching, "and": lambda g: g.so and g.y, "not": lambda g: not g.so,
    "a chain of comparisons": lambda g: 0.0 < g.x < 1.0, "min": lambda g: min(g.x, 1.0), "max": lambda g: max(0.0, g.x),
    "sorted": lambda g: sorted([g.x, g.y]), "in a tuple": lambda g: g.rows in (1, 2), "in": lambda g: 1.0 in g.x,
    "numpy.isin": lambda g: np.isin(g.rows, [1, 2]), "float": lambda g: float(g.x), "int": lambda g: int(g.x),
    "round": lambda g: round(g.x), "numpy.round": lambda g: np.round(g.x), "math.exp": lambda g: math.exp(g.x),
    "numpy.exp": lambda g: np.exp(g.x), "numpy.tanh": lambda g: np.tanh(g.x), "a power": lambda g: g.x**2,
    "a whole division": lambda g: g.x // 2.0, "a remainder": lambda g: g.x % 7.0, "matrices": lambda g: g.x @ g.y,
    "a text": lambda g: f"{g.x:.2f}", "len": lambda g: len(g.x), "one by one": one_by_one,
    "a loop over a count": lambda g: range(g.rows), "an index": lambda g: [1.0, 2.0][g.rows],
    "a key": lambda g: {1: 0.5}.get(g.rows), "indexing by values": lambda g: g.x[g.rows],
    "indexing by a condition": lambda g: g.x[g.so], "a follower": lambda g: g.x[:, 0],
    "a fourth facet": lambda g: g.facets[3],
    "a kind": lambda g: g.x.dtype, "a size": lambda g: g.x.size,
    "turning": lambda g: g.x.T, "a copy": lambda g: g.x.copy(),
    "a list": lambda g: g.x.tolist(), "float32": lambda g: g.x.astype(np.float32), "words": lambda g: g.x.astype(str),
    "bits as whole numbers": lambda g: g.x.view(np.int64), "calling": lambda g: g.x(1),
    "numpy.select": lambda g: np.select([g.so], [g.x], 0.0), "numpy.cumsum": lambda g: np.cumsum(g.x, axis=1),
    "numpy.concatenate": lambda g: np.concatenate([g.x, g.y]), "numpy.interp": lambda g: np.interp(g.x, [0, 1], [0, 2]),
    "where with one": lambda g: np.where(g.so), "where by numbers": lambda g: np.where(g.x, g.y, 0.0),
    "where with words": lambda g: np.where(g.so, "yes", "no"),
    "clip without a bound": lambda g: np.clip(g.x, None, 1.0),
    "a result elsewhere": lambda g: np.add(g.x, 1.0, out=np.zeros((1, 1))),
    "reduce": lambda g: np.maximum.reduce([g.x, g.y]),
    "a mask of an operation": lambda g: np.add(g.x, 1.0, where=g.so),
    "an array of floats": lambda g: np.asarray([g.x], dtype=float), "numbers as conditions": lambda g: g.x & g.y,
    "a number turned round": lambda g: ~g.rows, "conditions counted": lambda g: g.so + (g.y > 0.0),
    "the sign of a whole number": lambda g: np.sign(g.rows),
    "an array for some followers": lambda g: g.x * np.arange(5.0),
    "two facets": lambda g: np.stack([g.x, g.y]), "stacked along": lambda g: np.stack([g.x, g.y, g.x], axis=1),
    "a row of a column": lambda g: g.column[g.rows], "a whole column": lambda g: g.column > 0.5,
    "taking without clip": lambda g: np.take(g.column, g.rows), "a column's mean": lambda g: g.column.mean(),
    "whom one knows": lambda g: g.ties[0], "others by number": lambda g: np.take(g.x, 0, axis=1),
    "ties counted": lambda g: len(g.ties), "weights of all ties": lambda g: g.weights.sum(),
    "what is not there": lambda g: g.fit[:, :, 0], "its mean": lambda g: g.fit.mean(),
    "its double": lambda g: g.fit * 2.0,
}  # fmt: skip


@pytest.mark.parametrize("name", NATURAL)
def test_what_cannot_be_traced_is_refused_with_its_line_and_how_to_write_it(name):
    """Whatever a modeller writes: never a bare error of Python or numpy."""
    rule = NATURAL[name]
    lines, first = inspect.getsourcelines(rule)
    with pytest.raises(CannotTraceError) as refused:
        rule(Given())
    place, _, message = str(refused.value).partition(": ")
    file, number = place.split(",")[0].rsplit(":", 1)

    assert file.endswith("tests/kernel/graph/test_refusals.py")
    assert first <= int(number) < first + len(lines)
    assert len(message.split(". ")) >= 2, "what is done, and what to do instead"
    assert message.endswith(".")


def test_a_refusal_is_told_to_people():
    """It is one of the errors that both front ends show as they are."""
    assert issubclass(CannotTraceError, CourtshipError)


POSSIBLE = {
    "three by name": lambda g: sum(g.facets), "the last facet": lambda g: g.facets[-1],
    "a day's number": lambda g: g.post[:, None] > 0, "both bounds": lambda g: np.clip(g.x, 0.0, 1.0),
    "a factor for each facet": lambda g: g.facets * np.array([0.5, 0.3, 0.1])[:, None, None],
    "zeros of a shape": lambda g: np.zeros(g.x.shape) + g.x, "none of it": lambda g: np.zeros_like(g.x) * g.x,
    "the same everywhere": lambda g: np.full((1, 1), g.x) * 2.0,
    "a count of conditions": lambda g: g.x + g.so, "abs": lambda g: abs(g.x), "another": lambda g: g.ties[:, 1],
}  # fmt: skip


@pytest.mark.parametrize("name", POSSIBLE)
def test_what_can_be_traced_is(name):
    """What is like a refused thing and is none."""
    assert POSSIBLE[name](Given()) is not None


def test_a_rule_of_the_day_is_named_by_its_own_line(monkeypatch):
    """A day whose rules ask a mean says where, and not where the tracer noticed."""

    def with_a_mean(state, *others):
        return take_apart(state, *others)[0], state.wear.mean()

    monkeypatch.setattr(traced_day, "take_apart", with_a_mean)
    with pytest.raises(CannotTraceError, match=r"test_refusals\.py:\d+, `return take_apart\(.*mean"):
        traced_day.day_graph.__wrapped__(4)
