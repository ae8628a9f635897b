"""What was done best begins with the sales that were asked for at their time, and a sale's path has all its days."""

import pytest

from game.coach.hindsight.review import review
from game.session.seen.make_view import make_view
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.sale_trail import PUT_OFF
from tests.plays import SHIPPED, played


@pytest.mark.parametrize(("name", "bot"), [(name, bot) for name in SHIPPED for bot in ("oracle", "reader")])
def test_sales_won_in_time_stand_before_all_else(name, bot):
    """Every sale that was won at its right moment is told, and nothing stands before one."""
    marked = review(played(name, bot, 2, 14 if name == "slow_roast" else None).playthrough, 200, 8)
    won = [decision.well_won for decision, _ in marked.finest]
    assert won == sorted(won, reverse=True)
    assert sum(won) == sum(d.well_won for d in marked.decisions)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_path_to_a_sale_names_every_day_of_the_courtship(name):
    """Each day on which something was done for the buyer, and was not taken ill, stands on the path to the sale."""
    paths = 0
    for bot in ("patient", "reader", "oracle"):
        now = played(name, bot, 1).playthrough
        view = make_view(now)
        asks = {move.id for move in view.moves if move.group == "ask"}
        titles = {move.id for move in view.moves}
        for night in now.story.nights:
            for told in evening_seen(view, night).moments:
                if told.kind != "sale" or not told.trail or told.who is None:
                    continue
                thread = now.story.threads[told.who.follower]
                days = {i.day for i in thread if i.who == "me" and i.kind in titles - asks and i.day < night.day}
                ill = {i.day for i in thread if i.kind in PUT_OFF}
                said = " ".join(f"Day {day} {text}" for day, text in told.trail)
                assert all(str(day) in said for day in days - ill), (said, days - ill)
                paths += 1
    assert paths
