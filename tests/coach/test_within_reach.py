"""What was within reach of the same people and the same chance."""

import numpy as np

from game.bots.registry import bots
from game.coach.within_reach import _plan, reach
from game.engine.days import begin
from game.engine.sight import see
from tests.plays import compiled, session


def test_the_band_holds_whatever_a_bot_can_do():
    """The best of many ways is at least the best bot's, the worst at most the worst's; both begin where all begin."""
    scenario = session().playthrough.compiled
    seeing = [bot for bot in bots().values() if not bot.sees_hidden_state]
    few, many = (reach(scenario, 7, ways=len(seeing) + n) for n in (0, 48))
    assert (many.high >= few.high - 1e-9).all()
    assert (many.low <= few.low + 1e-9).all()
    assert (many.low[0] == many.high[0]).all()


def test_ways_by_dice_make_moves_that_a_person_could_make():
    """Moves to one person, on most of the days; and what is shared is open and goes with the move that shares."""
    position = begin(compiled("slow_roast"), 3, np.arange(64))
    sight, rules = see(position), position.compiled.rules
    plan = _plan(position, sight, np.random.default_rng(1), np.full((64, 1), 0.9))
    shares = plan.move == sight.number("share_resource")
    to_all = rules.moves.columns["to_all"][plan.move] > 0.5

    assert (plan.move > 0).any(axis=1).mean() > 0.9
    assert not to_all.any()
    assert shares.any()
    assert (shares == (plan.content >= 0)).all()
    assert np.take_along_axis(sight.usable, np.maximum(plan.content, 0), axis=1)[shares].all()
