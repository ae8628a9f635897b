"""What the system refuses to write is answered with what helps against that very refusal."""

import errno
from datetime import UTC, datetime

import pytest

from game.authoring.editor import put_schemas
from game.authoring.sharing.copying import copy_of
from game.authoring.sharing.packing import pack
from game.authoring.sharing.unpacking import add
from game.authoring.starter import create
from game.errors import RecordError, ScenarioError
from game.files import what_helps
from game.lab.playing.results import ResultsError, writing
from game.session.record import journal
from game.session.runs.runs import start
from tests.plays import example

REFUSALS = {
    errno.ENOSPC: "ake room there",
    errno.EDQUOT: "ake room there",
    errno.EACCES: "llow writing there",
    errno.EROFS: "llow writing there",
    errno.ENOTDIR: "ee to the folder",
    errno.EIO: "ee whether the disk is in order",
}


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refused_results_file_tells_what_helps(code, tmp_path):
    """Whoever has no room makes room; nobody else is told to."""
    with pytest.raises(ResultsError, match=REFUSALS[code]), writing(tmp_path / "games.csv"):
        raise OSError(code, "refused")


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refused_record_tells_what_helps(code, tmp_path, monkeypatch):
    """A run that cannot be begun."""

    def refuse(*_):
        raise OSError(code, "refused")

    monkeypatch.setattr(journal, "write_new", refuse)
    with pytest.raises(RecordError, match=REFUSALS[code]):
        start(example(tmp_path), 4, tmp_path / "runs", datetime(2026, 5, 4, tzinfo=UTC))


def refuse(code):
    """What every write comes to on such a disk."""

    def write(*_, **__):
        raise OSError(code, "refused")

    return write


@pytest.fixture
def package(tmp_path):
    """A scenario packed."""
    return pack(example(tmp_path), tmp_path / "boat.zip").path


WRITES = {
    "a new scenario": ("starter.write_folder", lambda home, _: create(home / "shop")),
    "a copy": ("sharing.copying.write_folder", lambda home, _: copy_of(example(home), home / "mine")),
    "the schema of a copy": ("editor.write_over", lambda home, _: copy_of(example(home), home / "mine")),
    "a package": ("sharing.packing.write_new", lambda home, _: pack(example(home), home / "new.zip")),
    "a schema": ("editor.write_over", lambda home, _: put_schemas(example(home))),
    "a package that is taken in": (
        "sharing.unpacking.tempfile.TemporaryDirectory", lambda home, given: add(given, home / "mine")),
    "a package at its place": ("sharing.unpacking._put", lambda home, given: add(given, home / "mine")),
}  # fmt: skip


@pytest.mark.parametrize("code", REFUSALS)
@pytest.mark.parametrize(("writer", "make"), WRITES.values(), ids=WRITES.keys())
def test_what_an_author_makes_says_what_was_not_written_and_what_to_do(
    writer, make, code, package, tmp_path, monkeypatch
):
    """The place, the reason, and what helps; nothing is told of asking for a package again, and nothing is left."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(f"game.authoring.{writer}", refuse(code))
    with pytest.raises(ScenarioError) as told:
        make(home, package)

    assert REFUSALS[code] in str(told.value)
    assert f"{home}" in str(told.value)
    assert "cannot be written: refused" in str(told.value)
    assert "Ask for it again" not in str(told.value)
    assert not [path for path in (home / "mine").rglob("*") if path.is_file()]


def test_every_refusal_is_answered():
    """Also one that has never been heard of."""
    assert all(what_helps(OSError(code, "")) for code in errno.errorcode)
