"""Golden playthroughs: what a person reads of a run is what it was, to the letter.

A change is a decision: run `python -m tests.golden.regenerate`, read the difference, and commit it with its reason.
"""

import sys

import pytest

from tests.golden.read_aloud import READ_ALOUD, first_day_read_aloud
from tests.golden.regenerate import BOTS, TALKS, path_of, playthrough, talks
from tests.golden.states import FOLDER, by_day_path
from tests.plays import SHIPPED


@pytest.mark.parametrize("bot", BOTS)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_run_is_what_it_was(scenario, bot):
    """Scenario, seed and bot give the recorded transcript."""
    assert playthrough(scenario, bot) == path_of(scenario, bot).read_text(encoding="utf-8")


def test_the_talks_are_what_they_were():
    """Somebody who talks with people hears the recorded words."""
    assert talks() == TALKS.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="the speech engine of this test is a shell script")
def test_what_is_read_aloud_of_a_first_day_is_what_it_was():
    """Somebody who plays by ear hears the recorded words."""
    assert first_day_read_aloud() == READ_ALOUD.read_text(encoding="utf-8")


def test_every_scenario_has_its_golden_playthroughs():
    """A new scenario cannot ship without, and no transcript is left behind."""
    assert {p.name for p in FOLDER.glob("*.txt")} - {by_day_path().name, TALKS.name, READ_ALOUD.name} == {
        path_of(s, b).name for s in SHIPPED for b in BOTS
    }
