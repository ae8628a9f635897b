"""Records: nothing is lost, whatever happens, and a replay is the same run."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from game.errors import RecordError
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove, Undo
from game.session.record.journal import Journal
from game.session.record.reading import read
from game.session.runs import summaries
from game.session.runs.resuming import replayed, resume
from game.session.runs.runs import records_in, saved_runs, start
from game.session.runs.summaries import summary_of
from tests.plays import bot_plays_a_day, example
from tests.records import change_lines

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def run(tmp_path):
    return start(example(tmp_path), 4, tmp_path / "runs", NOW)


def patient():
    from game.bots.registry import bots

    return bots()["patient"]


def test_continue_brings_everything_back(run):
    """Plan, notebook, answers and days are there again after the game was closed."""
    bot_plays_a_day(run, patient())
    run.do(AnswerEvent("landlord", 1))
    run.do(PlanMove("like", "ada"))
    run.do(Note("ben", "seller", 50))

    again = resume(run.path)

    assert again.view("ada") == run.view("ada")


def test_a_torn_last_line_is_repaired_and_said(run):
    """Half a line at the end is cut off; the player is told, and play goes on."""
    run.do(PlanMove("like", "ada"))
    whole = run.path.read_bytes()
    run.do(PlanMove("comment", "ben"))
    torn = run.path.read_bytes()[:-9]
    run.path.write_bytes(torn)

    again = resume(run.path)

    assert "stopped in the middle of writing" in again.view().notice
    assert [p.move for p in again.view().plan] == ["like"]
    assert run.path.read_bytes() == whole
    again.do(PlanMove("comment", "ben"))
    assert len(read(run.path).entries) == 2


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_any_cut_of_the_last_line_can_be_continued(run, cut):
    """Wherever the last line is torn, all lines before it count."""
    run.do(PlanMove("like", "ada"))
    run.do(PlanMove("comment", "ben"))
    data = run.path.read_bytes()
    last = data[: data.rfind(b"\n", 0, -1) + 1]
    run.path.write_bytes(data[: max(len(last), len(data) - cut)])

    assert [p.move for p in resume(run.path).view().plan][:1] == ["like"]


def test_a_damaged_middle_is_told_with_its_line(run):
    """Damage elsewhere is not papered over: the line is named and nothing is overwritten."""
    run.do(PlanMove("like", "ada"))
    run.do(PlanMove("comment", "ben"))
    lines = run.path.read_bytes().splitlines(keepends=True)
    run.path.write_bytes(lines[0] + b"{broken\n" + lines[2])

    with pytest.raises(RecordError, match="damaged in line 2 of 3"):
        resume(run.path)
    assert run.path.read_bytes() == lines[0] + b"{broken\n" + lines[2]


def test_a_replay_that_differs_says_on_which_day(run):
    """A recorded fingerprint that no longer fits is an error with its day, not another story."""
    bot_plays_a_day(run, patient())
    change_lines(run.path, lambda lines: lines[-1].update(state="0" * 16))

    with pytest.raises(RecordError, match="day 1: the followers reacted otherwise"):
        resume(run.path)


def test_other_versions_are_refused_with_a_way_out(run):
    """A record of another version of the trust model names the game that can play it."""
    change_lines(run.path, lambda lines: lines[0].update(parameters=7))

    with pytest.raises(RecordError, match="version 7 of the trust model"):
        resume(run.path)


def test_a_changed_scenario_is_said_and_the_old_copy_is_played(run, tmp_path):
    """The run goes on with the copy in the record, and both the list and the view say so."""
    bot_plays_a_day(run, patient())
    path = tmp_path / "bakery.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Ada Quist", "Ada Other"), encoding="utf-8")

    again = resume(run.path)

    assert "has been changed since" in again.view().notice
    assert "Ada Quist" in {f.name for f in again.view().followers}
    assert "has been changed since" in saved_runs(tmp_path / "runs", NOW)[0].note


def test_a_scenario_that_is_gone_is_played_from_the_copy(run, tmp_path):
    """Deleting the file loses no run."""
    (tmp_path / "bakery.yaml").unlink()

    assert "no longer there" in resume(run.path).view().notice


def test_so_many_runs_are_read_as_are_asked_for_and_each_only_once(run, tmp_path, monkeypatch):
    """The first page of somebody with hundreds of runs waits for the newest alone; a changed record is read again."""
    folder, read = run.path.parent, []
    text = run.path.read_bytes()
    for number in range(1, 6):
        copy = folder / f"{number}.jsonl"
        copy.write_bytes(text)
        os.utime(copy, (number, number))
    monkeypatch.setattr(summaries, "summary_of", lambda path: read.append(path.name) or summary_of(path))

    assert len(saved_runs(folder, NOW, most=2)) == 2
    assert read == [run.path.name, "5.jsonl"]
    assert len(saved_runs(folder, NOW)) == 6 == len(records_in(folder))
    assert sorted(read[2:]) == ["1.jsonl", "2.jsonl", "3.jsonl", "4.jsonl"]
    bot_plays_a_day(run, patient())
    saved_runs(folder, NOW)
    assert read[6:] == [run.path.name]


def test_saved_runs_are_listed_newest_first_with_their_problems(run, tmp_path):
    """A damaged record is listed and explained, not hidden."""
    bot_plays_a_day(run, patient())
    broken = tmp_path / "runs" / "x.jsonl"
    broken.write_text("nonsense\n", encoding="utf-8")
    os.utime(broken, (1, 1))

    good, bad = saved_runs(tmp_path / "runs", NOW)

    assert (good.title, good.day, good.days, good.finished) == ("The Corner Bakery", 2, 6, False)
    assert "not a record of Courtship" in bad.problem


def test_two_windows_on_one_run_are_noticed(run):
    """Whoever opened the run last goes on with it; the one before is told, and the record stays whole."""
    other = resume(run.path)
    other.do(PlanMove("like", "ada"))

    with pytest.raises(RecordError, match="open in another window"):
        run.do(PlanMove("comment", "ada"))
    assert [e.entry for e in read(run.path).entries] == [PlanMove("like", "ada")]


def test_a_full_disk_is_told_and_nothing_is_half_written(run, monkeypatch):
    """When the disk refuses, the choice has not happened and the file ends where it ended."""
    before, size = run.view("ada"), run.path.stat().st_size

    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(RecordError, match="No space left on device"):
        run.do(PlanMove("like", "ada"))

    assert run.view("ada") == before
    assert run.path.stat().st_size == size


def test_a_full_disk_at_the_end_of_a_day_keeps_the_day_open(run, monkeypatch):
    """The night does not happen unless it could be written down."""
    run.do(PlanMove("like", "ada"))

    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(RecordError, match="No space left"):
        run.do(EndDay())

    assert run.playthrough.day == 1
    assert [p.move for p in run.view().plan] == ["like"]


def test_an_undo_is_kept_in_the_record(run):
    """After undo and continue, the run stands where the undo put it; the dropped day is still in the file."""
    bot_plays_a_day(run, patient())
    run.do(Undo(1))
    run.do(PlanMove("comment", "ben"))

    again = resume(run.path)

    assert (again.playthrough.day, [p.move for p in again.view().plan]) == (1, ["comment"])
    assert EndDay() in {e.entry for e in read(run.path).entries}


def test_an_existing_record_is_never_overwritten(run):
    """Two runs cannot share a file."""
    with pytest.raises(RecordError, match="already"):
        Journal.create(run.path, read(run.path).header)


def test_replaying_leaves_the_record_alone(run):
    """Looking at a run does not write to it."""
    bot_plays_a_day(run, patient())
    before = run.path.read_bytes()
    again = replayed(run.path)
    again.do(AnswerEvent("landlord", 1))

    assert run.path.read_bytes() == before


PLAYER = """
import sys
from pathlib import Path
from datetime import datetime
from game.session.runs.runs import start
game = start(Path(sys.argv[1]), 4, Path(sys.argv[2]), datetime(2026, 5, 4, 12, 0, 0))
print("ready", flush=True)
while not game.finished:
    for event in game.view().events:
        if event.choices:
            game.answer_event(event.id, 1)
            print("event", event.id, flush=True)
    for who in game.playthrough.compiled.ids[:4]:
        game.choose("comment", who)
        print("plan", game.playthrough.day, who, flush=True)
        game.note(who, "buyer", 25)
        print("note", game.playthrough.day, who, flush=True)
    game.end_day()
    print("end_day", game.playthrough.day, flush=True)
"""


@pytest.mark.parametrize("attempt", range(12))
def test_kill_nine_at_any_moment_loses_nothing(tmp_path, attempt):
    """A process killed in the middle of play: all it had confirmed is there, and play goes on to the end."""
    path = example(tmp_path)
    command = [sys.executable, "-c", PLAYER, str(path), str(tmp_path / "runs")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.Random(attempt).uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        confirmed = process.stdout.read().splitlines()
    if confirmed and not confirmed[-1].startswith(("plan", "note", "event", "end_day")):
        confirmed.pop()

    (record,) = (tmp_path / "runs").glob("*.jsonl")
    kept = [e["kind"] for e in read(record).entries]
    game = resume(record)

    assert kept[: len(confirmed)] == [line.split()[0] for line in confirmed]
    assert len(kept) <= len(confirmed) + 1
    while not game.finished:
        bot_plays_a_day(game, patient())
    assert game.view().finished
