"""If you go on like this: the same runs give the same figures, and what is denied is left out."""

import numpy as np
import pytest

from game.bots.registry import bots
from game.coach.forward.forward_text import check_told, lead_told, text_forward
from game.coach.forward.forward_values import HABIT_IDS, CopyChecked
from game.coach.forward.looked_forward import look_forward, steps_forward
from game.coach.forward.player_policy import fitted_policy, policy_bot
from game.coach.forward.went_on import as_active, play_forward, share_done
from game.intervals import Interval
from tests.coach.forward.own_games import choices_of
from tests.plays import compiled, played

GAMES = 24


@pytest.fixture(scope="module")
def runs():
    return [played("slow_roast", bot, seed).playthrough for seed, bot in ((3, "always_asks"), (4, "patient"))]


@pytest.fixture(scope="module")
def found(runs):
    return look_forward(runs, compiled("slow_roast"), 0, GAMES, str)


def test_the_same_runs_give_the_same_figures(runs, found):
    """Nothing hangs on the clock or on what was played before."""
    assert look_forward(runs, compiled("slow_roast"), 0, GAMES, str) == found


def test_as_many_steps_are_told_as_are_taken(runs):
    """The progress bar ends where the work ends, with one run as with two."""
    for some in (runs, runs[1:]):
        told = []
        look_forward(some, compiled("first_hello"), 0, 2, str, done=told.append)
        assert sum(told) == steps_forward()


def test_who_denies_everything_plays_as_the_patient_bot():
    """With all habits taken out, nothing of the player's is left."""
    scenario, choices = compiled("slow_roast"), choices_of("always_asks", 2)
    policy = fitted_policy(choices, frozenset(HABIT_IDS))
    one = play_forward(scenario, policy_bot(policy, scenario.rules), 0, GAMES)
    other = play_forward(scenario, bots()["patient"], 0, GAMES)
    for name in one.__dataclass_fields__:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


def test_a_denied_habit_changes_what_comes_of_it(runs, found):
    """Without the habit of asking everybody, fewer are pushed away."""
    first = look_forward(runs[:1], compiled("slow_roast"), 0, GAMES, str)
    without = look_forward(runs[:1], compiled("slow_roast"), 0, GAMES, str, frozenset({first.habits[0].claim}))
    assert first.went.you.pushed.low > without.went.you.pushed.high
    assert without.habits[0].denied


def test_the_later_self_is_set_against_the_earlier_one(found):
    """Who asked everybody first, and courted later, is told that the later habits are better."""
    assert found.earlier is not None
    assert (found.earlier.earlier_runs, found.earlier.later_runs) == (1, 1)
    assert found.earlier.lead.low > 0.0
    assert "Your later habits bring" in text_forward(found)


def test_one_run_has_no_earlier_self(runs):
    """There is no duel with oneself after a single run."""
    assert look_forward(runs[:1], compiled("first_hello"), 0, 2, str).earlier is None


@pytest.mark.parametrize("player", ["never_asks", "contacts 3", "always_asks"])
def test_the_copy_does_as_much_as_the_player(player):
    """Something is done on as many of a hundred occasions as the player did something, within four of them."""
    scenario, choices = compiled("slow_roast"), choices_of(player, 3)
    policy = as_active(fitted_policy(choices), scenario, 0)
    assert policy.active == (choices.move != "").mean()
    copy = share_done(scenario, policy_bot(policy, scenario.rules), 0, np.arange(GAMES))
    assert copy == pytest.approx(policy.active, abs=0.04)


@pytest.mark.parametrize(("player", "least", "most"), [("never_asks", 0.0, 0.2), ("contacts 3", 2.0, 6.0),
                                                       ("always_asks", 1.0, 4.0)])  # fmt: skip
def test_a_copy_wins_as_many_sales_as_such_a_way_of_asking_brings(player, least, most):
    """Who asks nobody wins hardly a sale; who asks wins as many as that way of asking brings."""
    scenario = compiled("slow_roast")
    policy = as_active(fitted_policy(choices_of(player, 3)), scenario, 0)
    won = play_forward(scenario, policy_bot(policy, scenario.rules), 0, GAMES).won.mean()
    assert least <= won <= most


def test_a_copy_that_is_far_from_the_player_is_told_as_such():
    """The figure is said to be too low or too high only where the copy is far off."""
    assert "too low" in check_told(CopyChecked(3, 50.0, 40.0))
    assert "too high" in check_told(CopyChecked(3, 40.0, 50.0))
    assert "Take the score" not in check_told(CopyChecked(3, 50.0, 48.0))


def test_a_lead_is_told_only_where_its_interval_leaves_out_zero():
    """An interval that holds zero is told as no difference."""
    assert "cannot be told apart" in lead_told(Interval(1.0, -1.0, 3.0))
    assert "2.0 (1.0 to 3.0) points less" in lead_told(Interval(-2.0, -3.0, -1.0))
