"""A host is told before the start that nobody will be ready within the plan, and never who would be."""

import pytest

from game.host.debriefing.somebody_ready import ReadyTrial, first_ready, ready_trial
from game.host.pages.facilitators_guide import ADVISED_FOR_VOTES, ADVISED_SEED
from game.host.room.room_state import TOGETHER
from game.host.store.replaying import room_of
from game.session.playthrough import begun
from tests.host.rooms import opening
from tests.plays import compiled


@pytest.mark.parametrize("mode", ["each", TOGETHER])
def test_the_warning_comes_exactly_where_nobody_is_ready_within_the_plan(mode):
    """Over seeds and plans: no warning where the trial finds a day in the plan; else day, plan and a way out."""
    warned = 0
    for seed in (1, 6):
        day = first_ready(begun(compiled("first_hello"), seed), each=mode == "each")
        for minutes in (20, 45):
            room = room_of(opening(mode, seed=seed, minutes=minutes))
            trial = ready_trial(room)
            assert bool(trial.told) != (0 < day <= room.plan.days)
            if not trial.told:
                continue
            warned += 1
            assert f"seed {seed}" in trial.told
            assert (f"day {day} of your plan of {room.plan.days}" if day else "to the last day") in trial.told
            assert "Choose another seed" in trial.told
            assert not any(person.first in trial.told for person in room.begun.people.values())
            for other in trial.others:
                first = first_ready(begun(compiled("first_hello"), other), each=mode == "each")
                assert 0 < first <= room.plan.days
    assert warned


def test_the_advised_seeds_need_no_warning():
    """What docs and guide advise for a first room of 45 minutes has a right moment, in both modes."""
    for mode, seed in (("each", ADVISED_SEED), (TOGETHER, ADVISED_FOR_VOTES)):
        assert ready_trial(room_of(opening(mode, seed=seed, minutes=45))).fits


def test_where_everybody_meets_other_people_no_seed_is_blamed():
    """Casts of their own have no trial, and a whole game that fits says nothing."""
    assert ready_trial(room_of(opening("each", own_cast=True))) is None
    assert ReadyTrial(seed=3, first_day=2, planned=7).told == ""
