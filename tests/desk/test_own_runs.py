"""A player's habits are read from their own runs, and what they deny is kept."""

from game.desk.denied_habits import DeniedHabits
from game.desk.own_runs import own_records, repeated
from game.session.entries import EndDay
from game.session.runs.runs import start
from tests.cli.every_command import WHEN
from tests.plays import example


def begun_run(folder, seed, played_by="", days=1):
    run = start(example(folder), seed, folder / "runs", WHEN, name=f"{seed}{played_by}.jsonl", played_by=played_by)
    for _ in range(days):
        run.do(EndDay())
    run.close()
    return run.path


def test_only_runs_of_a_person_with_a_day_played_are_read(tmp_path):
    """What a bot played, and what was only begun, tell nothing of the player."""
    mine = begun_run(tmp_path, 1)
    begun_run(tmp_path, 2, played_by="patient")
    begun_run(tmp_path, 3, days=0)
    assert own_records(tmp_path / "runs") == [mine]


def test_a_copy_of_a_run_counts_once(tmp_path):
    """Two files of one run are one run."""
    mine = begun_run(tmp_path, 1)
    mine.with_name("copy.jsonl").write_bytes(mine.read_bytes())
    assert len(own_records(tmp_path / "runs")) == 1


def test_a_record_that_cannot_be_read_is_told_and_left_out(tmp_path):
    """The other runs are read all the same."""
    mine, broken = begun_run(tmp_path, 1), tmp_path / "broken.jsonl"
    broken.write_text("no record")
    runs, problems = repeated([mine, broken], lambda _: True)
    assert len(runs) == len(problems) == 1
    assert "broken.jsonl" in problems[0]


def test_a_denial_is_kept_and_can_be_taken_back(tmp_path):
    """What was denied is known the next time, until it is taken back."""
    file = tmp_path / "deep" / "denied.json"
    DeniedHabits(file).put("asking: nobody", denied=True)
    assert DeniedHabits(file).claims() == {"asking: nobody"}
    DeniedHabits(file).put("asking: nobody", denied=False)
    assert DeniedHabits(file).claims() == frozenset()


def test_a_damaged_file_of_denials_counts_as_none(tmp_path):
    """Nothing stops for it."""
    file = tmp_path / "denied.json"
    file.write_text("{[")
    assert DeniedHabits(file).claims() == frozenset()
