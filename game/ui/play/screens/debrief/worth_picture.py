"""What a decision was worth, twice: by what could be known, and by what was true; each with its interval."""

from game.coach.adding_up import tenths
from game.coach.hindsight.coached import DecisionWorth, ReviewedDecision
from game.coach.hindsight.marked_decision import surely
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI

ROW = 62
NOT_SURE = "not sure"
"""In the place of points that cannot be told from none."""


def figure(worth: DecisionWorth) -> str:
    """Points with their sign: "−4.2"."""
    return signed_tenths(worth.points)


def signed_tenths(points: float) -> str:
    """Points to one decimal with a sign.

    >>> signed_tenths(-4.21), signed_tenths(0.0), signed_tenths(0.26)
    ('−4.2', '0.0', '+0.3')
    """
    value = tenths(points)
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{abs(value):.1f}"


def worths(sheet: Sheet, told: ReviewedDecision, x: float, y: float, width: float, *, draw: bool = True) -> float:
    """Draw both rows on one scale; returns their height.

    Args:
        sheet: to draw on.
        told: the decision.
        x: left edge.
        y: upper edge.
        width: of the rows.
        draw: whether to draw; if not, only the height is told.
    """
    rows = (("By what you could know", told.known), ("By what was true", told.true))
    if draw:
        most = max(1.0, *(abs(v) for _, w in rows for v in (w.low, w.high, w.points)))
        for title, worth in rows:
            _row(sheet, title, worth, most, Box(x, y, width, ROW))
            y += ROW
    return ROW * len(rows)


def _row(sheet: Sheet, title: str, worth: DecisionWorth, most: float, box: Box) -> None:
    """A title, the figure with its interval in words, and both on a line whose middle is nothing lost or gained."""
    theme, paint = sheet.theme, sheet.painter
    sure = surely(worth.low, worth.high)
    ink = theme.muted if not sure else theme.good if tenths(worth.points) > 0 else theme.danger
    interval = f"{signed_tenths(worth.low)} to {signed_tenths(worth.high)}"
    used = paint.text(interval, box.right, box.y + 12, META, theme.muted, SEMI, align="right")
    used += 10 + paint.text(
        f"{figure(worth)} points" if sure else NOT_SURE,
        box.right - used - 10,
        box.y + 12,
        BODY,
        ink,
        EXTRA,
        align="right",
    )
    paint.text(title, box.x, box.y + 12, 14, theme.text, BOLD, width=box.w - used - 12)
    track = Box(box.x, box.y + 34, box.w, 8)
    paint.panel(track, theme.sunken, radius=4)
    half = box.w / 2 - 6

    def at(points: float) -> float:
        return track.cx + half * max(-1.0, min(1.0, points / most))

    paint.panel(Box(at(worth.low), track.y, max(2.0, at(worth.high) - at(worth.low)), track.h), theme.soft, radius=4,
                edge=ink, width=1.5)  # fmt: skip
    paint.fill(Box(track.cx - 1, track.y - 5, 2, track.h + 10), theme.strong)
    paint.circle(at(worth.points), track.cy, 7, ink, edge=theme.surface, width=2)
