"""What an event means: keys, the mouse, files that are dropped, the window's size, the wishes of a screen reader."""

from dataclasses import replace

import pygame

from game.ui.common.shared_actions import Quit
from game.ui.drawing.screen_regions import named
from game.ui.window import keyboard, mouse
from game.ui.window.hands import Hands, Meaning, OnScreen, Repaint, Resize, TellReader, fired
from game.ui.window.scrolling import scrolled_to
from game.ui.workshop.workshop_actions import Drop

ASKED = pygame.event.custom_type()  # a screen reader wants something pressed or focused
NEEDS_REGIONS = {
    ASKED,
    pygame.KEYDOWN,
    pygame.TEXTINPUT,
    pygame.DROPFILE,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
}
"""Events that mean what is on the screen, so it must have been drawn."""


def meaning_of(event: pygame.event.Event, screen: OnScreen, hands: Hands) -> Meaning:
    """What an event means.

    Args:
        event: from the window.
        screen: what was drawn last.
        hands: where pointer and keyboard were before it.

    Returns:
        Where they are now, and the actions and intents that follow.
    """
    if event.type == pygame.QUIT:
        return Meaning(hands, (Quit(),))
    if event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
        return Meaning(hands, (Resize(),))
    if event.type == ASKED:
        return _asked(event.kind, event.name, screen, hands)
    if event.type in {pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST}:
        return Meaning(replace(hands, held={}), (TellReader(event.type == pygame.WINDOWFOCUSGAINED),))
    if event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED}:
        return Meaning(hands, (Repaint(),))
    if event.type == pygame.MOUSEMOTION:
        return mouse.moved(event.pos, screen, hands)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
        return mouse.pressed(event.pos, screen, hands)
    if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
        return mouse.released(event.pos, screen, hands)
    if event.type == pygame.MOUSEWHEEL:
        return mouse.wheel(event.y, screen, hands)
    if event.type == pygame.TEXTINPUT:
        return keyboard.typed(event.text, screen, hands)
    if event.type == pygame.DROPFILE:
        return Meaning(hands, (Drop(event.file),))
    if event.type == pygame.KEYDOWN:
        return keyboard.key_pressed(event, screen, hands)
    if event.type == pygame.KEYUP:
        return Meaning(keyboard.let_go(event, hands))
    return Meaning(hands)


def ask(kind: str, name: str) -> None:
    """A screen reader's wish, called from other threads: posting an event is all that is safe there."""
    pygame.event.post(pygame.event.Event(ASKED, kind=kind, name=name))


def _asked(kind: str, name: str, screen: OnScreen, hands: Hands) -> Meaning:
    """A screen reader wants a region focused or pressed; it comes into sight."""
    region = named(screen.regions, name)
    if region is None:
        return Meaning(hands)
    hands = replace(hands, by_keyboard=True, focus=region.id)
    return Meaning(hands, (Repaint(), *scrolled_to(screen, region), *(fired(region) if kind == "click" else ())))
