"""Endings are kept beside the records: a stranger's or damaged file is none, and nothing is lost by it."""

import json
from dataclasses import asdict, replace

import pytest

from game.session.runs.endings import MOST_ENDINGS, Endings, RunEnding

FIRST = RunEnding(5, 47.2, 66.4, 50.9, 37.5, 92.0, -12.0, 4, 12, 5, 2)


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "runs" / "one.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"x" * FIRST.size)
    return path


@pytest.fixture
def endings(tmp_path):
    return Endings(tmp_path / "endings.json")


def test_an_ending_is_that_of_its_record_until_the_run_is_gone_on_with(record, endings):
    """A record that grew has no ending yet, and keeps those before."""
    endings.keep(record, FIRST)
    assert endings.last(record) == FIRST

    record.write_bytes(b"x" * 9)
    assert endings.last(record) is None
    assert endings.of(record) == (FIRST,)

    endings.keep(record, replace(FIRST, size=9, score=58.0))
    assert [e.score for e in endings.of(record)] == [47.2, 58.0]


def test_what_was_kept_twice_stands_once_and_the_oldest_go_first(record, endings):
    """No more are kept than the limit."""
    for size in (5, 5, *range(6, 30)):
        endings.keep(record, replace(FIRST, size=size))

    assert [e.size for e in endings.of(record)] == list(range(30 - MOST_ENDINGS, 30))


def test_a_deleted_run_is_forgotten(record, endings):
    """Nothing of it stays in the file of endings."""
    endings.keep(record, FIRST)
    endings.drop(record)

    assert endings.of(record) == ()


def file_of(*endings: object) -> bytes:
    return json.dumps({"one.jsonl": endings}).encode()


GOOD = asdict(FIRST)
STRANGE = [
    b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"one.jsonl": 5}', b'{"one.jsonl": [{"score": NaN}]}',
    file_of(5, None, [], "x"), file_of(GOOD | {"score": "47"}), file_of(GOOD | {"score": True}),
    file_of(GOOD | {"more": 1}), file_of(GOOD | {"score": 1e300}),
]  # fmt: skip


@pytest.mark.parametrize("data", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_file_holds_no_endings_and_is_written_anew(data, record, endings, tmp_path):
    """Whatever stood there does not stop a new ending from being kept."""
    (tmp_path / "endings.json").write_bytes(data)
    assert endings.of(record) == ()

    endings.keep(record, FIRST)
    assert endings.last(record) == FIRST


def test_a_folder_in_its_place_is_no_reason_to_stop(record, endings, tmp_path):
    """Nothing is kept, and nothing fails."""
    (tmp_path / "endings.json").mkdir()
    endings.keep(record, FIRST)

    assert endings.of(record) == ()
