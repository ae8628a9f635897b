"""Words of a command that can be nothing: no value at all, a name longer than names are. Each command refuses them."""

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.errors import MISUSED, CourtshipError
from game.host.store.event_log import SqliteLog
from tests.cli.every_command import COMMANDS

TAKES_A_SCENARIO = sorted({words[0] for words in COMMANDS.values() if "FILE" in words} - {"say", "translate"})
VALUES = (
    ("rooms", "--delete", ""), ("rooms", "--delete="), ("rooms", "--keep", ""), ("rooms", "--files", ""),
    ("simulate", "first_hello", "--out", ""),
    ("exploit", "first_hello", "--out", ""), ("check", ""), ("host", "--room", ""),
    ("timing", "told", ""), ("map", "first_hello", "--svg="), ("new", ""), ("replay", ""), ("evidence", ""),
)  # fmt: skip


def refused(words: tuple[str, ...]) -> tuple[int, str]:
    """Exit code and sentence of a command, whichever way it refuses."""
    done = CliRunner().invoke(app, list(words))
    if isinstance(done.exception, CourtshipError):
        return done.exception.exit_code, str(done.exception)
    return done.exit_code, done.output


@pytest.mark.parametrize("words", VALUES, ids=" ".join)
def test_a_value_that_is_empty_is_refused_before_any_work(words):
    """A script with a variable that was never set does not delete, write or list something else."""
    code, told = refused(words)
    assert (code, "is empty. Give it a value, or leave it out." in told) == (MISUSED, True)


@pytest.mark.parametrize("name", TAKES_A_SCENARIO)
def test_a_scenario_of_endless_letters_is_one_that_is_not_there(name):
    """A name of 5,000 letters is told as one that nothing has, and not as a fault of the disk."""
    more = {"duel": ("patient", "spammer"), "sweep": ("--vary", "days=1:2:2")}.get(name, ())
    code, told = refused((name, "b" * 5000, *more))
    assert code == MISUSED
    assert "There is no" in told
    assert "refuses" not in told


def test_deleting_a_room_that_is_not_there_is_refused_where_none_is_kept(tmp_path):
    """Whoever deletes a room from an empty list is told that there is none."""
    SqliteLog(tmp_path / "rooms.sqlite").close()
    code, told = refused(("rooms", "--delete", "r1", "--keep", str(tmp_path)))
    assert (code, "There is no room" in told) == (MISUSED, True)
