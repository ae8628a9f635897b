"""The window: the only file that owns the loop, the events and the clock."""

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pygame

from game.ui import actions as act
from game.ui.control import Controller
from game.ui.paint_pages import draw_dialog, draw_page, page_key
from game.ui.painter import Painter
from game.ui.regions import Region, at, following, keyed, named
from game.ui.services import Services
from game.ui.settings import ZOOMS
from game.ui.sheet import Sheet
from game.ui.theme import THEMES

DESIGN = (1280, 720)
LEAST = (853, 480)  # logical size below which the screens do not work
LIVELY_SECONDS = 2.0
LIVELY_WAIT, QUIET_WAIT = 16, 50  # milliseconds
FADE_SECONDS = 0.13
WHEEL_STEP = 56.0
SCRIM = 0.56
"""How much of the page a dialog hides."""

NEEDS_REGIONS = {pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL}

KEYS = {
    pygame.K_RETURN: "Enter",
    pygame.K_KP_ENTER: "Enter",
    pygame.K_ESCAPE: "Esc",
    pygame.K_SPACE: "Space",
    pygame.K_TAB: "Tab",
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
    pygame.K_PAGEUP: "PgUp",
    pygame.K_PAGEDOWN: "PgDn",
    pygame.K_HOME: "Home",
    pygame.K_END: "End",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_F1: "F1",
    pygame.K_F11: "F11",
    pygame.K_LEFTBRACKET: "[",
    pygame.K_RIGHTBRACKET: "]",
    **{getattr(pygame, f"K_KP{i}"): str(i) for i in range(10)},
}


def default_zoom(width: int, height: int) -> float:
    """The zoom for a window: a quarter step that keeps the design size, at least 1.

    >>> default_zoom(1920, 1080), default_zoom(960, 540), default_zoom(3840, 2160)
    (1.5, 1.0, 3.0)
    """
    fit = min(width / DESIGN[0], height / DESIGN[1])
    return max(1.0, int(fit * 4) / 4)


def most_zoom(width: int, height: int) -> float:
    """The largest zoom at which the screens still work in a window."""
    return max(1.0, min(width / LEAST[0], height / LEAST[1]))


@dataclass
class Pointer:
    """Where the mouse is and what it holds."""

    x: float = -1.0
    y: float = -1.0
    pressed: str = ""


class App:
    """One window on one controller. `step` handles what has happened and repaints if anything changed."""

    def __init__(self, services: Services, settings_path: Path, *, size: tuple[int, int] = DESIGN) -> None:
        self.control = Controller(services, settings_path)
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if self.control.model.settings.fullscreen else 0)
        self.screen = pygame.display.set_mode((0, 0) if flags & pygame.FULLSCREEN else size, flags)
        self.painter = Painter(self.screen, 1.0, THEMES[self.control.model.settings.theme])
        self.pointer = Pointer()
        self.focus = ""
        self.by_keyboard = False
        self.sheet = Sheet(self.painter, 1, 1)
        self.running = True
        self.dirty = True
        self.painted = 0
        self._backdrop: tuple[object, pygame.Surface] | None = None
        self._fade: tuple[pygame.Surface, float] | None = None
        self._shown: object = None
        self._changed = time.monotonic()

    # Painting

    @property
    def zoom(self) -> float:
        """The zoom in use."""
        wanted = self.control.model.settings.zoom or default_zoom(*self.screen.get_size())
        return min(wanted, most_zoom(*self.screen.get_size()))

    def paint(self) -> None:
        """Draw the model; twice if something has to be scrolled into sight first."""
        self._draw()
        wanted = self.control.model.show
        region = named(self.sheet.regions, wanted) if wanted else None
        if region is not None and self._reveal(region):
            self._draw()
        if self.control.model.focus and self.by_keyboard and named(self.sheet.regions, self.control.model.focus):
            self.focus = self.control.model.focus
        if self.control.model.focus or wanted:
            self.control.model = replace(self.control.model, focus="", show="")
        self._ring()
        self.painted += 1
        self.dirty = False

    def _draw(self) -> None:
        model, painter = self.control.model, self.painter
        painter.surface, painter.scale, painter.theme = self.screen, self.zoom, THEMES[model.settings.theme]
        self.screen.set_clip(None)
        if painter.log is not None:
            painter.log.clear()
        width, height = (n / painter.scale for n in self.screen.get_size())
        hover = self._hovered()
        self.sheet = Sheet(
            painter,
            width,
            height,
            hover=hover.id if hover else "",
            pressed=self.pointer.pressed,
            focus=self.focus if self.by_keyboard else "",
            scrolls=model.scrolls,
        )
        if model.dialog is None:
            draw_page(self.sheet, model)
            return
        self._dimmed_page()
        self.sheet.modal()
        draw_dialog(self.sheet, model)

    def _dimmed_page(self) -> None:
        """The page under a dialog, drawn once and kept."""
        model, painter = self.control.model, self.painter
        key = (page_key(model), self.screen.get_size(), painter.scale)
        if self._backdrop is None or self._backdrop[0] != key:
            draw_page(Sheet(painter, *self.sheet.window[2:], scrolls=model.scrolls), model)
            painter.veil(painter.theme.scrim, SCRIM if not painter.theme.dark else 0.66)
            self._backdrop = (key, self.screen.copy())
        else:
            self.screen.blit(self._backdrop[1], (0, 0))

    def _ring(self) -> None:
        region = named(self.sheet.regions, self.focus) if self.by_keyboard else None
        if region is None or region.rect.empty:
            return
        box = region.rect.inset(-4).meets(self.sheet.window)
        self.painter.panel(box, None, radius=min(18.0, box.h / 2), edge=self.painter.theme.focus, width=2)

    def _hovered(self) -> Region | None:
        return at(self.sheet.regions, self.pointer.x, self.pointer.y)

    def _reveal(self, region: Region) -> bool:
        if region.reveal is None:
            return False
        name, value = region.reveal
        now = next((a.value for a in self.sheet.areas if a.name == name), 0.0)
        if abs(now - value) < 0.5:
            return False
        self._scroll_to(name, value)
        return True

    def _scroll_to(self, name: str, value: float) -> None:
        said = self.control.model.said
        self.control.apply(act.Scroll(name, value))
        if said:
            self.control.model = replace(self.control.model, said=said)
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
            self.focus = ""
            if before is not None:
                self._fade = (before, time.monotonic())
        if isinstance(action, act.Tune) and action.name == "fullscreen":
            self._set_fullscreen(on=bool(action.value))
        if self.control.quitting:
            self.running = False

    def _scene(self) -> tuple[object, object]:
        model = self.control.model
        return type(model.page), type(model.dialog)

    def _may_fade(self, action: object) -> bool:
        return not self.control.model.settings.reduced_motion and not isinstance(action, act.Scroll | act.Typed)

    def _set_fullscreen(self, *, on: bool) -> None:
        size = (0, 0) if on else DESIGN
        self.screen = pygame.display.set_mode(size, pygame.FULLSCREEN if on else pygame.RESIZABLE)
        self._backdrop = self._fade = None

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
            self.screen = pygame.display.get_surface() or self.screen
            self._backdrop = self._fade = None
            self.dirty = True
        elif event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED}:
            self.dirty = True
        elif event.type == pygame.MOUSEMOTION:
            self._move(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._move(event.pos)
            self._press()
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._move(event.pos)
            self._release()
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(event.y)
        elif event.type == pygame.TEXTINPUT:
            self._type(event.text)
        elif event.type == pygame.KEYDOWN:
            self._key(event)

    def _move(self, pos: tuple[int, int]) -> None:
        before = self._hovered()
        self.pointer.x, self.pointer.y = pos[0] / self.zoom, pos[1] / self.zoom
        after = self._hovered()
        if (before and before.id) != (after and after.id):
            self.dirty = True

    def _press(self) -> None:
        region = self._hovered()
        self.by_keyboard = False
        self.pointer.pressed = region.id if region else ""
        self.focus = region.id if region else ""
        self.dirty = True

    def _release(self) -> None:
        region = self._hovered()
        pressed, self.pointer.pressed = self.pointer.pressed, ""
        self.dirty = True
        if region is not None and region.id == pressed:
            self._fire(region)

    def _fire(self, region: Region) -> None:
        """A disabled move still says why it cannot be made."""
        if region.action is not None and (region.enabled or isinstance(region.action, act.Pick)):
            self.act(region.action)

    def _wheel(self, notches: float) -> None:
        area = next((a for a in reversed(self.sheet.areas) if a.box.holds(self.pointer.x, self.pointer.y)), None)
        if area is not None and area.most > 0:
            self._scroll_by(area.name, -notches * WHEEL_STEP)

    def _scroll_by(self, name: str, amount: float) -> None:
        area = next((a for a in self.sheet.areas if a.name == name), None)
        if area is None:
            return
        amount = -amount if area.from_bottom else amount
        value = min(max(area.value + amount, 0.0), area.most)
        if value != area.value:
            self._scroll_to(name, value)

    def _type(self, text: str) -> None:
        region = named(self.sheet.regions, self.focus)
        if region is not None and region.role == "entry" and isinstance(region.action, act.Typed):
            self.act(act.Typed(region.action.name, region.action.text + text))

    def _key(self, event: pygame.event.Event) -> None:
        key = KEYS.get(event.key) or (chr(event.key).upper() if 33 <= event.key < 127 else "")
        if event.unicode in {"?", "+", "-", "[", "]"} and not event.mod & pygame.KMOD_CTRL:
            key = event.unicode
        if event.mod & pygame.KMOD_CTRL:
            self._zoom_key(event)
            return
        if not key or event.mod & (pygame.KMOD_ALT | pygame.KMOD_GUI):
            return
        if key == "Tab":
            self._tab(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif key == "F11":
            self.act(act.Tune("fullscreen", not self.control.model.settings.fullscreen))
        elif not self._focused_key(key):
            self._plain_key(key)

    def _zoom_key(self, event: pygame.event.Event) -> None:
        steps = [z for z in ZOOMS if 0 < z <= most_zoom(*self.screen.get_size())]
        now = self.zoom
        if event.key in {pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS} or event.unicode == "+":
            self.act(act.Tune("zoom", next((z for z in steps if z > now), steps[-1])))
        elif event.key in {pygame.K_MINUS, pygame.K_KP_MINUS}:
            self.act(act.Tune("zoom", next((z for z in reversed(steps) if z < now), steps[0])))
        elif event.key in {pygame.K_0, pygame.K_KP0}:
            self.act(act.Tune("zoom", 0.0))
        elif event.key == pygame.K_q:
            self.running = False

    def _tab(self, step: int) -> None:
        region = following(self.sheet.regions, self.focus, step)
        self.by_keyboard = True
        self.dirty = True
        if region is not None:
            self.focus = region.id
            self._reveal(region)

    def _focused_key(self, key: str) -> bool:
        """Keys for the focused region; True when it took the key."""
        region = named(self.sheet.regions, self.focus)
        if region is None:
            return False
        if region.role == "entry" and isinstance(region.action, act.Typed):
            if key == "Backspace":
                self.act(act.Typed(region.action.name, region.action.text[:-1]))
                return True
            return len(key) == 1 or key == "Space"  # letters arrive as text
        if self.by_keyboard and key in {"Enter", "Space"} and region.enabled:
            focus = self.focus
            self._fire(region)
            self.focus = self.focus or focus
            return True
        return False

    def _plain_key(self, key: str) -> None:
        region = keyed(self.sheet.regions, key)
        if region is not None:
            self._fire(region)
        elif key in self.sheet.keys:
            self.act(self.sheet.keys[key])
        elif key in {"PgUp", "PgDn", "Up", "Down", "Home", "End"}:
            self._page_keys(key)

    def _page_keys(self, key: str) -> None:
        """Scroll the largest area."""
        areas = [a for a in self.sheet.areas if a.most > 0]
        if not areas:
            return
        area = max(areas, key=lambda a: a.box.w * a.box.h)
        amount = {"PgUp": -0.8 * area.box.h, "PgDn": 0.8 * area.box.h, "Up": -WHEEL_STEP, "Down": WHEEL_STEP}
        self._scroll_by(area.name, amount.get(key, area.most if key == "End" else -area.most))

    # The loop

    def step(self) -> bool:
        """Handle the waiting events and repaint if anything changed; True when it did."""
        for event in pygame.event.get():
            if self.dirty and event.type in NEEDS_REGIONS:
                self.paint()  # a second key in the same moment means what is on the screen after the first
            self.handle(event)
        if not self.dirty and self._fade is None:
            return False
        if self.dirty:
            self.paint()
            self._shown = self.screen.copy() if self._fade else None
        if self._fade:
            self._blend()
        pygame.display.flip()
        return True

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
    pygame.display.set_caption("Courtship")
    pygame.key.set_repeat(350, 45)
    app = App(services, settings_path)
    if start is not None:
        app.act(start)
    try:
        app.loop()
    finally:
        pygame.display.quit()
    return 0
