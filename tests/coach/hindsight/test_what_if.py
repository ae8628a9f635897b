"""Two choices against each other: the same worlds, the same chance, an interval that is honest."""

from dataclasses import replace

import numpy as np
import pytest

from game.coach.hindsight.what_if import (
    CHANCE_EPISODES,
    VISIBLE,
    PlayedOn,
    compared,
    effect_of,
    play_on,
    true_worlds,
)  # fmt: skip
from game.engine.position import empty_plan
from game.session.entries import PlanMove
from game.session.planning import plan_of
from tests.plays import session

COUNT = 6


@pytest.fixture(scope="module")
def morning():
    return session("first_hello", 2).playthrough.position


@pytest.fixture(scope="module")
def worlds(morning):
    return true_worlds(morning, COUNT)


def test_worlds_are_the_morning_with_other_chance(morning, worlds):
    """Everybody is who they are in each of them, and no two share their dice, nor with a game that somebody plays."""
    assert worlds.day == morning.day
    assert worlds.episodes.tolist() == [CHANCE_EPISODES + n for n in range(COUNT)]
    for part in ("state", "people", "ledger"):
        for name, one in vars(getattr(morning, part)).items():
            many = getattr(getattr(worlds, part), name)
            if name in {"ties", "tie_weight"}:
                assert many.tolist() == one.tolist()
                continue
            axis = 1 if name in {"facets", "hurt"} else 0
            assert many.shape[axis] == COUNT
            assert all(np.take(many, n, axis).tolist() == np.take(one, 0, axis).tolist() for n in range(COUNT)), name
    assert all(len(getattr(worlds, name)) == COUNT for name in VISIBLE if name not in {"ledger", "signals"})


def test_each_plan_is_told_for_itself_whatever_is_played_beside_it(morning, worlds):
    """The same plan twice gives the same games, and its place among others does not matter."""
    nothing = empty_plan(1, morning.compiled.followers)
    pushy = plan_of(morning, [PlanMove("blast_dm")])
    first, second, third = play_on(worlds, [nothing, pushy, nothing], follower=0)
    (alone,) = play_on(worlds, [pushy], follower=0)

    assert first.score.tolist() == third.score.tolist()
    assert second.score.tolist() == alone.score.tolist()
    assert second.trust.tolist() == alone.trust.tolist()
    assert first.score.tolist() != second.score.tolist()
    assert second.trust[0, 1] < first.trust[0, 1]


@pytest.mark.parametrize("together", [2, 4, 7, 11])
def test_games_are_the_same_however_many_are_played_together(morning, worlds, together, monkeypatch):
    """In blocks of few games or all in one: scores and bands have the same bits."""
    plans = [empty_plan(1, morning.compiled.followers), plan_of(morning, [PlanMove("blast_dm")])]
    expected = play_on(worlds, plans, follower=0)
    monkeypatch.setattr("game.coach.hindsight.what_if.TOGETHER", together)

    for one, other in zip(play_on(worlds, plans, follower=0), expected, strict=True):
        assert one.score.tobytes() == other.score.tobytes()
        assert one.trust.tobytes() == other.trust.tobytes()


def test_trust_is_told_for_each_evening_to_come_in_three_bands(morning, worlds):
    """A tenth of the games lies below the first, half below the second, nine tenths below the third."""
    (found,) = play_on(worlds, [empty_plan(1, morning.compiled.followers)], follower=1)

    assert found.trust.shape == (morning.compiled.days, 3)
    assert found.score.shape == (COUNT,)
    assert (np.diff(found.trust, axis=1) >= 0.0).all()
    assert (np.diff(found.trust, axis=1) > 0.0).any()
    assert 0.0 <= found.trust.min() <= found.trust.max() <= 1.0


def test_the_last_day_has_one_evening(morning, worlds):
    """Nothing is played beyond the end."""
    last = replace(worlds, day=morning.compiled.days)
    (found,) = play_on(last, [empty_plan(1, morning.compiled.followers)], follower=0)

    assert found.trust.shape == (1, 3)


def test_an_interval_holds_the_true_mean_nineteen_times_in_twenty():
    """By two thousand samples of normal differences with a known mean."""
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(2000):
        mean, low, high = effect_of(rng.normal(0.7, 2.0, size=100))
        assert low < mean < high
        held += low <= 0.7 <= high

    assert held / 2000 == pytest.approx(0.945, abs=0.015)


def test_one_pair_or_no_difference_is_no_interval():
    """With one pair there is nothing to tell how sure it is."""
    assert effect_of(np.array([2.0])) == (2.0, 2.0, 2.0)
    assert effect_of(np.array([3.0, 3.0])) == (3.0, 3.0, 3.0)


def test_the_second_choice_is_set_against_the_first():
    """Above zero where the second is the better one."""
    curve = np.zeros((1, 3))
    better = compared(PlayedOn(np.array([1.0, 2.0]), curve), PlayedOn(np.array([4.0, 5.0]), curve))

    assert (better.effect, better.low, better.high) == (3.0, 3.0, 3.0)
