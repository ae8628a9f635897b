"""Days, votes and bars of a room are counted alike on all of its pages."""

import re

import pytest

from game.host.debriefing.brought_told import brought_told
from game.host.pages.asking_first import asked_first
from game.host.pages.host_pages import day_of, host_page
from game.host.pages.latecomers import so_far_told
from game.host.pages.page_tools import rendered
from game.host.pages.plan_told import passed_over_said
from game.host.pages.screen_pages import screen_page
from game.host.pages.steering import main_step
from game.host.room.steps import Brought, CalledForHelp, Joined, Released, Started, Switched, Voted, Went
from game.host.store.replaying import room_of
from tests.host.pages.test_offered_questions import day_voted, voting
from tests.host.pages.test_told_as_it_is import at_guest, at_host
from tests.host.rooms import BEGAN, day_ended, joined, opening, played, started, taken
from tests.host.servers import HOST_KEY, do, guest, host_does, page

HOST = {"host": HOST_KEY}


def on_screen(room):
    """The projector's page as HTML."""
    name, values = screen_page(room, "http://here", None)
    return rendered(name, **values, minutes_played=1)


def planned_room(minutes):
    """A room of one guest who plays alone, in so many minutes."""
    return played(room_of(opening(minutes=minutes)), joined(1), taken(Started()))


def test_after_the_plan_the_big_button_ends_the_game():
    """A plan of three days: when all have ended day 3 the debrief comes next, and day 4 stands beside it."""
    room = planned_room(20)
    assert "Day 1 of 3" in on_screen(room)
    assert "Day 1 of 3" in at_guest(room)
    for day in (1, 2, 3):
        room = day_ended(played(room, taken(Released(day))), "g1")
    main, beside = main_step(room)

    assert main.step.to == "debrief"
    assert beside.step == Released(4)
    assert "/host/sure/end" in at_host(room)
    assert "End early: open the debrief" in at_host(room)
    assert "Day 4 of 7" in on_screen(played(room, taken(Released(4))))


def test_an_event_that_was_brought_is_not_said_to_stay_away():
    """The plan plays three days, and the event of day 5 comes on day 2 because the host brought it."""
    room = planned_room(20)
    scenario = room.begun.compiled.scenario

    assert "does not come" in passed_over_said(room.plan, scenario)
    assert "does not come" not in passed_over_said(room.plan, scenario, {"the_brochure"})
    room = played(room, taken(Brought("the_brochure")), taken(Released(3)))
    assert "By the plan this day is the last" in at_host(room)
    assert "does not come" not in at_host(room)


def test_days_that_were_ended_count_whatever_is_open():
    """Who ended day 2 has played two days, and is on no day that is not open."""
    room = started(2)
    for day in (1, 2):
        room = day_ended(played(room, taken(Released(day))), "g1")
    said = " ".join(asked_first(room, "end").said)

    assert room.days_ended == 2
    assert "The room played 2 of 7 days." in said
    assert day_of(room, room.guests["g1"]) == 2
    assert day_of(played(room, taken(Went("debrief", room.scene))), room.guests["g1"]) == 2


def test_whoever_asks_for_help_has_voted_all_the_same():
    """The host's list counts the votes that the screen counts."""
    room = started(2, "together")
    room = played(room, *(taken(Voted(room.question.number, "a"), who) for who in room.guests))
    room = played(room, taken(CalledForHelp("Why?"), "g1"))
    counts = host_page(room, BEGAN, lambda _: 0.0, "http://here", {})[1]["counts"]

    assert counts["voted"] == len(room.votes) == 2
    assert re.search(r"<b>2</b><span>voted", at_host(room))


def test_a_paused_vote_is_not_called_open():
    """The phone says that the choice can be changed after the pause, not now."""
    room = started(1, "together")
    room = played(room, taken(Voted(room.question.number, "a"), "g1"), taken(Switched("paused", True)))

    assert "Change it while the vote is open" not in at_guest(room)
    assert "It can be changed after the pause." in at_guest(room)


def test_a_bar_is_a_share_of_all_votes():
    """Two of three votes are no full bar."""
    room = started(3, "together")
    number = room.question.number
    room = played(room, *(taken(Voted(number, o), w) for w, o in zip(room.guests, "aab", strict=True)))
    shown = on_screen(played(room, taken(Went("counted", room.scene))))

    assert re.search(r'max="3(\.0)?" value="2', shown)


def test_nobody_is_said_to_have_posted_never():
    """Who comes late reads what was done, and not what was not."""
    room = day_ended(started(1), "g1")
    room = played(room, taken(Released(2)), taken(Joined("g9", "Late", "", "9" * 64, "WAY09"), "g9"))

    assert "never" not in " ".join(so_far_told(room, room.guests["g9"]))


def test_the_host_reads_and_answers_a_question_where_the_guest_is_opened(together):
    """Open on somebody who asks for help shows what they ask; after the answer their page leads back to the game."""
    hall, client = together
    cookies = guest(client, hall)
    host_does(client, "started")
    do(client, cookies, "called_for_help", text="May I ask twice?")
    opened = page(client, HOST, "/host/guest/" + next(iter(hall.room.guests))).text

    assert "May I ask twice?" in opened
    assert 'value="helped"' in opened
    host_does(client, "helped", guest=next(iter(hall.room.guests)), text="Yes.")
    assert "Back to the game" in page(client, cookies, "/play/help").text


@pytest.mark.parametrize("chosen", ["a", "b"])
def test_an_event_that_was_voted_on_is_told_by_its_votes(chosen):
    """The debrief tells how many votes the answer had, not in how many games, and what the other would have done."""
    room = played(voting(1, 1), taken(Brought("the_brochure")))
    room = day_voted(room, ("Look around",))
    room = played(room, taken(Went("vote", room.scene)))
    label = next(o.title for o in room.question.options if o.id == chosen)
    room = day_voted(room, (label, "Look around"))
    told = brought_told(room, list(range(len(room.begun.compiled.ids))))[0]
    words = told.told(list(room.begun.people))

    assert f"The room chose “{label}” (1 of 1 vote)." in words
    assert "would have moved trust that night" in words
