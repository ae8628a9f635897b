"""The look forward in a process of its own: it tells the habits first, then the figures, and keeps what is denied."""

import pytest

from tests.desk.background.finished_runs import finished_run, looks


def ended(services):
    """What has been found once it is done, and every number of steps it told of on the way."""
    *earlier, found = looks(services.forward)
    return found, [news.done for news in earlier]


@pytest.mark.slow
def test_habits_and_figures_come_from_the_process(services):
    """Its progress only grows, and a denial of an earlier time is known to it."""
    finished_run(services, "always_asks")
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
    assert "ended from outside (signal 15)" in news.problem
