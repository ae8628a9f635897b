"""Rows of the settings: one of several choices, or on and off; each as high as its words need."""

from collections.abc import Sequence

from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SMALLEST_TARGET
from game.ui.drawing.widgets import segmented, switch, switch_height

LABEL, ROW, GAP = 130.0, 42.0, 12.0
RowChoices = Sequence[tuple[str, str, object]]


def _rows(sheet: Sheet, choices: RowChoices, width: float) -> int:
    """In how many rows the choices stand, so that each can be read and hit."""
    widest = max(sheet.painter.measure(label, META, BOLD) for _, label, _ in choices) + 10
    least = max(float(SMALLEST_TARGET), widest)
    return -(-len(choices) // max(1, min(len(choices), int(width // least))))


def _room(sheet: Sheet, width: float) -> float:
    return width if sheet.narrow else width - LABEL


def choice_height(sheet: Sheet, choices: RowChoices, width: float) -> float:
    """The height of a row of choices with what is free below it."""
    return ROW * _rows(sheet, choices, _room(sheet, width)) + GAP + (26 if sheet.narrow else 0)


def choice_row(
    sheet: Sheet, name: str, label: str, choices: RowChoices, chosen: str, x: float, y: float, width: float, spoken: str
) -> float:  # fmt: skip
    """Draw a label and its choices: beside it, or below it where there is one column. Returns the height used."""
    paint, rows = sheet.painter, _rows(sheet, choices, _room(sheet, width))
    if sheet.narrow:
        paint.text(label, x, y + 10, BODY, sheet.theme.text, BOLD)
        box = Box(x, y + 26, width, ROW * rows)
    else:
        paint.text(label, x, y + ROW * rows / 2, BODY, sheet.theme.text, BOLD)
        box = Box(x + LABEL, y, width - LABEL, ROW * rows)
    segmented(sheet, name, box, choices, chosen, spoken=spoken, rows=rows)
    return choice_height(sheet, choices, width)


def switch_row(
    sheet: Sheet, name: str, label: str, text: str, on: bool, action: object, x: float, y: float, width: float
) -> float:  # fmt: skip
    """Draw what is on or off. Returns the height used."""
    high = switch_height(sheet, text, width + 28)
    switch(sheet, name, Box(x - 14, y, width + 28, high), label, text, on, action)
    return high + 4
