"""With one hand: every letter key lies on the chosen half, and no screen has two meanings for one key."""

from dataclasses import replace

import pytest

from game.ui.common.hand_keys import KEYS, LEFT, RIGHT, key_for
from game.ui.window.keyboard import SWITCHES
from tests.ui.gallery import SCREENS
from tests.ui.window.hands_on import press

HALVES = {"left": LEFT, "right": RIGHT}


@pytest.mark.parametrize("hand", HALVES)
def test_every_letter_has_a_key_on_the_chosen_half(hand):
    """One hand reaches all of them."""
    assert set(KEYS[hand].values()) <= set(HALVES[hand])


@pytest.mark.usefixtures("nothing_painted")
@pytest.mark.parametrize("name", SCREENS)
def test_no_two_letters_of_a_screen_share_a_key(drawn, name):
    """A key means one thing on a screen, with each hand."""
    app, _ = drawn(SCREENS[name], "1.5", "light")
    named = {key for region in app.sheet.regions for key in region.key.split()} | set(app.sheet.keys) | set(SWITCHES)
    letters = {key for key in named if len(key) == 1 and key.isalpha()}
    for hand in HALVES:
        assert len({key_for(hand, letter) for letter in letters}) == len(letters), hand


@pytest.mark.parametrize(("hand", "key"), [("left", "W"), ("right", "P"), ("both", "P")])
def test_the_plan_opens_by_the_key_of_the_hand(make_app, hand, key):
    """And by the usual one with both."""
    app = make_app()
    SCREENS["play"](app)
    app.model = replace(app.model, settings=replace(app.model.settings, hand=hand))
    app.step()
    press(app, key)
    assert type(app.model.dialog).__name__ == "PlanBox"
