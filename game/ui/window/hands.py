"""Where pointer and keyboard are, what is on the screen, and what an event means: the values that input works with.

Rule: input reads an event beside what is on the screen and returns a `Meaning`; only the window acts on it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.ui.common.settings import Settings
from game.ui.common.shared_actions import Tell
from game.ui.drawing.screen_regions import Region, at, named
from game.ui.drawing.sheet import ScrollArea


@dataclass(frozen=True)
class Pointer:
    """Where the mouse is, and what is held or dragged with it."""

    x: float = -1.0  # logical units
    y: float = -1.0
    hover: str = ""  # id of the region under it when the picture was drawn
    pressed: str = ""  # id of the region the button went down on
    drag: str = ""  # name of the scroll area whose handle is held
    grip: float = 0.0  # from the upper edge of that handle


@dataclass(frozen=True)
class Hands:
    """What the player's hands are on."""

    pointer: Pointer = Pointer()
    focus: str = ""  # id of the region the keyboard is on
    by_keyboard: bool = False  # whether the keyboard was used last, so that its ring is shown
    used_up: str = ""  # the letter of a key that meant something: it is not typed as well
    held: Mapping[int, str] = field(default_factory=dict)  # keys that are down -> the letter that each has used up

    def pointing(self, **changes: object) -> "Hands":
        """The same hands with the pointer changed."""
        pointer: Pointer = replace(self.pointer, **changes)  # type: ignore[arg-type]
        return replace(self, pointer=pointer)


@dataclass(frozen=True)
class OnScreen:
    """What was drawn last, as far as events refer to it."""

    regions: Sequence[Region]
    areas: Sequence[ScrollArea]
    keys: Mapping[str, object]  # keys without a region, and their actions
    zoom: float
    size: tuple[int, int]  # of the window, pixels
    settings: Settings

    def under(self, pointer: Pointer) -> Region | None:
        """The region under the pointer."""
        return at(self.regions, pointer.x, pointer.y)

    def focused(self, hands: Hands) -> Region | None:
        """The region the keyboard is on."""
        return named(self.regions, hands.focus)


@dataclass(frozen=True)
class Resize:
    """The window has another size."""


@dataclass(frozen=True)
class Repaint:
    """The picture is needed again."""


@dataclass(frozen=True)
class TellReader:
    """The screen reader must hear whether the window has the keyboard."""

    focused: bool


Intent = Resize | Repaint | TellReader
"""What an event means for the window itself; everything else that is meant is an action for `update`."""


@dataclass(frozen=True)
class Meaning:
    """What an event means: first the hands are there, then the actions and intents follow one after the other."""

    hands: Hands
    meant: tuple[object, ...] = ()


def fired(region: Region | None) -> tuple[object, ...]:
    """The action of a region that is pressed, if it has one; one that cannot be pressed says why."""
    if region is None or region.action is None:
        return ()
    return (region.action,) if region.enabled else (Tell(region.why_not),)
