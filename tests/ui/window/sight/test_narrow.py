"""What holds for every screen in a window of a phone's shape: one column, and every part of a page can be gone into."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.ui.common.shared_actions import Sequence, Turn
from game.ui.drawing.screen_regions import members, neighbour
from game.ui.drawing.theme import SMALLEST_TARGET
from game.ui.window.window_sizes import LEAST_NARROW, most_zoom
from tests.ui.gallery import SCREENS
from tests.ui.window.sight.test_every_screen import check_apart, check_text, press_tab, shown

SIZES = {"phone": (400, 800), "least": LEAST_NARROW, "tablet": (768, 1024)}
each_screen = pytest.mark.parametrize("name", SCREENS)
STANDS_FOR = {"tab.thread": "follower.", "more": "move.", "motive": "profile", "sure.": "profile", "met.": "night.on"}
"""Beginnings of regions of the screens with columns, and what leads to the same where there is one: all moves are shown
at once, the notebook opens beside the talk, and fewer people are met in each step of a night."""


def panes_of(regions) -> set[str]:
    """The panes that the regions of a screen lead to."""
    found = set()
    for region in regions:
        actions = region.action.actions if isinstance(region.action, Sequence) else (region.action,)
        for action in actions:
            if isinstance(action, Turn) and not action.dialog:
                found |= {value for name, value in action.values if name == "pane"}
    return found


@pytest.fixture
def phone(make_app, painters):
    """A function that draws every pane of a screen that can be gone into, and gives each with its text."""

    def draw(name, size):
        app = make_app(size, 1.0)
        app.canvas.painter = painters.setdefault(size, app.canvas.painter)
        SCREENS[name](app)
        page, waiting, seen = app.model.page, [app.model.page.pane], set()
        while waiting:
            pane = waiting.pop()
            if pane in seen:
                continue
            seen.add(pane)
            app.model = replace(app.model, page=replace(page, pane=pane))
            app.canvas.painter.log = []
            app.paint()
            waiting += panes_of(app.sheet.regions)
            yield app, app.canvas.painter.log

    return draw


@pytest.mark.parametrize("size", SIZES)
@each_screen
def test_every_pane_can_be_read_and_hit(phone, name, size):
    """Nothing overlaps, is cut or too small, and every spot lies in the window, large enough and with a name."""
    for app, log in phone(name, SIZES[size]):
        assert app.sheet.narrow
        check_text(app, log)
        window, regions = app.sheet.window, app.sheet.regions
        assert len({r.id for r in regions}) == len(regions)
        for region in regions:
            assert region.label.strip(), region
            assert region.rect.x >= -0.5, region
            assert region.rect.y >= -0.5, region
            assert region.rect.right <= window.right + 0.5, region
            assert region.rect.bottom <= window.bottom + 0.5, region
            if region.role != "day":
                assert min(region.full.w, region.full.h) >= SMALLEST_TARGET - 0.01, region
        check_apart(regions)
        keys = [k for r in regions if r.enabled for k in r.key.split()]
        assert len(set(keys)) == len(keys), keys


@pytest.mark.usefixtures("nothing_painted")
@each_screen
def test_tab_and_arrows_reach_everything_in_every_pane(phone, name):
    """On a phone's width as well, the keyboard alone suffices."""
    for app, _ in phone(name, SIZES["phone"]):
        wanted = {r.id for r in app.sheet.regions if r.enabled}
        assert wanted, "a screen must have a way on"
        reached: set[str] = set()
        for _ in wanted:
            region = press_tab(app)
            assert region is not None
            shown(region)
            if region.id in reached:
                break
            row = members(app.sheet.regions, region)
            for one, other in pairwise(row):
                ways = [neighbour(app.sheet.regions, one, 1, upright=upright) for upright in (True, False)]
                assert other.id in {way.id for way in ways if way is not None}
            reached |= {region.id, *(r.id for r in row)}
        assert reached == wanted


@pytest.mark.usefixtures("nothing_painted")
@each_screen
def test_nothing_is_missing_that_can_be_done_in_a_wide_window(drawn, phone, name):
    """It lies in one of the panes."""
    wide, _ = drawn(SCREENS[name], "1", "light")
    found = {r.id for app, _ in phone(name, SIZES["phone"]) for r in app.sheet.regions}
    for region in wide.sheet.regions:
        others = [other for begins, other in STANDS_FOR.items() if region.id.startswith(begins)]
        assert region.id in found or any(name.startswith(other) for other in others for name in found), region.id


def test_a_phone_is_not_made_smaller_to_hold_columns():
    """Its zoom stays at one or above."""
    assert most_zoom(400, 800) >= 1
    assert most_zoom(853, 480) == 1
