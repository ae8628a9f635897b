"""The form that opens a room lets robots come for a rehearsal, and names a seed that shows the lesson."""

import pytest

from game.errors import Misused
from game.host.web.room_opening import open_by, opening_values
from game.resources import SCENARIOS
from game.scenario import catalogue
from tests.host.servers import hall_in


@pytest.fixture
def hall(tmp_path):
    """A hall without a room, whose robots are only noted."""
    found = hall_in(tmp_path, room=False)
    found.came = []
    object.__setattr__(found.settings, "rehearse", lambda *asked: found.came.append(asked))
    object.__setattr__(found.settings, "scenarios", lambda: catalogue((SCENARIOS,)))
    return found


def form(**more):
    path = next(card.path for card in catalogue((SCENARIOS,)) if "first_hello" in card.path)
    return {"scenario": path, "mode": "each", "minutes": "45", **more}


@pytest.mark.parametrize(("typed", "come"), [("10", 10), ("", 0), ("0", 0)])
def test_as_many_robots_come_as_were_asked_for(hall, typed, come):
    """Into the room that was opened, by its code."""
    open_by(hall, form(robots=typed))

    assert [count for _, _, count in hall.came] == [come] * bool(come)
    assert all(code == hall.room.code for _, code, _ in hall.came)


@pytest.mark.parametrize("typed", ["999", "ten", "-1", "１"])
def test_what_is_no_number_of_robots_opens_nothing(hall, typed):
    """It is told with what is allowed."""
    with pytest.raises(Misused, match="from 0 to 200"):
        open_by(hall, form(robots=typed))
    assert hall.room is None


def test_robots_are_offered_only_where_they_can_come(hall):
    """A server that has none asks for none."""
    assert opening_values(hall.log, hall.settings)["robots"] == 200
    object.__setattr__(hall.settings, "rehearse", None)
    assert opening_values(hall.log, hall.settings)["robots"] == 0
