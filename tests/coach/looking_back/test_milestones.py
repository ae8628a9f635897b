"""A sale, a purchase elsewhere, a farewell and a late arrival stand in the chart of trust."""

import pytest

from game.coach.looking_back.make_debrief import debrief
from tests.plays import SHIPPED, played


@pytest.mark.parametrize("bot", ["patient", "pushy", "always_asks", "never_asks"])
@pytest.mark.parametrize("name", SHIPPED)
def test_whatever_became_of_somebody_stands_in_the_chart(name, bot):
    """Who bought has a sale there, who bought elsewhere has that, who is gone has a farewell; nobody else has."""
    now = played(name, bot, 3).playthrough
    final, told = now.position, debrief(now)
    for column, follower in enumerate(told.followers):
        signals = {milestone.signal for milestone in follower.milestones}
        assert ("buys" in signals) == (final.ledger.bought[0, column] > 0.5), follower
        if final.state.elsewhere[0, column] > 0.5:
            assert "buys_elsewhere" in signals, follower
        came = any(d.morning.ledger.present[0, column] > 0.5 for d in now.history)
        gone = came and final.ledger.present[0, column] < 0.5
        assert bool(signals & {"unfollows", "blocks"}) == gone, follower


@pytest.mark.parametrize("name", SHIPPED)
def test_a_line_begins_when_its_follower_came(name):
    """Whoever was not there yet has no trust to be drawn."""
    now = played(name, "patient", 3).playthrough
    for column, follower in enumerate(debrief(now).followers):
        there = [d.morning.day for d in now.history if d.morning.ledger.present[0, column] > 0.5]
        assert follower.arrived == (there[0] if there and there[0] > 1 else 0), follower
