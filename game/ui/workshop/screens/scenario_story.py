"""A scenario told in plain sentences."""

from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, CARD, EXTRA
from game.ui.workshop.workshop_state import ScenarioPage

WIDEST = 820.0


def story(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab that tells the scenario in words."""
    theme, paint = sheet.theme, sheet.painter
    width = min(box.w - 56, WIDEST)
    x = box.x + max(28.0, (box.w - width) / 2)
    lines = parts(page.told)
    sizes = [_height(sheet, kind, text, width) for kind, text in lines]
    inside = Box(box.x + 1, box.y + 8, box.w - 2, box.h - 16)
    with sheet.scroll("story", inside, sum(sizes) + 32) as start:
        y = start + 12
        for (kind, text), size in zip(lines, sizes, strict=True):
            if kind == "head":
                paint.paragraph(text, x, y + 14, width, CARD, theme.text, EXTRA)
            elif kind == "text":
                paint.paragraph(text, x, y, width, BODY, theme.text, leading=1.5)
            else:
                indent = 22.0 if kind == "point" else 46.0
                paint.circle(x + indent - 13, y + 11, 3 if kind == "point" else 2.5,
                             theme.primary if kind == "point" else None, edge=theme.primary)  # fmt: skip
                paint.paragraph(text, x + indent, y, width - indent, BODY, theme.text, leading=1.5)
            y += size


def _height(sheet: Sheet, kind: str, text: str, width: float) -> float:
    if kind == "head":
        return 44
    indent = {"text": 0.0, "point": 22.0, "below": 46.0}[kind]
    return sheet.painter.height(text, width - indent, BODY, leading=1.5) + 8


def parts(told: str) -> list[tuple[str, str]]:
    r"""The sentences as headings, texts, points and what stands below a point.

    >>> parts("A shop.\n\nWho:\n- Mara.\n  - Yes.")
    [('text', 'A shop.'), ('head', 'Who'), ('point', 'Mara.'), ('below', 'Yes.')]
    """
    found = []
    for line in told.splitlines():
        if not line.strip():
            continue
        if line.startswith("  - "):
            found.append(("below", line[4:]))
        elif line.startswith("- "):
            found.append(("point", line[2:]))
        elif line.endswith(":") and len(line) < 60:
            found.append(("head", line[:-1]))
        else:
            found.append(("text", line.strip()))
    return found
