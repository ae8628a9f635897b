"""What is heard when one model follows another."""

from dataclasses import replace

import pytest

from game.session import entries
from game.session.seen.night.moment_kinds import ORDER
from game.sound.sounds import Sound
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.play.night_steps import steps_of
from game.ui.window.aloud.heard import OF_MOMENTS, heard, hums
from tests.ui.gallery.day_screens import playing
from tests.ui.stage import Stage


def heard_of(stage, action):
    before = stage.model
    stage.act(action)
    return heard(before, stage.model, 3, 4)


def evening_of(kind):
    stage = Stage()
    playing(stage, night=kind)
    stage.act(entries.EndDay())
    return stage


def sounds_of(kind):
    """What is heard of each step of a night of the fake game."""
    stage = evening_of(kind)
    page = stage.model.page
    steps = steps_of(page.evening, page.report, 3, 4)
    before = replace(stage.model, page=replace(page, at=-1, report=replace(page.report)))
    found = []
    for step in steps:
        stage.model = replace(stage.model, page=replace(page, at=step.start))
        found.append((step, heard(before, stage.model, 3, 4)))
        before = stage.model
    return page.evening, found


def test_a_day_begins_with_a_bird_and_ends_at_dusk():
    """Beginning a run, ending a day and the next morning each have their sound."""
    stage = Stage()
    stage.act(shared.Leave())
    assert heard_of(stage, shared.Start("bakery")) == (Sound.MORNING,)
    assert heard_of(stage, entries.EndDay())[0] is Sound.NIGHT
    assert heard_of(stage, act.Morning()) == (Sound.MORNING,)


def test_bodies_at_the_tables_are_heard_warm_or_cool():
    """Only where somebody at a table is so, and never more than a few at once."""
    evening, found = sounds_of("full")
    step, sounds = found[0]
    bodies = {met.step for met in evening.tables[slice(*step.tables)]}
    assert (Sound.WARM in sounds) == any(body >= 5 for body in bodies)
    assert Sound.NIGHT in sounds
    assert len(sounds) <= 5


@pytest.mark.parametrize("night", ["moments", "blast", "bow"])
def test_every_moment_has_its_sound(night):
    """It comes with the picture of the moment."""
    evening, found = sounds_of(night)
    of_moments = [(evening.moments[step.moment].kind, sounds) for step, sounds in found if step.kind == "moment"]
    assert of_moments
    for kind, sounds in of_moments:
        assert sounds[-1] is OF_MOMENTS[kind]


def test_no_kind_of_moment_is_silent():
    """The table of sounds has each moment that can be drawn."""
    assert {*ORDER, "blast", "repost"} == set(OF_MOMENTS)


@pytest.mark.parametrize("reached", [(), ("regulars",)])
def test_a_goal_is_heard_where_it_is_told(reached):
    """With the words of the night in which it was reached, whatever its title says; in no other night."""
    stage = evening_of("full")
    page = stage.model.page
    page = replace(page, report=replace(page.report, reached=reached, notes=("Goal reached: a title.",)))
    before = replace(stage.model, page=page)
    last = steps_of(page.evening, page.report, 3, 4)[-1]
    after = replace(before, page=replace(page, at=last.start))

    assert heard(before, after, 3, 4) == ((Sound.MESSAGE, Sound.GOAL) if reached else (Sound.MESSAGE,))


def test_a_quiet_night_brings_dusk_alone():
    """Where nothing happens nothing else is heard."""
    _, found = sounds_of("quiet")
    assert [sounds for _, sounds in found] == [(Sound.NIGHT,)]


def test_a_night_that_is_read_again_tells_its_people_and_neither_dusk_nor_morning():
    """Reading is no new evening."""
    stage = evening_of("full")
    stage.act(act.Morning())
    assert Sound.NIGHT not in heard_of(stage, act.ReadNight(12))
    assert heard_of(stage, act.Morning()) == ()


def test_parts_of_a_picture_that_come_in_and_boxes_make_no_sound():
    """Nothing new has happened."""
    stage = evening_of("full")
    page = stage.model.page
    lit = replace(stage.model, page=replace(page, lit=2, since=1.0))
    assert heard(stage.model, lit, 3, 4) == ()
    assert heard_of(stage, shared.Open(state.SettingsBox())) == ()


def test_another_volume_is_heard_at_once_and_silence_is_not():
    """So one hears how loud it is."""
    stage = evening_of("full")
    assert heard_of(stage, shared.Tune("volume", 20)) == (Sound.MESSAGE,)
    assert heard_of(stage, shared.Tune("muted", True)) == ()
    assert heard_of(stage, shared.Tune("muted", False)) == (Sound.MESSAGE,)


def test_the_cafe_hums_by_night_alone():
    """Not on the title page, not by day."""
    stage = Stage()
    assert not hums(stage.model)
    playing(stage)
    assert not hums(stage.model)
    stage.act(entries.EndDay())
    assert hums(stage.model)
    stage.act(act.Morning())
    assert not hums(stage.model)
