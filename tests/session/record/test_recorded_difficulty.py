"""The difficulty of a run is in its record: it is gone on with as it was begun."""

import json
from datetime import UTC, datetime

import pytest

from game.resources import SCENARIOS
from game.session.entries import EndDay
from game.session.entry_lines import MalformedEntryError
from game.session.record.lines import header_from
from game.session.runs.resuming import resume
from game.session.runs.runs import start

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def begun(folder, difficulty):
    session = start(SCENARIOS / "first_hello.yaml", 5, folder, NOW, difficulty=difficulty)
    session.do(EndDay())
    session.close()
    return session


@pytest.mark.parametrize("difficulty", ["gentle", "fair", "hard"])
def test_a_run_goes_on_as_hard_as_it_was_begun(tmp_path, difficulty):
    """A resumed run has the difficulty and the hours it had."""
    first = begun(tmp_path, difficulty)
    again = resume(first.path)

    assert again.playthrough.compiled.scenario.difficulty == difficulty
    assert again.playthrough.compiled.hours == first.playthrough.compiled.hours
    assert again.playthrough.day == 2


def header(folder, difficulty):
    return json.loads(begun(folder, difficulty).path.read_bytes().splitlines()[0])


def test_a_record_that_says_nothing_is_fair(tmp_path):
    """Those that were made before there was a choice say nothing; a fair run is written as they are."""
    line = header(tmp_path, "fair")

    assert "difficulty" not in line
    assert header_from(line).difficulty == "fair"


def test_a_word_that_is_no_difficulty_is_refused(tmp_path):
    """A record with another difficulty than the three is refused, and told which there are."""
    line = header(tmp_path, "hard")
    assert header_from(line).difficulty == "hard"

    for wrong in ("brutal", 3, None, ["hard"]):
        with pytest.raises(MalformedEntryError, match="gentle, fair, hard"):
            header_from(line | {"difficulty": wrong})
