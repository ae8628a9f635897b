"""Pieces that a talk and the posts have in common: a piece's height, days, and what is planned."""

from collections.abc import Callable
from dataclasses import dataclass

from game.session.view import View
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, META
from game.ui.drawing.widgets import divider

GAP = 8
"""Below a piece."""


@dataclass(frozen=True)
class TalkPiece:
    """A piece of a talk: its height with the gap below it, and how it is drawn at a y."""

    height: float
    draw: Callable[[float], object]
    pressable: bool = False


def separator(sheet: Sheet, view: View, day: int, box: Box) -> TalkPiece:
    """The day, between what was said on it and before."""
    ago = view.day - day
    label = "Today" if ago <= 0 else "Yesterday" if ago == 1 else f"Day {day}"

    def draw(y: float) -> None:
        paint, theme = sheet.painter, sheet.theme
        half = paint.measure(label, META, BOLD) / 2 + 12
        middle = y + 14
        divider(sheet, box.x + 16, middle, box.w / 2 - 16 - half)
        divider(sheet, box.cx + half, middle, box.w / 2 - 20 - half)
        paint.text(label, box.cx, middle, META, theme.muted, BOLD, align="center")

    return TalkPiece(28 + GAP, draw)


def planned_label(sheet: Sheet, x: float, y: float, align: str) -> float:
    """The words beside what is planned; returns their width."""
    paint, theme = sheet.painter, sheet.theme
    words = "Planned for tonight"
    wide = paint.measure(words, META, BOLD) + 22
    left = x - wide if align == "right" else x - wide / 2
    paint.icon("clock", left + 8, y, 16, theme.on_soft)
    paint.text(words, left + 22, y, META, theme.on_soft, BOLD)
    return wide
