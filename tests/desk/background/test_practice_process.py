"""Practice in a process of its own: it answers as the coach would, question after question, and is told to stop."""

import pytest

from game.coach.practice.what_if_found import WhatIfToday
from game.coach.practice.what_if_today import known_morning, what_if_today
from game.session.entries import AskWhatIf, PlanMove
from tests.desk.background.finished_runs import looks


@pytest.fixture
def run(services):
    """A practice run on its first morning, whose record is on the disk."""
    return services.start("first_hello", 3, practice=True)


def answered(services, run, asked):
    run.do(asked)
    services.begin_what_if(run, asked)
    *_, found = looks(services.what_if)
    return found


@pytest.mark.slow
def test_the_process_answers_as_the_coach_does(services, run):
    """With what has been planned since it began, and a second question as well as the first."""
    first, second = run.playthrough.compiled.ids[:2]
    services.prepare_what_if(run)
    run.do(PlanMove("ask_about_them", second))
    for asked in (AskWhatIf(first, "", "ask_about_them"), AskWhatIf(first, "ask_about_them", "")):
        found = answered(services, run, asked)
        *_, wanted = what_if_today(run.playthrough, asked, known_morning(run.playthrough))
        assert found == wanted


def test_a_process_that_died_says_so_and_comes_back(services, run):
    """A sentence and no endless waiting; the next question begins another one."""
    asked = AskWhatIf(run.playthrough.compiled.ids[0], "", "ask_about_them")
    services.begin_what_if(run, asked)
    services._practice[1]._worker._process.terminate()
    *_, found = looks(services.what_if)
    assert "ended from outside (signal 15)" in found.problem
    assert services.begin_what_if(run, asked) == WhatIfToday()


def test_a_run_without_a_record_gets_a_sentence(services, run):
    """What can be known is worked out from records; where there is none it says that."""
    run.path = None
    services.prepare_what_if(run)
    found = services.begin_what_if(run, AskWhatIf(run.playthrough.compiled.ids[0], "", "propose"))
    assert "no record" in found.problem
    assert not found.running


def test_closing_ends_the_process(services, run):
    """Nothing goes on behind a closed window."""
    services.prepare_what_if(run)
    process = services._practice[1]._worker._process
    services.close()
    process.join(5)
    assert not process.is_alive()


def test_practice_is_said_in_the_list_of_runs_and_stays_with_the_run(services, run):
    """Opened again it is for practice, another run of the same scenario too; an ordinary one is not."""
    run.close()
    assert services.saved_runs()[0].title.endswith("(practice)")
    opened = services.resume(run.path)
    assert opened.view().practice
    assert services.again(opened).view().practice
    assert not services.start("first_hello", 4).view().practice  # another seed: records are named by second and seed
