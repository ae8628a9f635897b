"""Copies of a record are one run wherever runs are read; another game is another run."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.session.runs.runs import start
from game.session.runs.same_run import records_by_run, run_of
from game.session.runs.summaries import summary_of
from tests.plays import example

NAME = Path("one.jsonl")


@pytest.fixture(scope="module")
def header(tmp_path_factory):
    """Of a record that has just been begun."""
    folder = tmp_path_factory.mktemp("runs")
    run = start(example(folder), 4, folder, datetime(2026, 1, 1, tzinfo=UTC))
    run.close()
    return summary_of(run.path).header


@pytest.mark.parametrize("name", ["one (copy).jsonl", "elsewhere/one.jsonl", "two.jsonl"])
def test_the_name_of_a_file_makes_no_other_run(header, name):
    """A copy may be called anything."""
    assert run_of(header, Path(name)) == run_of(header, NAME)


@pytest.mark.parametrize(
    "other",
    [{"scenario": "b"}, {"seed": 9}, {"episode": 9}, {"started": "2027-01-01"}, {"played_by": "patient"}],
    ids=str,
)
def test_another_game_is_another_run(header, other):
    """By any of the five facts of its record that tell games apart."""
    assert run_of(replace(header, **other), NAME) != run_of(header, NAME)


def test_a_rescued_record_is_a_run_of_its_own_that_its_copy_belongs_to(header):
    """By its number, whatever a program that copies adds to its name."""
    rescued, copy, second = (Path(f"one-rescued-{end}.jsonl") for end in ("1", "1 (copy)", "2"))
    assert run_of(header, rescued) == run_of(header, copy)
    assert len({run_of(header, path) for path in (NAME, rescued, second)}) == 3


def test_the_longest_copy_comes_first(header):
    """It is the one that is gone on with and read; of two of one length the same one each time."""
    short, long, same = Path("a.jsonl"), Path("b.jsonl"), Path("b (copy).jsonl")
    records = [(short, header, (3, True)), (long, header, (7, True)), (same, header, (7, True))]
    assert (
        list(records_by_run(records).values()) == list(records_by_run(records[::-1]).values()) == [(long, same, short)]
    )


def test_of_two_with_as_many_sound_choices_the_whole_one_is_the_run(header):
    """A line of waste at the end of a copy makes no better record of it, whatever its name."""
    whole, spoilt = Path("one.jsonl"), Path("two.jsonl")
    records = [(spoilt, header, (7, False)), (whole, header, (7, True))]
    assert list(records_by_run(records).values()) == [(whole, spoilt)]
