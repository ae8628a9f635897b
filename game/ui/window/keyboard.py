"""What the keys do: Tab and the focused spot first, then the keys of the screen, then scrolling and zoom."""

from typing import TYPE_CHECKING

import pygame

from game.ui.drawing.screen_regions import following, keyed, named
from game.ui.play import play_actions as act
from game.ui.play.settings import ZOOMS
from game.ui.window.keys import key_name, most_zoom
from game.ui.window.mouse import WHEEL_STEP

if TYPE_CHECKING:
    from game.ui.window.app import App


def typed(app: "App", text: str) -> None:
    """Text goes to the focused entry, but not the letter of a key that has just brought the entry about."""
    used_up, app.used_up = app.used_up, ""
    if text and text == used_up:
        return
    region = named(app.sheet.regions, app.focus)
    if region is not None and region.role == "entry" and isinstance(region.action, act.Typed):
        app.act(act.Typed(region.action.name, region.action.text + text))


def key_pressed(app: "App", event: pygame.event.Event) -> None:
    """A key, with what is held beside it."""
    key = key_name(event)
    app.used_up = ""
    if event.mod & pygame.KMOD_CTRL:
        _zoom_key(app, event)
        return
    if not key or event.mod & (pygame.KMOD_ALT | pygame.KMOD_GUI):
        return
    if key == "Tab":
        _tab(app, -1 if event.mod & pygame.KMOD_SHIFT else 1)
    elif key == "F11":
        app.act(act.Tune("fullscreen", not app.control.model.settings.fullscreen))
    elif not _focused_key(app, key):
        _plain_key(app, key)
        app.used_up = event.unicode


def _zoom_key(app: "App", event: pygame.event.Event) -> None:
    """Ctrl with plus, minus, 0 or Q; in a field also with V and Backspace."""
    steps = [z for z in ZOOMS if 0 < z <= most_zoom(*app.screen.get_size())]
    now = app.zoom
    if event.key in {pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS} or event.unicode == "+":
        app.act(act.Tune("zoom", next((z for z in steps if z > now), steps[-1])))
    elif event.key in {pygame.K_MINUS, pygame.K_KP_MINUS}:
        app.act(act.Tune("zoom", next((z for z in reversed(steps) if z < now), steps[0])))
    elif event.key in {pygame.K_0, pygame.K_KP0}:
        app.act(act.Tune("zoom", 0.0))
    elif event.key == pygame.K_q:
        app.running = False
    elif event.key == pygame.K_v:
        _paste(app)
    elif event.key == pygame.K_BACKSPACE:
        _clear(app)


def _paste(app: "App") -> None:
    """What was copied elsewhere goes into the focused entry, as one line."""
    try:
        text = pygame.scrap.get_text()
    except pygame.error:
        return
    typed(app, " ".join(text.split()))


def _clear(app: "App") -> None:
    """The focused entry is emptied."""
    region = named(app.sheet.regions, app.focus)
    if region is not None and region.role == "entry" and isinstance(region.action, act.Typed):
        app.act(act.Typed(region.action.name, ""))


def _tab(app: "App", step: int) -> None:
    """The next focus in order."""
    region = following(app.sheet.regions, app.focus, step)
    app.by_keyboard = True
    app.dirty = True
    if region is not None:
        app.focus = region.id
        app.reveal(region)


def _focused_key(app: "App", key: str) -> bool:
    """Keys for the focused region; True when it took the key."""
    region = named(app.sheet.regions, app.focus)
    if region is None:
        return False
    if region.role == "entry" and isinstance(region.action, act.Typed):
        if key == "Backspace" and region.action.text:
            app.act(act.Typed(region.action.name, region.action.text[:-1]))
            return True
        return len(key) == 1 or key == "Space"  # letters arrive as text; Enter is for the screen
    if app.by_keyboard and key in {"Enter", "Space"} and region.enabled:
        app.fire(region)
        return True
    return False


def _plain_key(app: "App", key: str) -> None:
    """A key of the screen."""
    region = keyed(app.sheet.regions, key)
    if region is not None:
        app.fire(region)
    elif key in app.sheet.keys:
        app.act(app.sheet.keys[key])
    elif key in {"PgUp", "PgDn", "Up", "Down", "Home", "End"}:
        _page_keys(app, key)


def _page_keys(app: "App", key: str) -> None:
    """Scroll the largest area."""
    areas = [a for a in app.sheet.areas if a.most > 0]
    if not areas:
        return
    area = max(areas, key=lambda a: a.box.w * a.box.h)
    amount = {"PgUp": -0.8 * area.box.h, "PgDn": 0.8 * area.box.h, "Up": -WHEEL_STEP, "Down": WHEEL_STEP}
    app.scroll_by(area.name, amount.get(key, area.most if key == "End" else -area.most))
