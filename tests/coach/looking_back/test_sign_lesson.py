"""The debrief leads with the sign where somebody who had shown it was passed over."""

import pytest

from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.sign_lesson import TITLE
from tests.plays import played


@pytest.mark.parametrize("bot", ["never_asks", "pushy", "oracle"])
def test_the_lesson_stands_first_where_the_sign_was_missed_and_nowhere_else(bot):
    """Whoever is named was ready, was not asked then, and had shown a need or asked for the price by then."""
    game = played("first_hello", bot)
    told = debrief(game.playthrough)
    shown = {
        f.name.split()[0]
        for f in told.followers
        if any(f.name in sentence for sentence in told.missed)
        and any(
            i.kind in {"need_shows", "asks_price"} and any(a - 7 <= i.day <= b for a, b in f.ready_spells)
            for i in game.playthrough.story.threads[f.id]
        )
    }
    titles = [title for title, _ in told.lessons]
    assert (TITLE in titles) is bool(shown)
    if shown:
        title, text = told.lessons[0]
        assert title == TITLE
        assert all(first in text for first in shown)
