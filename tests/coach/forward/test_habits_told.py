"""Habits are read from what a player did, and no more is said than their choices tell."""

import numpy as np
import pytest

from game.coach.forward.asking_rule import nearest_rule
from game.coach.forward.asking_signs import NAMES
from game.coach.forward.habits_told import habits_told
from game.coach.forward.player_policy import fitted_policy
from game.coach.forward.seen_choices import choices_seen
from game.coach.hindsight.visible import visible_run
from tests.coach.forward.own_games import THRESHOLDS, choices_of
from tests.coach.hindsight.test_belief import with_other_people
from tests.plays import played

SENTENCES = {
    "warm 2": "You ask once somebody has answered you warmly twice, whether or not a need has shown.",
    "answers 3": "You ask once somebody has answered you three times, whether or not a need has shown.",
    "contacts 3": "You ask once you have written to somebody three times, whether or not a need has shown.",
    "need": "You ask once a need of theirs has shown in the last ten days.",
    "contacts 4 + need": "You ask once you have written to somebody four times and a need of theirs has shown in the "
    "last ten days.",
    "warm 2 + fresh need": "You ask once somebody has answered you warmly twice and a need of theirs has shown in the "
    "last four days.",
}


def told_of(player, games, name="slow_roast"):
    choices = choices_of(player, games, name)
    return habits_told(choices, fitted_policy(choices), lambda move: move)


@pytest.mark.parametrize("name", THRESHOLDS)
def test_a_known_threshold_is_found(name):
    """Who asks from a threshold on is told that sign and that very threshold, from three games."""
    asking = told_of(name, 3)[0]
    assert asking.claim == f"asking: {name}"
    assert asking.sentence == SENTENCES[name]
    assert asking.known


@pytest.mark.parametrize("name", ["warm 2", "contacts 3"])
def test_the_policy_asks_where_the_threshold_is_passed(name):
    """The fitted chance of asking is high where the known threshold is passed, and low elsewhere."""
    choices = choices_of(name, 3)
    rows = choices.free & ~choices.signs[:, NAMES.index("no")]
    chance = fitted_policy(choices).asks(choices.columns[rows])
    passed = choices.signs[rows][:, NAMES.index(name)]
    assert chance[passed].mean() > 0.5
    assert chance[~passed].mean() < 0.05


@pytest.mark.parametrize("player", ["always_asks", "random"])
def test_who_asks_by_no_sign_is_told_so(player):
    """No sign is made up for somebody who asks whoever is there."""
    asking = told_of(player, 3)[0]
    assert asking.claim == "asking: whatever has shown"
    assert "no sign tells much" in asking.sentence


def test_who_never_asks_is_told_so():
    """Not asking is a habit, too, once there were chances enough."""
    asking = told_of("never_asks", 2)[0]
    assert asking.claim == "asking: nobody"
    assert asking.known


def test_too_few_questions_tell_nothing():
    """One short game tells no threshold, and the sentence says from how many questions on it could."""
    asking = told_of("warm 2", 1, "first_hello")[0]
    assert not asking.known
    assert asking.choices < 6
    assert "too few choices" in asking.sentence
    assert "from 6 questions on" in asking.sentence


def test_a_denial_holds_for_the_very_claim_that_was_denied():
    """A habit that has changed since it was denied is told anew."""
    choices = choices_of("warm 2", 3)
    policy = fitted_policy(choices)
    one = habits_told(choices, policy, str, frozenset({"asking: warm 2"}))
    other = habits_told(choices, policy, str, frozenset({"asking: warm 3"}))
    assert [habit.denied for habit in one] == [True, False, False]
    assert not any(habit.denied for habit in other)


def test_habits_use_nothing_hidden():
    """Two worlds with another truth and the same visible record give the same habits, to the bit."""
    now = played("slow_roast", "patient", seed=8, days=12).playthrough
    one, other = (choices_seen([visible_run(run)]) for run in (now, with_other_people(now)))
    for name in one.__dataclass_fields__:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    policies = [fitted_policy(choices) for choices in (one, other)]
    for name in ("weights", "contact", "manner"):
        assert np.array_equal(*(getattr(policy, name) for policy in policies)), name
    assert habits_told(one, policies[0], str) == habits_told(other, policies[1], str)


def test_a_rule_of_one_sign_is_preferred_where_two_say_no_more():
    """The shorter rule is told when a second sign adds nothing."""
    dice = np.random.default_rng(3)
    signs = dice.random((400, len(NAMES))) < 0.4
    rule = nearest_rule(signs, np.where(signs[:, NAMES.index("share")], 0.8, 0.02))
    assert rule is not None
    assert rule.name == "share"
    assert rule.inside == pytest.approx(0.8)
