"""What it teaches: the score and its parts, the goals, the lessons."""

import math

from game.coach.looking_back.debrief import Debrief, GoalTold
from game.coach.looking_back.grade import (
    MOST_FOR_BUSINESS,
    MOST_FOR_PEOPLE,
    NOTEBOOK_PART,
    grade,
    out_of_told,
    score_sum,
)
from game.coach.looking_back.month.month_told import TITLE as A_MONTH_LATER
from game.session.runs.endings import RunEnding
from game.ui.common.shared_actions import Open
from game.ui.drawing.frames.page_head import panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SECTION, SEMI, Theme
from game.ui.drawing.widgets import button, divider, icon_tile
from game.ui.play.play_state import CompareBox, DebriefPage
from game.ui.play.screens.debrief import month_picture


def lessons(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    """Draw the tab of what the run teaches."""
    if sheet.narrow:
        shown, room = panes(sheet, box, (("score", "The score"), ("lessons", "What it teaches")), page.pane)
        if shown == "score":
            _score(sheet, told, page.endings, room)
        else:
            _lessons(sheet, told, room)
        return
    side = 380 if sheet.wide else 290
    _score(sheet, told, page.endings, Box(box.x, box.y, side, box.h))
    _lessons(sheet, told, Box(box.x + side + 12, box.y, box.w - side - 12, box.h))


def _score(sheet: Sheet, told: Debrief, endings: tuple[RunEnding, ...], box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    points = score_sum(told.score, told.people, told.business)
    fared = (
        "How all fare a month later, on average: half trust, half the best end for both; less where weary. Each one's "
        "figure stands under “Who they were”"
    )
    kept = "What your own moves cost people is taken off; whole where they cost nobody trust"
    kept = "\n".join((kept, *told.manners_why))
    parts = (
        ("People", f"{points.people} of {MOST_FOR_PEOPLE}", told.people, fared),
        ("Business", f"{points.business} of {MOST_FOR_BUSINESS}", told.business, told.business_why),
        ("Manners", f"−{points.harm}" if points.harm else "nothing off", 100.0 * points.kept, kept),
        (
            "Notebook",
            f"{told.reading:.0f}".replace("-", "−"),
            told.reading,
            f"{NOTEBOOK_PART}; {notebook_in_words(told)}",
        ),
    )
    width = box.w - 40
    goals = [max(40.0, _goal_high(sheet, goal, width - 50) + 18) for goal in told.goals]
    words = [paint.height(text, width, META, SEMI) for *_, text in parts]
    reach = endings[-1].reach if endings else 100.0
    said = grade(told.score, reach, told.business) if endings else ""
    earlier = endings[-2] if len(endings) > 1 else None
    out_of = out_of_told(reach) if said else ""
    high = (
        206
        + (30 + paint.height(out_of, width, META, SEMI) if said else 0)
        + (54 if earlier else 0)
        + 54 * len(parts)
        + sum(words)
    )
    high += 50 + sum(goals) if goals else 0
    why = f"{points.told} {told.score_why}".strip()
    high += paint.height(why, width, BODY, SEMI) + 22
    with sheet.scroll("score", box.inset(1, 8), high) as start:
        y = start
        ring = Box(box.cx - 76, y + 12, 152, 152)
        paint.svg(_ring(theme, told.score / max(1.0, reach)), ring)
        paint.text(f"{told.score:.0f}", ring.cx, ring.cy - 8, 40, theme.text, EXTRA, align="center")
        of = f"of {reach:.0f} in reach" if endings else "points"
        paint.text(of, ring.cx, ring.cy + 26, META, theme.muted, SEMI, align="center", width=92)
        x = box.x + 20
        y += 186
        if said:
            paint.text(said, ring.cx, y - 4, CARD, theme.text, EXTRA, align="center", width=width)
            y += 14 + paint.paragraph(out_of, x, y + 14, width, META, theme.muted, SEMI) + 16
        y += paint.paragraph(why, x, y, width, BODY, theme.text, SEMI) + 22
        if earlier:
            names = ("As it was before", "As you played it now")
            both = Open(CompareBox(earlier, endings[-1], names))
            label = f"Before: {earlier.score:.0f}. See both"
            button(sheet, "both_endings", Box(x, y - 8, width, 40), label, both, icon="compare", size=14)
            y += 54
        for (title, figure, value, text), words_high in zip(parts, words, strict=True):
            paint.text(title, x, y + 10, BODY, theme.text, EXTRA)
            paint.text(figure, x + width, y + 10, BODY, theme.on_soft, EXTRA, align="right")
            track = Box(x, y + 24, width, 8)
            paint.panel(track, theme.sunken, radius=4, edge=theme.border)
            if title == "Manners" and points.harm:
                paint.panel(track, theme.danger, radius=4)
            if round(value) > 0:
                paint.panel(Box(x, track.y, max(8.0, width * value / 100), 8), theme.primary, radius=4)
            paint.paragraph(text, x, y + 36, width, META, theme.muted, SEMI)
            y += 54 + words_high
        if told.goals:
            divider(sheet, x, y - 4, width)
            paint.text("Goals", x, y + 18, BODY, theme.text, EXTRA)
            y += 38
        for goal, size in zip(told.goals, goals, strict=True):
            reached = goal.reached
            icon_tile(sheet, "check" if reached else "close", Box(x, y + 2, 32, 32), "good" if reached else "plain")
            ink = theme.text if reached else theme.muted
            line_high = paint.height("M", width - 50, BODY, SEMI)
            below = y + 18 - line_high / 2
            below += paint.paragraph(goal.title, x + 44, below, width - 50, BODY, ink, SEMI)
            if goal.detail:
                paint.paragraph(goal.detail, x + 44, below + 2, width - 50, META, theme.muted, SEMI)
            y += size


def _goal_high(sheet: Sheet, goal: GoalTold, width: float) -> float:
    paint = sheet.painter
    detail = paint.height(goal.detail, width, META, SEMI) + 2 if goal.detail else 0.0
    return paint.height(goal.title, width, BODY, SEMI) + detail


def notebook_in_words(told: Debrief) -> str:
    """What the figure of the notebook is made of."""
    guesses = [f for f in told.followers if f.guess]
    if not guesses:
        return "you wrote nothing down, which reads nobody"
    right = sum(f.guess_right for f in guesses)
    left = len(told.followers) - len(guesses)
    blank = f", {left} left blank" if left else ""
    return (
        f"{right} of {len(guesses)} guesses right{blank}, weighed by how sure you were: "
        "100 is everybody, surely; 0 is guessing by what is common"
    )


def _ring(theme: Theme, share: float) -> str:
    """A ring filled clockwise from the top."""
    share = min(max(share, 0.0), 0.9999)
    filled = "round" if share >= 0.005 else "butt"  # a round end would show where there is nothing
    angle = share * 2 * math.pi
    x, y = 50 + 42 * math.sin(angle), 50 - 42 * math.cos(angle)
    large = 1 if share > 0.5 else 0
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<circle cx="50" cy="50" r="42" fill="none" stroke="{theme.sunken}" stroke-width="10"/>'
        f'<path d="M50 8 A42 42 0 {large} 1 {x:.2f} {y:.2f}" fill="none" stroke="{theme.primary}" stroke-width="10" '
        f'stroke-linecap="{filled}"/></svg>'
    )


def _lessons(sheet: Sheet, told: Debrief, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    paint.text("What it teaches", box.x + 22, box.y + 29, SECTION, theme.text, EXTRA)
    divider(sheet, box.x + 1, box.y + 52, box.w - 2)
    width = box.w - 44 - 62
    heads = [paint.height(title, width, 16, BOLD, leading=1.25) for title, _ in told.lessons]
    sizes = [14 + head + paint.height(text, width, BODY, leading=1.5) + 24
             + (month_picture.high(told, width) if title == A_MONTH_LATER else 0.0)
             for head, (title, text) in zip(heads, told.lessons, strict=True)]  # fmt: skip
    truth = paint.height(told.buyers_truth, width, BODY, BOLD) + 28 if told.buyers_truth else 0
    inside = Box(box.x + 1, box.y + 53, box.w - 2, box.h - 62)
    with sheet.scroll("lessons", inside, sum(sizes) + truth + 40) as start:
        y = start
        y += 16
        if truth:
            strip = Box(box.x + 22, y, box.w - 50, truth)
            paint.panel(strip, theme.soft, radius=14)
            paint.icon("people", strip.x + 26, strip.cy, 22, theme.on_soft)
            paint.paragraph(told.buyers_truth, strip.x + 52, strip.y + 14, width, BODY, theme.text, BOLD)
            y += truth + 16
        for i, ((title, text), head, size) in enumerate(zip(told.lessons, heads, sizes, strict=True)):
            x = box.x + 22
            paint.circle(x + 20, y + 22, 20, theme.soft)
            paint.text(str(i + 1), x + 20, y + 22, 16, theme.on_soft, EXTRA, align="center")
            paint.paragraph(title, x + 58, y + 4, width, 16, theme.text, BOLD, leading=1.25)
            below = y + 10 + head + paint.paragraph(text, x + 58, y + 10 + head, width, BODY, theme.muted, leading=1.5)
            if title == A_MONTH_LATER:
                month_picture.draw(sheet, told, x + 58, below + 10, width)
            y += size
