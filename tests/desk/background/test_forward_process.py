"""The look forward in a process of its own: it tells the habits first, then the figures, and keeps what is denied."""

import time

import pytest

from game.bots.registry import bots
from game.desk.desktop_services import DesktopServices
from game.lab.playing.through_session import play_session_day


@pytest.fixture
def services(tmp_path):
    found = DesktopServices(tmp_path / "runs")
    yield found
    found.close()


def ended(services):
    """What has been found once it is done, and every number of steps it told of on the way."""
    until, seen = time.monotonic() + 240, []
    while (news := services.forward()).running:
        assert time.monotonic() < until, "the look forward does not end"
        seen.append(news.done)
        time.sleep(0.02)
    return news, seen


@pytest.mark.slow
def test_habits_and_figures_come_from_the_process(services):
    """Its progress only grows, and a denial of an earlier time is known to it."""
    run = services.start("first_hello", 5)
    while not run.finished:
        play_session_day(run, bots()["always_asks"])
    services.begin_forward()
    news, seen = ended(services)
    assert not news.problem
    assert seen == sorted(seen)
    assert news.found is not None
    assert news.found.runs == 1
    services.deny_habit(news.habits[0].claim, denied=True)
    again, _ = ended(services)
    assert again.habits[0].denied
    assert again.found.went.you.score.mean > news.found.went.you.score.mean


def test_without_a_run_that_is_said(services):
    """A sentence, and no endless bar."""
    services.begin_forward()
    news, _ = ended(services)
    assert "no run of yours" in news.problem


def test_a_process_that_dies_says_so(services):
    """What was lost can be begun again."""
    services.begin_forward()
    services._forward._worker._process.terminate()
    news, _ = ended(services)
    assert "ended by itself" in news.problem
