"""What was within reach of the same people and the same chance."""

from game.coach.within_reach import reach
from tests.plays import session


def test_the_band_holds_whatever_a_bot_can_do():
    """The best of many ways is at least the best bot's, the worst at most the worst's; both begin where all begin."""
    compiled = session().playthrough.compiled
    few, many = (reach(compiled, 7, ways=n) for n in (12, 60))
    assert (many.high >= few.high - 1e-9).all()
    assert (many.low <= few.low + 1e-9).all()
    assert (many.low[0] == many.high[0]).all()
