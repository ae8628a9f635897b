"""Where a body turns away although you were kind, the evening names what else could be heard of that day."""

import pytest

from game.session.seen.night.body import STILL
from game.session.seen.night.evening_seen import evening_seen
from tests.plays import SHIPPED, played

COLD = {"tell_closed", "tell_turned_away", "tell_skimmed"}
ASKS = {"small_offer", "propose", "pitch", "ask_to_share", "retweet_share"}
WARM_LIKES = ("It says: heard", "That will be a yes", "was pleased", "a small heart", "beside your words")


@pytest.mark.parametrize("bot", ["random", "always_asks"])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_body_that_turns_away_names_a_friend_who_was_asked(name, bot):
    """It is said of nobody who sat there gladly, and of nobody without a friend who was asked that day."""
    view = played(name, bot).view()
    by_id = {f.id: f for f in view.followers}
    for report in view.nights:
        evening = evening_seen(view, report)
        for met in (*evening.tables, *evening.bar):
            who = by_id[met.follower]
            friends = [f for f in view.followers if f.id in who.knows or who.id in f.knows]
            asked = [f for f in friends if any(i.day == report.day and i.kind in ASKS for i in f.thread)]
            if "may have heard" in met.does:
                assert met.step < STILL
                assert any(f"knows {f.name.split()[0]}," in met.does for f in asked)


@pytest.mark.parametrize("bot", ["random", "pushy"])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_like_is_warm_beside_a_body_that_turned_away(name, bot):
    """What the heart says and what the body says stand in one row."""
    for report in played(name, bot).view().nights:
        cold = {item.follower for item in report.items if item.signal in COLD}
        for item in report.items:
            if item.signal == "like" and item.follower in cold:
                assert not any(words in item.text for words in WARM_LIKES), item
