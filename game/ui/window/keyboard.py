"""What the keys mean: Tab and the focused spot first, then the keys of the screen, then scrolling and zoom.

Rule: a key that is held down moves and scrolls on and writes on, and does nothing else twice. So no page is turned
unread, no day ended and no night skipped, because a finger stayed on Enter.
"""

from dataclasses import replace

import pygame

from game.ui.common.hand_keys import key_for
from game.ui.common.settings import ZOOMS
from game.ui.common.shared_actions import Quit, Scroll, ShowHelp, StepBack, Tune, Typed
from game.ui.drawing.screen_regions import following, group_of, keyed, neighbour
from game.ui.window.hands import Hands, Meaning, OnScreen, Repaint, fired
from game.ui.window.named_keys import SIGNS, key_name
from game.ui.window.scrolling import WHEEL_STEP, scrolled_by, scrolled_to
from game.ui.window.window_sizes import most_zoom


def typed(text: str, screen: OnScreen, hands: Hands) -> Meaning:
    """Text goes to the focused entry, but not the letter of a key that has just brought the entry about."""
    used_up, hands = hands.used_up, replace(hands, used_up="")
    if text and text == used_up:
        return Meaning(hands)
    return Meaning(hands, _written(screen, hands, text))


def _written(screen: OnScreen, hands: Hands, text: str) -> tuple[Typed, ...]:
    """Text behind what is in the focused entry."""
    entry = _entry(screen, hands)
    return () if entry is None else (Typed(entry.name, entry.text + text),)


def _entry(screen: OnScreen, hands: Hands) -> Typed | None:
    """The entry that is focused, with what is in it."""
    region = screen.focused(hands)
    if region is None or region.role != "entry" or not isinstance(region.action, Typed):
        return None
    return region.action


ARROWS = frozenset({"Up", "Down", "Left", "Right"})
SWITCHES = {"Z": "muted", "V": "spoken"}
"""Keys that switch a setting on every screen, unless one writes."""
MOVING = frozenset({"Tab", "Up", "Down", "PgUp", "PgDn", "Home", "End"})
"""Keys that go on while they are held down; in a field Backspace does, too."""


def key_pressed(event: pygame.event.Event, screen: OnScreen, hands: Hands) -> Meaning:
    """A key, with what is held beside it; or the same key again because it is still down."""
    if event.key in hands.held:
        return _still_held(event, screen, replace(hands, used_up=hands.held[event.key]))
    meaning = _pressed(event, screen, replace(hands, used_up=""))
    now = meaning.hands
    return replace(meaning, hands=replace(now, held={**now.held, event.key: now.used_up}))


def let_go(event: pygame.event.Event, hands: Hands) -> Hands:
    """A key comes up."""
    return replace(hands, held={key: letter for key, letter in hands.held.items() if key != event.key})


def _still_held(event: pygame.event.Event, screen: OnScreen, hands: Hands) -> Meaning:
    """What a key means when it goes on being down."""
    key, entry = key_name(event), _entry(screen, hands)
    if key in MOVING or (key == "Backspace" and entry is not None and entry.text):
        return _pressed(event, screen, hands)
    return Meaning(hands)


def _pressed(event: pygame.event.Event, screen: OnScreen, hands: Hands) -> Meaning:
    key = key_name(event)
    if event.mod & pygame.KMOD_CTRL:
        return Meaning(hands, _with_control(event, screen, hands))
    if not key or (event.mod & (pygame.KMOD_ALT | pygame.KMOD_GUI) and key not in SIGNS):
        return Meaning(hands)
    if key == "Tab":
        return _tab(screen, hands, -1 if event.mod & pygame.KMOD_SHIFT else 1)
    if key == "F11":
        return Meaning(hands, (Tune("fullscreen", not screen.settings.fullscreen),))
    if key == "F1":
        return Meaning(hands, (ShowHelp(),))
    if key in ARROWS and (moved := _roved(screen, hands, key)) is not None:
        return moved
    meant = _focused_key(screen, hands, key)
    if meant is not None:
        return Meaning(hands, meant)
    switches = {key_for(screen.settings.hand, one): name for one, name in SWITCHES.items()}
    if key in switches:
        name = switches[key]
        return Meaning(hands, (Tune(name, not getattr(screen.settings, name)),))
    return Meaning(replace(hands, used_up=event.unicode), _plain_key(screen, key))


def _with_control(event: pygame.event.Event, screen: OnScreen, hands: Hands) -> tuple[object, ...]:
    """Ctrl with plus, minus, 0, Q or Z; in a field also with V and Backspace."""
    steps = [z for z in ZOOMS if 0 < z <= most_zoom(*screen.size)]
    now = screen.zoom
    if event.key in {pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS} or event.unicode == "+":
        return (Tune("zoom", next((z for z in steps if z > now), steps[-1])),)
    if event.key in {pygame.K_MINUS, pygame.K_KP_MINUS}:
        return (Tune("zoom", next((z for z in reversed(steps) if z < now), steps[0])),)
    if event.key in {pygame.K_0, pygame.K_KP0}:
        return (Tune("zoom", 0.0),)
    key = key_name(event)
    if key == "Q":
        return (Quit(),)
    if key == "Z":
        return () if _entry(screen, hands) is not None else (StepBack(),)
    if key == "V":
        return _written(screen, hands, " ".join(_copied().split()))
    if event.key == pygame.K_BACKSPACE:
        entry = _entry(screen, hands)
        return () if entry is None else (Typed(entry.name, ""),)
    return ()


def put_on_clipboard(text: str) -> str:
    """Keeps a text for other programs; a sentence with it where the system has no place for that, else ""."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return f"It cannot be copied here. It is: {text}"
    return ""


def _copied() -> str:
    """What was copied elsewhere, or ""."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def _tab(screen: OnScreen, hands: Hands, step: int) -> Meaning:
    """The keyboard goes on to the next region in order, which comes into sight."""
    region = following(screen.regions, hands.focus, step)
    hands = replace(hands, by_keyboard=True, focus=region.id if region is not None else hands.focus)
    return Meaning(hands, (Repaint(), *(scrolled_to(screen, region) if region is not None else ())))


def _roved(screen: OnScreen, hands: Hands, key: str) -> Meaning | None:
    """The keyboard goes on within the row it is in; None where that key means something else there.

    Nothing is pressed by it. Where the screen itself goes on to the next of a list by that key, the ring goes along.
    """
    region = screen.focused(hands)
    if region is None or not hands.by_keyboard:
        return None
    step = 1 if key in {"Down", "Right"} else -1
    found = neighbour(screen.regions, region, step, upright=key in {"Up", "Down"})
    own = screen.keys.get(key) if group_of(region) != "move" else None
    if found is None or (own is not None and not region.chosen):
        return None
    hands = replace(hands, focus=found.id)
    return Meaning(hands, (Repaint(), *scrolled_to(screen, found), *(() if own is None else (own,))))


def _focused_key(screen: OnScreen, hands: Hands, key: str) -> tuple[object, ...] | None:
    """What a key means for the focused region; None when it means nothing to it."""
    region = screen.focused(hands)
    if region is None:
        return None
    entry = _entry(screen, hands)
    if entry is not None:
        if key == "Backspace" and entry.text:
            return (Typed(entry.name, entry.text[:-1]),)
        return () if len(key) == 1 or key == "Space" else None  # letters arrive as text; Enter is for the screen
    if hands.by_keyboard and key in {"Enter", "Space"} and region.enabled:
        return fired(region)
    return None


def _plain_key(screen: OnScreen, key: str) -> tuple[object, ...]:
    """What a key means on this screen."""
    region = keyed(screen.regions, key)
    if region is not None:
        return fired(region)
    if key in screen.keys:
        return (screen.keys[key],)
    return _page_key(screen, key) if key in {"PgUp", "PgDn", "Up", "Down", "Home", "End"} else ()


def _page_key(screen: OnScreen, key: str) -> tuple[Scroll, ...]:
    """Scrolls the largest area of the screen by a page."""
    areas = [a for a in screen.areas if a.most > 0]
    if not areas:
        return ()
    area = max(areas, key=lambda a: a.box.w * a.box.h)
    amount = {"PgUp": -0.8 * area.box.h, "PgDn": 0.8 * area.box.h, "Up": -WHEEL_STEP, "Down": WHEEL_STEP}
    return scrolled_by(screen, area.name, amount.get(key, area.most if key == "End" else -area.most))
