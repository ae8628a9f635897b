"""What would have been: the real mistake comes first, and each option is told by what it would have changed."""

from game.host.debriefing.room_debrief import room_debrief
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import screen_page, telling_decisions
from game.host.room.steps import Turned, Went
from tests.host.rooms import played, taken
from tests.host.test_offered_questions import voting


def test_the_vote_that_cost_most_is_shown_first_and_options_are_told_apart():
    """Seed 1: proposing on day 4 was the mistake; the need of that night, which came anyway, is no answer to it."""
    room = voting(1, 5)
    told = room_debrief(room)
    first, *rest = telling_decisions(told)

    assert first.chosen == "Propose"
    assert first.best == max(d.best for d in told.decisions if not d.looked) > 0
    assert [d.day for d in rest] == sorted(d.day for d in rest)
    for decision in told.decisions:
        assert all(other.answer != decision.answer for other in decision.others)


def test_looking_around_is_said_to_have_a_worth_of_its_own():
    """By points of trust a look never gains; the page says what they leave out, and no look is called the mistake."""
    room = voting(1, 3)
    told = room_debrief(room)
    room = played(room, taken(Went("debrief", room.scene)), taken(Turned(3)))
    name, values = screen_page(room, "http://here", told)

    assert all(d.looked for d in told.decisions)
    assert "What is learnt by looking around is not in these points." in rendered(name, **values, minutes_played=1)
