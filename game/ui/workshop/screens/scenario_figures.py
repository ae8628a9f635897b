"""A scenario in figures: how much there is to read and to do, by part, follower and lesson."""

from collections.abc import Mapping
from typing import Any

from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import divider
from game.ui.workshop.workshop_state import ScenarioPage

LINE = 34.0


def figures(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab that counts texts, words and minutes."""
    found = page.figures
    if found is None:
        return
    across = 5 if box.w >= 900 else 2 if sheet.narrow else 3
    facts = [
        (f"{found['texts']}", "texts"),
        (f"{found['words']:,}", "words"),
        (f"{found['minutes']:g}", "minutes to read"),
        (f"{found['hours']:g}", f"hours in {found['days']} days"),
        (f"{found['content_hours']:g}", "hours of content"),
    ]
    tables = [("By part", found["parts"]), ("By follower", found["followers"]), ("By lesson", found["lessons"])]
    two = box.w >= 1000
    left = [(title, rows) for title, rows in (tables[:1] if two else tables) if rows]
    right = [(title, rows) for title, rows in (tables[1:] if two else []) if rows]
    tiles_high = 92.0 * -(-len(facts) // across)
    high = 24 + tiles_high + max(sum(62 + LINE * (len(rows) + 1) for _, rows in part) for part in (left, right))
    inside = Box(box.x + 1, box.y + 6, box.w - 2, box.h - 12)
    with sheet.scroll("figures", inside, high) as start:
        y = start + 14
        for i, (value, label) in enumerate(facts):
            row = Box(box.x + 20, y + (i // across) * 92, box.w - 40, 80)
            _tile(sheet, value, label, columns(row, across, 12)[i % across])
        y += tiles_high + 10
        narrow = box.w * 0.36 if two else box.w - 40
        first = Box(box.x + 20, y, narrow, 0)
        second = Box(first.right + 40, y, box.right - 20 - first.right - 40, 0)
        for part, where in ((left, first), (right, second)):
            at = y
            for title, rows in part:
                at = _table(sheet, title, rows, where._replace(y=at))


def _tile(sheet: Sheet, value: str, label: str, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.sunken, radius=14, edge=theme.border)
    paint.speak(box, f"{value} {label}")
    paint.text(value, box.x + 16, box.y + 30, 26, theme.on_soft, EXTRA, width=box.w - 24)
    paint.text(label, box.x + 16, box.y + 60, META, theme.muted, SEMI, width=box.w - 24)


def _table(sheet: Sheet, title: str, rows: Mapping[str, Mapping[str, Any]], box: Box) -> float:
    """Returns the y below it."""
    theme, paint = sheet.theme, sheet.painter
    names = list(next(iter(rows.values())))
    cell = min(104.0, (box.w * 0.62) / len(names))
    y = box.y + 16
    paint.text(title, box.x, y + 8, CARD, theme.text, EXTRA)
    y += 26
    left = box.right - cell * len(names)
    for i, name in enumerate(names):
        paint.text(name.capitalize(), left + (i + 1) * cell - 4, y + LINE / 2, META, theme.muted, BOLD, align="right",
                   width=cell - 8)  # fmt: skip
    y += LINE
    for label, row in rows.items():
        divider(sheet, box.x, y, box.w)
        words = label[:1].upper() + label[1:].replace("_", " ")
        paint.speak(Box(box.x, y, box.w, LINE), f"{words}: " + ", ".join(f"{row[n]} {n}" for n in names))
        paint.text(words, box.x, y + LINE / 2, BODY, theme.text, BOLD, width=left - box.x - 8, may_end=True)
        for i, name in enumerate(names):
            paint.text(f"{row[name]:,}", left + (i + 1) * cell - 4, y + LINE / 2, BODY, theme.text, SEMI, align="right")
        y += LINE
    return y + 20
