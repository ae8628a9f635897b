"""What is said and written in a picture of the night: bubbles with tails, and words on a cloth."""

import re
from collections.abc import Callable

from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, EXTRA, SEMI

PAPER, INK = "#FFFFFF", "#231F33"
CLOTH_INK, CLOTH_SOFT = "#2A2033", "#665060"
SIZES = (16, 15, 14, 13)
LEADING = 1.3
EDGE = 12  # between a bubble's edge and its words


def excerpt(text: str, fits: Callable[[str], bool]) -> str:
    """As much of a text as fits: all of it, its first sentences, or its first words; "" when not even one does.

    >>> excerpt("Well. That is a long story.", lambda text: len(text) < 10)
    'Well. …'
    >>> excerpt("Well, that is a long story.", lambda text: len(text) < 16)
    'Well, that is …'
    """
    if fits(text):
        return text
    ends = [match.end() for match in re.finditer(r"[.!?…][”’)]*(?=\s)", text)]
    shorter = [f"{text[:end]} …" for end in reversed(ends)]
    words = text.split()
    shorter += [f"{' '.join(words[:count]).rstrip(',;:–')} …" for count in range(len(words) - 1, 1, -1)]
    return next((piece for piece in shorter if fits(piece)), "")


def bubble(
    sheet: Sheet,
    text: str,
    zone: Box,
    tail: tuple[float, float],
    *,
    at_bottom: bool = True,
    sizes: tuple[int, ...] = SIZES,
) -> Box | None:
    """A speech bubble inside a zone, with a tail to a point; what does not fit is left out after a sentence.

    Args:
        sheet: what is drawn on.
        text: what is said.
        zone: where the bubble may lie.
        tail: the point near a mouth or a head.
        at_bottom: as low in the zone as its tail allows; else at its top.
        sizes: of letters, the preferred one first.
    """
    paint = sheet.painter

    def lines_of(words: str, size: int) -> tuple[str, ...]:
        return paint.wrap(words, zone.w - 2 * EDGE, size, SEMI)

    def high(words: str, size: int) -> float:
        return round(size * LEADING) * len(lines_of(words, size)) + 16

    size = next((s for s in sizes if high(text, s) <= zone.h), sizes[-1])
    said = excerpt(text, lambda words: high(words, size) <= zone.h)
    if not said:
        return None
    lines, step = lines_of(said, size), round(size * LEADING)
    wide = max(paint.measure(line, size, SEMI) for line in lines) + 2 * EDGE
    tall = step * len(lines) + 16
    x = min(max(zone.cx - wide / 2, tail[0] - wide * 0.5), zone.right - wide)
    x = max(zone.x, x)
    y = zone.bottom - tall if at_bottom else zone.y
    box = Box(x, y, wide, tall)
    _tail(sheet, box, tail)
    paint.panel(box, PAPER, radius=min(14.0, tall / 2), shadow="low")
    for number, line in enumerate(lines):
        paint.text(line, box.x + EDGE, box.y + 8 + step * (number + 0.5), size, INK, SEMI)
    return box


def _tail(sheet: Sheet, box: Box, to: tuple[float, float]) -> None:
    """From the edge of a bubble that is nearest to a point towards it."""
    x, y = to
    if box.x <= x <= box.right or y > box.bottom + 6:
        root = min(max(x, box.x + 22), box.right - 22)
        points = [(root - 9, box.bottom - 4), (root + 9, box.bottom - 4), (x, max(y, box.bottom + 8))]
    else:
        side = box.right if x > box.right else box.x
        inward = -4 if x > box.right else 4
        root = min(max(y, box.y + 16), box.bottom - 16)
        points = [(side + inward, root - 8), (side + inward, root + 8), (x, y)]
    left, top = min(p[0] for p in points), min(p[1] for p in points)
    right, bottom = max(p[0] for p in points), max(p[1] for p in points)
    wide, high = max(1.0, right - left), max(1.0, bottom - top)
    drawn = " ".join(f"{px - left:.1f},{py - top:.1f}" for px, py in points)
    sheet.painter.svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.1f} {high:.1f}">'
        f'<polygon points="{drawn}" fill="{PAPER}"/></svg>',
        Box(left, top, wide, high),
    )


def on_cloth(sheet: Sheet, box: Box, name: str, did: str, does: str) -> None:
    """A name, what you did and what their body does, centred on a tablecloth, as large as there is room for."""
    paint = sheet.painter
    for called, told, title, small, large in _ways(name, did):
        parts = [(called, title, EXTRA, CLOTH_INK), (told, small, SEMI, CLOTH_SOFT), (does, large, BOLD, CLOTH_INK)]
        parts = [part for part in parts if part[0]]
        wrapped = [balanced(sheet, text, box.w, size, weight) for text, size, weight, _ in parts]
        steps = [round(size * 1.32) for _, size, _, _ in parts]
        need = sum(step * len(lines) for step, lines in zip(steps, wrapped, strict=True))
        if need <= box.h and len(wrapped[0]) == 1:
            break
    y = box.y + max(0.0, (box.h - need) * 0.4)
    for (_, size, weight, ink), lines, step in zip(parts, wrapped, steps, strict=True):
        for line in lines:
            paint.text(line, box.cx, y + step / 2, size, ink, weight, align="center", width=box.w + 1)
            y += step


def balanced(sheet: Sheet, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
    """A text in as few lines as a width allows, all about as long."""
    lines = sheet.painter.wrap(text, width, size, weight)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        narrow = sheet.painter.wrap(text, width * share, size, weight)
        if 1 < len(lines) == len(narrow) and max(sheet.painter.measure(n, size, weight) for n in narrow) <= width:
            return narrow
    return lines


def _ways(name: str, did: str) -> list[tuple[str, str, int, int, int]]:
    """Ways to write on a cloth, the best first: name, what you did, and three sizes of letters."""
    first = name.split(maxsplit=1)[0]
    sizes = ((20, 15, 16), (18, 14, 15), (16, 13, 14), (15, 13, 13))
    ways = [(called, did, *three) for three in sizes for called in (name, first)]
    return [*ways, *((called, "", 15, 13, 13) for called in (name, first))]
