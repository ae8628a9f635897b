"""What held under attack, and is to hold on: odd keys, odd clipboards, windows that come and go."""

import pygame
import pytest

from game.ui.play.play_state import NightPage
from game.ui.window.keys import key_name
from game.ui.workshop.workshop_state import NewBox
from tests.ui.gallery import SCREENS


def key(code, letter="", mod=0, scancode=0, kind=pygame.KEYDOWN):
    return pygame.event.Event(kind, key=code, mod=mod, unicode=letter, scancode=scancode)


@pytest.mark.parametrize(
    "mod", [pygame.KMOD_CAPS, pygame.KMOD_NUM, pygame.KMOD_SHIFT, pygame.KMOD_CAPS | pygame.KMOD_NUM]
)
def test_caps_lock_and_shift_change_no_key(drawn, mod):
    app, _ = drawn(SCREENS["planned"], "1", "light")
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        app.handle(key(pygame.K_e, "E", mod, kind=kind))
    app.paint()
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        app.handle(key(pygame.K_RETURN, "\r", mod, kind=kind))
    assert isinstance(app.model.page, NightPage)


def test_digits_of_french_keyboards_and_dead_keys():
    """The row of digits gives digits though other signs stand on it; a dead key alone means nothing."""
    for place, letter in zip(range(pygame.KSCAN_1, pygame.KSCAN_1 + 9), "&é\"'(-è_ç", strict=True):
        assert key_name(key(ord(letter), letter, scancode=place)) == str(place - pygame.KSCAN_1 + 1)
    for place, letter in zip(range(pygame.KSCAN_1, pygame.KSCAN_1 + 9), '"«»()@+-/', strict=True):
        assert key_name(key(ord(letter), letter, scancode=place)) == str(place - pygame.KSCAN_1 + 1)
    assert key_name(key(1 << 30, "", scancode=0)) == ""


def test_two_megabytes_in_the_clipboard(drawn, monkeypatch):
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "word " * 400_000)
    app, _ = drawn(SCREENS["new"], "1", "light")
    region = next(r for r in app.sheet.regions if r.id == "new.name")
    app.hands = type(app.hands)(focus=region.id)
    app.handle(key(pygame.K_v, "", pygame.KMOD_CTRL))
    app.paint()
    assert isinstance(app.model.dialog, NewBox)
    assert len(app.model.dialog.wish.name) == 120
    assert "At most 120" in app.model.said


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (320, 200), (4000, 100)])
@pytest.mark.parametrize("name", ["play", "debrief_trust", "choose", "workshop", "new"])
def test_tiny_and_odd_windows_are_drawn(drawn, name, size):
    """Whatever size a window manager gives the window, the screen is drawn, and drawn well again afterwards."""
    app, _ = drawn(SCREENS[name], "1", "light")
    before = pygame.image.tobytes(app.screen, "RGB")
    kept = app.screen
    app.use(pygame.Surface(size))
    app.paint()
    app.use(kept)
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == before


def test_a_window_that_is_hidden_and_shown_again_is_the_same(drawn):
    app, _ = drawn(SCREENS["play"], "1", "light")
    before, model = pygame.image.tobytes(app.screen, "RGB"), app.model
    for kind in (pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.WINDOWFOCUSLOST, pygame.WINDOWRESTORED,
                 pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):  # fmt: skip
        app.handle(pygame.event.Event(kind))
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == before
    assert app.model == model
