"""Rooms to test with."""

from functools import cache
from itertools import count
from pathlib import Path

from game.host.room.changing import after
from game.host.room.room_state import EACH, Opening, Room
from game.host.room.steps import HOST, Chose, Joined, Started, TakenStep, Voted, Went
from game.host.store.event_log import Kept
from game.host.store.replaying import room_of
from game.model.parameters import PARAMETERS_VERSION
from game.resources import SCENARIOS
from game.scenario import load
from game.session.entries import AnswerEvent, EndDay
from game.session.runs.recorded_scenario import compiled_of, facts_of

BEGAN = 1_790_000_000.0
_COMMANDS = count(1)


@cache
def facts(scenario: str = "first_hello"):
    loaded = load(SCENARIOS / f"{scenario}.yaml")
    return facts_of(loaded, compiled_of(loaded))


def opening(mode: str = EACH, *, scenario: str = "first_hello", **changed) -> Opening:
    values = {
        "id": "r1", "mode": mode, "scenario": scenario, "path": str(Path(SCENARIOS / f"{scenario}.yaml")),
        "facts": facts(scenario), "seed": 7, "own_cast": False, "minutes": 45, "opened": BEGAN, "code": "H7KM4P",
    }  # fmt: skip
    return Opening(**(values | changed))


def kept(mode: str = EACH, **changed) -> Kept:
    return Kept(opening(mode, **changed), PARAMETERS_VERSION, "0" * 64, "1" * 64)


@cache
def empty_room(mode: str = EACH) -> Room:
    return room_of(opening(mode))


def taken(step, actor: str = HOST, at: float = BEGAN, command: str = "") -> TakenStep:
    return TakenStep(at, actor, command or f"c{next(_COMMANDS)}", step)


def room_of_halves(*tables: str, second: str = "hard") -> Room:
    """A room whose tables play at two difficulties, with a guest at each of some tables."""
    room = room_of(opening(second=second))
    return played(room, *(joined(n, table) for n, table in enumerate(tables, 1)))


def joined(number: int, table: str = "") -> TakenStep:
    return taken(Joined(f"g{number}", f"Guest {number}", table, f"{number:064x}", f"WAY{number:02d}"), f"g{number}")


def room_with(guests: int, mode: str = EACH) -> Room:
    return played(empty_room(mode), *(joined(n) for n in range(1, guests + 1)))


def played(room: Room, *steps: TakenStep) -> Room:
    for step in steps:
        room = after(room, step)
    return room


def started(guests: int = 2, mode: str = EACH) -> Room:
    return played(room_with(guests, mode), taken(Started()))


def day_ended(room: Room, guest: str) -> Room:
    """The room after a guest has answered what must be answered and has ended the day."""
    for event in room.guests[guest].now.waiting_events():
        room = played(room, taken(Chose(AnswerEvent(event, 0)), guest))
    return played(room, taken(Chose(EndDay()), guest))


def voted_through(room: Room, option: str = "a") -> Room:
    """The room after all votes of a day, everybody for one option, and the night."""
    day = room.shared.position.day
    while room.shared.position.day == day:
        for guest in room.here if room.stage == "vote" else ():
            room = played(room, taken(Voted(room.question.number, option), guest.id))
        step = "counted" if room.stage == "vote" else "vote" if room.spotlight else "night"
        room = played(room, taken(Went(step, room.scene)))
    return room
