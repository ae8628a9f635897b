"""Scrolling: which position an area gets by the wheel, by keys, by dragging, or to show a region."""

from game.ui.common.shared_actions import Scroll
from game.ui.drawing.screen_regions import Region
from game.ui.window.hands import OnScreen

WHEEL_STEP = 56.0  # logical units


def scrolled_to(screen: OnScreen, region: Region) -> tuple[Scroll, ...]:
    """The scrolling that brings a region into sight; nothing when it is there."""
    if region.reveal is None:
        return ()
    name, value = region.reveal
    now = next((a.value for a in screen.areas if a.name == name), 0.0)
    return () if abs(now - value) < 0.5 else (Scroll(name, value),)


def scrolled_by(screen: OnScreen, name: str, amount: float) -> tuple[Scroll, ...]:
    """The scrolling of an area by an amount, downwards; nothing when it is at its end."""
    area = next((a for a in screen.areas if a.name == name), None)
    if area is None:
        return ()
    amount = -amount if area.from_bottom else amount
    value = min(max(area.value + amount, 0.0), area.most)
    return () if value == area.value else (Scroll(name, value),)
