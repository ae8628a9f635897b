"""The bench measures everybody who is here, and tells of those who are not."""

from bench import measure
from bench.peers import Peer
from speed.lab_speed import MACHINE, NUMPY, _ratios
from tests.plays import compiled


def raced(monkeypatch, peers) -> dict[str, measure.Speed]:
    monkeypatch.setattr(measure, "PEERS", peers)
    monkeypatch.setattr(measure, "SECONDS", 0.02)
    race = measure.race(compiled("first_hello"), rounds=2, most=4)
    while True:
        try:
            next(race)
        except StopIteration as end:
            return {s.name: s for s in end.value}


def test_everybody_plays_every_round_and_the_missing_are_named(monkeypatch):
    """A peer that is not installed is skipped with the word why; the others have a speed for each round."""
    here = Peer("kernel, numpy", "bench.kernel_peer", options=(("kernel", "numpy"),))
    gone = Peer("gone", "bench.none", "no_such_package")
    speeds = raced(monkeypatch, (here, gone))

    assert len(speeds["kernel, numpy"].rounds) == 2
    assert min(speeds["kernel, numpy"].rounds) > 0.0
    assert "no_such_package is not installed" in speeds["gone"].skipped
    assert speeds["gone"].rounds == ()


def test_ratios_are_taken_round_by_round():
    """A busy round slows both sides; so each ratio is of one round, and the spread is of ratios."""
    speeds = (measure.Speed(NUMPY, (2.0, 8.0)), measure.Speed("Mesa 3", (1.0, 2.0)), measure.Speed(MACHINE, (), "gone"))

    assert _ratios(speeds) == {NUMPY: {"Mesa 3": (2.0, 3.0, 4.0)}}


def test_memory_is_that_of_the_process_alone():
    """A fresh process holds some megabytes before the first game, and more after some."""
    after, before = measure.peak_memory(256, "numpy")

    assert 10.0 < before <= after < 1000.0


def test_more_ties_are_more_work():
    """Operations are counted from the graph: somebody who knows eight takes more of them than who knows four."""
    assert measure.operations(8) > measure.operations(4) > 0
