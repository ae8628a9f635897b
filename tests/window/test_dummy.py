"""The whole path without a screen: fast, and the same as with one."""

from game.ui.play import play_state as state
from tests.window.journey import Desk, play_a_week
from tests.window.tour import tour_the_workshop


def test_a_week_from_the_title_to_the_debrief(tmp_path):
    """Mouse and keys alone lead from the title through seven days to the debrief, and all of it is on the disk."""
    from game.session.entries import PlanMove
    from game.session.record.journal import read

    desk = Desk(tmp_path)
    play_a_week(desk)

    (record,) = desk.runs.glob("*.jsonl")
    entries = [recorded.entry for recorded in read(record).entries]
    assert [e.kind for e in entries].count("end_day") == 7
    assert {e.move for e in entries if isinstance(e, PlanMove)} >= {
        "look_around",
        "ask_about_them",
        "pitch",
        "post_helpful",
    }
    assert isinstance(desk.model.page, state.DebriefPage)


def test_a_scenario_from_nothing_to_another_machine_without_a_terminal(tmp_path):
    """Title, Workshop, New, messages, playtest, pack, add: with mouse and keys alone."""
    desk = Desk(tmp_path)
    tour_the_workshop(desk, [desk.scenarios])

    assert {folder.name for folder in desk.scenarios.iterdir()} == {"quay_street", "quay_street_2"}
    assert (tmp_path / "packages" / "quay_street.zip").is_file()
