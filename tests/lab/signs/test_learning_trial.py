"""Simulated learners learn from what a debrief tells them, and from nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from game.coach.hindsight.marked_decision import LIKELY
from game.coach.hindsight.review import DEAREST
from game.lab.signs import learning_trial as trial
from game.lab.signs.learners_games import HEARD, game_of
from game.lab.signs.told_to_learners import CASES, cases_told, taught
from tests.plays import compiled

LEARNERS = 20


@pytest.fixture(scope="module")
def learners():
    return trial.first_learners(LEARNERS, 3)[0]


@pytest.fixture(scope="module")
def game(learners):
    return game_of(compiled("slow_roast"), learners, 3, 0)


@pytest.fixture(scope="module")
def coach(game):
    return trial.coach_from([game])


def told(kind, game, coach):
    """What all learners are told, in one list that can be compared."""
    cases = [cases_told(kind, game, one, coach, np.random.default_rng(1)) for one in range(LEARNERS)]
    return [[(signs.tolist(), target) for signs, target in some] for some in cases]


@pytest.mark.parametrize("kind", ["answers", "debrief", "coach"])
def test_a_debrief_tells_no_more_cases_than_can_be_taken_in(kind, game, coach):
    """Every kind is held to the same number of cases, and some learner is told as many."""
    counts = [len(some) for some in told(kind, game, coach)]
    assert 0 < max(counts) <= CASES


def test_the_coach_tells_nothing_but_what_could_be_known(game, coach):
    """With another truth behind the same signs the coach says the same."""
    other = replace(game, ready=~game.ready, yes=~game.yes, score=game.score + 1.0)
    assert told("coach", other, coach) == told("coach", game, coach)


def test_answers_alone_do_not_tell_who_was_ready(game, coach):
    """Whoever learns from answers alone never hears of those who were ready and not asked."""
    other = replace(game, ready=~game.ready)
    assert told("answers", other, coach) == told("answers", game, coach)
    assert told("debrief", other, coach) != told("debrief", game, coach)


def test_who_never_asks_hears_of_missed_people_in_the_debrief_alone(learners, game, coach):
    """Nobody answers who was not asked; the debrief tells who would have said yes."""
    never = int(learners.start.argmin())
    dice = np.random.default_rng(1)
    assert cases_told("answers", game, never, coach, dice) == []
    missed = cases_told("debrief", game, never, coach, dice)
    assert missed
    assert all(target == 1.0 for _, target in missed)


def test_the_coach_names_the_dearest_and_the_finest(game, coach):
    """Of a learner who asks everybody, at most five mistakes are told, and each with what could be known."""
    always = int(trial.first_learners(LEARNERS, 3)[0].start.argmax())
    cases = cases_told("coach", game, always, coach, np.random.default_rng(1))
    wrong = [target for _, target in cases if target < 0.5]
    assert 0 < len(wrong) <= DEAREST


def test_who_asked_in_time_is_not_told_that_waiting_was_dear(learners, game, coach):
    """Who asks nobody hears of days without a question; with a question on each last likely day of none."""
    never = int(learners.start.argmin())
    likely = game.here[:, never] & (coach.reader.likelihood(game.read[:, never].astype(float)) >= LIKELY)
    asked = game.asked.copy()
    for person in np.flatnonzero(likely.any(axis=0)):
        asked[np.flatnonzero(likely[:, person])[-1], never, person] = True
    in_time = replace(game, asked=asked)

    missed, kept = (cases_told("coach", one, never, coach, np.random.default_rng(1)) for one in (game, in_time))
    that_day = {tuple(row) for row in game.signs[:, never][asked[:, never]].astype(float).tolist()}
    assert 0 < len(missed) <= DEAREST
    assert 0 < len(kept) <= CASES - DEAREST
    assert {tuple(signs.tolist()) for signs, _ in kept} <= that_day


def test_who_is_told_nothing_stays_as_they_were(learners):
    """Without a case no weight moves."""
    weights, start = taught(learners, 0, [])
    assert weights.tolist() == learners.weights[0].tolist()
    assert start == learners.start[0]


def test_a_case_moves_the_signs_that_were_there_and_no_others(learners):
    """Somebody who was ready makes the signs they showed count for more."""
    signs = np.zeros(len(HEARD))
    signs[2] = 1.0
    weights, start = taught(learners, LEARNERS - 1, [(signs, 1.0)])
    moved = weights - learners.weights[LEARNERS - 1]
    assert np.flatnonzero(moved).tolist() == [2]
    assert moved[2] > 0.0
    assert start > learners.start[LEARNERS - 1]


def test_what_a_sign_is_worth_draws_its_weight_there(learners):
    """The sign that is worth most among those of a case comes nearer to its worth, however often it is named."""
    signs, worth = np.ones(len(HEARD)), np.linspace(-1.0, 3.0, len(HEARD))
    one = LEARNERS - 1
    likely = 1.0 / (1.0 + np.exp(-(learners.weights[one].sum() + learners.start[one])))
    weights, _ = taught(learners, one, [(signs, float(likely))], worth)
    apart = np.abs(weights - worth) - np.abs(learners.weights[one] - worth)
    assert apart[-1] < 0.0
    assert apart[:-1] == pytest.approx(0.0)


def test_the_coach_teaches_more_than_nothing(monkeypatch):
    """In a small trial d' rises with the coach, its interval above zero, and stays where nothing is told."""
    monkeypatch.setattr(trial, "TESTED", 2)
    found = {kind.kind: kind for kind in trial.learning_trial(compiled("slow_roast"), LEARNERS, 4, 1)}
    assert found["nothing"].everybody.discrimination.change.mean == 0.0
    assert found["coach"].everybody.discrimination.change.low > 0.0
