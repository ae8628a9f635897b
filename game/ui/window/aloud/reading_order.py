"""What is on a screen as words, in the order in which one reads it: for screen readers and for the voice."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from game.ui.common.ui_model import Dialog, Page
from game.ui.drawing.lettering import Words
from game.ui.drawing.screen_regions import Region, named

ENDED_TWICE = re.compile(r"((?<=[^.][.!?…])|(?<=[.!?…]”))\.(?=\s|$)")
"""The full stop behind a text that ends like a sentence, where labels are made of texts."""


def in_reading_order(regions: Sequence[Region], words: Sequence[Words] = ()) -> list[Region | Words]:
    """Regions that can be seen, with the running text between them; what lies on a region is in its label already."""
    seen = [r for r in regions if not r.rect.empty]
    between = [w for w in words if not any(r.rect.holds(w.box.x + 1, w.box.cy) for r in seen)]
    places = {region.id: i for i, region in enumerate(regions)}
    found: list[tuple[int, int, int, Region | Words]] = [(places[r.id], 1, i, r) for i, r in enumerate(seen)]
    found += [(w.after, 0, i, w) for i, w in enumerate(between)]
    return [part for *_, part in sorted(found, key=lambda part: part[:3])]


def label_of(region: Region) -> str:
    """What a region is called: a spot that cannot be pressed says why. No sentence in it ends twice."""
    label = f"{region.label}. {region.why_not}" if region.why_not else region.label
    return ENDED_TWICE.sub("", label)


@dataclass(frozen=True)
class ReadScreen:
    """A screen as it is read aloud."""

    page: type[Page] = Page
    dialog: type[Dialog] | None = None
    lines: tuple[str, ...] = ()
    focus: str = ""  # id of the region that the keyboard is on
    focused: str = ""  # what is said of it


def read_screen(
    page: Page, dialog: Dialog | None, regions: Sequence[Region], words: Sequence[Words], focus: str
) -> ReadScreen:
    """A screen as it is read aloud.

    Args:
        page: what fills the window.
        dialog: what lies on top of it.
        regions: what the screen registered.
        words: running text.
        focus: id of the region that the keyboard is on, or "".
    """
    lines = tuple(label_of(p) if isinstance(p, Region) else p.text for p in in_reading_order(regions, words))
    region = named(regions, focus)
    on_top = type(dialog) if dialog is not None else None
    return ReadScreen(type(page), on_top, lines, focus, _told(region) if region is not None else "")


def _told(region: Region) -> str:
    """The label of a region, whether it is chosen, and its key."""
    told = [label_of(region)]
    told += ["Chosen."] if region.chosen and region.role != "switch" else []
    told += [f"Key {region.key.split()[0]}."] if region.key else []
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in told)


def newly_said(before: ReadScreen, after: ReadScreen, known: Container[str]) -> tuple[str, ...]:
    """What is read aloud when a screen follows another: the ring's spot if the ring has moved, then what is new.

    Args:
        before: what was on the screen.
        after: what is on it now.
        known: lines that have been read.
    """
    new = tuple(line for line in after.lines if line not in known)
    if after.focus and (after.focus, after.focused) != (before.focus, before.focused):
        return (after.focused, *(line for line in new if not after.focused.startswith(line)))
    return new
