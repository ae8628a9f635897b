"""Entries of a record that were changed, lost or made by no game: told with their line, never played in silence."""

import os
import random

import pytest

from game.bots.registry import bots
from game.engine.batch import Batch
from game.errors import RecordError
from game.session.entries import PlanMove, Undo
from game.session.record.reading import DamagedRecordError, read
from game.session.runs.resuming import replayed, resume, resume_or_rescue
from game.session.runs.runs import run_played_last, saved_runs
from tests.plays import bot_plays_a_day
from tests.records import change_lines, lines_of, write_lines
from tests.session.record.bakery_runs import NOW, one_line

ENTRIES = (
    {"kind": "undo", "day": 1},
    {"kind": "undo", "day": 1, "to": "1"},
    {"kind": "undo", "day": 1, "to": 1.0},
    {"kind": "undo", "day": 1, "to": True},
    {"kind": "plan", "day": 1},
    {"kind": "plan", "day": 1, "move": 7},
    {"kind": "plan", "day": "one", "move": "like"},
    {"kind": "plan", "day": 1, "move": "x" * 1000},
    {"kind": "plan", "day": 1, "move": "\x1b]0;owned\x07"},
    {"kind": "take_back", "day": 1, "id": None},
    {"kind": "note", "day": 1, "who": "ada", "motive": "buyer"},
    {"kind": "event", "day": 1, "event": [], "choice": 0},
    {"kind": "read", "day": 1, "who": {}},
    {"kind": "end_day"},
    {"kind": "reload", "day": 1},
    {"kind": "reload", "day": 1, "kept": 3},
    {"kind": "reload", "day": 1, "kept": [{"kind": "reload"}]},
    {"kind": 5, "day": 1},
    {"day": 1},
    [],
    None,
)


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
@pytest.mark.parametrize("form", [1, 2])
def test_an_entry_of_the_wrong_shape_is_told_with_its_line(run, entry, form):
    """The line is named, what lies before it is offered, and can be gone on with in a copy."""
    lines = lines_of(run.path)
    lines[0]["format"] = form
    if form == 1:
        run.path.write_bytes(b"".join(map(one_line, [*lines, entry])))
    else:
        write_lines(run.path, lines) if not isinstance(entry, dict) else write_lines(run.path, [*lines, entry])
        if not isinstance(entry, dict):
            with run.path.open("ab") as file:
                file.write(one_line(entry))

    with pytest.raises(DamagedRecordError, match=f"damaged in line {len(lines) + 1} of {len(lines) + 1}") as told:
        replayed(run.path)

    assert len(told.value.before.entries) == len(lines) - 1
    copy = resume_or_rescue(run.path)
    assert (copy.playthrough.day, len(copy.playthrough.plan)) == (3, 1)
    copy.do(PlanMove("like", "ben"))
    copy.close()
    assert len(resume(copy.path).playthrough.plan) == 2


def test_no_flipped_bit_is_replayed_in_silence(run, tmp_path):
    """Of all bits of a record, a thousand by chance: each is said, or leaves every choice as it was."""
    data, chance = run.path.read_bytes(), random.Random(5)
    whole = [e.entry for e in read(run.path).entries]
    for _ in range(1000):
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        path = tmp_path / "flipped.jsonl"
        path.write_bytes(data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :])
        try:
            opened = read(path)
        except RecordError:
            continue
        else:
            assert opened.repaired, f"byte {at}, bit {bit}: nothing was said"
            assert [e.entry for e in opened.entries] == whole[: len(opened.entries)]


def test_a_line_that_is_lost_in_the_middle_is_noticed(run):
    """Each line vouches for all before it."""
    lines = run.path.read_bytes().splitlines(keepends=True)
    run.path.write_bytes(b"".join(lines[:2] + lines[3:]))

    with pytest.raises(DamagedRecordError, match="line 3"):
        read(run.path)


def test_undone_days_are_not_played_again(run, monkeypatch):
    """However often one went back, opening a record plays no more nights than the run has."""
    game = resume(run.path)
    for _ in range(30):
        bot_plays_a_day(game, bots()["patient"])
        game.do(Undo(3))
    game.close()
    nights = []
    play_day = Batch.play_day
    monkeypatch.setattr(Batch, "play_day", lambda *a: (nights.append(1), play_day(*a))[1])

    assert resume(run.path).playthrough.day == 3
    assert len(nights) == 2


def test_a_damaged_end_is_gone_on_with_in_a_copy(run, tmp_path):
    """The list says so, Continue makes the copy and says so, and from then on the copy is the run played last."""
    with run.path.open("ab") as file:
        file.write(b'{"kind":"plan","day":3,"move":7}\n')
    data = run.path.read_bytes()
    (listed,) = saved_runs(tmp_path / "runs", NOW)
    assert (listed.problem, listed.day) == ("", 3)
    assert "in a copy" in listed.note

    game = resume_or_rescue(run.path)
    game.do(PlanMove("like", "ben"))
    game.close()

    assert run.path.read_bytes() == data
    assert "damaged in line" in game.view().notice
    assert game.path.name in game.view().notice
    os.utime(run.path, (1000, 1000))
    assert run_played_last(saved_runs(tmp_path / "runs", NOW), finished_too=True).path == str(game.path)


def test_the_list_and_opening_agree_on_damage_in_any_line(run, tmp_path):
    """A line that is not as it was written: where opening goes on in a copy the list says so, else why it cannot."""
    lines = run.path.read_bytes().split(b"\n")
    for number in range(1, len(lines) - 1):
        broken = [*lines]
        broken[number] = broken[number].replace(b'"day":', b'"day":1', 1)
        run.path.write_bytes(b"\n".join(broken))

        (listed,) = saved_runs(tmp_path / "runs", NOW)

        assert "damaged" in listed.problem + listed.note, number
        if listed.problem:
            with pytest.raises(RecordError, match="Nothing of it can be played"):
                resume_or_rescue(run.path)
        else:
            copy = resume_or_rescue(run.path)
            copy.close()
            assert copy.playthrough.day == listed.day
            copy.path.unlink()


def without_states(lines):
    for line in lines:
        line.pop("state", None)


def a_day_later(lines):
    for line in lines[1:]:
        line["day"] += 1


def of_one_day(lines):
    for line in lines[1:]:
        line["day"] = 1


def with_endless_notes(lines):
    note = {"kind": "note", "day": 3, "who": "ada", "motive": "seller", "sure": 50}
    lines += [note] * 21_000


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without_states, "without “state”"),
        (a_day_later, "a choice of day 2 stands where day 1 is played"),
        (of_one_day, "a choice of day 1 stands where day 2 is played"),
        (with_endless_notes, "nobody makes more than"),
    ],
)
def test_what_is_well_formed_but_no_run_is_refused_with_a_reason(run, change, told):
    """Nothing guards such lines against another run, or they cost minutes: they are told and not played."""
    change_lines(run.path, change)

    with pytest.raises(RecordError, match=told):
        replayed(run.path)
