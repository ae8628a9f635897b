"""Where tables, the bar and words stand in an evening, for a stage of any size. Numbers only."""

from dataclasses import dataclass

from game.art.cafe_boxes import Rect

STAGE = (1280.0, 601.0)
TWO, ONE, NEXT, GUEST = (600.0, 482.0), (260.0, 376.0), (200.0, 230.0), (160.0, 124.0)
LARGE, MIDDLING, LOW, SLIM = 1180.0, 900.0, 360.0, 640.0
"""Widths of a stage with room for four at the bar, and for three tables; height of a narrow one with room for two; and
the width below which one table is all there is room for, and two at the bar."""
CLOTHS: dict[str, Rect] = {"two": (50, 334, 500, 98), "one": (22, 226, 216, 112), "next": (16, 160, 168, 42)}
"""Where words may stand on a cloth, in units of the part."""
CLOCK: Rect = (676.0, 43.0, 60.0, 60.0)
"""The clock on the wall of the room, 1280 x 640."""


@dataclass(frozen=True)
class ScenePart:
    """Where a part of the picture stands, in the units of the stage."""

    kind: str  # room, next, you, two, one, guest, bar
    x: float
    y: float
    w: float
    h: float
    number: int = 0  # of the guest, among those at tables or those at the bar

    @property
    def scale(self) -> float:
        """Stage units for one of the part's own."""
        sizes = {"two": TWO, "one": ONE, "you": ONE, "next": NEXT, "guest": GUEST}
        return self.w / sizes.get(self.kind, STAGE)[0]

    def within(self, rect: Rect) -> Rect:
        """A rectangle of the part in the units of the stage."""
        x, y, w, h = rect
        return self.x + x * self.scale, self.y + y * self.scale, w * self.scale, h * self.scale


def clock_on(width: float, height: float) -> Rect:
    """The clock, where the room covers a stage of a size."""
    scale = max(width / 1280, height / 640)
    x, y, w, h = CLOCK
    return width / 2 + (x - 640) * scale, height / 2 + (y - 320) * scale, w * scale, h * scale


def tables_in(width: float, height: float) -> int:
    """How many people can sit at tables on a stage of a size, with room for words on the cloths."""
    if width < MIDDLING:
        return 2 if height >= LOW and width >= SLIM else 1
    return 3


def bar_in(width: float) -> int:
    """How many people can stand at the bar on a stage of a width."""
    return 4 if width >= LARGE else 3 if width >= SLIM else 2


def bar_height(height: float) -> float:
    """How high the front of the bar is, with room for two lines."""
    return 72.0 if height >= 560 else 58.0


def arranged(width: float, height: float, tables: int, *, next_table: bool, bar: int) -> list[ScenePart]:
    """The places of an evening, from back to front.

    Args:
        width: of the stage.
        height: of the stage.
        tables: how many people sit at tables, 0..3; the first with you.
        next_table: whether two sit at the next table.
        bar: how many stand at the bar, 0..4.
    """
    counter = bar_height(height) if bar else 0.0
    each = width / bar_in(width)
    guest = min(min(1.5, height / STAGE[1]) * (0.94 if tables else 1.2), (each - 28) / GUEST[0]) if bar else 0.0
    floor = height - counter - (GUEST[1] * guest * 0.74 if bar else 10.0)
    free = bar < bar_in(width)
    yours = [] if tables or not free else _alone(width, floor, bar)
    found = _tables(width, floor, tables, next_table=next_table) if tables else yours
    for number in range(bar):
        x = 24 + number * each if tables else width - (bar - number) * each + 18
        high = GUEST[1] * guest
        found.append(ScenePart("guest", x, height - counter - high + 2, GUEST[0] * guest, high, number))
    if bar:
        found.append(ScenePart("bar", 0.0, height - counter, width, counter))
    return found


def _tables(width: float, floor: float, tables: int, *, next_table: bool) -> list[ScenePart]:
    """Tables side by side, the next table further back."""
    beside, crowded = tables - 1, next_table and tables == tables_in(width, floor)
    share = 0.94 if width < SLIM else 0.41 if crowded else 0.47
    scale = min(1.35, (floor - 4) / (TWO[1] - 24), width * share / TWO[0])
    two = TWO[0] * scale
    single = min(
        ONE[0] * scale * (1.04 if crowded else 1.14),
        (width - two) / max(1, beside) * 0.96,
        (floor - 52) * ONE[0] / ONE[1],
    )
    small = NEXT[0] * scale * 0.98
    roomy = next_table and width - two - beside * single > small * 0.8
    gap = (width - two - beside * single - (small * 0.86 if roomy else 0.0)) / (beside + 2 + roomy)
    x = gap
    found = [ScenePart("two", x, floor - TWO[1] * scale + 20 * scale, two, TWO[1] * scale)]
    x += two + gap
    if roomy:
        high = small * NEXT[1] / NEXT[0]
        found.insert(0, ScenePart("next", x - small * 0.07, floor - high - 66 * scale, small, high))
        x += small * 0.86 + gap
    for number in range(1, tables):
        high = single * ONE[1] / ONE[0]
        found.append(ScenePart("one", x, floor - high + 8, single, high, number))
        x += single + gap
    return found


def _alone(width: float, floor: float, bar: int) -> list[ScenePart]:
    """You at a table of your own: nobody sits with you, but some come to the bar."""
    high = min(floor * 0.94, width * (0.52 if bar else 0.86) * ONE[1] / ONE[0])
    return [ScenePart("you", width * 0.06, floor - high + 12, high * ONE[0] / ONE[1], high)]
