"""Tab goes from row to row and arrows within one, on every screen: what is to be pressed is never many keys away."""

import pygame
import pytest

from game.ui.drawing.screen_regions import following, group_of
from game.ui.play.play_state import HelpBox, PlayPage
from game.ui.window.input import meaning_of
from tests.ui.gallery import SCREENS

pytestmark = pytest.mark.usefixtures("nothing_painted")


def stops(app) -> list[str]:
    """Where Tab stops, in order, once round."""
    found: list[str] = []
    name = ""
    while True:
        region = following(app.sheet.regions, name, 1)
        if region is None or region.id in found:
            return found
        name = region.id
        found.append(name)


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_tab_stops_once_in_every_row_and_at_everything_else(drawn, name):
    """No row has two stops, and nothing that can be pressed is left out."""
    app, _ = drawn(SCREENS[name], "1", "light")
    found = [r for r in app.sheet.regions if r.enabled]
    groups = {group_of(r) for r in found} - {""}
    alone = [r.id for r in found if not group_of(r)]
    there = stops(app)

    assert [s for s in there if s in alone] == list(dict.fromkeys(alone))
    assert len(there) == len(set(alone)) + len(groups)


@pytest.mark.parametrize("name", ["play", "picked"])
def test_moves_are_a_few_keys_away(drawn, name):
    """However many follow: from the top of the page of a day to its moves in at most ten Tabs."""
    app, _ = drawn(SCREENS[name], "1", "light")
    assert isinstance(app.model.page, PlayPage)

    assert min(i for i, s in enumerate(stops(app)) if s.startswith("move.")) < 10


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_f1_means_the_help_on_every_screen(drawn, name):
    """And closes it where it is open."""
    app, _ = drawn(SCREENS[name], "1", "light")
    before = type(app.model.dialog)
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0, unicode="", scancode=0)
    app.carry_out(meaning_of(event, app.on_screen, app.hands))

    assert (type(app.model.dialog) is HelpBox) == (before is not HelpBox)
