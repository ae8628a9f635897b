"""The spots of a screen that stand for an action: one list for clicks, keys, focus and speech."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.ui.drawing.geometry import Box

NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class Region:
    """A spot on the screen.

    A spot that cannot be pressed says why: there is no other way to switch one off. `rect` is the part that can be
    seen (it may be empty in a scroll area); `full` is all of it. The label is what a screen reader would say. `reveal`
    names the scroll area it lies in and the position that shows it.
    """

    id: str
    rect: Box
    label: str
    role: str = "button"  # button, tab, item, option, entry, switch
    action: object = None
    key: str = ""  # keys that press it, separated by spaces
    chosen: bool = False
    full: Box = NOWHERE
    reveal: tuple[str, float] | None = None
    why_not: str = ""  # why it cannot be pressed, in a sentence; "" when it can

    @property
    def enabled(self) -> bool:
        """Whether it can be pressed."""
        return not self.why_not


def at(regions: Sequence[Region], x: float, y: float) -> Region | None:
    """The region under a point; what was drawn later lies on top."""
    return next((r for r in reversed(regions) if r.rect.holds(x, y)), None)


def named(regions: Sequence[Region], name: str) -> Region | None:
    """The region with an id."""
    return next((r for r in regions if r.id == name), None)


def keyed(regions: Sequence[Region], key: str) -> Region | None:
    """The region a key presses, enabled or not."""
    return next((r for r in regions if key in r.key.split()), None)


def following(regions: Sequence[Region], name: str, step: int) -> Region | None:
    """The next enabled region in Tab order (step 1) or the one before (step −1); it goes round."""
    reachable = [r for r in regions if r.enabled]
    if not reachable:
        return None
    ids = [r.id for r in reachable]
    if name not in ids:
        return reachable[0 if step > 0 else -1]
    return reachable[(ids.index(name) + step) % len(reachable)]
