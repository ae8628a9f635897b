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


ROVING = ("item", "option", "tab")
"""Roles of regions that stand in a row or a list: Tab goes to the row, arrows go on within it."""


def group_of(region: Region) -> str:
    """The row or list a region stands in; "" for one that stands for itself."""
    if region.role not in ROVING and not region.id.startswith("move."):
        return ""
    return region.id.partition(".")[0]


def members(regions: Sequence[Region], of: Region) -> list[Region]:
    """All that stand in a row with a region and can be pressed."""
    group = group_of(of)
    return [r for r in regions if r.enabled and group_of(r) == group] if group else []


def neighbour(regions: Sequence[Region], region: Region, step: int, *, upright: bool) -> Region | None:
    """The next of a row or list; None at its end, and where it does not lie in that direction.

    Args:
        regions: of the screen.
        region: where the keyboard is.
        step: 1 for down and right, −1 for up and left.
        upright: whether up or down is meant.
    """
    row = members(regions, region)
    if region not in row or len(row) < 2:
        return None
    at = row.index(region) + step
    lies_upright = len({round(r.full.x) for r in row}) == 1
    lies_level = len({round(r.full.y) for r in row}) == 1
    if (upright and lies_level) or (not upright and lies_upright):
        return None
    return row[at] if 0 <= at < len(row) else None


def following(regions: Sequence[Region], name: str, step: int) -> Region | None:
    """The next region in Tab order (step 1) or the one before (step −1); it goes round.

    Rows and lists are one stop: the one chosen in them, else their first, and the one where the keyboard is.
    """
    here = named(regions, name)
    inside = group_of(here) if here is not None else ""
    stops: list[Region] = []
    seen: set[str] = set()
    for region in regions:
        group = group_of(region)
        if not region.enabled or group in seen:
            continue
        if group:
            seen.add(group)
            row = members(regions, region)
            chosen = next((r for r in row if r.chosen), row[0])
            stops.append(here if here is not None and here.enabled and group == inside else chosen)
        else:
            stops.append(region)
    if not stops:
        return None
    ids = [r.id for r in stops]
    if name not in ids:
        return stops[0 if step > 0 else -1]
    return stops[(ids.index(name) + step) % len(stops)]
