"""Events whose day the file leaves open: each game has them on its own day, and one of those that stand together."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.batch import Batch
from game.engine.days import begin
from game.engine.due import BY_CONDITION, NOT_IN_THIS_GAME
from game.engine.position import empty_plan
from game.engine.timeline import bring
from game.scenario import load_text
from game.session.runs.recorded_scenario import compiled_of

TEXT = """\
scenario_format: 1
title: T
days: 10
business: {name: A, trade: b, hours_per_day: 2}
followers: {mara: {name: Mara, loves: {tea: 80}, motive: curious}}
crowd: {count: 0}
timeline:
  fair: {title: The fair, day: 5, give_or_take: 2}
  late: {title: The late post, day: 10, give_or_take: 3}
  flood: {title: The flood, day: 4, one_of: week}
  frost: {title: The frost, day: 6, give_or_take: 1, one_of: week}
  storm: {title: The storm, when: {day: {from: 7}}, one_of: week}
  after: {title: After the flood, when: {happened: [flood]}}
"""
GAMES = 3000
FAIR, LATE, FLOOD, FROST, STORM, AFTER = range(6)


@pytest.fixture(scope="module")
def compiled():
    return compiled_of(load_text(TEXT))


@pytest.fixture(scope="module")
def due(compiled):
    return begin(compiled, 1, np.arange(GAMES)).due


def shares(days):
    found, many = np.unique(days, return_counts=True)
    return dict(zip(found.tolist(), (many / len(days)).tolist(), strict=True))


def test_every_day_in_its_bounds_is_as_likely(due):
    """Give or take two: five days, evenly; what would come after the end comes within the game."""
    assert shares(due[:, FAIR]) == pytest.approx(dict.fromkeys(range(3, 8), 0.2), abs=0.03)
    assert shares(due[:, LATE]) == pytest.approx(dict.fromkeys(range(7, 11), 0.25), abs=0.03)


def test_one_of_those_that_stand_together(due):
    """Each game has one of the three, each in a third of the games; what hangs on a condition can be the one, too."""
    together = due[:, [FLOOD, FROST, STORM]]
    here = together != NOT_IN_THIS_GAME
    assert (here.sum(axis=1) == 1).all()
    assert here.mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.03)
    assert set(together[here[:, 2], 2].tolist()) == {BY_CONDITION}
    assert abs(np.corrcoef(here[:, 1], due[:, FAIR])[0, 1]) < 0.06


def test_the_days_of_a_game_do_not_hang_on_the_others(compiled, due):
    """A game alone has the days that it has among thousands, so that a record can be replayed."""
    for episode in (0, 7, GAMES - 1):
        assert begin(compiled, 1, np.array([episode])).due.tolist() == [due[episode].tolist()]
    assert (begin(compiled, 2, np.arange(GAMES)).due != due).any()


def test_events_come_on_their_day(compiled):
    """Each happens on the day it is due on; what is not in a game never does, nor what waits for it."""
    position = begin(compiled, 3, np.arange(40))
    came = np.where(position.fresh, 1, 0)
    while not position.finished:
        position = Batch(position).play_day(position, empty_plan(*position.shape))
        came = np.where(position.fresh & ~position.finished, position.day, came)
    by_day = position.due > 0
    assert (came[by_day] == position.due[by_day]).all()
    assert (came[position.due == NOT_IN_THIS_GAME] == 0).all()
    assert (came[:, STORM] == np.where(position.due[:, STORM] == BY_CONDITION, 7, 0)).all()
    flooded = position.due[:, FLOOD] > 0
    assert ((came[:, AFTER] > 0) == flooded).all()


def test_hours_of_today_are_those_of_today_alone():
    """What an event takes of its own day is there again on the next; what it takes of every day is not."""
    text = TEXT.replace("day: 5, give_or_take: 2}", "day: 2, change: {hours_today: -1.5, hours_per_day: -0.25}}")
    position = begin(compiled_of(load_text(text)), 1, np.arange(3))
    hours = [position.hours_today.tolist()]
    for _ in range(2):
        position = Batch(position).play_day(position, empty_plan(*position.shape))
        hours.append(position.hours_today.tolist())
    assert hours == [[2.0] * 3, [0.25] * 3, [1.75] * 3]


def test_a_host_brings_what_is_not_in_the_game(compiled):
    """Whoever leads a room may bring an event all the same."""
    position = begin(compiled, 3, np.arange(40))
    position = bring(position, FLOOD, 1)
    assert position.fresh[:, FLOOD].all()
    assert replace(position, brought=()).due.tolist() == position.due.tolist()
