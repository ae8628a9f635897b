"""What is said and written in a picture: bubbles whose tails end at their speakers, and words on a cloth."""

import re
from collections.abc import Callable, Sequence

from game.scenario.texts.first_names import first_name
from game.session.words.talking.another_matter import matter_alone
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, EXTRA, SEMI

PAPER, INK, RIM = "#FFFFFF", "#231F33", "#CFC5E3"
CLOTH_INK, CLOTH_SOFT = "#2A2033", "#665060"
SIZES = (16, 15, 14, 13)
LEADING = 1.3
LEADING_ON_CLOTH, LEAST_LEADING = 1.32, 1.08
EDGE = 12  # between a bubble's edge and its words
APART = 0.5  # of a line, between two messages in one bubble


def excerpt(text: str, fits: Callable[[str], bool]) -> str:
    """As much of a text as fits: all of it, its first sentences, or its first words; "" when not even one does.

    Where not all of it fits, what is said before the matter is left out first.

    >>> excerpt("Well. That is a long story.", lambda text: len(text) < 10)
    'Well. …'
    >>> excerpt("Well, that is a long story.", lambda text: len(text) < 16)
    'Well, that is …'
    """
    if fits(text) or fits(text := matter_alone(text)):
        return text
    ends = [match.end() for match in re.finditer(r"[.!?…][”’)]*(?=\s)", text)]
    shorter = [f"{text[:end]} …" for end in reversed(ends)]
    words = [match.end() for match in re.finditer(r"\S+", text)]
    shorter += [f"{text[:end].rstrip(',;:–')} …" for end in reversed(words[1:-1])]
    return next((piece for piece in shorter if fits(piece)), "")


def bubble(
    sheet: Sheet,
    text: str,
    zone: Box,
    head: Box,
    *,
    others: Sequence[Box] = (),
    keep: Sequence[Box] = (),
    at_bottom: bool = True,
    sizes: tuple[float, ...] = SIZES,
    weight: int = SEMI,
) -> Box | None:
    """A speech bubble inside a zone, with a tail to its speaker; what does not fit is left out after a sentence.

    Args:
        sheet: what is drawn on.
        text: what is said; a line for each message, which stand apart.
        zone: where the bubble may lie.
        head: of the speaker; the tail ends above it, or beside its mouth.
        others: more zones, for where it does not fit whole in the first.
        keep: what it may not hide: heads, the clock.
        at_bottom: as low in the zone as its tail allows; else at its top.
        sizes: of letters, the preferred one first.
        weight: of letters.
    """
    paint = sheet.painter
    zones, shares, sizes = (zone, *others), (1.0, 0.8, 0.6), paint.sizes(*sizes)
    tries = [(text, area, share, size) for area in zones for share in shares for size in sizes]
    tries += [("", area, share, sizes[-1]) for area in zones for share in shares]
    for whole, area, share, size in tries:
        width, step = area.w * share - 2 * EDGE, paint.step(size, LEADING)

        def fits(
            said: str, size: float = size, width: float = width, step: int = step, area: Box = area
        ) -> bool:  # fmt: skip
            if max(paint.measure(word, size, weight) for word in said.split()) > width:
                return False
            return _high(paint.wrap(said, width, size, weight), said, step) <= area.h

        said = whole if whole and fits(whole) else "" if whole else excerpt(text, fits)
        if not said:
            continue
        lines = paint.wrap(said, width, size, weight)
        wide = max(paint.measure(line, size, weight) for line in lines) + 2 * EDGE
        tall = _high(lines, said, step)
        box = _placed(area, wide, tall, head, keep, at_bottom=at_bottom)
        if box is not None:
            break
    else:
        return None
    paint.panel(box, PAPER, radius=min(14.0, tall / 2), edge=RIM, shadow="low")
    _tail(sheet, box, tail_end(box, head))
    y = box.y + 8
    for message in said.split("\n"):
        for line in paint.wrap(message, width, size, weight):
            paint.text(line, box.x + EDGE, y + step * 0.5, size, INK, weight)
            y += step
        y += step * APART
    return box


def _high(lines: Sequence[str], said: str, step: int) -> float:
    """How high a bubble is with the lines of what is said."""
    return step * (len(lines) + APART * said.count("\n")) + 16


def tail_end(box: Box, head: Box) -> tuple[float, float]:
    """Where the tail of a bubble ends: just above a head that lies below it, else beside the mouth."""
    if box.bottom <= head.y + 4:
        return min(max(box.cx, head.x + head.w * 0.3), head.right - head.w * 0.3), max(head.y - 2, box.bottom + 8)
    left = box.cx < head.cx
    return (head.x - 3 if left else head.right + 3), head.y + head.h * 0.78


def _placed(zone: Box, wide: float, tall: float, head: Box, keep: Sequence[Box], *, at_bottom: bool) -> Box | None:
    """A bubble's place in its zone: near the head, where it hides nothing that is to be kept; None if there is none."""
    left, right = zone.x, max(zone.x, zone.right - wide)
    low = max(zone.y, zone.bottom - tall)
    x = min(max(head.cx - wide / 2, left), right)
    y = low if at_bottom else zone.y
    blocks = [block for block in (*keep, head) if block.overlaps(zone)]
    xs = [x, left, right, *(v for b in blocks for v in (b.x - wide - 5, b.right + 5) if left <= v <= right)]
    ys = [y, zone.y, low, *(v for b in blocks for v in (b.y - tall - 5, b.bottom + 5) if zone.y <= v <= low)]
    places = [Box(one, other, wide, tall) for one in xs for other in ys]
    free = [place for place in places if not any(place.overlaps(block) for block in blocks)]
    return min(free, key=lambda place: abs(place.x - x) + abs(place.y - y), default=None)


def _tail(sheet: Sheet, box: Box, to: tuple[float, float]) -> None:
    """From the edge of a bubble that is nearest to a point towards it."""
    x, y = to
    if box.x <= x <= box.right or y > box.bottom + 16:
        root, half = min(max(x, box.x + 22), box.right - 22), min(9.0, box.w / 5)
        points = [(root - half, box.bottom - 2), (x, y), (root + half, box.bottom - 2)]
    else:
        side, inward = (box.right, -2) if x > box.right else (box.x, 2)
        root = min(max(y, box.y + 15), box.bottom - 15)
        points = [(side + inward, root - 8), (x, y), (side + inward, root + 8)]
    left, top = min(p[0] for p in points) - 2, min(p[1] for p in points) - 2
    wide, high = max(p[0] for p in points) - left + 2, max(p[1] for p in points) - top + 2
    drawn = " ".join(f"{px - left:.1f},{py - top:.1f}" for px, py in points)
    sheet.painter.svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.1f} {high:.1f}">'
        f'<polygon points="{drawn}" fill="{PAPER}"/>'
        f'<polyline points="{drawn}" fill="none" stroke="{RIM}" stroke-width="1"/></svg>',
        Box(left, top, wide, high),
    )


def on_cloth(sheet: Sheet, box: Box, name: str, did: str, does: str) -> None:
    """A name, what you did and what their body does, centred on a tablecloth, as large as there is room for."""
    parts, leading = cloth_lines(sheet, box, name, did, does)
    y = box.y + max(0.0, (box.h - height_on_cloth(sheet, parts, leading)) * 0.4)
    for lines, size, weight, ink in parts:
        step = sheet.painter.step(size, leading)
        for line in lines:
            sheet.painter.text(line, box.cx, y + step / 2, size, ink, weight, align="center", width=box.w + 1)
            y += step


ClothPart = tuple[tuple[str, ...], float, int, str]
"""Lines, and their size, weight and colour."""


def cloth_lines(sheet: Sheet, box: Box, name: str, did: str, does: str) -> tuple[list[ClothPart], float]:
    """What stands on a tablecloth, and how far apart the lines are, in sizes of their letters."""
    parts: list[ClothPart] = []
    for called, told, title, small, large in _ways(sheet, name, did):
        said = [(called, title, EXTRA, CLOTH_INK), (told, small, SEMI, CLOTH_SOFT), (does, large, BOLD, CLOTH_INK)]
        parts = [(balanced(sheet, t, box.w, size, weight), size, weight, ink) for t, size, weight, ink in said if t]
        if height_on_cloth(sheet, parts, LEADING_ON_CLOTH) <= box.h and len(parts[0][0]) == 1:
            return parts, LEADING_ON_CLOTH
    return parts, LEAST_LEADING


def height_on_cloth(sheet: Sheet, parts: list[ClothPart], leading: float) -> float:
    """How high lines on a cloth are, one below the other."""
    return sum(sheet.painter.step(size, leading) * len(lines) for lines, size, _, _ in parts)


def balanced(sheet: Sheet, text: str, width: float, size: float, weight: int) -> tuple[str, ...]:
    """A text in as few lines as a width allows, all about as long."""
    lines = sheet.painter.wrap(text, width, size, weight)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        narrow = sheet.painter.wrap(text, width * share, size, weight)
        if 1 < len(lines) == len(narrow) and max(sheet.painter.measure(n, size, weight) for n in narrow) <= width:
            return narrow
    return lines


def _ways(sheet: Sheet, name: str, did: str) -> list[tuple[str, str, float, float, float]]:
    """Ways to write on a cloth, the best first: name, what you did, and three sizes of letters."""
    first, grown = first_name(name), sheet.painter.grown
    sizes: list[tuple[float, float, float]] = [(20, 15, 16), (18, 14, 15), (16, 13, 14), (15, 13, 13)]
    if grown > 1:
        sizes += [(a / grown, b / grown, c / grown) for a, b, c in sizes]
    ways = [(called, did, *three) for three in sizes for called in (name, first)]
    return [*ways, *((called, "", 15 / grown, 13 / grown, 13 / grown) for called in (name, first))]
