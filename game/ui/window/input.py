"""What the window is told: keys, the mouse, files that are dropped, its size, and the wishes of a screen reader."""

from typing import TYPE_CHECKING

import pygame

from game.ui.drawing.screen_regions import named
from game.ui.play.play_state import ChoosePage, TitlePage
from game.ui.window import keyboard, mouse
from game.ui.workshop.workshop_actions import Drop
from game.ui.workshop.workshop_state import BenchPage, WorkshopPage

if TYPE_CHECKING:
    from game.ui.window.app import App

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


def handle(app: "App", event: pygame.event.Event) -> None:
    """One event."""
    if event.type == pygame.QUIT:
        app.running = False
    elif event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
        app.use(pygame.display.get_surface() or app.screen)
    elif event.type == ASKED:
        _asked(app, event.kind, event.name)
    elif event.type in {pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST}:
        app.reader.focused(focused=event.type == pygame.WINDOWFOCUSGAINED)
    elif event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED}:
        app.dirty = True
    elif event.type == pygame.MOUSEMOTION:
        mouse.move(app, event.pos)
    elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
        mouse.move(app, event.pos)
        mouse.press(app)
    elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
        mouse.move(app, event.pos)
        mouse.release(app)
    elif event.type == pygame.MOUSEWHEEL:
        mouse.wheel(app, event.y)
    elif event.type == pygame.TEXTINPUT:
        keyboard.typed(app, event.text)
    elif event.type == pygame.DROPFILE:
        _dropped(app, event.file)
    elif event.type == pygame.KEYDOWN:
        keyboard.key_pressed(app, event)


def ask(kind: str, name: str) -> None:
    """A screen reader's wish, called from other threads: posting an event is all that is safe there."""
    pygame.event.post(pygame.event.Event(ASKED, kind=kind, name=name))


def _asked(app: "App", kind: str, name: str) -> None:
    region = named(app.sheet.regions, name)
    if region is None:
        return
    app.by_keyboard, app.focus, app.dirty = True, region.id, True
    app.reveal(region)
    if kind == "click":
        app.fire(region)


def _dropped(app: "App", path: str) -> None:
    """A file or folder was dropped onto the window; in the middle of a game it is left alone."""
    if isinstance(app.control.model.page, TitlePage | ChoosePage | WorkshopPage | BenchPage):
        app.act(Drop(path))
