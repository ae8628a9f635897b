"""What an event did is told: in the night of its day, and in the debrief against the same games without it."""

import numpy as np
import pytest

from game.coach.looking_back.followers_told import trust_by_day
from game.host.debriefing.brought_told import without
from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.room_report import report_html
from game.host.pages.events_told import events_told
from game.host.room.room_state import TOGETHER
from game.host.room.steps import Brought, Chose, Released, Started, Went
from game.session.entries import AnswerEvent, EndDay
from tests.host.room.test_bringing import GRIEVE
from tests.host.rooms import day_ended, played, room_with, started, taken, voted_through

SENT, EXPLAINED = 0, 1  # the answers to the call


def answered(answer: int, days: int = 3, guests: int = 2):
    """A room to which the call was brought on day 2, after some days; the first guest gave one answer, others SENT."""
    room = played(room_with(guests), taken(Started()), taken(Brought(GRIEVE)))
    for day in range(1, days + 1):
        room = played(room, taken(Released(day)))
        for guest in room.here:
            for event in guest.now.waiting_events():
                chosen = answer if guest.id == "g1" and event == GRIEVE else SENT
                room = played(room, taken(Chose(AnswerEvent(event, chosen)), guest.id))
            room = played(room, taken(Chose(EndDay()), guest.id))
    return room


def test_the_night_tells_what_came_of_the_answer():
    """The reply, and once in it that a day is shorter from now on; on the next night nothing more."""
    room = answered(EXPLAINED, days=2)
    told = events_told(room.guests["g1"].evening)

    assert [event.title for event in told] == ["A call from Mr Grieve"]
    assert "Which one?" in told[0].reply
    assert " ".join((told[0].reply, *told[0].lasting)).count("From now on a day has") == 1
    assert events_told(room.guests["g2"].evening)[0].lasting == ()
    later = events_told(answered(EXPLAINED, days=3).guests["g1"].evening)
    assert [event.title for event in later] == ["Two shares before breakfast"]


def test_a_game_without_the_event_is_the_game_that_never_had_it():
    """To the bit: the same choices, the same chance, and no call before its own day."""
    guest = answered(SENT).guests["g1"]
    plain = started(1)
    for day in range(1, 4):
        plain = day_ended(played(plain, taken(Released(day))), "g1")

    other = without(guest.now, guest.entries, GRIEVE)

    assert np.array_equal(trust_by_day(other), trust_by_day(plain.guests["g1"].now))
    assert not np.array_equal(trust_by_day(other), trust_by_day(guest.now))


def test_the_event_may_come_by_itself_in_the_game_without_it():
    """On day 5 the call comes anyway; it is answered as it was, so that the game goes on as far."""
    guest = answered(EXPLAINED, days=6).guests["g1"]

    other = without(guest.now, guest.entries, GRIEVE)

    assert len(other.history) == 6
    assert other.answers[GRIEVE] == EXPLAINED


def test_what_came_later_by_itself_is_said_beside_the_figures():
    """“−15 trust that night, ±0 at the end” stood beside a line that never rose again, and nobody knew why."""
    for days, said in ((3, False), (6, True)):
        (told,) = room_debrief(answered(SENT, days=days)).brought
        assert told.by_itself is said
        assert ("came later by itself" in told.moved(0)) is said


@pytest.mark.parametrize("mode", ["each", TOGETHER])
def test_the_debrief_tells_what_was_brought_did(mode):
    """A message to everybody costs trust that night; the report says whose, and against what."""
    if mode == TOGETHER:
        room = voted_through(played(started(2, TOGETHER), taken(Brought(GRIEVE))))
        room = voted_through(played(room, taken(Went("vote", room.scene))))
    else:
        room = answered(SENT)
    told = room_debrief(room)
    brought = told.brought[0]

    assert brought.compared == len(told.games)
    assert brought.that_night.min() < -0.5
    said = brought.told([f.first for f in told.followers])
    assert "Trust that night: " in said
    assert "−" in said
    assert "At the end: " in said
    assert said.replace("“", "").split(" Trust")[0] in report_html(room, told).decode().replace("“", "")


def test_an_event_whose_day_was_not_played_is_said_to_have_done_nothing_yet():
    """The room ended on day 1; the call was to come on day 2."""
    told = room_debrief(answered(SENT, days=1)).brought[0]

    assert told.compared == 0
    assert "not played to the evening" in told.told(["Edda"])
