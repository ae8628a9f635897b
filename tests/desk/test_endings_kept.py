"""How a finished run ended stands in the list, in the debrief, and beside how it ended before."""

from game.bots.registry import bots
from game.session.entries import Undo
from tests.plays import bot_plays_a_day, example


def played_out(run, bot):
    while not run.finished:
        bot_plays_a_day(run, bots()[bot])


def test_a_finished_run_is_listed_with_its_score_and_what_was_in_reach(services, tmp_path):
    run = services.start(str(example(tmp_path)), 4)
    assert services.saved_runs()[0].ending is None
    played_out(run, "pushy")
    told = services.debrief(run)
    (ending,) = services.endings(run, told)

    assert services.saved_runs()[0].ending == ending
    assert ending.score == told.score < ending.reach
    assert (ending.people, ending.business, ending.manners) == (told.people, told.business, told.manners)


def test_played_otherwise_both_endings_are_kept(services, tmp_path):
    """Same people, same chance: what was in reach is the same, and the first ending is not lost."""
    run = services.start(str(example(tmp_path)), 4)
    played_out(run, "pushy")
    (first,) = services.endings(run, services.debrief(run))
    run.do(Undo(2))
    assert services.saved_runs()[0].ending is None
    played_out(run, "patient")
    endings = services.endings(run, services.debrief(run))

    assert endings[0] == first
    assert endings[1].score > first.score
    assert endings[1].reach == first.reach
    assert services.endings(run, services.debrief(run)) == endings


def test_a_deleted_run_leaves_the_list_and_the_other_stays(services, tmp_path):
    one = services.start(str(example(tmp_path)), 4)
    two = services.start(str(tmp_path / "bakery.yaml"), 5)
    one.close()
    services.delete_run(str(one.path))

    assert [run.path for run in services.saved_runs()] == [str(two.path)]
