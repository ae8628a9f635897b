"""Going on with a run: the scenario it was played with, what is said when it has changed, copies of damaged records."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from game.errors import RecordError
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.record.reading import read
from game.session.runs.recorded_scenario import change_since
from game.session.runs.resuming import replayed, replayed_or_before, resume, resume_or_rescue
from game.session.runs.runs import start
from tests.plays import example
from tests.records import change_lines

NOW = datetime(2026, 5, 4, 14, 3, 9, tzinfo=UTC)
COPY_IS_PLAYED = "You go on with the copy kept in its record."


@pytest.fixture(params=[False, True], ids=["still", "live"])
def run(tmp_path, request):
    """Two days of the bakery, closed; its file watched or not."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW, live=request.param)
    game.do(PlanMove("comment", "ada"))
    game.do(EndDay())
    game.do(AnswerEvent("landlord", 1))
    game.do(EndDay())
    game.close()
    return game


def edited(run, old, new):
    path = run.source.origin
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_unchanged_scenario_is_not_spoken_of(run):
    """The run goes on as if it had never been closed, watched as before."""
    again = resume(run.path)

    assert again.view("ada") == run.view("ada")
    assert again.notice == ""
    assert (again.source.origin, again.source.live, again.source.id) == (run.source.origin, run.source.live, "bakery")


def test_a_changed_scenario_is_told_and_its_copy_played(run):
    """Who plays while writing is also told how to take the change."""
    edited(run, "The Corner Bakery", "The Other Bakery")
    again = resume(run.path)

    assert again.view().title == "The Corner Bakery"
    assert again.notice.startswith(f"The scenario has been changed since this run was begun. {COPY_IS_PLAYED}")
    assert ("save the file once more while you play" in again.notice) is run.source.live


def test_a_scenario_that_is_gone_is_told_so(run):
    """The run goes on with the copy that is kept in its record, and says so."""
    run.source.origin.unlink()

    assert resume(run.path).notice == f"The scenario’s file is no longer there. {COPY_IS_PLAYED}"


def test_nothing_is_asked_of_a_path_that_is_not_allowed(run):
    """What stands there is not used, nor watched."""
    header = read(run.path).header
    told = change_since(header, lambda path: False)
    again = resume(run.path, lambda path: False)

    assert not told.as_recorded
    assert again.notice == told.told == f"You have not opened its scenario from where it lies. {COPY_IS_PLAYED}"
    assert (again.source.origin, again.source.live) == (None, False)


def test_a_replay_leaves_the_record_alone(run):
    """What is done in it is not kept."""
    before = run.path.read_bytes()
    game = replayed(run.path)
    game.do(PlanMove("like", "ben"))

    assert run.path.read_bytes() == before
    assert game.playthrough.day == 3


def damaged(run, line):
    """The record with one of its lines spoilt, 0.."""
    lines = run.path.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"day"', b'"dax"')
    run.path.write_bytes(b"".join(lines))


def test_a_damaged_record_goes_on_in_a_copy_each_time_a_new_one(run):
    """The first copy is number 1, and no copy is ever overwritten."""
    damaged(run, 3)
    first = resume_or_rescue(run.path)
    first.close()
    second = resume_or_rescue(run.path)

    names = [f"{run.path.stem}-rescued-{n}.jsonl" for n in (1, 2)]
    assert [game.path.name for game in (first, second)] == names
    assert [game.playthrough.day for game in (first, second)] == [2, 2]
    assert f" You go on in the copy {names[1]}." in second.notice
    assert not second.notice.endswith(" ")


def test_of_what_is_damaged_from_the_first_choice_on_no_copy_is_made(run):
    """There is nothing to go on with; the file is told as it is."""
    damaged(run, 1)
    with pytest.raises(RecordError, match=r"Nothing of it can be played"):
        resume_or_rescue(run.path)

    assert list(run.path.parent.iterdir()) == [run.path]


def test_a_whole_record_is_opened_itself(run):
    """No copy is made of what is not damaged; a copy of it has all of it."""
    game = resume_or_rescue(run.path)
    game.close()
    copy = resume(shutil.copy(run.path, run.path.with_name("copy.jsonl")))

    assert game.path == run.path
    assert copy.view("ada") == game.view("ada")
    copy.do(PlanMove("like", "ben"))
    assert len(read(copy.path).entries) == len(read(run.path).entries) + 1


@pytest.mark.parametrize(("made_by", "told"), [("", False), ("0.0.1", True)])
def test_a_run_that_cannot_be_repeated_says_so_and_which_game_made_it(run, made_by, told):
    """The version is told only where it is another one; the record can be opened no better by the next try."""

    def change(lines):
        lines[2]["state"] = "0" * len(lines[2]["state"])
        lines[0].update(game=made_by or lines[0]["game"])

    change_lines(run.path, change)
    for _ in range(2):
        with pytest.raises(RecordError) as why:
            resume(run.path)
        assert "cannot be repeated as it was recorded (day 1" in str(why.value)
        assert str(why.value).endswith("the file stays as it is.")
        assert ("It was made by Courtship 0.0.1, this is " in str(why.value)) is told


@pytest.mark.parametrize("line", [1, 2, 3, 4])
@pytest.mark.parametrize("harm", ["flipped", "torn", "whole"])
def test_what_repeats_a_run_goes_as_far_as_continue(run, line, harm):
    """Each line damaged or torn: `replay` tells the days that *Continue* goes on from, or both refuse with one word."""
    if harm == "flipped":
        damaged(run, line)
    elif harm == "torn":
        whole = run.path.read_bytes().split(b"\n")
        run.path.write_bytes(b"\n".join(whole[:line]) + b"\n" + whole[line][:9])
    before, told = run.path.read_bytes(), []
    try:
        repeated = replayed_or_before(run.path, found=told.append)
    except RecordError as refused:
        with pytest.raises(RecordError, match=re.escape(str(refused))):
            resume_or_rescue(run.path)
        assert (harm, line) == ("flipped", 1)
        return
    assert run.path.read_bytes() == before
    again = resume_or_rescue(run.path)
    assert replace(repeated.view("ada"), notice="") == replace(again.view("ada"), notice="")
    assert bool(told) == (harm == "flipped")
    assert all(str(one) in repeated.notice for one in told)
