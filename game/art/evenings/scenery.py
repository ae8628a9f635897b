"""How the café looks on an evening besides who is in it: weather, what hangs there, what stands on the table.

Rule: a function of the business, the seed and the day alone, so that an evening that is read again looks as it did.
"""

from dataclasses import dataclass

from game.art.walls import WALLS, walls_of

WEATHERS = ("", "rain", "snow", "mist")
HUNG = ("", "bunting", "lanterns", "garland", "fern")
THINGS = ("posy", "candle", "sugar", "newspaper")
ORDERS = ("croissant", "bun", "tart", "biscuits")
"""What somebody orders who comes again: the same each time."""
KNOWN, AT_EASE, CLOSE = 2, 3, 4
"""From which ease on somebody has their usual order, takes the coat off, and moves the chair nearer."""


@dataclass(frozen=True)
class Scenery:
    """An evening's look."""

    weather: str = ""  # one of WEATHERS
    hung: str = ""  # one of HUNG
    thing: str = ""  # on your table, one of THINGS or ""
    turn: int = 0  # which of several fitting ways you sit
    walls: str = WALLS[0]  # of the café, one of WALLS


PLAIN = Scenery()


def scenery_of(seed: int, day: int, business: str = "") -> Scenery:
    """The look of an evening; on three evenings running each part of it is another one.

    Args:
        seed: of the run.
        day: of the evening, from 1.
        business: name of yours.

    >>> scenery_of(7, 1) == scenery_of(7, 2)
    False
    """
    return Scenery(
        WEATHERS[(seed + day) % len(WEATHERS)], HUNG[(seed // 4 + day) % len(HUNG)],
        THINGS[(seed // 20 + day) % len(THINGS)], (seed // 80 + day) % 3, walls_of(business),
    )  # fmt: skip


def order_of(look: int) -> str:
    """What somebody always orders."""
    return ORDERS[look % len(ORDERS)]
