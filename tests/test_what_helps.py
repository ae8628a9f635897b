"""What the system refuses to write is answered with what helps against that very refusal."""

import errno
from datetime import UTC, datetime

import pytest

from game.errors import RecordError
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


def test_every_refusal_is_answered():
    """Also one that has never been heard of."""
    assert all(what_helps(OSError(code, "")) for code in errno.errorcode)
