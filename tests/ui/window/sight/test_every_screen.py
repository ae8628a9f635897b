"""What holds for every screen, at every zoom, in both themes."""

from itertools import pairwise

import pygame
import pytest

from game.art.palette import contrast
from game.engine.legal import Obstacle
from game.session.words.refusal_words import why_not
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.screen_regions import Region, members, neighbour
from game.ui.drawing.theme import META, MOST_CONTRAST, PAIRS, SMALLEST_TARGET, SMALLEST_TEXT, THEMES
from game.ui.play.screens.day.move_cards import MOST_CARDS
from game.ui.play.screens.day.play_page import layout as play_layout
from game.ui.window.input import ASKED
from game.ui.window.paint_pages import DIALOGS, PAGES
from tests.ui.conftest import CASES
from tests.ui.fakes import fake_moves
from tests.ui.gallery import SCREENS
from tests.ui.stage import Stage

each_screen = pytest.mark.parametrize("name", SCREENS)
each_case = pytest.mark.parametrize("case", CASES)


def test_the_gallery_shows_every_page_and_every_dialog():
    """So that what is tested of all screens is tested of all."""
    shown = set()
    for build in SCREENS.values():
        stage = Stage()
        build(stage)
        shown |= {type(stage.model.page), type(stage.model.dialog)}
    assert set(PAGES) | set(DIALOGS) <= shown


@each_case
@each_screen
def test_text_can_be_read_and_regions_can_be_hit_and_heard(drawn, name, case):
    """Of one drawing both are looked at. Colours move neither line nor region: one size tries all of them.

    Of text: nothing overlaps, is cut, too small, pale, or under a scroll bar. Of regions: each has a label and lies
    within the window, and no two have one name.
    """
    app, log = drawn(SCREENS[name], case, "light")
    check_text(app, log)
    check_regions(app)
    for theme in [theme for theme in THEMES if theme != "light"] if case == "1" else ():
        check_text(*drawn(SCREENS[name], case, theme))


def check_text(app, log):
    """Every line of a drawn screen can be read."""
    window = app.sheet.window
    seen = [t for t in log if not t.seen.empty]
    for t in seen:
        assert t.size >= SMALLEST_TEXT, t
        assert t.box.x >= window.x - 0.5, t
        assert t.box.right <= window.right + 0.5, t
        assert t.may_end or not t.elided, ("shortened", t)
        assert t.seen.w >= t.box.w - 1.5, ("cut at the side", t)
        if not t.scrolled:
            assert t.seen.h >= t.box.h - 0.75, ("cut", t)
        assert not t.ground or contrast(t.ink, t.ground) >= 4.45, (round(contrast(t.ink, t.ground), 2), t)
    for i, one in enumerate(seen):
        for other in seen[i + 1 :]:
            assert not one.seen.overlaps(other.seen, 1.0), (one, other)
    for area in app.sheet.areas:
        way = Box(area.bar.x, area.box.y, area.bar.w, area.box.h)  # of the handle of its scroll bar, however far
        for t in seen:
            assert area.most == 0.0 or not t.scrolled or not t.seen.overlaps(way, 0.5), ("under the scroll bar", t)


def check_regions(app):
    """Every region of a drawn screen can be hit, and said by a name of its own; no key has two meanings."""
    window = app.sheet.window
    regions = app.sheet.regions
    assert len({r.id for r in regions}) == len(regions)
    for region in regions:
        assert region.label.strip(), region
        assert region.rect.x >= -0.5, region
        assert region.rect.y >= -0.5, region
        assert region.rect.right <= window.right + 0.5, region
        assert region.rect.bottom <= window.bottom + 0.5, region
        if region.role != "day":  # the days of the chart have buttons beside it
            assert min(region.full.w, region.full.h) >= SMALLEST_TARGET - 0.01, region
    check_apart(regions)
    keys = [k for r in regions if r.enabled for k in r.key.split()]
    assert len(set(keys)) == len(keys), keys
    assert not set(keys) & set(app.sheet.keys) - {"Esc", "P", "E", "H", "T"}, "one key, two meanings"


def check_apart(regions):
    """No two spots lie over each other, except that one may lie wholly inside another, as a mark in its row.

    People at tables are left out: in a picture one sits before another.
    """
    regions = [region for region in regions if not region.id.startswith("met.")]
    for i, one in enumerate(regions):
        for other in regions[i + 1 :]:
            both = one.rect.meets(other.rect)
            inside = both in (one.rect, other.rect)
            assert both.empty or inside or min(both.w, both.h) <= 1, (one, other)


def press_tab(app) -> Region | None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        app.handle(pygame.event.Event(kind, key=pygame.K_TAB, mod=0, unicode="\t"))
    app.paint()
    return next((r for r in app.sheet.regions if r.id == app.hands.focus), None)


def shown(region: Region) -> None:
    assert region.rect.w >= 8, region
    assert region.rect.h >= min(region.full.h, 24), ("focused but out of sight", region)


@pytest.mark.usefixtures("nothing_painted")
@each_screen
def test_tab_and_arrows_reach_and_show_everything_that_can_be_pressed(drawn, name):
    """Tab goes from row to row; within a row an arrow leads from each to the next; what is focused comes into sight."""
    app, _ = drawn(SCREENS[name], "1.5", "light")
    wanted = [r.id for r in app.sheet.regions if r.enabled]
    assert wanted, "a screen must have a way on"
    reached: set[str] = set()
    for _ in wanted:
        region = press_tab(app)
        assert region is not None
        shown(region)
        if region.id in reached:
            break
        reached.add(region.id)
        row = members(app.sheet.regions, region)
        for one, other in pairwise(row):
            ways = [neighbour(app.sheet.regions, one, 1, upright=upright) for upright in (True, False)]
            assert other.id in {way.id for way in ways if way is not None}
        reached.update(r.id for r in row)
    assert reached == set(wanted)

    for one in wanted:
        app.handle(pygame.event.Event(ASKED, kind="focus", name=one))
        app.paint()
        shown(next(r for r in app.sheet.regions if r.id == one))


@pytest.mark.parametrize("group", ["notice", "talk", "thank", "give", "ask", "all"])
@each_case
def test_no_card_title_is_shortened(drawn, group, case):
    """At every zoom, in every group of moves."""
    from game.ui.play import play_actions as act

    def build(stage):
        SCREENS["play"](stage)
        stage.act(act.Group(group))

    app, log = drawn(build, case, "light")
    lines = {t.text for t in log}
    for _, title, _, of, *_ in fake_moves.MOVES:
        if of == group:
            assert title in lines or all(any(word in line for line in lines) for word in title.split()), title
    assert not [t for t in log if t.elided and t.box.y > app.sheet.window.h - 130 and t.size >= 14]


def test_high_contrast_is_high():
    """Every text and every line of the chart at 7 to 1 or more."""
    colours = THEMES["contrast"]
    inks = {(ink, ground) for ink, ground, least in PAIRS if least > 3}
    assert min(contrast(getattr(colours, ink), getattr(colours, ground)) for ink, ground in inks) >= MOST_CONTRAST
    assert min(contrast(colour, colours.surface) for colour in colours.series) >= MOST_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_colours_has_its_contrast(theme):
    """Words and marks can be read on their grounds."""
    colours = THEMES[theme]
    for ink, ground, least in PAIRS:
        assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least, (ink, ground)


def test_series_of_the_chart_stand_out_on_their_ground():
    """Three to one at least, in both themes."""
    for theme in THEMES.values():
        assert all(contrast(colour, theme.surface) >= 3 for colour in theme.series)


@pytest.mark.parametrize("obstacle", [o for o in Obstacle if o is not Obstacle.NONE])
def test_what_stands_in_the_way_fits_on_a_card_with_its_way_out(drawn, obstacle):
    """The longest hours and a long first name: three lines on the narrowest of the tall cards, none of them cut."""
    app, _ = drawn(SCREENS["play"], "1", "light")
    told = why_not(obstacle, "Wilhelmina", 0.5, 0.25)
    card = columns(play_layout(app.sheet).cards, MOST_CARDS, 12)[0]

    assert len(app.canvas.painter.wrap(told, card.w - 26, META)) <= 3
