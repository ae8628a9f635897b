"""Guests who end their day at the same moment go through the night as one batch; each gets their own night."""

import pytest

from game.errors import Refused
from game.host.room import nights_at_once
from game.host.room.room_state import Room
from game.host.room.steps import Brought, Chose, Started, Switched, TakenStep
from game.host.store.room_writer import RoomWriter
from game.session.entries import EndDay, PlanMove
from tests.host.rooms import played, room_of_halves, room_with, started, taken
from tests.host.store.test_store import facts_of

MOVES = ("like", "look_around", "ask_about_them")


class ListedLog:
    """A log in memory."""

    def __init__(self):
        self.rows: list[TakenStep] = []

    def append(self, room, first, rows):
        self.rows += rows


def committed(room: Room, *batches: list[TakenStep]) -> tuple[Room, ListedLog, list[object]]:
    """The room after batches of steps, its log, and what came of each step."""
    log, outcomes = ListedLog(), []
    writer = RoomWriter(room, log)
    for steps in batches:
        done = writer.commit(steps)
        writer.committed = done.room
        outcomes += done.outcomes
    writer.close()
    return writer.committed, log, outcomes


@pytest.fixture
def batches(monkeypatch):
    """How many games each batch of nights had."""
    sizes, together = [], nights_at_once.play_side_by_side

    def counted(mornings, plans):
        sizes.append(len(mornings))
        return together(mornings, plans)

    monkeypatch.setattr(nights_at_once, "play_side_by_side", counted)
    return sizes


def planned(room: Room) -> Room:
    """The room in which three have planned something else, a fourth nothing."""
    for guest, move in zip(room.here, MOVES, strict=False):
        room = played(room, taken(Chose(PlanMove(move, "edda")), guest.id))
    return room


def ends(room: Room) -> list[TakenStep]:
    return [taken(Chose(EndDay()), guest.id) for guest in room.here]


def told(room: Room) -> list[object]:
    """What each guest is told of the night, word by word."""
    stories = [guest.now.story for guest in room.here]
    return [(story.nights, story.threads, story.known, story.unread, story.wordings) for story in stories]


@pytest.mark.parametrize("halves", [False, True])
def test_nights_at_once_are_those_of_each_alone(batches, halves):
    """Bits, digests in the log and every word: the same as when each ends the day after the other."""
    joined = room_of_halves("oak", "elm", "ash", "fir") if halves else room_with(4)
    room = planned(played(joined, taken(Started())))
    steps = ends(room)

    alone, alone_log, _ = committed(room, *([step] for step in steps))
    assert batches == []
    together, together_log, _ = committed(room, steps)

    assert batches == [len(steps)]
    assert facts_of(together) == facts_of(alone)
    assert told(together) == told(alone)
    assert together_log.rows == alone_log.rows
    assert all(row.state for row in together_log.rows)


def test_what_stands_before_the_end_of_a_day_in_the_same_batch_counts(batches):
    """A move, an event of the host, a pause: the night is of the game as it stands when its turn comes."""
    room = started(3)
    steps = [taken(Chose(PlanMove("like", "edda")), "g2"), taken(Brought("the_brochure")), *ends(room)]

    alone, _, _ = committed(room, *([step] for step in steps))
    together, _, outcomes = committed(room, steps)
    assert facts_of(together) == facts_of(alone)
    assert told(together) == told(alone)
    assert all(isinstance(outcome, int) for outcome in outcomes)

    _, _, outcomes = committed(room, [taken(Switched("paused", on=True)), *ends(room)])
    assert all(isinstance(outcome, Refused) for outcome in outcomes[1:])


def test_a_day_sent_twice_is_ended_once(batches):
    """Both sendings get the same number, and the night is worked out once."""
    room = started(2)
    steps = ends(room)
    writer = RoomWriter(room, ListedLog())

    first = writer.commit([*steps, *steps])
    writer.committed = first.room
    again = writer.commit(steps)
    writer.close()

    assert first.outcomes == (*again.outcomes, *again.outcomes)
    assert batches == [1]  # both have the same game so far
    assert {guest.now.day for guest in again.room.here} == {2}


def test_a_fault_in_a_batch_of_nights_stops_nobody(monkeypatch, caplog):
    """Each night is worked out alone then; the terminal tells the fault."""

    def broken(mornings, plans):
        raise IndexError("a bug")

    monkeypatch.setattr(nights_at_once, "play_side_by_side", broken)
    room, _, outcomes = committed(started(3), ends(started(3)))

    assert all(isinstance(outcome, int) for outcome in outcomes)
    assert {guest.now.day for guest in room.here} == {2}
    assert "a bug" in caplog.text
