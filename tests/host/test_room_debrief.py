"""The debrief of a room: what is said of all is said of all, not of one of them."""

from game.coach.judgement import FEWEST_ASKS
from game.coach.make_debrief import debrief
from game.host.debriefing.room_debrief import room_debrief
from game.host.pages.trust_picture import knowing_when
from game.host.room.room_state import Room
from game.host.room.steps import Chose
from game.session.entries import PlanMove
from tests.host.rooms import day_ended, played, started, taken


def room_that_asked(asks: list[int]) -> Room:
    """A room after a day on which each guest has proposed to so many people."""
    room = started(len(asks))
    for number, count in enumerate(asks, 1):
        guest = f"g{number}"
        for who in room.guests[guest].now.compiled.ids[:count]:
            room = played(room, taken(Chose(PlanMove("propose", who)), guest))
        room = day_ended(room, guest)
    return room


def test_the_room_is_judged_by_everybody_s_asks():
    """One who asks nobody and those who ask together: the room's counts are the sum, its words are not the first's."""
    told = room_debrief(room_that_asked([0, 2, 2, 2]))

    alone = debrief(room_that_asked([0]).guests["g1"].now)
    assert told.by_day.hits + told.by_day.false_alarms == sum(len(g.asks) for g in told.games) >= FEWEST_ASKS
    assert told.discrimination is not None
    assert told.each_discrimination == ()  # nobody has asked often enough to be judged alone
    assert told.judgement != alone.judgement
    assert all(knowing_when(told))


def test_too_few_asks_of_a_room_give_no_figure():
    """Words alone, and no picture with a place on a line."""
    told = room_debrief(room_that_asked([1, 1]))

    assert told.discrimination is None
    assert told.criterion is None
    assert told.judgement
    assert not any(knowing_when(told))
