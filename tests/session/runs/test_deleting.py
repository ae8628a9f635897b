"""Runs that are put away: nothing is lost, and none is taken from under a window that is open."""

from datetime import UTC, datetime

import pytest

from game.bots.registry import bots
from game.errors import RecordError
from game.session.runs.deleting import DELETED, put_away
from game.session.runs.runs import saved_runs, start
from tests.plays import bot_plays_a_day, example

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def run(tmp_path):
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW)
    bot_plays_a_day(game, bots()["patient"])
    return game


def test_it_lies_whole_in_the_folder_of_deleted_ones_and_is_listed_no_more(run):
    """Whoever deletes by mistake finds every byte again."""
    run.close()
    before = run.path.read_bytes()
    place = put_away(run.path)

    assert place.read_bytes() == before
    assert place.parent.name == DELETED
    assert saved_runs(run.path.parent, NOW) == ()


def test_a_run_that_is_open_stays(run):
    """It can be played on where it is open."""
    with pytest.raises(RecordError, match="open in another window"):
        put_away(run.path)
    bot_plays_a_day(run, bots()["patient"])

    assert run.path.exists()


def test_two_of_one_name_are_both_kept(run):
    """The second does not overwrite the first."""
    run.close()
    data = run.path.read_bytes()
    first = put_away(run.path)
    run.path.write_bytes(data)
    second = put_away(run.path)

    assert first != second
    assert first.read_bytes() == second.read_bytes() == data


@pytest.mark.parametrize("damage", [b"", b"no record", b"\xff" * 40])
def test_what_is_no_record_can_be_put_away_as_well(run, damage):
    """A damaged file in the list is there to be got rid of."""
    run.close()
    run.path.write_bytes(damage)

    assert put_away(run.path).read_bytes() == damage


def test_where_the_folder_cannot_be_made_it_stays_and_says_so(run):
    """Nothing is lost where nothing can be put away."""
    run.close()
    (run.path.parent / DELETED).write_text("in the way", encoding="utf-8")

    with pytest.raises(RecordError, match="It stays where it is"):
        put_away(run.path)
    assert run.path.exists()
