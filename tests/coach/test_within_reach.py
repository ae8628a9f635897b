"""What was within reach of the same people and the same chance."""

from game.bots.registry import bots
from game.coach.within_reach import reach
from tests.plays import session


def test_the_band_holds_whatever_a_bot_can_do():
    """The best of many ways is at least the best bot's, the worst at most the worst's; both begin where all begin."""
    compiled = session().playthrough.compiled
    seeing = [bot for bot in bots().values() if not bot.sees_hidden_state]
    few, many = (reach(compiled, 7, ways=len(seeing) + n) for n in (0, 48))
    assert (many.high >= few.high - 1e-9).all()
    assert (many.low <= few.low + 1e-9).all()
    assert (many.low[0] == many.high[0]).all()
