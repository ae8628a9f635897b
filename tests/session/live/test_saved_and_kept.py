"""A scenario is saved while it is played: the record keeps the run as it was and as it became, whatever happens."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import asdict

import pytest

from game.bots.registry import bots
from game.errors import RecordError
from game.scenario import load
from game.session.entries import EndDay, PlanMove, Reload, Undo
from game.session.entry_lines import facts_from
from game.session.record.reading import read
from game.session.runs.recorded_scenario import compiled_of, facts_of
from game.session.runs.resuming import replayed, resume
from game.session.runs.runs import saved_runs, start
from game.session.runs.saved_file import Taken, WatchedScenario
from game.session.transcript import transcript
from tests.plays import bot_plays_a_day
from tests.records import change_lines
from tests.session.live.saves import NOW, SHY, edited, looked, play_days, saved, taken


def test_undo_goes_back_across_a_reload(run, file):
    """The mornings before the save can be played again, in the changed scenario."""
    taken(run, file, SHY)
    run.do(Undo(2))

    assert run.playthrough.day == 2
    assert [e.id for e in run.view().events] == ["landlord"]
    play_days(run, 1)
    assert resume(run.path).view("ada") == run.view("ada")


def test_a_reload_after_an_undo_takes_only_what_counts(run, file):
    """Days that were taken back stay taken back."""
    run.do(Undo(2))
    taken(run, file, SHY)

    assert run.playthrough.day == 2
    assert run.view().plan == ()


def test_the_record_brings_the_changed_run_back(run, file, tmp_path):
    """Closed and continued, replayed and listed: the run is the one of the last save, and goes on."""
    taken(run, file, SHY)
    taken(run, file, ("The Corner Bakery", "The Other Bakery"), ("days: 6", "days: 7"))
    run.do(PlanMove("like", "ben"))
    run.do(EndDay())

    again = resume(run.path)
    (listed,) = saved_runs(tmp_path / "runs", NOW)

    assert again.view("ada") == run.view("ada")
    assert again.view().notice == ""
    assert transcript(replayed(run.path).playthrough) == transcript(run.playthrough)
    assert (listed.title, listed.day, listed.days, listed.problem) == ("The Other Bakery", 5, 7, "")
    assert sum(isinstance(e.entry, Reload) for e in read(run.path).entries) == 2
    play_days(again, 1)
    assert resume(run.path).playthrough.day == 6


def test_the_record_alone_is_enough(run, file):
    """With the file gone, the scenario as it was taken last is played from the record."""
    taken(run, file, SHY)
    view = run.view("ada")
    file.unlink()

    again = resume(run.path)

    assert "no longer there" in again.view().notice
    assert again.view("ada").followers == view.followers


def test_a_torn_reload_is_dropped_and_the_run_is_as_before_it(run, file):
    """Killed while the save was written down: the run is the one before the save, and the next save takes."""
    before = run.view("ada")
    taken(run, file, SHY)
    data = run.path.read_bytes()
    run.path.write_bytes(data[:-40])

    again = resume(run.path)

    assert again.view("ada").followers == before.followers
    assert "stopped in the middle of writing" in again.view().notice
    assert "save the file once more" in again.view().notice
    assert again.source.live
    os.utime(file)
    live = WatchedScenario(again, lambda: NOW)
    file.touch()
    found = looked(live)
    assert isinstance(found, Taken)
    assert again.playthrough.compiled.scenario.followers["ada"].pace == "shy"


def test_a_full_disk_leaves_the_run_as_it_was(run, file, monkeypatch):
    """What cannot be written down is not taken."""
    before = run.view("ada")

    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(RecordError, match="No space left"):
        saved(run, file, SHY)

    assert run.view("ada") == before


def test_an_older_game_refuses_what_it_does_not_know(run):
    """An entry of a kind unknown here is refused with its name and the way out, and the file stays as it is."""
    change_lines(run.path, lambda lines: lines.append({"day": 4, "kind": "teleport"}))
    size = run.path.stat().st_size

    with pytest.raises(RecordError, match="does not know the entry “teleport”"):
        resume(run.path)
    assert run.path.stat().st_size == size


def test_a_long_run_with_bots_survives_many_saves(tmp_path, file):
    """Days played and saves taken in turn: after each, the record gives the very run."""
    game = start(file, 9, tmp_path / "runs", NOW, live=True)
    live = WatchedScenario(game, lambda: NOW)
    paces = ["shy", "quick", "slow"]
    edited(file, ("    name: Ada Quist\n", "    name: Ada Quist\n    pace: steady\n"))
    looked(live)
    for old, new in zip(["steady", *paces], paces, strict=False):
        bot_plays_a_day(game, bots()["patient"])
        edited(file, (f"pace: {old}", f"pace: {new}"))
        looked(live)
        assert replayed(game.path).view("ada") == game.view("ada")


PLAYER = """
import sys
from datetime import datetime
from pathlib import Path
from game.scenario import load
from game.session.runs.recorded_scenario import compiled_of, facts_of
from game.session.runs.runs import start
file = Path(sys.argv[1])
game = start(file, 4, Path(sys.argv[2]), datetime(2026, 5, 4, 12, 0, 0), live=True)
text = file.read_text(encoding="utf-8")
print("ready", flush=True)
for day in range(5):
    for event in game.view().events:
        if event.choices:
            game.answer_event(event.id, 1)
            print("event", flush=True)
    game.choose("comment", "ada")
    print("plan", flush=True)
    game.end_day()
    print("end_day", flush=True)
    file.write_text(text.replace("hours_per_day: 3", f"hours_per_day: {day + 4}"), encoding="utf-8")
    loaded = load(file)
    compiled = compiled_of(loaded)
    game.take(compiled, facts_of(loaded, compiled))
    print("reload", flush=True)
"""


@pytest.mark.parametrize("attempt", range(6))
def test_kill_nine_between_saves_loses_nothing(tmp_path, file, attempt):
    """A process killed while it plays and takes saves: all it had confirmed is there, and play goes on to the end."""
    command = [sys.executable, "-c", PLAYER, str(file), str(tmp_path / "runs")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.Random(attempt).uniform(0.0, 0.15))
        process.send_signal(signal.SIGKILL)
        confirmed = process.stdout.read().split()

    (record,) = (tmp_path / "runs").glob("*.jsonl")
    kept = [e["kind"] for e in read(record).entries]
    game = resume(record)

    assert kept[: len(confirmed)] == confirmed
    assert len(kept) <= len(confirmed) + 1
    while not game.finished:
        bot_plays_a_day(game, bots()["patient"])


def test_what_the_record_keeps_of_a_scenario_can_be_written(file):
    """The facts of a scenario are plain JSON."""
    loaded = load(file)

    facts = facts_of(loaded, compiled_of(loaded))

    assert facts_from(json.loads(json.dumps(asdict(facts)))) == facts
    assert facts.hash == loaded.hash
