"""Nothing acknowledged is lost, nothing counts twice, and a replay gives the same room."""

import asyncio
import random
import sqlite3
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.engine.digest import digest
from game.errors import CourtshipError, Refused
from game.host.room.changing import after
from game.host.room.room_state import COUNTED, DEBRIEF, EACH, MODES, NIGHT, TOGETHER, VOTE
from game.host.room.step_bodies import body_of, step_from
from game.host.room.steps import (
    CalledForHelp,
    Chose,
    Left,
    Released,
    Removed,
    SetClock,
    Started,
    Switched,
    TookBack,
    Voted,
    Went,
)
from game.host.store.event_log import LogError, RunsElsewhereError, SqliteLog
from game.host.store.replaying import repeated, room_of
from game.host.store.room_writer import RoomWriter
from game.host.web.forms import command_of
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove
from tests.host.rooms import BEGAN, joined, kept, opening, room_with, taken


@pytest.fixture
def log(tmp_path):
    log = SqliteLog(tmp_path / "rooms.sqlite")
    log.create(kept())
    yield log
    log.close()


def facts_of(room):
    """What is true of a room, to compare two by."""
    games = {g.id: digest(g.now.position) for g in room.guests.values() if g.now is not None}
    shared = digest(room.shared.position) if room.shared else ""
    plans = {g.id: g.now.plan for g in room.guests.values() if g.now is not None}
    plain = (room.stage, room.number, room.scene, room.released, room.paused, room.clock, dict(room.votes), room.code)
    return plain, games, shared, plans, room.counts, [(g.name, g.here, g.help) for g in room.guests.values()]


def steps_of_chance(seed: int, mode: str):
    """Steps that may come in any order, some of which are refused."""
    dice = random.Random(seed)
    room, kept_steps = room_of(opening(mode)), []
    makers = [
        lambda: joined(dice.randrange(6)),
        lambda: taken(Started()),
        lambda: taken(Released(dice.randrange(1, 4))),
        lambda: taken(Chose(EndDay()), f"g{dice.randrange(6)}"),
        lambda: taken(Chose(PlanMove(dice.choice(["like", "comment", "propose"]), "edda")), f"g{dice.randrange(6)}"),
        lambda: taken(Chose(Note("edda", "buyer", 50)), f"g{dice.randrange(6)}"),
        lambda: taken(Chose(AnswerEvent("grieve_calls", 0)), f"g{dice.randrange(6)}"),
        lambda: taken(Voted(dice.randrange(1, 5), dice.choice(["", "a", "b", "x"])), f"g{dice.randrange(6)}"),
        lambda: taken(Went(dice.choice([COUNTED, VOTE, NIGHT]), room.scene)),
        lambda: taken(TookBack()),
        lambda: taken(Switched(dice.choice(["paused", "hold", "locked"]), dice.random() < 0.3)),
        lambda: taken(SetClock(60), at=BEGAN + dice.randrange(900)),
        lambda: taken(Removed(f"g{dice.randrange(6)}")),
        lambda: taken(Left(), f"g{dice.randrange(6)}"),
        lambda: taken(CalledForHelp("?"), f"g{dice.randrange(6)}"),
    ]
    for _ in range(60):
        step = dice.choice(makers)()
        try:
            room = after(room, step)
        except Refused:
            continue
        kept_steps.append(step)
    return room, kept_steps


@settings(max_examples=12, deadline=None)
@given(some.integers(0, 10**6), some.sampled_from(MODES))
def test_a_replay_cut_anywhere_gives_the_room_as_it_was(seed, mode):
    """Whatever was done in whatever order: the steps that counted give the same room again, and every part of them."""
    room, steps = steps_of_chance(seed, mode)
    assert facts_of(repeated(kept(mode), steps).room) == facts_of(room)

    part = steps[: len(steps) // 2]
    halfway = repeated(kept(mode), part).room
    for step in steps[len(part) :]:
        halfway = after(halfway, step)

    assert facts_of(halfway) == facts_of(room)


@settings(max_examples=20, deadline=None)
@given(some.integers(0, 10**6), some.sampled_from(MODES))
def test_steps_are_read_as_they_were_written(seed, mode):
    """Every step comes back from its keys and values as the same step."""
    for step in steps_of_chance(seed, mode)[1]:
        assert step_from(step.step.kind, body_of(step.step)) == step.step


def test_the_file_is_its_owners_alone(log):
    """Nobody else on the machine may read names and choices."""
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_what_was_acknowledged_is_there_after_opening_again(log):
    """Steps, openings and the order of both come back from the file."""
    steps = [joined(1), taken(Started()), taken(Chose(EndDay()), "g1")]
    log.append("r1", 1, steps)
    again = SqliteLog(log.path)

    assert again.steps("r1") == steps
    assert again.rooms() == [kept()]


def test_a_second_server_on_one_room_is_noticed(log):
    """Two servers never write one room: the later one is told, and nothing of it is kept."""
    log.append("r1", 1, [joined(1)])

    with pytest.raises(RunsElsewhereError, match="another server"):
        log.append("r1", 1, [joined(2), joined(3)])

    assert len(log.steps("r1")) == 1


def test_a_room_is_deleted_whole(log):
    """After deleting no name is left in the file."""
    log.append("r1", 1, [joined(1)])
    log.delete("r1")
    log.close()

    assert b"Guest 1" not in log.path.read_bytes()


def test_a_log_that_goes_otherwise_is_refused(log):
    """A night that does not come out as it did then is noticed, and the log is left alone."""
    room, steps = room_with(0), [joined(1), taken(Started()), taken(Chose(EndDay()), "g1")]
    done = RoomWriter(room_of(opening()), log).commit(steps)
    assert done.room.number == 3 > room.number
    steps = log.steps("r1")
    assert steps[2].state
    from dataclasses import replace

    with pytest.raises(LogError, match="another game"):
        repeated(kept(), [*steps[:2], replace(steps[2], state="0" * 16)])
    with pytest.raises(LogError, match="trust model"):
        repeated(replace(kept(), parameters=-1), steps)


class BrokenLog:
    """A log on a full disk."""

    def append(self, room, first, rows):
        raise LogError("Nothing can be written. Make room on the disk.")


def test_nothing_is_shown_that_is_not_on_the_disk():
    """On a full disk every step of the batch is told so, and the room is as it was."""
    writer = RoomWriter(room_of(opening()), BrokenLog())
    done = writer.commit([joined(1), taken(Started())])

    assert [str(o)[:7] for o in done.outcomes] == ["Nothing", "Nothing"]
    assert done.room is writer.committed


def test_acknowledged_only_after_commit(log):
    """While the log writes, pages still show the room before; the acknowledgement comes with the room after."""
    seen = []

    class Slow:
        def append(self, room, first, rows):
            seen.append(writer.committed.number)
            log.append(room, first, rows)

    async def scene():
        task = asyncio.create_task(writer.run())
        numbers = await asyncio.gather(*(writer.take(joined(n)) for n in range(1, 6)))
        task.cancel()
        return numbers

    writer = RoomWriter(room_of(opening()), Slow(), changed=lambda before, now: seen.append(now.number))
    assert asyncio.run(scene()) == [1, 2, 3, 4, 5]
    assert seen[0] == 0
    assert seen[-1] == len(log.steps("r1")) == 5
    writer.close()


def test_a_command_sent_twice_counts_once(log):
    """A phone that sends again, before or after a restart, gets the number of the first time."""
    step = joined(1)
    writer = RoomWriter(room_of(opening()), log)
    first = writer.commit([step, step])
    assert first.outcomes == (1, 1)

    found = repeated(kept(), log.steps("r1"))
    again = RoomWriter(found.room, log, found.commands).commit([step, joined(2)])

    assert again.outcomes == (1, 2)
    assert len(log.steps("r1")) == 2


def test_refusals_leave_no_trace(log):
    """What was refused is not in the log; what came with it is."""
    done = RoomWriter(room_of(opening()), log).commit([taken(Chose(EndDay()), "g1"), joined(1)])

    assert isinstance(done.outcomes[0], CourtshipError)
    assert [s.step.kind for s in log.steps("r1")] == ["joined"]
    assert EACH in MODES
    assert TOGETHER in MODES
    assert DEBRIEF


def test_a_fault_of_ours_in_one_step_stops_nobody_else(log, monkeypatch, caplog):
    """The step is answered and told in the terminal; what comes before and behind it in the same batch counts."""

    def breaks_for_one(room, step, mornings):
        if step.actor == "g2":
            raise IndexError("a bug")
        return after(room, step, mornings)

    monkeypatch.setattr("game.host.store.room_writer.after", breaks_for_one)
    writer = RoomWriter(room_of(opening()), log)

    async def everybody():
        working = asyncio.create_task(writer.run())
        told = await asyncio.gather(*(writer.take(joined(n)) for n in (1, 2, 3)), return_exceptions=True)
        later = await writer.take(joined(4))
        working.cancel()
        return told, later

    (first, broken, third), later = asyncio.run(everybody())

    assert (first, third, later) == (1, 2, 3)
    assert isinstance(broken, Refused)
    assert "nothing has changed" in str(broken)
    assert "a bug" in caplog.text
    assert {guest.id for guest in writer.committed.here} == {"g1", "g3", "g4"}


def test_a_text_that_no_file_can_hold_stops_nobody_else(log):
    """Half a letter, as a browser's socket may send it: the step is refused, and the log is ready for the next one."""
    writer = RoomWriter(room_of(opening()), log)

    async def both():
        working = asyncio.create_task(writer.run())
        told = await asyncio.gather(writer.take(taken(Started(), command="z\ud800")), return_exceptions=True)
        later = await writer.take(joined(1))
        working.cancel()
        return told[0], later

    odd, later = asyncio.run(both())

    assert isinstance(odd, Refused)
    assert later == 1
    assert command_of({"command": "z\ud800\n"}) == "z"


def test_who_runs_a_room_that_was_deleted_is_told_so(log):
    """Nothing can be kept any more, and no other server is to blame."""
    writer = RoomWriter(room_of(opening()), log)
    assert writer.commit([joined(1)]).outcomes == (1,)
    log.delete(opening().id)

    done = writer.commit([joined(2)])

    assert done.fatal
    assert "has been deleted" in str(done.outcomes[0])
    assert "another server" not in str(done.outcomes[0])


@pytest.mark.parametrize("fails", ["PRAGMA journal_mode=WAL", "CREATE TABLE"])
def test_a_log_that_cannot_be_begun_leaves_no_empty_file(tmp_path, monkeypatch, fails):
    """As on a full disk; a file that was there before is left as it is."""

    class Full(sqlite3.Connection):
        def execute(self, order, *more):
            if order.strip().startswith(fails):
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(order, *more)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: connect(*given, factory=Full, **more))
    old = tmp_path / "old.sqlite"
    old.write_bytes(b"")
    for path in (tmp_path / "rooms.sqlite", old):
        with pytest.raises(LogError):
            SqliteLog(path)

    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("rooms.sqlite")] == []
    assert old.exists()
