"""A host is told before the start that nobody will be ready within the plan, and never who would be."""

import re
from pathlib import Path

import pytest

from game.bots.registry import bots
from game.coach.within_reach import reach
from game.host.debriefing.decisions_told import decisions_told
from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.somebody_ready import ReadyTrial, first_ready, ready_trial, ready_when
from game.host.pages.facilitators_guide import ADVISED_SEED
from game.host.pages.run_sheet import run_sheet_of
from game.host.room.room_state import EACH, TOGETHER
from game.host.store.replaying import room_of
from game.session.playthrough import begun
from tests.host.pages.test_offered_questions import voting
from tests.host.rooms import opening
from tests.plays import compiled

ROOT = Path(__file__).parents[3]


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
    for mode in (EACH, TOGETHER):
        assert ready_trial(room_of(opening(mode, seed=ADVISED_SEED, minutes=45))).fits


def test_what_the_handbook_says_of_its_seed_is_so():
    """Every seed that it names for First Hello is the advised one: three are ready in either mode, from day 5 on."""
    text = (ROOT / "docs" / "for-facilitators.md").read_text(encoding="utf-8")
    named = {int(seed) for seed in re.findall(r"first_hello --seed (\d+)|[Ss]eed (\d+)", text) for seed in seed if seed}
    assert named == {ADVISED_SEED}
    first = begun(compiled("first_hello"), ADVISED_SEED)
    for each in (True, False):
        ready = ready_when(first, each=each)
        assert len(ready) == 3
        assert min(spells[0][0] for spells in ready.values()) == 5
    assert "three become ready" in text
    assert "from day 5 on" in text


def test_with_the_advised_seed_no_pushing_pays():
    """Whoever courts and asks in time ends far above whoever never asks, and every way of pushing ends below that."""
    for days in (5, 7):
        ends = dict(reach(compiled("first_hello"), ADVISED_SEED, ways=1 + len(bots()), days=days).scores)
        assert ends["patient"] > ends["never_asks"] + 10
        for pushing in ("always_asks", "discounter", "pushy", "spammer"):
            assert ends[pushing] < ends["never_asks"] - 3, (days, pushing)


def test_where_everybody_meets_other_people_no_seed_is_blamed():
    """Casts of their own have no trial, and a whole game that fits says nothing."""
    assert ready_trial(room_of(opening("each", own_cast=True))) is None
    assert ReadyTrial(seed=3, first_day=2, planned=7).told == ""


class InUse:
    """The memory of a game that somebody else plays in at this moment."""

    def play_day(self, *_):
        """Nobody else may."""
        raise AssertionError("played in the memory of the room's own game")


def test_no_trial_and_no_debrief_plays_in_the_memory_of_the_room(monkeypatch):
    """They run in threads of their own while the room plays on: trial, run sheet, votes played otherwise, debrief."""
    room = voting(7, 3)
    monkeypatch.setitem(room.begun.setup.__dict__, "batch", InUse())

    assert ready_trial(room) is not None
    assert run_sheet_of(room).days
    assert decisions_told(room)
    assert room_debrief(room).left_out == ()
