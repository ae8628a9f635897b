"""A scenario file that is watched while it is played: what a save is taken for."""

from datetime import UTC, datetime

import pytest

from game.session.entries import EndDay
from game.session.runs.runs import start
from game.session.runs.saved_file import Broken, Taken, WatchedScenario
from tests.plays import example

NOW = datetime(2026, 5, 4, 9, 5, 9, tzinfo=UTC)


@pytest.fixture
def file(tmp_path):
    return example(tmp_path)


@pytest.fixture
def watched(file, tmp_path):
    """The bakery on its second morning, watched."""
    game = start(file, 4, tmp_path / "runs", NOW, live=True)
    game.do(EndDay())
    return WatchedScenario(game, lambda: NOW)


def after(watched, change):
    """What is told of a save once the file has come to rest."""
    assert watched.saved() is None
    change()
    assert watched.saved() is None
    return watched.saved()


def replaced(file, old, new):
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_good_save_is_played_and_told_with_its_time(watched, file):
    """Which file, when, and what changed; once for each save."""
    found = after(watched, lambda: replaced(file, "The Corner Bakery", "The Old Bakery"))

    assert isinstance(found, Taken)
    assert (found.file, found.time, found.pictures) == ("bakery.yaml", "09:05", False)
    assert found.replayed.changed == ("title",)
    assert watched.saved() is None


def test_of_a_broken_save_the_errors_alone_are_told(watched, file):
    """The game goes on with what it has; warnings can wait."""
    found = after(watched, lambda: replaced(file, "days: 6", "dais: 6"))

    assert isinstance(found, Broken)
    assert (found.file, found.time) == ("bakery.yaml", "09:05")
    assert found.problems
    assert all(problem.is_error for problem in found.problems)


def test_the_same_text_saved_again_changes_nothing(watched, file):
    """A game that is watched does not begin anew for it; the days that were played are counted."""
    found = after(watched, lambda: file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8"))

    assert isinstance(found, Taken)
    assert (found.replayed.same, found.replayed.days, found.pictures) == (True, 1, False)
    assert found.replayed.changed == found.replayed.differs == found.replayed.left_out == ()


@pytest.mark.parametrize(("name", "pictures"), [("ada.png", True), ("ada.PNG", True), ("notes.txt", False)])
def test_a_saved_picture_is_told_as_one(watched, file, name, pictures):
    """Pictures are drawn anew, and nothing else is different."""
    folder = file.parent / "pictures"
    folder.mkdir()
    found = after(watched, lambda: (folder / name).write_bytes(b"x"))

    assert isinstance(found, Taken)
    assert (found.replayed.same, found.pictures) == (True, pictures)
