"""What a screen draws on: the painter, and the list of regions it registers while drawing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from game.ui.common.hand_keys import key_for
from game.ui.common.settings import Own
from game.ui.drawing.geometry import Box
from game.ui.drawing.painter import Painter
from game.ui.drawing.screen_regions import NOWHERE, Region
from game.ui.drawing.theme import Theme

WIDE = 1180  # narrower: the right column becomes a drawer
TALL = 640  # lower: the bar of moves is compact
ROOMY = 960  # narrower: the top bar drops the days
NARROW_BELOW = 852.5  # narrower (853 but for rounding): one column, and panes that one goes into and back from
SCROLLBAR = 5
NOBODY = Own()


@dataclass(frozen=True)
class ScrollArea:
    """A part of the screen that can be scrolled: how far at most, and where it stands (0 = its start)."""

    name: str
    box: Box
    most: float
    value: float
    from_bottom: bool
    bar: Box = NOWHERE  # the handle that can be dragged; nowhere when all is in sight

    def at(self, y: float) -> float:
        """The position that puts the upper edge of the handle at a y."""
        share = (y - self.box.y) / max(1.0, self.box.h - self.bar.h)
        share = min(max(share, 0.0), 1.0)
        return self.most * (1 - share if self.from_bottom else share)


@dataclass(frozen=True)
class Touch:
    """How the pointer and the keyboard relate to a region."""

    hover: bool
    pressed: bool
    focus: bool


LEAST_SCROLL = 4.0
"""Logical units: less than that hides no word, and gets no bar."""


class Sheet:
    """One drawing of one screen."""

    def __init__(
        self,
        painter: Painter,
        width: float,
        height: float,
        *,
        hover: str = "",
        pressed: str = "",
        focus: str = "",
        scrolls: Mapping[str, float] | None = None,
        you: Own = NOBODY,
        hand: str = "both",
    ) -> None:
        self.painter = painter
        self.theme: Theme = painter.theme
        self.window = Box(0, 0, width, height)
        self.hand = hand  # which half of the keyboard has the letter keys
        self.you = you  # who the player is
        self.regions: list[Region] = []
        self.areas: list[ScrollArea] = []
        self.keys: dict[str, object] = {}
        self.tip: tuple[Box, str] | None = None  # the words for an icon under the pointer
        self._hover, self._pressed, self._focus = hover, pressed, focus
        self._scrolls = scrolls or {}
        self._inside: ScrollArea | None = None
        self._kind = ""

    @property
    def wide(self) -> bool:
        """Whether there is room for three columns."""
        return self.window.w >= WIDE

    @property
    def tall(self) -> bool:
        """Whether there is room for whole cards."""
        return self.window.h >= TALL

    @property
    def roomy(self) -> bool:
        """Whether there is room for the days in the top bar."""
        return self.window.w >= ROOMY

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only, as in a window of a phone's shape."""
        return self.window.w < NARROW_BELOW

    def region(
        self,
        name: str,
        box: Box,
        label: str,
        action: object = None,
        *,
        role: str = "button",
        key: str = "",
        chosen: bool = False,
        why_not: str = "",
    ) -> Touch:
        """Register a spot; tells how it is being touched."""
        area = self._inside
        seen, reveal = box.meets(self.window), None
        if area is not None:
            seen = box.meets(area.box)
            reveal = (area.name, _revealing(area, box))
        key = key_for(self.hand, key)
        self.regions.append(
            Region(
                id=name,
                rect=seen,
                label=label,
                role=role,
                action=action,
                key=key,
                chosen=chosen,
                full=box,
                reveal=reveal,
                why_not=why_not,
            )
        )
        self.painter.regions = len(self.regions)
        live = not why_not and action is not None
        return Touch(live and self._hover == name, live and self._pressed == name, self._focus == name)

    def shortcut(self, key: str, action: object) -> None:
        """A key that stands for an action without a spot of its own."""
        self.keys[key_for(self.hand, key)] = action

    def modal(self, kind: str = "") -> None:
        """From here on only what is drawn on top counts; its scroll areas have the `kind` before their names."""
        self._kind = f"{kind}." if kind else ""
        self.regions.clear()
        self.areas.clear()
        self.keys.clear()
        self.tip = None
        self.painter.words.clear()
        self.painter.regions = 0
        if self.painter.log is not None:
            self.painter.log.clear()

    @contextmanager
    def scroll(self, name: str, box: Box, height: float, *, from_bottom: bool = False) -> Iterator[float]:
        """A scroll area with content of a height; yields the y at which the content starts.

        The place is kept by the name, so a name says what is scrolled where one area shows now this, now that.
        """
        name = f"{self._kind}{name}"
        most = height - box.h
        most = most if most >= LEAST_SCROLL else 0.0
        value = min(max(self._scrolls.get(name, 0.0), 0.0), most)
        bar = _handle(box, height, most, value, from_bottom=from_bottom) if most > 0 else NOWHERE
        area = ScrollArea(name, box, most, value, from_bottom, bar)
        self.areas.append(area)
        top = box.y - ((most - value) if from_bottom else value)
        before, self._inside = self._inside, area
        scrolled, self.painter.scrolled = self.painter.scrolled, True
        try:
            with self.painter.clip(box):
                yield top
        finally:
            self._inside, self.painter.scrolled = before, scrolled
        if most > 0:
            self.painter.panel(bar, self.theme.strong, radius=SCROLLBAR / 2)


def _handle(box: Box, height: float, most: float, value: float, *, from_bottom: bool) -> Box:
    length = min(box.h, max(28.0, box.h * box.h / height))
    share = value / most
    share = 1 - share if from_bottom else share
    return Box(box.right - SCROLLBAR - 2, box.y + share * (box.h - length), SCROLLBAR, length)


def _revealing(area: ScrollArea, box: Box) -> float:
    """The scroll position nearest to the present one that shows a box."""
    value = -area.value if area.from_bottom else area.value
    if box.y < area.box.y:
        value -= area.box.y - box.y + 8
    elif box.bottom > area.box.bottom:
        value += min(box.bottom - area.box.bottom + 8, box.y - area.box.y)
    value = -value if area.from_bottom else value
    return min(max(value, 0.0), area.most)
