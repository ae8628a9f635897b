"""The whole path without a screen: fast, and the same as with one.

Where there is a real window, its tests say all of this: beside the window they play the same path without a screen.
"""

import shutil

import pytest

from tests.window.journey import Desk, a_week_is_on_the_disk, play_a_week
from tests.window.test_real_window import PROGRAMS
from tests.window.tour import a_package_was_added, tour_the_workshop

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        all(shutil.which(p) for p in PROGRAMS), reason="the tests of the real window say it: test_real_window.py"
    ),
]


def test_a_week_from_the_title_to_the_debrief(tmp_path):
    """Mouse and keys alone lead from the title through seven days to the debrief, and all of it is on the disk."""
    desk = Desk(tmp_path)
    play_a_week(desk)

    a_week_is_on_the_disk(desk)


def test_a_scenario_from_nothing_to_another_machine_without_a_terminal(tmp_path):
    """Title, Workshop, New, messages, playtest, pack, add: with mouse and keys alone."""
    desk = Desk(tmp_path)
    tour_the_workshop(desk, [desk.scenarios])

    a_package_was_added(desk)
