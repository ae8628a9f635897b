"""A key that stays down is one press: no page goes by unread."""

import pygame
import pytest

from game.ui.common.settings import Settings
from game.ui.common.shared_actions import Quit, Scroll, Turn, Typed
from game.ui.drawing.geometry import Box
from game.ui.drawing.screen_regions import Region
from game.ui.play.play_actions import Explain, Select
from game.ui.play.play_state import NightPage
from game.ui.window.hands import Hands, OnScreen, Repaint
from game.ui.window.input import meaning_of
from game.ui.window.keyboard import MOVING
from tests.ui.gallery import SCREENS
from tests.ui.window.hands_on import KEYS


def event(kind, key):
    letter = key.lower() if len(key) == 1 else ""
    return pygame.event.Event(kind, key=KEYS.get(key) or ord(key.lower()), mod=0, unicode=letter, scancode=0)


@pytest.mark.usefixtures("nothing_painted")
@pytest.mark.parametrize("name", SCREENS)
def test_a_key_held_down_does_nothing_twice_but_move(drawn, name):
    """On every screen, for every key it announces and for those that move: its repeats scroll and select, no more."""
    app, _ = drawn(SCREENS[name], "1", "light")
    keys = {key for region in app.sheet.regions for key in region.key.split()} | set(app.sheet.keys) | MOVING
    for key in sorted(key for key in keys if key in KEYS or len(key) == 1):
        down = event(pygame.KEYDOWN, key)
        for region in (None, *app.sheet.regions):
            ring = Hands(focus=region.id if region else "", by_keyboard=True, held={down.key: ""})
            meant = meaning_of(down, app.on_screen, ring).meant
            kinds = {type(m) for m in meant if not isinstance(m, Typed)}
            assert kinds <= {Scroll, Select, Explain, Turn, Repaint}, (key, region, meant)


def test_enter_held_at_the_end_of_a_day_shows_the_night(drawn):
    """The night is read, and what comes after it waits for another press."""
    app, _ = drawn(SCREENS["planned"], "1", "light")
    app.handle(event(pygame.KEYDOWN, "E"))
    app.handle(event(pygame.KEYUP, "E"))
    app.paint()
    for _ in range(15):
        app.handle(event(pygame.KEYDOWN, "Enter"))
        app.paint()
    assert isinstance(app.model.page, NightPage)
    assert app.services.game.calls.count(("end_day",)) == 1


SCREEN = OnScreen(
    (
        Region("go", Box(0, 0, 100, 40), "Go on", action=Quit(), key="Enter N"),
        Region("name", Box(0, 50, 100, 40), "Name", role="entry", action=Typed("name", "abc")),
    ),
    (), {}, 1.0, (1280, 720), Settings(),
)  # fmt: skip


def test_after_it_came_up_a_key_is_a_press_again():
    """Held it counts once, pressed anew once more."""
    hands = Hands()
    counted = []
    for kind in (pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYUP, pygame.KEYDOWN):
        meaning = meaning_of(event(kind, "Enter"), SCREEN, hands)
        hands = meaning.hands
        counted.append(len(meaning.meant))
    assert counted == [1, 0, 0, 1]


def test_a_window_that_loses_the_keyboard_forgets_what_was_held():
    """No key is stuck after looking elsewhere."""
    held = meaning_of(event(pygame.KEYDOWN, "Enter"), SCREEN, Hands()).hands
    away = meaning_of(pygame.event.Event(pygame.WINDOWFOCUSLOST), SCREEN, held).hands
    assert meaning_of(event(pygame.KEYDOWN, "Enter"), SCREEN, away).meant == (Quit(),)


def test_a_letter_held_is_written_on_unless_it_brought_the_field_about():
    """N opens a question with a field: the finger that is still on N writes nothing into it."""
    opened = meaning_of(event(pygame.KEYDOWN, "N"), SCREEN, Hands()).hands
    text = pygame.event.Event(pygame.TEXTINPUT, text="n")
    hands, written = opened, []
    for given in (text, event(pygame.KEYDOWN, "N"), text):
        meaning = meaning_of(given, SCREEN, hands)
        hands = meaning.hands
        hands = Hands(hands.pointer, "name", used_up=hands.used_up, held=hands.held)
        written += meaning.meant
    assert written == []

    hands, written = Hands(focus="name"), []
    for given in (event(pygame.KEYDOWN, "N"), text, event(pygame.KEYDOWN, "N"), text):
        meaning = meaning_of(given, SCREEN, hands)
        hands = meaning.hands
        written += meaning.meant
    assert written == [Typed("name", "abcn")] * 2


def test_backspace_held_deletes_on():
    """In a field keys repeat, as everywhere."""
    hands = Hands(focus="name")
    for _ in range(3):
        meaning = meaning_of(event(pygame.KEYDOWN, "Backspace"), SCREEN, hands)
        hands = meaning.hands
        assert meaning.meant == (Typed("name", "ab"),)
