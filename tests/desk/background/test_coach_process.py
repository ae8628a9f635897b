"""The coach in a process of its own: it tells how far it is, ends with what `coach` finds, and is told to stop."""

import time

import pytest

from game.bots.registry import bots
from game.coach.hindsight.coaching import coach
from game.desk.desktop_services import DesktopServices
from game.lab.playing.through_session import play_session_day


@pytest.fixture
def services(tmp_path):
    found = DesktopServices(tmp_path / "runs")
    yield found
    found.close()


@pytest.fixture
def run(services):
    """A finished run whose record is on the disk."""
    found = services.start("first_hello", 5)
    while not found.finished:
        play_session_day(found, bots()["pushy"])
    return found


def ended(services, run):
    """What the coach has found once it is done, and every number of days it told of on the way."""
    until, seen = time.monotonic() + 240, []
    while (found := services.coach(run)).running:
        assert time.monotonic() < until, "the coach does not end"
        seen.append(found.weighed)
        time.sleep(0.02)
    return found, seen


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
    assert "ended by itself" in found.problem


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
