"""The coach in a process of its own: it tells how far it is, ends with what `coach` finds, and is told to stop."""

import pytest

from game.coach.hindsight.coaching import coach
from tests.desk.background.finished_runs import finished_run, looks


@pytest.fixture
def run(services):
    """A finished run whose record is on the disk."""
    return finished_run(services, "pushy")


def ended(services, run):
    """What the coach has found once it is done, and every number of days it told of on the way."""
    *earlier, found = looks(lambda: services.coach(run))
    return found, [news.weighed for news in earlier]


@pytest.mark.slow
def test_the_coach_in_its_process_finds_what_the_coach_finds(services, run):
    """It never makes anybody wait, its progress only grows, and asked again it has its answer at once."""
    found, seen = ended(services, run)
    assert not found.problem
    assert seen == sorted(seen)
    assert found == coach(run.playthrough, run.mornings, lambda _: None)
    assert services.coach(run) is found


def test_a_coach_whose_process_dies_says_so(services, run):
    """A sentence, and no endless bar."""
    services.coach(run)
    services._coach[1]._worker._process.terminate()
    found, _ = ended(services, run)
    assert "ended from outside (signal 15)" in found.problem


def test_a_run_without_a_record_gets_a_sentence(services, run):
    """The coach reads records; where there is none it says that."""
    run.path = None
    assert "no record" in services.coach(run).problem


def test_closing_ends_the_process(services, run):
    """Nothing goes on behind a closed window."""
    services.coach(run)
    process = services._coach[1]._worker._process
    services.close()
    process.join(5)
    assert not process.is_alive()
