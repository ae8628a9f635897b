"""What the mouse means: pointing, pressing, dragging handles, turning the wheel."""

from dataclasses import replace

from game.ui.common.shared_actions import Scroll
from game.ui.drawing.sheet import ScrollArea
from game.ui.window.hands import Hands, Meaning, OnScreen, Repaint, fired
from game.ui.window.scrolling import WHEEL_STEP, scrolled_by


def moved(place: tuple[int, int], screen: OnScreen, hands: Hands) -> Meaning:
    """The pointer is at a place now; a handle that is held follows it."""
    hands = hands.pointing(x=place[0] / screen.zoom, y=place[1] / screen.zoom)
    pointer = hands.pointer
    if pointer.drag:
        area = next((a for a in screen.areas if a.name == pointer.drag), None)
        return Meaning(hands, () if area is None else (Scroll(area.name, area.at(pointer.y - pointer.grip)),))
    region = screen.under(pointer)
    return Meaning(hands, (Repaint(),) if (region.id if region else "") != pointer.hover else ())


def pressed(place: tuple[int, int], screen: OnScreen, hands: Hands) -> Meaning:
    """The button goes down: on a handle, or on a region, which gets the keyboard, too."""
    meaning = moved(place, screen, hands)
    hands = meaning.hands
    area = _handle(screen, hands)
    if area is not None:
        return replace(meaning, hands=hands.pointing(drag=area.name, grip=hands.pointer.y - area.bar.y))
    region = screen.under(hands.pointer)
    name = region.id if region else ""
    held = replace(hands.pointing(pressed=name), focus=name, by_keyboard=False)
    return Meaning(held, (*meaning.meant, Repaint()))


def _handle(screen: OnScreen, hands: Hands) -> ScrollArea | None:
    """The scroll area whose handle is under the pointer."""
    x, y = hands.pointer.x, hands.pointer.y
    return next((a for a in screen.areas if a.most > 0 and a.bar.inset(-5, 0).holds(x, y)), None)


def released(place: tuple[int, int], screen: OnScreen, hands: Hands) -> Meaning:
    """The button comes up: what was pressed is meant."""
    meaning = moved(place, screen, hands)
    hands = meaning.hands
    if hands.pointer.drag:
        return Meaning(hands.pointing(drag=""), (*meaning.meant, Repaint()))
    region = screen.under(hands.pointer)
    meant = fired(region) if region is not None and region.id == hands.pointer.pressed else ()
    return Meaning(hands.pointing(pressed=""), (Repaint(), *meant))


def wheel(notches: float, screen: OnScreen, hands: Hands) -> Meaning:
    """The area under the pointer scrolls."""
    x, y = hands.pointer.x, hands.pointer.y
    area = next((a for a in reversed(screen.areas) if a.box.holds(x, y)), None)
    meant = scrolled_by(screen, area.name, -notches * WHEEL_STEP) if area is not None and area.most > 0 else ()
    return Meaning(hands, meant)
