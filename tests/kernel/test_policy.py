"""A traced policy comes to what numpy comes to, by both kernels: decisions, remainders, tables."""

from importlib.util import find_spec

import numpy as np
import pytest

from game.kernel.by_numpy.numpy_policy import NumpyPolicy
from game.kernel.graph.graph import EPISODE, FOLLOWER
from game.kernel.graph.refusals import CannotTraceError
from game.kernel.graph.traced_policy import OUTPUTS, PolicyGraph, TracedPolicy
from game.kernel.graph.tracing import Traced, looked_up

BOTH = EPISODE | FOLLOWER
WEIGHTS = np.array([0.5, -0.0, 3.0, 2.25])
FLAGS = np.array([True, False, True, False])


def _machine():
    from game.kernel.by_machine.compile_policy import MachinePolicy

    return MachinePolicy


KERNELS = [
    pytest.param(lambda: NumpyPolicy, id="numpy"),
    pytest.param(
        _machine, id="machine",
        marks=pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed: courtship[fast]"),
    ),
]  # fmt: skip


def wishes(age, hours, day):
    """Everything a policy may do, on arrays or on values that write it down: a wish for each of OUTPUTS."""
    quiet = age >= np.where(day % 7 == 2, 4.0, 6.0)
    move = np.where(quiet & (age % 4 < 2), 3, np.where(age > 8.0, 2, np.where(hours > 3.0, 1, 0)))
    number = np.minimum((age % 1.0 * 4.0).astype(np.int64), 3)
    content = np.where((move == 3) | looked_up(FLAGS, move), looked_up(np.arange(4) * 2, number), -1)
    priority = looked_up(WEIGHTS, move) + np.where(age < 0.0, -1.0, np.where(quiet, 2.0, 0.0)) * age
    return move, content, priority, np.where((hours < 4.0) & (day % 2 == 1), 2, 0), np.where(hours < 1.0, 5, -1)


def traced() -> TracedPolicy:
    graph = PolicyGraph()

    def given(name, kind, axes):
        return Traced(graph, (graph.input(name, kind, axes),))

    found = wishes(given("age", "f", BOTH), given("hours", "f", EPISODE), given("day", "i", 0))
    outputs = zip(OUTPUTS.items(), found, strict=True)
    return TracedPolicy(graph, {name: graph.cast(value.node, kind) for (name, kind), value in outputs})


@pytest.mark.parametrize("kind", KERNELS)
@pytest.mark.parametrize("day", [1, 2, 9, 14])
@pytest.mark.parametrize("episodes", [1, 8, 13])
def test_a_traced_policy_has_the_bits_of_numpy(kind, day, episodes):
    """Ages of all signs and fractions; a batch that fills the lanes and ones that do not."""
    dice = np.random.default_rng(day)
    age, hours = dice.integers(-40, 60, (episodes, 5)) / 4.0, dice.integers(0, 8, episodes) / 1.0
    player = kind()(traced())
    by_name = {"age": age, "hours": hours}
    found = player.decide([by_name[name] for name in player.inputs], day, 28, age.shape)
    expected = wishes(age, hours[:, None], day)

    for (name, value), plain in zip(found.items(), expected, strict=True):
        shaped = np.broadcast_to(plain, (episodes, 1) if plain.shape != age.shape else age.shape)
        assert value.tobytes() == np.ascontiguousarray(shaped[:, 0] if value.ndim == 1 else shaped).tobytes(), name


def test_a_decision_looked_up_needs_no_lookup():
    """Leaf by leaf: no operation of the kind is left to run."""
    policy = traced()
    needed = policy.graph.needed((policy.outputs["move"], policy.outputs["priority"]))

    assert "pick" not in {policy.graph.nodes[n].operation for n in needed}


@pytest.mark.parametrize("divisor", [3.0, 0.5, 0.0, -2.0])
def test_a_remainder_that_could_round_otherwise_is_refused(divisor):
    """Fractions by a power of two from 1 on alone: there the remainder is exact."""
    graph = PolicyGraph()
    age = Traced(graph, (graph.input("age", "f", BOTH),))

    with pytest.raises(CannotTraceError):
        age % divisor
