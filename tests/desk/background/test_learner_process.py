"""The learner's profile in a process of its own: finished games go into it, and a game is offered."""

import pytest

from game.desk.learning.profile_file import FIRST_NAME
from tests.desk.background.finished_runs import finished_run, looks


@pytest.fixture
def run(services):
    """A finished run whose record is on the disk."""
    return finished_run(services, "never_asks")


def ended(services):
    """What has been found once it is done."""
    return list(looks(services.profile))[-1]


@pytest.mark.slow
def test_a_finished_game_goes_into_the_one_profile_and_a_game_is_offered(services, run):
    """The first look begins the profile; the game that is offered can be begun."""
    assert services.open_profile().running
    found = ended(services)
    assert (found.problem, found.told.name, found.told.games) == ("", FIRST_NAME, 1)
    case = found.told.case
    begun = services.start(case.scenario, case.seed, case.difficulty, case.episode)
    assert (begun.playthrough.setup.seed, begun.playthrough.setup.episode) == (case.seed, case.episode)
    services.delete_profile(FIRST_NAME)
    assert services._profiles.book().names == ()


def test_a_profile_whose_process_dies_says_so(services):
    """A sentence, and nobody waits for ever."""
    services.open_profile()
    services._learner._worker._process.terminate()
    assert "ended from outside (signal 15)" in ended(services).problem


def test_a_file_that_cannot_be_written_is_told(services):
    services._profiles.path.mkdir()
    services.open_profile()
    assert "is a folder and no file" in ended(services).problem
