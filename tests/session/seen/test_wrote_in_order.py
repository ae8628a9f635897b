"""What somebody wrote on one evening stands in the order in which it was written, message by message."""

import pytest

from game.session.seen.night.evening_seen import evening_seen
from tests.plays import SHIPPED, played


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "random"])
def test_messages_of_one_evening_are_kept_apart_and_in_their_order(name, bot):
    """What somebody wrote in an evening is what stands in their thread for that day, message by message."""
    view, several = played(name, bot, 3).view(None), 0
    threads = {f.id: f.thread for f in view.followers}
    for report in view.nights:
        evening = evening_seen(view, report)
        for met in (*evening.tables, *evening.bar):
            said = [i.text for i in threads[met.follower] if i.day == report.day and i.who == "them"]
            several += len(said) > 1
            assert met.wrote.split("\n") == (said or [""]), (report.day, met)
    assert several or name == "first_hello"
