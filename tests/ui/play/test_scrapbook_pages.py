"""What a game shows for the first time goes into the scrapbook, by itself; the page shows it and can be emptied."""

from dataclasses import replace

from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play.play_state import NightPage, TitlePage
from game.ui.play.scrapbook.scrapbook_pages import can_be_drawn
from game.ui.play.scrapbook.scrapbook_state import ScrapbookPage
from tests.ui.fakes import fake_scraps
from tests.ui.gallery import SCREENS
from tests.ui.stage import Stage


def after(name: str) -> Stage:
    stage = Stage()
    SCREENS[name](stage)
    return stage


def kept(stage: Stage, kind: str):
    return [scrap for scrap in stage.services.scraps if scrap.kind == kind]


def test_a_scene_of_the_mirror_is_kept_with_its_words_and_with_whom():
    """With the game and the day on which it was seen."""
    stage = after("mirror")
    (scrap,) = kept(stage, "scene")
    assert scrap.date == stage.model.dialog.date
    assert scrap.game == stage.model.view.title
    assert scrap.day == stage.model.view.day
    assert scrap.told == stage.model.dialog.title


def test_looking_at_the_page_keeps_nothing():
    """Only what was really seen is kept."""
    stage = after("play")
    assert stage.services.scraps == ()


def test_those_who_sat_at_a_table_are_kept():
    """And nobody else."""
    stage = after("night")
    assert isinstance(stage.model.page, NightPage)
    evening = stage.model.page.evening
    told = {met.name for met in (*evening.tables, *(m.who for m in evening.moments if m.who))}
    assert {scrap.name for scrap in kept(stage, "person")} == told
    assert told


def test_happy_ends_that_came_are_kept():
    """Those that did not come are still to be found."""
    stage = after("debrief_trust")
    came = {f.happy_end for f in stage.model.debrief.followers if f.came}
    assert {scrap.key for scrap in kept(stage, "ending")} == came
    assert came


def test_a_scenario_that_is_tried_out_in_the_workshop_keeps_nothing():
    """Trying out is no playing."""
    stage = Stage()
    stage.act(shared.Start("bakery", workshop="/home/me/mine.yaml"))
    stage.act(act.Select("mara"))
    stage.act(entries.EndDay())
    assert isinstance(stage.model.page, NightPage)
    assert stage.services.scraps == ()


def test_a_scene_that_cannot_be_drawn_is_left_out_of_the_page():
    """Another version, or somebody's hand, may have written a prop that there is not."""
    good = fake_scraps.SCRAPS[0]
    bad = replace(good, key="other", date=replace(good.date, prop="sword"))
    assert can_be_drawn(good)
    for change in ({"mood": "furious"}, {"held": "nobody"}, {"face": "../x"}, {"around": ("dragon",)}):
        assert not can_be_drawn(replace(good, date=replace(good.date, **change)))
    stage = Stage()
    stage.services.scraps = (good, bad)
    stage.act(act.ToScrapbook())
    assert stage.model.page.album.scraps == (good,)


def test_it_is_emptied_after_a_question_and_one_comes_back_to_the_title():
    """The page stays, without a scrap."""
    stage = after("scrapbook")
    assert isinstance(stage.model.page, ScrapbookPage)
    stage.act(act.EmptyScrapbook())
    assert stage.model.page.album.scraps == ()
    stage.act(shared.Close())
    assert isinstance(stage.model.page, TitlePage)
