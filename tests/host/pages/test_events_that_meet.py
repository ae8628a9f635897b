"""Two events on one morning are put one after the other; the picture of an event shows whom it names."""

from html import unescape

import pytest

from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.page_pictures import table
from game.host.pages.run_sheet import in_points, run_sheet_of
from game.host.pages.screen_pages import screen_page
from game.host.room.bringing import due_in
from game.host.room.questions import MOST_VOTES
from game.host.room.room_state import EACH, TOGETHER
from game.host.room.steps import Brought, Chose, Released, Voted, Went
from game.host.store.replaying import room_of
from game.session.entries import AnswerEvent
from game.session.seen.events_seen import people_named
from game.session.seen.make_view import make_view
from tests.host.pages.test_offered_questions import day_voted, voting
from tests.host.rooms import BEGAN, day_ended, opening, played, started, taken

SECOND = "A call from Mr Grieve"
FROM_NADIA_ON = 6  # the day from which her question may come, in The Slow Roast


def screen_text(room) -> str:
    name, values = screen_page(room, "http://here", None)
    return unescape(rendered(name, **values, minutes_played=1))


def phone_text(room) -> str:
    name, values = guest_page("/play", GuestRequest(room, room.here[0], BEGAN, {}))
    return unescape(rendered(name, **values, command="c"))


def morning_of_two_events():
    """Day 3 of a room that votes: the two shares come by themselves, and the host has brought the call."""
    room = voting(7, 2, ("Look around",))
    room = day_voted(played(room, taken(Brought("the_brochure"))), ("Look around",))
    return played(room, taken(Went("vote", room.scene)))


def test_a_room_votes_on_one_event_after_the_other_and_on_fewer_people():
    """Projector and phone say which of the two it is, and what comes next; the day has no more votes than with one."""
    room = morning_of_two_events()
    assert room.question.of == MOST_VOTES
    for which in (f"Event 1 of 2 this morning, and then “{SECOND}”", "Event 2 of 2 this morning"):
        assert which in screen_text(room)
        assert which in phone_text(room)
        number = room.question.number
        room = played(room, taken(Voted(number, "b"), "g1"), taken(Went("counted", room.scene)))
        room = played(room, taken(Went("vote", room.scene)))
    assert room.question.who
    assert "this morning" not in screen_text(room)


def test_a_phone_shows_one_event_after_the_other():
    """Where each plays: the second comes once the first is answered."""
    room = played(started(1), taken(Released(2)))
    room = played(day_ended(room, "g1"), taken(Brought("the_brochure")))
    room = played(day_ended(room, "g1"), taken(Released(3)))
    assert room.guests["g1"].now.waiting_events() == ("two_shares", "the_brochure")
    assert f"Event 1 of 2 this morning, and then “{SECOND}”" in phone_text(room)
    room = played(room, taken(Chose(AnswerEvent("two_shares", 1)), "g1"))
    assert "Event 2 of 2 this morning" in phone_text(room)


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
def test_the_run_sheet_says_where_events_may_meet(mode):
    """Slow Roast: what hangs on Nadia's trust may fall on the morning of a dated event, and the plan says what then."""
    room = room_of(opening(mode, scenario="slow_roast", seed=7, minutes=300))
    timeline, sheet = room.begun.compiled.scenario.timeline, run_sheet_of(room)
    dated = {day for name, day in due_in(room).items() if timeline[name].choices and day >= FROM_NADIA_ON}
    told = [day for day in sheet.days if day.several]

    assert dated
    assert dated <= {day.day for day in told}
    for day in told:
        assert day.events
        assert day.several in " ".join(in_points(sheet))
        assert ("Each phone shows" in day.several) == (mode == EACH)
    for day in sheet.days:
        assert bool(day.several) or sum(bool(event.answers) for event in day.events) < 2


def test_the_picture_of_an_event_shows_whom_it_names():
    """Dorian and Priya have shared something: they sit in the picture, and no stranger does."""
    room = morning_of_two_events()
    dorian, priya = (room.shared.people[who].look for who in ("dorian", "priya"))
    assert f"/art/table/{dorian}-neutral-cup...friend...{priya}-light.svg" in screen_text(room)
    assert "/art/title-" not in screen_text(room)
    alone, both = (table(dorian, "neutral", thing, False) for thing in ("cup", f"cup...friend...{priya}"))
    assert len(both) > len(alone)


def test_only_followers_that_are_known_are_named():
    """By their first name as a whole word, in the order in which the event tells of them."""
    room = morning_of_two_events()
    view = make_view(room.shared)
    timeline = room.begun.compiled.scenario.timeline
    assert [f.id for f in people_named(timeline["two_shares"], view.followers)] == ["dorian", "priya"]
    assert people_named(timeline["the_brochure"], view.followers) == ()
