"""The steps of a night: everybody is shown once at any width; parts come in by the clock; every key leads on or out."""

import re

import pytest

from game.session import entries
from game.session.seen.night.evening_seen import evening_seen
from game.session.words.numbers_told import counted
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play.night_steps import step_at, steps_of
from game.ui.play.play_state import NightPage, PlayPage
from game.ui.play.play_update import PART_SECONDS, PARTS
from game.ui.play.screens.night.night_page import _subtitle
from tests.plays import SHIPPED, played
from tests.ui.fakes import fake_game
from tests.ui.fakes.fake_nights import NIGHTS
from tests.ui.stage import Stage


def at_night(kind: str = "full") -> Stage:
    stage = Stage()
    stage.services.game = fake_game.FakeGame(night=kind)
    stage.act(shared.Start("bakery"))
    stage.act(entries.EndDay())
    assert isinstance(stage.model.page, NightPage)
    return stage


@pytest.mark.parametrize("kind", NIGHTS)
@pytest.mark.parametrize(("tables", "bar"), [(1, 3), (2, 3), (3, 3), (3, 4)])
def test_everybody_and_every_moment_is_shown_once(kind, tables, bar):
    """However many tables fit, nobody is left out and nobody comes twice."""
    page = at_night(kind).model.page
    steps = steps_of(page.evening, page.report, tables, bar)
    seated = [n for step in steps for n in range(*step.tables)]
    standing = [n for step in steps for n in range(*step.bar)]
    assert seated == list(range(len(page.evening.tables)))
    assert standing == list(range(len(page.evening.bar)))
    assert [s.moment for s in steps if s.kind == "moment"] == list(range(len(page.evening.moments)))
    assert [step_at(steps, step.start) for step in steps] == list(range(len(steps)))


@pytest.mark.parametrize("kind", NIGHTS)
def test_another_width_keeps_the_people_in_sight(kind):
    """The step that shows a station at one width shows it at the other, too."""
    page = at_night(kind).model.page
    wide, narrow = (steps_of(page.evening, page.report, *fit) for fit in ((3, 4), (1, 3)))
    for step in narrow:
        if step.kind == "evening":
            shown = wide[step_at(wide, step.start)]
            assert shown.kind == "evening"
            assert shown.tables[0] <= step.tables[0] or step.tables[0] == step.tables[1]


def test_a_night_always_ends_in_a_step():
    """Even one on which nothing happened."""
    for kind in NIGHTS:
        page = at_night(kind).model.page
        assert steps_of(page.evening, page.report, 3, 4)[-1].kind in {"words", "quiet"}


def test_parts_come_in_by_the_clock_and_then_rest():
    """One part after the other; when all are there, ticks change nothing any more."""
    stage = at_night()
    lit = []
    for n in range(PARTS + 4):
        stage.act(shared.Tick(1.0 + n * 1.5 * PART_SECONDS))
        lit.append(stage.model.page.lit)
    assert lit == [0, *range(1, PARTS + 1), *[PARTS] * 3]
    before = stage.model.page
    stage.act(shared.Tick(99.0))
    assert stage.model.page is before


def test_less_motion_lets_nothing_come_in_by_itself():
    """Whoever wants less motion sees a still page."""
    stage = at_night()
    stage.act(shared.Tune("reduced_motion", True))
    before = stage.model.page
    for n in range(5):
        stage.act(shared.Tick(1.0 + n))
    assert stage.model.page is before


def test_a_night_is_read_again_from_a_later_day():
    """The same evening, and back to the day one came from."""
    stage = at_night("moments")
    told = stage.model.page.evening
    stage.act(act.Morning())
    stage.act(act.ReadNight(told.day))
    page = stage.model.page
    assert isinstance(page, NightPage)
    assert (page.back, page.evening) == (True, told)
    stage.act(act.Morning("mara"))
    assert isinstance(stage.model.page, PlayPage)
    assert stage.model.page.selected == "mara"


def test_a_night_that_never_was_changes_nothing():
    """A stale button does no harm."""
    stage = at_night()
    before = stage.model.page
    stage.act(act.ReadNight(99))
    assert stage.model.page is before


@pytest.mark.parametrize("bot", ["patient", "random"])
@pytest.mark.parametrize("tables", [1, 2, 3])
def test_the_count_in_the_head_meets_the_picture(bot, tables):
    """Over the nights of whole games: where more met you than sit in the picture, the head says how many sit there."""
    said = 0
    for name in SHIPPED:
        view = played(name, bot).view()
        for report in view.nights:
            evening = evening_seen(view, report)
            for step in steps_of(evening, report, tables, 3):
                if step.kind != "evening" or not evening.tables:
                    continue
                told, here = _subtitle(evening, step), len(evening.tables[slice(*step.tables)])
                met = re.match(r"(\w+) (?:person|people) met you", told)
                assert met, told
                if met[1].lower() != counted(here):
                    said += 1
                    assert f"({counted(here)} at the tables here" in told, told
    assert said
