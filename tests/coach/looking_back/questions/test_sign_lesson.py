"""Every debrief leads with the sign to look for."""

import pytest

from game.coach.looking_back.debrief import SIGN
from game.coach.looking_back.make_debrief import debrief
from tests.plays import SHIPPED, played


@pytest.mark.parametrize("bot", ["never_asks", "pushy", "oracle", "patient"])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_sign_stands_first_in_every_debrief(name, bot):
    """In the words of the rule, and with those of this run who had shown it and were not asked, where there are any."""
    game = played(name, bot)
    told = debrief(game.playthrough)
    title, text = told.lessons[0]
    assert title == SIGN
    assert "A need of their own, or the price asked for" in text
    shown = {
        f.name.split()[0]
        for f in told.followers
        if any(f.name in sentence for sentence in told.missed)
        and any(
            i.kind in {"need_shows", "asks_price"} and any(a - 7 <= i.day <= b for a, b in f.ready_spells)
            for i in game.playthrough.story.threads[f.id]
        )
    }
    assert all(first in text for first in shown)
    assert ("nobody asked" in text) is bool(shown)


def test_a_sale_that_followed_the_sign_is_the_example():
    """Where nobody was passed over, whoever showed the sign and was asked for it shows how it goes."""
    found = 0
    for name in SHIPPED:
        for bot in ("oracle", "reader"):
            for seed in (1, 2, 3):
                game = played(name, bot, seed)
                text = debrief(game.playthrough).lessons[0][1]
                found += "it was a yes" in text
    assert found
