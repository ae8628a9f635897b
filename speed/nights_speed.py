"""Guests of a room who end their day: each step in a commit of its own, and all of them in one, on a disk."""

import tempfile
import time
from pathlib import Path

from game.host.room.changing import after
from game.host.room.nights_at_once import nights_at_once
from game.host.room.room_state import EACH, Opening, Room
from game.host.room.steps import HOST, Chose, Joined, Started, Step, TakenStep
from game.host.store.event_log import Kept, SqliteLog
from game.host.store.replaying import room_of
from game.host.store.room_writer import RoomWriter
from game.model.parameters import PARAMETERS_VERSION
from game.resources import SCENARIOS
from game.scenario import load
from game.session.entries import EndDay, PlanMove
from game.session.runs.recorded_scenario import compiled_of, facts_of

NIGHTS = 200


def measure() -> dict[str, object]:
    """Seconds for 200 guests who have all planned something of their own, from the steps to the log."""
    room = _room()
    ends = [_taken(Chose(EndDay()), guest.id, "end") for guest in room.here]
    _committed(room, [ends])  # everything is loaded
    began = time.perf_counter()
    nights_at_once(room, ends)
    batch = time.perf_counter() - began
    return {
        f"{NIGHTS}_nights_one_by_one_seconds": _committed(room, [[step] for step in ends]),
        f"{NIGHTS}_nights_in_one_batch_seconds": _committed(room, [ends]),
        f"{NIGHTS}_nights_batch_without_words_seconds": batch,
    }


def _taken(step: Step, actor: str, command: str) -> TakenStep:
    return TakenStep(0.0, actor, command, step)


def _room() -> Room:
    """A room on the first day, each guest with a game of their own."""
    path = SCENARIOS / "first_hello.yaml"
    loaded = load(path)
    opening = Opening(
        id="r", mode=EACH, scenario=loaded.id, path=str(path), facts=facts_of(loaded, compiled_of(loaded)), seed=7,
        own_cast=False, minutes=0, opened=0.0, code="H7KM4P",
    )  # fmt: skip
    room = room_of(opening)
    for number in range(NIGHTS):
        joined = Joined(f"g{number}", f"Guest {number}", "", f"{number:064x}", f"W{number:04d}")
        room = after(room, _taken(joined, joined.guest, "join"))
    room = after(room, _taken(Started(), HOST, "start"))
    people = list(room.begun.people)
    for number, guest in enumerate(room.here):
        move = ("like", "look_around", "ask_about_them")[number % 3]
        room = after(room, _taken(Chose(PlanMove(move, people[number % len(people)])), guest.id, "plan"))
    return room


def _committed(room: Room, batches: list[list[TakenStep]]) -> float:
    """Seconds until all of these are on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        log = SqliteLog(Path(folder) / "rooms.sqlite")
        log.create(Kept(room.opening, PARAMETERS_VERSION, "0" * 64, "1" * 64))
        log.append(room.opening.id, 1, [_taken(Started(), HOST, f"before {n}") for n in range(room.number)])
        writer = RoomWriter(room, log)
        began = time.perf_counter()
        for steps in batches:
            done = writer.commit(steps)
            if done.unsaved is not None:
                raise done.unsaved
            writer.committed = done.room
        seconds = time.perf_counter() - began
        writer.close()
        log.close()
    return seconds
