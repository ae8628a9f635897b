"""The debrief tells of what was sent to many, and opens on who matters."""

import numpy as np

from game.host.debriefing.room_debrief import room_debrief
from game.host.pages.screen_pages import chosen_follower
from game.host.room.steps import Brought, Went
from tests.host.pages.test_offered_questions import day_voted, voting
from tests.host.rooms import played, taken


def test_a_brochure_to_all_is_told_beside_the_questions():
    """It is no question to one, but it asks: who sent it is not only told to have asked nobody."""
    room = day_voted(played(voting(1, 1), taken(Brought("the_brochure"))), ("Look around",))
    room = played(room, taken(Went("vote", room.scene)))
    label = room.question.options[0].title
    told = room_debrief(day_voted(room, (label, "Look around")))

    assert told.asked_many[0].startswith(
        "The answer to “A call from Mr Grieve” sent “Message everyone” to everybody (7 "
    )
    assert "people) on day 2. It cost" in told.asked_many[0]


def test_the_chart_opens_on_who_changed_most_where_nobody_was_ready():
    """After two days without a question it is not simply the first of the list."""
    told = room_debrief(voting(1, 3, ("Ask about them",)))
    moved = {f.id: np.abs(told.curves[0, :, n] - told.curves[0, 0, n]).max() for n, f in enumerate(told.followers)}

    assert not any(f.wants_to_buy for f in told.followers)
    assert moved[chosen_follower(told).id] == max(moved.values())
