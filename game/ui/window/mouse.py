"""What the mouse does: pointing, pressing, dragging handles, turning the wheel."""

from typing import TYPE_CHECKING

from game.ui.drawing.sheet import ScrollArea

if TYPE_CHECKING:
    from game.ui.window.app import App

WHEEL_STEP = 56.0


def move(app: "App", pos: tuple[int, int]) -> None:
    """The pointer is here now."""
    app.pointer.x, app.pointer.y = pos[0] / app.zoom, pos[1] / app.zoom
    if app.pointer.drag:
        _drag(app)
        return
    region = app.hovered()
    if (region.id if region else "") != app.pointer.hover:
        app.dirty = True


def _handle(app: "App") -> ScrollArea | None:
    """The scroll area whose handle is under the pointer."""
    x, y = app.pointer.x, app.pointer.y
    return next((a for a in app.sheet.areas if a.most > 0 and a.bar.inset(-5, 0).holds(x, y)), None)


def _drag(app: "App") -> None:
    """The handle follows the pointer."""
    area = next((a for a in app.sheet.areas if a.name == app.pointer.drag), None)
    if area is not None:
        app.scroll_to(area.name, area.at(app.pointer.y - app.pointer.grip))


def press(app: "App") -> None:
    """The button goes down."""
    area = _handle(app)
    if area is not None:
        app.pointer.drag, app.pointer.grip = area.name, app.pointer.y - area.bar.y
        return
    region = app.hovered()
    app.by_keyboard = False
    app.pointer.pressed = region.id if region else ""
    app.focus = region.id if region else ""
    app.dirty = True


def release(app: "App") -> None:
    """The button comes up: what was pressed is meant."""
    if app.pointer.drag:
        app.pointer.drag = ""
        app.dirty = True
        return
    region = app.hovered()
    pressed, app.pointer.pressed = app.pointer.pressed, ""
    app.dirty = True
    if region is not None and region.id == pressed:
        app.fire(region)


def wheel(app: "App", notches: float) -> None:
    """The area under the pointer scrolls."""
    area = next((a for a in reversed(app.sheet.areas) if a.box.holds(app.pointer.x, app.pointer.y)), None)
    if area is not None and area.most > 0:
        app.scroll_by(area.name, -notches * WHEEL_STEP)
