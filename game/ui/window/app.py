"""The window: the only file that owns the loop and the clock; what events mean is told in `input.py`."""

import time
import webbrowser
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui.common import settings as settings_file
from game.ui.common import window_requests as asked
from game.ui.common.shared_actions import Shown, Tell, Tick, Typed
from game.ui.common.ui_model import Model
from game.ui.drawing.screen_regions import Region, named
from game.ui.drawing.sheet import Sheet
from game.ui.play.waiting import words_while
from game.ui.services import Services
from game.ui.update import QUIET, first_model, update
from game.ui.window import input as window_input
from game.ui.window.access import Reader
from game.ui.window.aloud.audible import Audible
from game.ui.window.aloud.sound_door import NoSounds, SoundDoor
from game.ui.window.canvas import Canvas
from game.ui.window.display import set_cursor, window_of
from game.ui.window.hands import Hands, Intent, Meaning, OnScreen, Repaint, Resize, TellReader
from game.ui.window.keyboard import put_on_clipboard
from game.ui.window.scrolling import scrolled_to
from game.ui.window.window_sizes import DESIGN

TITLE = "Courtship"
LIVELY_SECONDS = 2.0
LIVELY_WAIT, QUIET_WAIT = 16, 50  # milliseconds
FADE_SECONDS = 0.13


class App:
    """One window on one model. `step` lets time pass, handles what has happened and repaints if anything changed."""

    def __init__(
        self, services: Services, settings_path: Path, *, size: tuple[int, int] = DESIGN, door: SoundDoor | None = None
    ) -> None:
        self.services = services
        self.settings_path = settings_path
        self._kept_settings = settings_file.load(settings_path)
        self.model: Model = first_model(self._kept_settings, services)
        self.size = size  # of the window when it does not fill the screen
        self.screen = window_of(size, full=self.model.settings.fullscreen)
        self.canvas = Canvas(self.screen)
        self.hands = Hands()
        self._below = ""  # the focus on the page while a dialog is open
        self.running = True
        self.dirty = True
        self.painted = 0
        self._fade: tuple[pygame.Surface, float] | None = None
        self._shown: object = None
        self._changed = time.monotonic()
        self.reader = Reader(TITLE, window_input.ask)
        self.audible = Audible(door or NoSounds())

    @property
    def sheet(self) -> Sheet:
        """What was drawn last, and where."""
        return self.canvas.sheet

    @property
    def zoom(self) -> float:
        """Pixels for one logical unit, as they are now."""
        return self.canvas.zoom(self.model.settings.zoom)

    @property
    def on_screen(self) -> OnScreen:
        """What was drawn last, as far as events refer to it."""
        return self.canvas.on_screen(self.model.settings)

    # Painting

    def paint(self) -> None:
        """Draw the model; twice if something has to be scrolled into sight first."""
        self._draw()
        region, spot = (named(self.sheet.regions, name) for name in (self.model.show, self.model.focus))
        if region is not None and self._reveal(region):
            self._draw()
        if spot is not None and (self.hands.by_keyboard or spot.role == "entry"):
            self.hands = replace(self.hands, focus=spot.id)
            if spot.role == "entry":
                self._draw()  # with its caret
        self.act(Shown())
        self._point()
        if self.hands.by_keyboard:
            self.canvas.ring(self.hands.focus)
        self.reader.show(self.sheet.regions, self.hands.focus, self.zoom, self.canvas.painter.words)
        self.audible.read(self.model, self.sheet, self.hands.focus if self.hands.by_keyboard else "")
        self.painted += 1
        self.dirty = False

    def _draw(self) -> None:
        spot = named(self.sheet.regions, self.hands.focus)
        seen = self.hands.by_keyboard or (spot is not None and spot.role == "entry")
        self.canvas.draw(self.model, self.hands.pointer, self.hands.focus if seen else "", self.audible.caption)

    def _point(self) -> None:
        """What is under the pointer now; the screen may have changed beneath it."""
        region = self.on_screen.under(self.hands.pointer)
        name = region.id if region is not None else ""
        if name != self.hands.pointer.hover:
            self.hands = self.hands.pointing(hover=name)
            set_cursor(hand=region is not None and region.enabled, text=region is not None and region.role == "entry")
            self._draw()

    def _reveal(self, region: Region) -> bool:
        """Scrolls a spot into sight; True when something moved."""
        scrolls = scrolled_to(self.on_screen, region)
        for scroll in scrolls:
            self.act(scroll)
        return bool(scrolls)

    # Events

    def act(self, action: object) -> None:
        """Makes the next model, fulfils what it asks of the window, and remembers to repaint."""
        before = self.model
        picture = self.screen.copy() if self._may_fade(action) else None
        if self.painted and (words := words_while(before, action)):
            self.canvas.say_wait(words)
            pygame.display.flip()
        self.model, requests = update(before, action, self.services)
        if self.model is before and not requests:  # a tick that found nothing
            return
        if not isinstance(action, QUIET):
            self.hands = self.hands.pointing(pressed="")
            self.dirty = True
        self.dirty = self.dirty or self.model != before
        if _scene(self.model) != _scene(before):
            self._refocus(before)
            if picture is not None:
                self._fade = (picture, time.monotonic())
        for request in requests:
            self._fulfil(request)
        for told in self.audible.follow(before, self.model, self.sheet, by_itself=isinstance(action, QUIET)):
            self.act(told)

    def _fulfil(self, request: asked.WindowRequest) -> None:
        """What only the window can do."""
        match request:
            case asked.CloseWindow():
                self.running = False
            case asked.SetFullscreen():
                self._set_fullscreen(on=request.on)
            case asked.SaveSettings():
                saved = settings_file.save(self.settings_path, self._kept_settings, request.settings)
                self._kept_settings, problem = saved
                if problem:
                    self.act(Tell(problem))
            case asked.ForgetPhotos():
                self.canvas.painter.forget_photos()
            case asked.ShowInBrowser():
                if not webbrowser.open(request.address):
                    self.act(Tell("No browser could be opened here. Open the address by hand: it can be copied."))
            case asked.PutOnClipboard():
                if problem := put_on_clipboard(request.text):
                    self.act(Tell(problem))

    def _refocus(self, before: Model) -> None:
        """A dialog begins without a focus; when it closes, the focus is where it was."""
        same_page = type(before.page) is type(self.model.page)
        if not same_page:
            self._below = ""
        elif before.dialog is None:
            self._below = self.hands.focus
        back = same_page and self.model.dialog is None
        self.hands = replace(self.hands, focus=self._below if back else "")

    def _may_fade(self, action: object) -> bool:
        return not self.model.settings.reduced_motion and not isinstance(action, (*QUIET, Typed))

    def _set_fullscreen(self, *, on: bool) -> None:
        if on:
            self.size = self.screen.get_size()
        self.use(window_of(self.size, full=on))

    def use(self, screen: pygame.Surface) -> None:
        """Draw on another surface from now on: the window has a new size."""
        self.screen = screen
        self.canvas.use(screen)
        self._fade = None
        self.dirty = True

    def handle(self, event: pygame.event.Event) -> None:
        """Does what an event means."""
        self.carry_out(window_input.meaning_of(event, self.on_screen, self.hands))

    def carry_out(self, meaning: Meaning) -> None:
        """The hands are where they are now; then every action and intent in its turn."""
        self.hands = meaning.hands
        for meant in meaning.meant:
            if isinstance(meant, Intent):
                self._intend(meant)
            else:
                self.act(meant)

    def _intend(self, intent: Intent) -> None:
        match intent:
            case Resize():
                self.use(pygame.display.get_surface() or self.screen)
            case Repaint():
                self.dirty = True
            case TellReader():
                self.reader.focused(focused=intent.focused)

    # The loop

    def step(self) -> bool:
        """Let time pass, handle the waiting events, and repaint if anything changed; True when it did."""
        painted = self.painted
        self.act(Tick(time.monotonic()))
        self._listen()
        for event in pygame.event.get():
            if self.dirty and event.type in window_input.NEEDS_REGIONS:
                self.paint()  # a second key in the same moment means what is on the screen after the first
            self.handle(event)
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

    def _listen(self) -> None:
        """What has become of the sounds, their words and the voice."""
        actions, changed = self.audible.look()
        self.dirty = self.dirty or changed
        for action in actions:
            self.act(action)

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


def _scene(model: Model) -> tuple[type, type]:
    """What kind of page and dialog is shown."""
    return type(model.page), type(model.dialog)
