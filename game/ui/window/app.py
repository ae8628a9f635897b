"""The window: the only file that owns the loop and the clock; what events mean is told in `events.py`."""

import io
import os
import time
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui.drawing.drawn_pictures import logo_svg
from game.ui.drawing.screen_regions import Region, at, named
from game.ui.drawing.sheet import Sheet
from game.ui.play import play_actions as act
from game.ui.play.live_control import LiveController
from game.ui.play.play_services import Services
from game.ui.window import input as events
from game.ui.window.access import Reader
from game.ui.window.canvas import Canvas, Pointer
from game.ui.window.keys import DESIGN, window_size

TITLE = "Courtship"
LOOK_SECONDS = 0.05  # between two looks at the scenario's file, for its author
LIVELY_SECONDS = 2.0
LIVELY_WAIT, QUIET_WAIT = 16, 50  # milliseconds
FADE_SECONDS = 0.13


class App:
    """One window on one controller. `step` handles what has happened and repaints if anything changed."""

    def __init__(self, services: Services, settings_path: Path, *, size: tuple[int, int] = DESIGN) -> None:
        self.control = LiveController(services, settings_path)
        self.size = size  # of the window when it does not fill the screen
        self.screen = _window(size, full=self.control.model.settings.fullscreen)
        self.canvas = Canvas(self.screen)
        self.pointer = Pointer()
        self.focus = ""
        self._below = ""  # the focus on the page while a dialog is open
        self.by_keyboard = False
        self.used_up = ""  # the letter of a key that meant something: it is not typed as well
        self.running = True
        self.dirty = True
        self.painted = 0
        self._fade: tuple[pygame.Surface, float] | None = None
        self._shown: object = None
        self._changed = time.monotonic()
        self._looked = 0.0
        self.reader = Reader(TITLE, events.ask)

    @property
    def sheet(self) -> Sheet:
        """What was drawn last, and where."""
        return self.canvas.sheet

    @property
    def zoom(self) -> float:
        """The zoom in use."""
        return self.canvas.zoom(self.control.model.settings.zoom)

    # Painting

    def paint(self) -> None:
        """Draw the model; twice if something has to be scrolled into sight first."""
        self._draw()
        wanted, focus = self.control.model.show, self.control.model.focus
        region = named(self.sheet.regions, wanted) if wanted else None
        if region is not None and self.reveal(region):
            self._draw()
        spot = named(self.sheet.regions, focus) if focus else None
        if spot is not None and (self.by_keyboard or spot.role == "entry"):
            self.focus = focus
            if spot.role == "entry":
                self._draw()  # with its caret
        if focus or wanted:
            self.control.model = replace(self.control.model, focus="", show="")
        self._point()
        if self.by_keyboard:
            self.canvas.ring(self.focus)
        self.reader.show(self.sheet.regions, self.focus, self.zoom, self.canvas.painter.words)
        self.painted += 1
        self.dirty = False

    def _draw(self) -> None:
        spot = named(self.sheet.regions, self.focus)
        seen = self.by_keyboard or (spot is not None and spot.role == "entry")
        self.canvas.draw(self.control.model, self.pointer, self.focus if seen else "")

    def hovered(self) -> Region | None:
        """The spot under the pointer."""
        return at(self.sheet.regions, self.pointer.x, self.pointer.y)

    def _point(self) -> None:
        """What is under the pointer now; the screen may have changed beneath it."""
        region = self.hovered()
        name = region.id if region is not None else ""
        if name != self.pointer.hover:
            self.pointer.hover = name
            _set_cursor(hand=region is not None and region.enabled, text=region is not None and region.role == "entry")
            self._draw()

    def reveal(self, region: Region) -> bool:
        """Scrolls a spot into sight; True when something moved."""
        if region.reveal is None:
            return False
        name, value = region.reveal
        now = next((a.value for a in self.sheet.areas if a.name == name), 0.0)
        if abs(now - value) < 0.5:
            return False
        self.scroll_to(name, value)
        return True

    def scroll_to(self, name: str, value: float) -> None:
        """Scrolls an area; the focus stays."""
        before = self.control.model
        self.control.apply(act.Scroll(name, value))
        self.control.model = replace(self.control.model, said=before.said, focus=before.focus, show=before.show)
        self.dirty = True

    # Events

    def act(self, action: object) -> None:
        """Apply an action and remember to repaint."""
        before = self.screen.copy() if self._may_fade(action) else None
        scene = self._scene()
        self.control.apply(action)
        self.dirty = True
        self.pointer.pressed = ""
        if self._scene() != scene:
            self._refocus(scene)
            if before is not None:
                self._fade = (before, time.monotonic())
        if isinstance(action, act.Tune) and action.name == "fullscreen":
            self._set_fullscreen(on=bool(action.value))
        if self.control.quitting:
            self.running = False

    def _refocus(self, before: tuple[object, object]) -> None:
        """A dialog begins without a focus; when it closes, the focus is where it was."""
        page, dialog = before
        now_page, now_dialog = self._scene()
        if page == now_page and dialog is type(None):
            self._below = self.focus
        self.focus = self._below if page == now_page and now_dialog is type(None) else ""

    def _scene(self) -> tuple[object, object]:
        model = self.control.model
        return type(model.page), type(model.dialog)

    def _may_fade(self, action: object) -> bool:
        return not self.control.model.settings.reduced_motion and not isinstance(action, act.Scroll | act.Typed)

    def _set_fullscreen(self, *, on: bool) -> None:
        if on:
            self.size = self.screen.get_size()
        self.use(_window(self.size, full=on))

    def use(self, screen: pygame.Surface) -> None:
        """Draw on another surface from now on: the window has a new size."""
        self.screen = screen
        self.canvas.use(screen)
        self._fade = None
        self.dirty = True

    def fire(self, region: Region) -> None:
        """A disabled move still says why it cannot be made."""
        if region.action is not None and (region.enabled or isinstance(region.action, act.Pick)):
            self.act(region.action)

    def scroll_by(self, name: str, amount: float) -> None:
        """Scrolls an area by some of its height."""
        area = next((a for a in self.sheet.areas if a.name == name), None)
        if area is None:
            return
        amount = -amount if area.from_bottom else amount
        value = min(max(area.value + amount, 0.0), area.most)
        if value != area.value:
            self.scroll_to(name, value)

    # The loop

    def step(self) -> bool:
        """Handle the waiting events and repaint if anything changed; True when it did."""
        painted = self.painted
        self._look()
        self.dirty = self.control.tick() or self.dirty
        for event in pygame.event.get():
            if self.dirty and event.type in events.NEEDS_REGIONS:
                self.paint()  # a second key in the same moment means what is on the screen after the first
            events.handle(self, event)
        if not self.dirty and self._fade is None and self.painted == painted:
            return False
        if self.dirty:
            self.paint()
        if self.painted != painted:
            self._shown = self.screen.copy() if self._fade else None
        if self._fade:
            self._blend()
        pygame.display.flip()
        return True

    def _look(self) -> None:
        """Has the author of the scenario saved its file?"""
        now = time.monotonic()
        if now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        scene = self._scene()
        if self.control.look():
            self.dirty = True
            self.canvas.painter.forget_photos()
            if self._scene() != scene:
                self._refocus(scene)

    def _blend(self) -> None:
        """One frame from the old picture to the new one."""
        old, since = self._fade or (self.screen, 0.0)
        done = (time.monotonic() - since) / FADE_SECONDS
        if isinstance(self._shown, pygame.Surface):
            self.screen.blit(self._shown, (0, 0))
        if done >= 1 or old.get_size() != self.screen.get_size():
            self._fade = self._shown = None
            return
        old.set_alpha(round(255 * (1 - done)))
        self.screen.blit(old, (0, 0))

    def turn(self) -> None:
        """One turn of the loop: short waits right after a change, longer ones at rest."""
        if self.step():
            self._changed = time.monotonic()
        lively = time.monotonic() - self._changed < LIVELY_SECONDS
        pygame.time.wait(LIVELY_WAIT if lively else QUIET_WAIT)

    def quiet(self) -> None:
        """Act as if nothing had changed for a while."""
        self._changed = -LIVELY_SECONDS

    def loop(self) -> None:
        """Run until the window closes."""
        while self.running:
            self.turn()


def _window(size: tuple[int, int], *, full: bool) -> pygame.Surface:
    return (
        pygame.display.set_mode((0, 0), pygame.FULLSCREEN) if full else pygame.display.set_mode(size, pygame.RESIZABLE)
    )


def _set_cursor(*, hand: bool, text: bool) -> None:
    cursor = pygame.SYSTEM_CURSOR_IBEAM if text else pygame.SYSTEM_CURSOR_HAND if hand else pygame.SYSTEM_CURSOR_ARROW
    try:
        pygame.mouse.set_cursor(cursor)
    except pygame.error:
        return  # a display without cursors needs none


def open_display() -> None:
    """Start what of pygame is needed.

    Raises:
        pygame.error: there is no display.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    pygame.display.init()
    pygame.font.init()


def run(services: Services, *, start: object | None = None, settings_path: Path) -> int:
    """Open the window and play until it is closed.

    Args:
        services: what is behind the window.
        start: an action to begin with, such as `actions.Start("bakery")` or `actions.Resume(path)`.
        settings_path: where the settings are kept.

    Returns:
        0.
    """
    open_display()
    pygame.display.set_caption(TITLE)
    pygame.display.set_icon(pygame.image.load_sized_svg(io.BytesIO(logo_svg().encode()), (64, 64)))
    pygame.key.set_repeat(350, 45)
    app = App(services, settings_path, size=window_size(pygame.display.get_desktop_sizes()[0]))
    app.reader.start()
    if start is not None:
        app.act(start)
    try:
        app.loop()
    finally:
        app.control.shop.stop_all()
        pygame.display.quit()
    return 0
