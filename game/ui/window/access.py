"""Screen readers: the list of regions as a tree that the system's accessibility service reads.

Works with the optional package `accesskit`; without it, or where the service is missing, nothing happens.
"""

import platform
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from game.ui.drawing.geometry import Box
from game.ui.drawing.lettering import Words
from game.ui.drawing.screen_regions import Region
from game.ui.window.aloud.reading_order import in_reading_order, label_of

WINDOW = 0
FIRST = 1
ROLES = {
    "button": "BUTTON",
    "tab": "TAB",
    "item": "LIST_ITEM",
    "option": "RADIO_BUTTON",
    "entry": "TEXT_INPUT",
    "switch": "SWITCH",
    "day": "BUTTON",
}


def tree(kit: Any, regions: Sequence[Region], focus: str, scale: float, title: str, words: Sequence[Words] = ()) -> Any:
    """The whole tree: a window, a node for each region that can be seen, and one for each text between them.

    Args:
        kit: the module `accesskit`.
        regions: what the screen registered.
        focus: id of the region the keyboard is on, or "".
        scale: pixels for one logical unit.
        title: what the window is called.
        words: running text; what lies on a region is part of its label already.
    """
    parts = in_reading_order(regions, words)
    seen = [r for r in regions if not r.rect.empty]
    ids = {r.id: FIRST + i for i, r in enumerate(seen)}
    texts = [(FIRST + len(seen) + i, part) for i, part in enumerate(p for p in parts if isinstance(p, Words))]
    names = iter([name for name, _ in texts])
    window = kit.Node(kit.Role.WINDOW)
    window.set_label(title)
    window.set_children([ids[part.id] if isinstance(part, Region) else next(names) for part in parts])
    update = kit.TreeUpdate(ids.get(focus, WINDOW))
    update.tree = kit.Tree(WINDOW)
    update.nodes.append((WINDOW, window))
    for region in seen:
        update.nodes.append((ids[region.id], _node(kit, region, scale)))
    for name, said in texts:
        label = kit.Node(kit.Role.LABEL)
        label.set_value(said.text)
        label.set_bounds(_pixels(kit, said.box, scale))
        update.nodes.append((name, label))
    return update


def _node(kit: Any, region: Region, scale: float) -> Any:
    node = kit.Node(getattr(kit.Role, ROLES.get(region.role, "BUTTON")))
    node.set_label(label_of(region))
    node.set_bounds(_pixels(kit, region.rect, scale))
    if region.key:
        node.set_keyboard_shortcut(region.key.split()[0])
    if region.role in {"tab", "item"}:
        node.set_selected(region.chosen)
    elif region.role in {"option", "switch"}:
        node.set_toggled(kit.Toggled.TRUE if region.chosen else kit.Toggled.FALSE)
    if region.enabled:
        node.add_action(kit.Action.CLICK)
        node.add_action(kit.Action.FOCUS)
    else:
        node.set_disabled()
    return node


def _pixels(kit: Any, box: Box, scale: float) -> Any:
    return kit.Rect(box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)


class Reader:
    """Keeps the service up to date. Its requests come from other threads: they are handed on as they are.

    `ask(kind, name)` is called with "click" or "focus" and a region's id.
    """

    def __init__(self, title: str, ask: Callable[[str, str], None]) -> None:
        self.title = title
        self._ask = ask
        self._last: tuple[tuple[Region, ...], str, float, tuple[Words, ...]] = ((), "", 1.0, ())
        self._kit: Any = None
        self._adapter: Any = None

    def start(self) -> bool:
        """Connect to the service; False when there is none."""
        try:
            self._kit = import_module("accesskit")
        except ImportError:
            return False
        try:
            self._adapter = self._connected(self._kit)
        except (OSError, RuntimeError, AttributeError, ImportError):
            self._adapter = None
        return self._adapter is not None

    def _connected(self, kit: Any) -> Any:
        if platform.system() == "Linux":
            return kit.unix.Adapter(self._tree, self._requested, lambda: None)
        import pygame

        handle = pygame.display.get_wm_info().get("window")
        if platform.system() == "Windows":
            return kit.windows.SubclassingAdapter(handle, self._tree, self._requested)
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return kit.macos.SubclassingAdapter.for_window(handle, self._tree, self._requested)

    def _tree(self) -> Any:
        regions, focus, scale, words = self._last
        return tree(self._kit, regions, focus, scale, self.title, words)

    def _requested(self, request: Any) -> None:
        seen = [r for r in self._last[0] if not r.rect.empty]
        at = request.target - FIRST
        if not 0 <= at < len(seen):
            return
        for action, kind in ((self._kit.Action.CLICK, "click"), (self._kit.Action.FOCUS, "focus")):
            if request.action == action:
                self._ask(kind, seen[at].id)

    def show(self, regions: Sequence[Region], focus: str, scale: float, words: Sequence[Words] = ()) -> None:
        """The screen was drawn anew."""
        self._last = (tuple(regions), focus, scale, tuple(words))
        if self._adapter is None:
            return
        events = self._adapter.update_if_active(self._tree)
        if events is not None:  # Windows and macOS give back what is still to be told
            events.raise_events()

    def focused(self, *, focused: bool) -> None:
        """The window has got or lost the keyboard."""
        if self._adapter is not None and hasattr(self._adapter, "update_window_focus_state"):
            self._adapter.update_window_focus_state(focused)
