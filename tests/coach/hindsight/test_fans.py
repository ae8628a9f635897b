"""How trust goes on from a decision, and how likely the truth was held: as curves of a run, morning by morning."""

import numpy as np
import pytest

from game.coach.hindsight.belief import believe
from game.coach.hindsight.coaching import belief_curves, fans_of
from game.coach.hindsight.marked_decision import ChoiceWorth, MarkedDecision
from game.coach.hindsight.other_choices import plans_of
from game.coach.hindsight.visible import visible_run
from game.session.entries import Note
from game.session.view import Guess
from tests.plays import bot_plays_a_day, bots, session

DAYS, WORLDS = 3, 8


@pytest.fixture(scope="module")
def game():
    """Three days of somebody who courts and notes the first follower on day 2."""
    found = session("first_hello", 4)
    for day in range(1, DAYS + 1):
        if day == 2:
            who = found.playthrough.compiled.ids[0]
            found.do(Note(who, found.playthrough.people[who].motive, 50))
        bot_plays_a_day(found, bots()["patient"])
    return found


@pytest.fixture(scope="module")
def belief(game):
    return believe(visible_run(game.playthrough), 40, mornings=frozenset(range(1, DAYS + 1)), worlds=WORLDS)


def decision(now, day):
    """The first direct move of a day, against peace."""
    item = next(i for i in now.history[day - 1].items if i.who)
    worth = ChoiceWorth("", 1.0, 0.5, 1.5)
    name = now.people[item.who].name
    return MarkedDecision(
        day, item.who, name, item.move, worth, worth, 0.1, ready=False, early=True, won=False, alone=True
    )


def test_a_fan_goes_from_its_day_to_the_last_evening(game, belief):
    """Twice, by what was known and by what was true; as it was done and otherwise; in points, from low to high."""
    now = game.playthrough
    one = decision(now, 2)
    known, true = fans_of(now, one, plans_of(now, one), belief, WORLDS)

    assert known.title.endswith("by what you knew")
    assert true.title.endswith("as they really were")
    for fan in (known, true):
        assert fan.first_day == 2
        for curve in (fan.made, fan.other):
            points = np.array(curve)
            assert points.shape == (now.compiled.days - 1, 3)
            assert (np.diff(points, axis=1) >= 0.0).all()
            assert points.min() >= 0.0
            assert 1.0 < points.max() <= 100.0
        assert fan.made != fan.other


def test_the_last_day_that_was_played_has_no_fan(game, belief):
    """One evening is no fan."""
    now = game.playthrough
    last = decision(now, DAYS)

    assert fans_of(now, last, plans_of(now, last), belief, WORLDS) == ()


def test_the_truth_is_held_as_likely_as_the_belief_and_the_notebook_say(game, belief):
    """On each morning, what was noted on a day from the next one on; before it, as common as it is."""
    now = game.playthrough
    curves = {curve.follower: curve for curve in belief_curves(now, game.mornings, belief)}
    first, second = (curves[who] for who in now.compiled.ids[:2])
    motives = now.compiled.rules.motives
    common = now.compiled.cast.mix / now.compiled.cast.mix.sum()
    truth = [motives.index(now.people[who].motive) for who in now.compiled.ids[:2]]

    assert first.reader == pytest.approx(belief.motives[:, 0, truth[0]])
    assert first.notebook == pytest.approx((common[truth[0]], common[truth[0]], 0.5, 0.5))
    assert second.notebook == pytest.approx((common[truth[1]],) * 4)
    assert (first.noted, second.noted) == (True, False)
    assert now.guesses[now.compiled.ids[0]] == Guess(motives.ids[truth[0]], 50)
    assert first.motive_title == now.setup.speaker.motive(motives.ids[truth[0]]).title
