"""The list of runs: each with its day and time, the one played last first, and what is to be known before opening."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from game.session.entries import AnswerEvent, EndDay, PlanMove, Undo
from game.session.runs.runs import records_in, run_played_last, saved_runs, start
from game.session.runs.summaries import summary_of
from tests.plays import example
from tests.records import change_lines

NOW = datetime(2026, 5, 4, 14, 3, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    example(tmp_path)
    return tmp_path / "runs"


def begun(folder, seed=4, days=0, **options):
    """A run of the bakery, played for some days and closed."""
    game = start(folder.parent / "bakery.yaml", seed, folder, NOW, **options)
    for _ in range(days):
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 1))
        game.do(EndDay())
    game.close()
    return game


def dated(path, when):
    os.utime(path, (when.timestamp(), when.timestamp()))


def test_a_run_is_listed_as_it_stands(folder):
    """Its title, its business, the day on which one goes on, and when it was played last."""
    game = begun(folder, days=2)
    dated(game.path, NOW - timedelta(hours=5))
    (listed,) = saved_runs(folder, NOW)

    assert game.path.name == "20260504-140309-bakery-4.jsonl"
    assert listed.path == str(game.path)
    assert (listed.title, listed.business) == ("The Corner Bakery", "Crumb and Crust")
    assert (listed.day, listed.days, listed.finished) == (3, 6, False)
    assert listed.when == "4 May, 09:03"
    assert (listed.problem, listed.note) == ("", "")


def test_a_finished_run_stands_on_its_last_day(folder):
    """There is no seventh day of six."""
    begun(folder, days=6)
    (listed,) = saved_runs(folder, NOW)

    assert (listed.day, listed.finished) == (6, True)


@pytest.mark.parametrize(
    ("entry", "day"), [(PlanMove("like", "ada"), 3), (EndDay(), 4), (Undo(2), 2), (Undo(1), 1)]
)  # fmt: skip
def test_one_goes_on_where_one_stopped(folder, entry, day):
    """After a night on the next day, after an undo on the day that was gone back to."""
    game = begun(folder, days=2)
    again = start(folder.parent / "bakery.yaml", 5, folder, NOW, name="again.jsonl")
    for recorded in (*[EndDay(), AnswerEvent("landlord", 1), EndDay()], entry):
        again.do(recorded)
    again.close()

    assert summary_of(again.path).day == day
    assert summary_of(game.path).day == 3


def test_who_played_is_told_when_it_was_no_person(folder):
    """Nobody takes a bot's run for their own."""
    begun(folder, played_by="patient")
    (listed,) = saved_runs(folder, NOW)

    assert listed.title == "The Corner Bakery (played by patient)"


def test_the_run_played_last_comes_first(folder):
    """And of very many those written last are read."""
    games = [begun(folder, seed) for seed in (1, 2, 3)]
    for game, hours in zip(games, (2, 1, 3), strict=True):
        dated(game.path, NOW - timedelta(hours=hours))

    assert [run.path for run in saved_runs(folder, NOW)] == [str(games[n].path) for n in (1, 0, 2)]
    assert [run.path for run in saved_runs(folder, NOW, most=1)] == [str(games[1].path)]


def test_a_date_of_this_day_is_believed_and_a_later_one_is_not(folder):
    """Clocks may differ by some hours; a year ahead is a clock gone wrong, and the header's time counts."""
    game = begun(folder)
    dated(game.path, NOW + timedelta(hours=20))
    (soon,) = saved_runs(folder, NOW)
    dated(game.path, NOW + timedelta(days=400))
    (far,) = saved_runs(folder, NOW)

    assert (soon.when, far.when) == ("5 May, 10:03", "4 May, 14:03")


def test_what_is_no_record_is_not_listed(folder):
    """Hidden files that programs leave, files of other kinds, and a folder that is not there."""
    game = begun(folder)
    for name in (".hidden.jsonl", "notes.txt"):
        (folder / name).write_text("x", encoding="utf-8")

    assert records_in(folder) == [game.path]
    assert records_in(folder / "none") == []


def test_what_cannot_be_read_is_listed_with_its_reason(folder):
    """By the name of its file, and never gone on with."""
    game = begun(folder)
    bad = folder / "bad.jsonl"
    bad.write_text("x\n", encoding="utf-8")
    dated(bad, NOW - timedelta(hours=1))
    dated(game.path, NOW - timedelta(hours=2))
    first, second = saved_runs(folder, NOW)

    assert (first.title, first.day, first.days, first.finished) == ("bad", 0, 0, False)
    assert first.problem == "bad.jsonl is not a record of Courtship. Your other runs are safe."
    assert first.when == "4 May, 13:03"
    assert run_played_last((first, second), finished_too=True) == second


def test_continue_takes_a_run_that_goes_on(folder):
    """One that is finished is taken only where it is asked for; nothing at all is told as nothing."""
    finished, going = begun(folder, 1, days=6), begun(folder, 2)
    dated(finished.path, NOW - timedelta(hours=1))
    dated(going.path, NOW - timedelta(hours=2))
    listed = saved_runs(folder, NOW)

    assert run_played_last(listed, finished_too=False).path == str(going.path)
    assert run_played_last(listed, finished_too=True).path == str(finished.path)
    assert run_played_last(listed[:1], finished_too=False) is None


def test_of_copies_the_longest_is_the_run(folder):
    """The others come behind all runs, however new, and name it."""
    game, other = begun(folder, days=2), begun(folder, 5)
    copy = folder / "copy.jsonl"
    copy.write_bytes(b"".join(game.path.read_bytes().splitlines(keepends=True)[:2]))
    for path, hours in ((copy, 1), (game.path, 2), (other.path, 3)):
        dated(path, NOW - timedelta(hours=hours))
    listed = saved_runs(folder, NOW)

    assert [run.path for run in listed] == [str(path) for path in (game.path, other.path, copy)]
    assert [run.note for run in listed] == ["", "", f"A copy of {game.path.name}, which holds more choices."]


@pytest.mark.parametrize("change", ["seed", "episode", "started", "played_by"])
def test_runs_that_differ_in_how_they_began_are_no_copies(folder, change):
    """Another seed, game, time or player is another run, though all else is equal."""
    game = begun(folder)
    other = folder / "other.jsonl"
    other.write_bytes(game.path.read_bytes())
    values = {"seed": 5, "episode": 1, "started": "2026-05-04T14:03:10+00:00", "played_by": "patient"}
    change_lines(other, lambda lines: lines[0].update({change: values[change]}))

    assert [run.note for run in saved_runs(folder, NOW)] == ["", ""]


def test_a_damaged_run_is_listed_as_far_as_it_is_whole(folder):
    """With what opening it will do; damaged from its first choice on, it cannot be opened."""
    game = begun(folder, days=2)
    lines = game.path.read_bytes().splitlines(keepends=True)
    game.path.write_bytes(b"".join(lines[:2]) + b"{}\n")
    (part,) = saved_runs(folder, NOW)
    game.path.write_bytes(lines[0] + b"{}\n")
    (nothing,) = saved_runs(folder, NOW)

    assert (part.day, part.problem) == (2, "")
    assert part.note.startswith("A part of it is damaged. You go on in a copy")
    assert nothing.problem.startswith("It is damaged from its first choice on")
    assert run_played_last((nothing,), finished_too=True) is None


def test_a_run_of_other_rules_cannot_be_opened(folder):
    """It says which version played it, and which game to take."""
    game = begun(folder)
    change_lines(game.path, lambda lines: lines[0].update(parameters=lines[0]["parameters"] - 1, game="0.0.1"))
    (listed,) = saved_runs(folder, NOW)

    assert listed.problem.endswith("Play it with Courtship 0.0.1.")
    assert run_played_last((listed, replace(listed, problem="", path="x")), finished_too=True).path == "x"


@pytest.mark.parametrize(("apart", "words"), [(60, "{:%H:%M}"), (7, "{:%H:%M:%S}"), (0, "{:%H:%M:%S}, ")])
def test_runs_of_one_title_can_be_told_apart(folder, apart, words):
    """By minute, by second, or by the names of their records: no two rows of the list are the same."""
    early = NOW.replace(hour=9, minute=20, second=10)
    times = [early, early + timedelta(seconds=apart)]
    for seed, when in zip((4, 5), times, strict=True):
        dated(begun(folder, seed).path, when)
    listed = saved_runs(folder, NOW)

    assert len({(run.title, run.when) for run in listed}) == 2
    for run, when in zip(listed, times[::-1], strict=True):
        assert words.format(when) in run.when
